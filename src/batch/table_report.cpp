#include "tepei/batch/table_report.hpp"

#include <utility>

#include "batch/report_state.hpp"

namespace tepei::batch {

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
