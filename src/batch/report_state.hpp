// What the copies of a report share.
#pragma once

#include <mutex>

#include "tepei/batch/table_report.hpp"

namespace tepei::batch {

struct TableReport::State {
  mutable std::mutex mutex;
  TableSummary summary;
};

}  // namespace tepei::batch
