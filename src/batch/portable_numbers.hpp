// The part of the portable kernels that lies in a file of its own.
#pragma once

#include <cstddef>

#include "batch/kernels.hpp"

namespace tepei::batch::portable {

// The kernel of that name.
void code_numbers(CellType type, const void* cells, std::size_t count, const void* thresholds,
                  std::size_t threshold_count, Code* codes);

}  // namespace tepei::batch::portable
