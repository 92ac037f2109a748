// The builtin functions: what the checker asks of them and how the machine calls them. Each family has a file of its
// own under src/feel/builtins/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/feel/limits.hpp"
#include "tepei/feel/type.hpp"
#include "tepei/value/diagnostic.hpp"
#include "tepei/value/value.hpp"

namespace tepei::feel {

struct Parameter {
  std::string name;
  Type type;
  bool optional = false;
};

// What a builtin may ask of the machine that calls it.
class Caller {
 public:
  virtual ~Caller() = default;
  // Calls a function value (sort's `precedes`).
  virtual Value call(const Value& function, const std::vector<Value>& arguments) = 0;
  // Counts work; false where the limit is passed (the builtin then returns null at once).
  virtual bool spend(std::size_t steps) = 0;
  // Notes why the answer is null and returns null.
  virtual Value null_because(std::string_view code, std::string message) = 0;
  virtual const Limits& limits() const = 0;
};

// One signature of a builtin. `strict`: an unknown argument makes the answer unknown before the function is called;
// otherwise the function sees unknowns and decides exactly (count, all, any).
struct Builtin {
  std::string name;
  std::vector<Parameter> parameters;
  bool variadic = false;  // the last parameter may repeat
  Type result;
  bool strict = true;
  Value (*call)(Caller& caller, const std::vector<Value>& arguments) = nullptr;
};

// Every signature of the builtin called `name`, in the order tried; empty where there is none.
std::vector<const Builtin*> builtins_named(std::string_view name);
// The names of all builtins, each once.
const std::vector<std::string>& builtin_names();

}  // namespace tepei::feel
