// Checked syntax tree to program.
#pragma once

#include <memory>

#include "feel/program.hpp"

namespace tepei::feel {

std::shared_ptr<const Program> lower(Syntax syntax, const Limits& limits);

}  // namespace tepei::feel
