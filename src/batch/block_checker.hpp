// A run of rows answered block by block, by one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "batch/cell_judge.hpp"
#include "batch/column_codes.hpp"
#include "batch/criterion_rows.hpp"
#include "batch/criterion_table.hpp"
#include "batch/table_setting.hpp"

namespace tepei::batch {

// What a run of rows comes to, beside the codes that are written in place.
struct RunResult {
  TableSummary counts;                 // rows, errors, verdicts and outcomes of this run; errors by row of the batch
  std::vector<std::int64_t> bad_rows;  // of the batch, in order
  std::vector<OutputCells> cells;      // by output column
  Diagnostics problems;                // why the batch cannot be read
};

// Belongs to one thread at a time; remembers from run to run what it has read and answered.
class BlockChecker {
 public:
  explicit BlockChecker(std::shared_ptr<const TableSetting> setting);

  // Answers the rows [first, first + count) of a batch. `codes` has one place for each output column: where the batch's
  // codes for that column begin, or null for a column of another kind.
  RunResult run(const std::vector<ColumnView>& views, std::int64_t first, std::int64_t count,
                const std::vector<std::uint8_t*>& codes);

 private:
  // Rows whose codes are held at once: few enough for the second-level cache, and enough that reading a column's run of
  // cells is worth the start. Measured: 4,096 rows take half as long again.
  static constexpr std::size_t block_rows = 16'384;

  using Criterion = std::variant<CriterionTable, CriterionRows>;

  // The answers of one criterion under one choice of readings.
  struct Answers {
    Criterion criterion;
    std::vector<std::uint8_t> held;   // where no output column takes them
    std::uint8_t* answers = nullptr;  // of this block
    std::array<std::int64_t, 4> counts{};
  };

  std::vector<TableUse> uses_of(const policy::Tabulation& tabulation) const;
  Answers answers_of(const policy::Tabulation& tabulation) const;
  bool start_block(std::int64_t first, std::size_t count);
  void place_answers(std::int64_t first, std::size_t count, const std::vector<std::uint8_t*>& codes);
  void answer_block(std::int64_t first, std::size_t count);
  void answer(Answers& one, std::size_t count);
  void complete(Answers& one, std::size_t count);
  bool take_worst(std::size_t count, std::array<std::int64_t, 4>& verdicts);
  void find_unused_errors(std::size_t count);
  void refuse_bad_rows(std::int64_t first, std::size_t count);
  void list_errors(std::int64_t batch_row, std::size_t row);
  void clear_bad_rows(std::int64_t first, std::size_t count);
  bool is_refused(std::size_t row) const;
  void add_cells(std::size_t count);
  void add_missing(std::size_t row, ListCells& cells);
  void add_documents(std::size_t row, ListCells& cells);
  void add_reasons(std::size_t row, ListCells& cells);
  void add_notes(std::size_t row, ListCells& cells);
  void find_sensitive(std::size_t count);
  policy::Judgement judgement(std::size_t criterion, std::size_t row);

  std::shared_ptr<const TableSetting> setting_;
  CellJudge judge_;
  std::vector<ColumnCodes> columns_;
  std::vector<std::size_t> unused_;  // columns that no criterion reads: their cells must be sound all the same
  std::vector<Answers> answers_;     // of the question's own readings, in the order of the text
  std::vector<std::vector<Answers>> other_answers_;  // of each changed choice
  facts::Facts person_;

  std::vector<std::uint8_t> held_verdicts_;
  std::uint8_t* verdicts_ = nullptr;
  std::vector<std::uint8_t> other_verdicts_;
  std::vector<std::uint8_t> sensitive_;
  std::vector<std::uint8_t> unused_answers_;
  std::vector<bool> refused_;  // of this block's rows; empty where none is
  RunResult result_;
};

}  // namespace tepei::batch
