// Tables whose rows are questions to a policy object other than eligibility: leaves, scores, trainees.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "batch/answer_columns.hpp"
#include "batch/bind_columns.hpp"
#include "batch/cell_judge.hpp"
#include "batch/column_reader.hpp"
#include "tepei/batch/answer_tables.hpp"
#include "tepei/value/fact_set.hpp"

namespace tepei::batch {

// The cells of one row's answer, as the single call gives it. `columns` are the slots with a column. The path of an
// error begins or ends with a slot's id.
using AskRow = std::function<Result<std::vector<AnswerCell>>(const facts::Facts& row, FactSet columns)>;

// What a row may say, and what answers it.
struct AnswerPlan {
  std::shared_ptr<const facts::FactSchema> questions;
  std::vector<AnswerColumn> columns;
  AskRow ask;
};

// Answers the batches of one table; each distinct combination of cells is asked once while a bounded memory of answers
// lasts. One thread at a time may use it.
class AnswerTable {
 public:
  // Errors: those of `bind_columns` and `choose_answers`, all at once.
  static Result<AnswerTable> build(AnswerPlan plan, const ArrowSchema& table, const AnswerTableOptions& options);

  Owned<ArrowSchema> schema() const { return answer_schema(setting_->columns); }
  // The answers for one batch. Errors: `batch.array.malformed`, `batch.output.too_large`.
  Result<Owned<ArrowArray>> check(const ArrowArray& batch);
  void finish();
  const TableReport& report() const noexcept { return report_; }

 private:
  // What the single call said about one combination of cells.
  struct Answer {
    std::vector<AnswerCell> cells;  // of the columns asked for; empty where it refused
    Diagnostics problems;
  };
  // What stays as it is; cells point to its columns.
  struct Setting {
    AnswerPlan plan;
    BoundColumns bound;
    std::vector<std::size_t> chosen;
    std::vector<AnswerColumn> columns;  // those chosen
    AnswerTableOptions options;
    FactSet given;
  };

  explicit AnswerTable(std::shared_ptr<const Setting> setting);

  Result<void> answer_block(const std::vector<ColumnView>& views, std::int64_t first, std::size_t count);
  void answer_row(std::int64_t row, std::size_t place);
  bool list_bad_cells(std::int64_t row, std::size_t place);
  const Answer& answer_of(std::size_t place);
  void list(std::int64_t row, std::size_t slot, const Diagnostic& problem);
  void list(std::int64_t row, const Diagnostics& problems);
  void add_to_report();

  std::shared_ptr<const Setting> setting_;
  CellJudge judge_;
  std::vector<ColumnReader> readers_;        // of the columns that are read
  std::vector<std::vector<ReadingId>> ids_;  // of this block, by reader
  std::map<std::vector<ReadingId>, Answer> answers_;
  std::vector<ReadingId> key_;
  facts::Facts row_;
  std::vector<AnswerCells> cells_;  // of this batch
  TableSummary counts_;             // of this batch; errors by row of the batch
  TableReport report_;
};

// Moves from `in` in every case; see `answer_tables.hpp`.
Result<TableReport> answer_table(Result<std::shared_ptr<const facts::FactSchema>> questions,
                                 std::vector<AnswerColumn> columns, AskRow ask, ArrowArrayStream* in,
                                 ArrowArrayStream* out, const AnswerTableOptions& options);

}  // namespace tepei::batch
