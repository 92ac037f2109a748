// A table's batches answered one after another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "batch/bind_columns.hpp"
#include "batch/cell_judge.hpp"
#include "batch/column_reader.hpp"
#include "batch/output_columns.hpp"
#include "tepei/batch/check_table.hpp"

namespace tepei::batch {

// Answers the batches of one table, row by row over the scalar machine, in blocks whose cells are read column by
// column. Belongs to one thread.
class TableChecker {
 public:
  // Binds the table's columns and the result's. Errors: those of `bind_columns` and `choose_columns`, all at once.
  static Result<TableChecker> build(const policy::Query& query, const ArrowSchema& table, const TableOptions& options);

  Owned<ArrowSchema> schema() const { return output_schema(outputs_); }
  // The result for one batch. Errors: `batch.array.malformed`, `batch.output.too_large`; nothing is counted then.
  Result<Owned<ArrowArray>> check(const ArrowArray& batch);
  // Notes in the report that all batches were answered.
  void finish();
  const TableReport& report() const noexcept { return report_; }

 private:
  // Rows whose readings are held at once; their places stay within the second-level cache.
  static constexpr std::size_t block_rows = 4'096;
  // From one column's readings to the next's: no power of two, or the columns of a row would share a set of the cache.
  static constexpr std::size_t stride = block_rows + 16;

  TableChecker(std::shared_ptr<const policy::Query> query, BoundColumns bound, std::vector<OutputColumn> outputs,
               const TableOptions& options);

  Result<void> start(const ArrowArray& batch);
  void read_block(std::int64_t first, std::size_t count);
  void answer_block(std::int64_t first, std::size_t count);
  bool has_error(std::size_t row) const;
  void list_errors(std::int64_t table_row, std::size_t row);
  void list_error(std::int64_t table_row, std::string column, std::string fact, const Diagnostic& diagnostic);
  // Takes the row's readings into `facts_`; false where they are those of the row before.
  bool take_facts(std::size_t row);
  bool decide(std::int64_t table_row);
  void refuse_row();
  void count_answer();
  void add_to_report();

  std::shared_ptr<const policy::Query> query_;
  BoundColumns bound_;
  std::vector<OutputColumn> outputs_;
  std::size_t max_errors_;
  bool needs_decision_ = false;
  TableReport report_;

  CellJudge judge_;
  std::vector<ColumnReader> readers_;
  std::vector<ReadingId> ids_;      // of a block, column after column
  std::vector<ReadingId> current_;  // what `facts_` holds, by column
  facts::Facts facts_;
  policy::QueryScratch scratch_;
  std::vector<policy::Outcome> outcomes_;
  policy::Verdict verdict_ = policy::Verdict::undetermined;
  policy::Decision decision_;
  bool answered_ = false;  // whether the answer of the row before still stands for `facts_`

  std::vector<OutputBuilder> builders_;
  TableSummary batch_;  // what this batch adds to the report
  std::int64_t rows_before_ = 0;
  std::size_t listed_before_ = 0;
};

}  // namespace tepei::batch
