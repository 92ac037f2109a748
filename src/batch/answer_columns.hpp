// The columns that a route, a grade or an entitlement fills, and their cells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "batch/export_arrow.hpp"
#include "tepei/policy/act.hpp"
#include "tepei/value/decimal.hpp"
#include "tepei/value/result.hpp"

namespace tepei::batch {

// What a column holds.
enum class AnswerType : std::uint8_t {
  code,   // one of a list of texts: dictionary<int32, utf8>
  text,   // utf8
  count,  // int32
  flag,   // bool
  texts,  // list<utf8>
  acts,   // list<struct<kind: utf8, party: utf8, written: bool>>
  money   // decimal128(38, 2): yuan to the fen
};

struct AnswerColumn {
  std::string name;
  AnswerType type = AnswerType::text;
  std::vector<std::string> members;  // of a code: all it can be
};

// One cell of an answer; nothing is null. A code's cell is its text.
using AnswerCell = std::variant<std::monostate, bool, std::int32_t, std::string, Decimal, std::vector<std::string>,
                                std::vector<policy::Act>>;

// The columns called `names`, in their order; all where there are none. Errors: `batch.output.unknown`,
// `batch.output.duplicate`, all at once; their path is the name.
Result<std::vector<std::size_t>> choose_answers(const std::vector<std::string>& names,
                                                const std::vector<AnswerColumn>& columns);

// The schema of a table with these columns.
Owned<ArrowSchema> answer_schema(const std::vector<AnswerColumn>& columns);

// Texts one after another, as Arrow lays them out.
class TextCells {
 public:
  TextCells();
  void add(std::string_view text);
  std::size_t size() const noexcept { return ends_.size() - 1; }
  // Error: `batch.output.too_large`.
  Result<Owned<ArrowArray>> finish(const std::string& column, Validity validity) &&;

 private:
  std::vector<std::int64_t> ends_;
  Buffer characters_;
};

// One column of answers, filled row by row.
class AnswerCells {
 public:
  explicit AnswerCells(const AnswerColumn& column) : column_(&column) {}

  // Adds a cell of the column's type, or null.
  void add(const AnswerCell& cell);
  // The whole column. Error: `batch.output.too_large`.
  Result<Owned<ArrowArray>> finish() &&;

 private:
  void add_null();
  void add_code(const std::string& text);
  void add_money(const Decimal& yuan);
  void add_texts(const std::vector<std::string>& texts);
  void add_acts(const std::vector<policy::Act>& acts);
  void end_list() { list_ends_.push_back(static_cast<std::int64_t>(texts_.size())); }
  Result<Owned<ArrowArray>> finish_list(Validity validity);
  Result<Owned<ArrowArray>> finish_acts();

  const AnswerColumn* column_;
  std::size_t rows_ = 0;
  std::vector<std::int64_t> nulls_;
  Buffer fixed_;                            // of a code, count or sum of money
  std::vector<std::uint8_t> flags_;         // one a byte: of a flag, or whether acts are in writing
  TextCells texts_;                         // of a text, of texts, or the kinds of acts
  TextCells parties_;                       // of acts
  std::vector<std::int64_t> list_ends_{0};  // of texts or acts
};

}  // namespace tepei::batch
