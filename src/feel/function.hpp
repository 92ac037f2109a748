// Function values: a function literal with what it captured, or a builtin passed by name.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tepei/value/value.hpp"

namespace tepei::feel {

class Program;

struct Function {
  std::shared_ptr<const Program> program;  // of a literal; null for a builtin
  std::vector<Value> captured;             // in the order of the program's capture registers
  std::string builtin;                     // the builtin's name; empty for a literal
};

}  // namespace tepei::feel
