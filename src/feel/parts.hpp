// What a program says about its expression: the variables it reads and the boolean structure it has.
#pragma once

#include "feel/program.hpp"

namespace tepei::feel {

// Fills in a program's parents, variables and parts.
void describe(Program& program);

}  // namespace tepei::feel
