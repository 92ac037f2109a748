#include "tepei/batch/table_report.hpp"

#include <utility>

#include "batch/report_state.hpp"

namespace tepei::batch {
namespace {

template <std::size_t Size>
void add_counts(std::array<std::int64_t, Size>& sum, const std::array<std::int64_t, Size>& more) {
  for (std::size_t i = 0; i < Size; ++i) sum[i] += more[i];
}

}  // namespace

void add_rows(TableSummary& sum, TableSummary more, std::int64_t first, std::size_t max_errors) {
  sum.rows += more.rows;
  sum.rows_with_errors += more.rows_with_errors;
  sum.errors += more.errors;
  add_counts(sum.verdicts, more.verdicts);
  for (std::size_t i = 0; i < sum.criteria.size(); ++i) add_counts(sum.criteria[i].outcomes, more.criteria[i].outcomes);
  for (CellError& error : more.listed_errors) {
    if (sum.listed_errors.size() >= max_errors) break;
    error.row += first;
    sum.listed_errors.push_back(std::move(error));
  }
}

TableReport::TableReport() : state_(std::make_shared<State>()) {}

TableSummary TableReport::summary() const {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  return state_->summary;
}

std::vector<CellError> TableReport::take_errors() {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  return std::exchange(state_->summary.listed_errors, {});
}

}  // namespace tepei::batch
