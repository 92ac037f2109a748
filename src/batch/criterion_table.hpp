// A criterion's answers in a table over the classes of its facts' values; filled by the scalar machine as combinations
// turn up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "batch/column_codes.hpp"
#include "policy/tabulation.hpp"

namespace tepei::batch {

// What stands in a row beside the outcomes 0 to 3 of `policy::Outcome`; the worst of a row's answers is the row's.
enum Answer : std::uint8_t {
  bad_cell = 4,      // a cell that could not be read
  unanswered = 255,  // not in the table yet
};

// A fact that a criterion reads, and the column that gives it.
struct TableUse {
  std::size_t slot = 0;
  std::size_t column = 0;  // among the bound columns
};

// Belongs to one thread.
class CriterionTable {
 public:
  // `uses` are the facts with a column; the others are as `nobody` has them.
  CriterionTable(policy::Tabulation tabulation, std::vector<TableUse> uses, facts::Facts nobody);

  // The answers of a block's rows, some of them `unanswered`. False where the table would grow too large: it must not
  // be asked again.
  bool answer(const std::vector<ColumnCodes>& columns, std::size_t count, const Kernels& kernels,
              std::uint8_t* answers);
  // Answers the rows left `unanswered` by the last `answer`.
  void complete(const std::vector<ColumnCodes>& columns, std::size_t count, std::uint8_t* answers);
  // The judgement of a row whose answer is an outcome.
  policy::Judgement judgement(const std::vector<ColumnCodes>& columns, std::size_t row);

  policy::Tabulation take_tabulation() && { return std::move(tabulation_); }
  const std::vector<TableUse>& uses() const { return plain_uses_; }

 private:
  using ClassId = std::uint8_t;
  // Unknown, undecided and bad cells are classes of their own; known ones are told apart by their marks.
  enum class Kind : std::uint8_t { unknown, undecided, bad, known };
  using ClassKey = std::pair<Kind, policy::Mark>;

  struct Class {
    Kind kind = Kind::unknown;
    Value value;  // one of them
  };

  // A fact's classes, and what each code or reading of its column adds to the place in the table.
  struct Use {
    TableUse use;
    std::vector<Class> classes;
    std::map<ClassKey, ClassId> ids;
    std::vector<ClassId> of_reading;  // by `ReadingId`
    std::uint64_t forgettings = 0;
    std::uint64_t recodings = 0;
    std::uint32_t stride = 1;
    CodeTable code_steps;                        // where the table has at most 256 places
    std::array<std::uint32_t, 256> code_adds{};  // where it has more
    std::vector<std::uint32_t> reading_adds;
  };

  bool refresh(const std::vector<ColumnCodes>& columns);
  bool classify(Use& use, const ColumnCodes& column);
  bool class_of(Use& use, const ColumnCodes& column, ReadingId reading, ClassId& id);
  ClassKey key_of(std::size_t slot, const CellEntry& entry, Value& value);
  bool lay_out(const std::vector<ColumnCodes>& columns);
  void add_steps(Use& use, const ColumnCodes& column);
  void compose(const ColumnCodes& column);
  void answer_bytes(const std::vector<ColumnCodes>& columns, std::size_t count, const Kernels& kernels,
                    std::uint8_t* answers);
  void answer_wide(const std::vector<ColumnCodes>& columns, std::size_t count, std::uint8_t* answers);
  std::uint32_t place_at(const std::vector<ColumnCodes>& columns, std::size_t row) const;
  void fill(std::uint32_t place);
  void set_entry(std::uint32_t place, std::uint8_t answer);

  policy::Tabulation tabulation_;
  facts::Facts nobody_;
  std::vector<Value> facts_;
  std::vector<TableUse> plain_uses_;
  std::vector<Use> uses_;

  std::vector<std::uint8_t> entries_;
  CodeTable byte_entries_;  // the same, where they are at most 256
  CodeTable composed_;      // from code to answer, where one fact is read and its column has codes
  bool composed_is_current_ = false;
  std::unordered_map<std::uint32_t, policy::Judgement> open_;  // of the undetermined entries
  std::vector<std::uint32_t> places_;                          // of a block's rows
};

}  // namespace tepei::batch
