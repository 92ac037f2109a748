// How a sub-expression's value moves with one variable.
#pragma once

#include "feel/program.hpp"

namespace tepei::feel {

// Sound wherever no operation leaves the range of its type (a date beyond the year 9999 is null, and null has no
// order).
Direction direction_of(const Syntax& syntax, NodeId root, Slot variable);

}  // namespace tepei::feel
