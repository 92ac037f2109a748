#include "batch/table_checker.hpp"

#include <algorithm>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

#include "batch/report_state.hpp"

namespace tepei::batch {
namespace {

// Fewer rows are answered before another thread has begun.
constexpr std::int64_t min_rows_of_run = 32'768;

std::int64_t thread_count(std::size_t asked) {
  constexpr std::size_t most = 1'024;
  if (asked == 0) return std::max(1U, std::thread::hardware_concurrency());
  return static_cast<std::int64_t>(std::min(asked, most));
}

// Where each run of a batch begins, and the end.
std::vector<std::int64_t> split(std::int64_t rows, std::size_t threads) {
  const std::int64_t runs = std::clamp<std::int64_t>(rows / min_rows_of_run, 1, thread_count(threads));
  std::vector<std::int64_t> ends;
  ends.reserve(static_cast<std::size_t>(runs) + 1);
  for (std::int64_t i = 0; i < runs; ++i) ends.push_back(rows / runs * i);
  ends.push_back(rows);
  return ends;
}

}  // namespace

Result<TableChecker> TableChecker::build(const policy::Query& query, const ArrowSchema& table,
                                         const TableOptions& options) {
  auto setting = set_table(query, table, options);
  if (!setting) return setting.diagnostics();
  return TableChecker(*std::move(setting));
}

TableChecker::TableChecker(std::shared_ptr<const TableSetting> setting) : setting_(std::move(setting)) {
  TableSummary& summary = report_.state_->summary;
  for (std::string& criterion : setting_->query->criteria()) summary.criteria.push_back({std::move(criterion), {}});
  summary.ignored_columns = setting_->bound.ignored;
}

Result<Owned<ArrowArray>> TableChecker::check(const ArrowArray& batch) {
  const auto views = view_columns(setting_->bound, batch);
  if (!views) return views.diagnostics();
  std::vector<Buffer> codes;
  std::vector<std::uint8_t*> places;
  for (const OutputColumn& column : setting_->outputs) {
    codes.emplace_back(column.has_codes() ? static_cast<std::size_t>(batch.length) : 0);
    places.push_back(column.has_codes() ? codes.back().data() : nullptr);
  }
  return assemble(batch.length, std::move(codes), run_all(*views, batch.length, places));
}

std::vector<RunResult> TableChecker::run_all(const std::vector<ColumnView>& views, std::int64_t rows,
                                             const std::vector<std::uint8_t*>& codes) {
  const std::vector<std::int64_t> ends = split(rows, setting_->options.threads);
  const std::size_t runs = ends.size() - 1;
  while (checkers_.size() < runs) checkers_.emplace_back(setting_);
  const auto run = [&](std::size_t i) { return checkers_[i].run(views, ends[i], ends[i + 1] - ends[i], codes); };
  std::vector<std::future<RunResult>> others;
  for (std::size_t i = 1; i < runs; ++i) others.push_back(std::async(std::launch::async, run, i));
  std::vector<RunResult> results;
  results.push_back(run(0));
  for (std::future<RunResult>& other : others) results.push_back(other.get());
  return results;
}

Result<Owned<ArrowArray>> TableChecker::assemble(std::int64_t rows, std::vector<Buffer> codes,
                                                 std::vector<RunResult> runs) {
  std::vector<std::int64_t> bad_rows;
  for (const RunResult& run : runs) {
    if (!run.problems.empty()) return run.problems;
    bad_rows.insert(bad_rows.end(), run.bad_rows.begin(), run.bad_rows.end());
  }
  const Validity validity = validity_of(static_cast<std::size_t>(rows), bad_rows);
  ArrayParts table;
  table.length = rows;
  table.buffers.resize(1);
  for (std::size_t i = 0; i < setting_->outputs.size(); ++i) {
    OutputCells cells = std::move(runs.front().cells[i]);
    for (std::size_t run = 1; run < runs.size(); ++run) append(cells, runs[run].cells[i]);
    auto column = export_column(setting_->outputs[i], std::move(codes[i]), std::move(cells), validity);
    if (!column) return column.diagnostics();
    table.children.push_back(*std::move(column));
  }
  Owned<ArrowArray> result = export_array(std::move(table));
  add_to_report(std::move(runs));
  return result;
}

void TableChecker::add_to_report(std::vector<RunResult> runs) {
  const std::lock_guard<std::mutex> lock(report_.state_->mutex);
  TableSummary& sum = report_.state_->summary;
  const std::int64_t first = sum.rows;  // of the batch, whose rows all its runs count
  for (RunResult& run : runs) add_rows(sum, std::move(run.counts), first, setting_->options.max_errors);
}

void TableChecker::finish() {
  const std::lock_guard<std::mutex> lock(report_.state_->mutex);
  report_.state_->summary.finished = true;
}

}  // namespace tepei::batch
