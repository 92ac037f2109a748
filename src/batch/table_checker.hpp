// A table's batches answered one after another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "batch/block_checker.hpp"
#include "batch/export_arrow.hpp"
#include "batch/table_setting.hpp"

namespace tepei::batch {

// Answers the batches of one table, each in as many runs of rows as there are threads for it. One thread at a time may
// use it.
class TableChecker {
 public:
  // Errors: those of `set_table`.
  static Result<TableChecker> build(const policy::Query& query, const ArrowSchema& table, const TableOptions& options);

  Owned<ArrowSchema> schema() const { return output_schema(setting_->outputs); }
  // The result for one batch. Errors: `batch.array.malformed`, `batch.output.too_large`; nothing is counted then.
  Result<Owned<ArrowArray>> check(const ArrowArray& batch);
  // Notes in the report that all batches were answered.
  void finish();
  const TableReport& report() const noexcept { return report_; }

 private:
  explicit TableChecker(std::shared_ptr<const TableSetting> setting);

  std::vector<RunResult> run_all(const std::vector<ColumnView>& views, std::int64_t rows,
                                 const std::vector<std::uint8_t*>& codes);
  Result<Owned<ArrowArray>> assemble(std::int64_t rows, std::vector<Buffer> codes, std::vector<RunResult> runs);
  void add_to_report(std::vector<RunResult> runs);

  std::shared_ptr<const TableSetting> setting_;
  std::vector<BlockChecker> checkers_;  // one a thread, made when first needed
  TableReport report_;
};

}  // namespace tepei::batch
