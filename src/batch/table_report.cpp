#include "tepei/batch/table_report.hpp"

#include "batch/report_state.hpp"

namespace tepei::batch {

TableReport::TableReport() : state_(std::make_shared<State>()) {}

TableSummary TableReport::summary() const {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  return state_->summary;
}

}  // namespace tepei::batch
