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

// What a value holds, or nothing where it is of another kind.
template <typename T>
const T* as(const Value& value) {
  return value.get_if<T>();
}

struct Parameter {
  std::string name;
  Type type;
  bool optional = false;
};

// The arguments of one call, read where they lie: nothing is copied. An optional argument left out before one that is
// given by name stands as null.
class Arguments {
 public:
  Arguments(const Value* const* first, std::size_t size) : first_(first), size_(size) {}
  std::size_t size() const noexcept { return size_; }
  const Value& operator[](std::size_t place) const noexcept { return *first_[place]; }
  // Those from `place` on.
  Arguments from(std::size_t place) const noexcept { return {first_ + place, size_ - place}; }

 private:
  const Value* const* first_;
  std::size_t size_;
};

// The bytes of text whose reading counts as one step of work.
constexpr std::size_t bytes_a_step = 16;

// What an operation may ask of whoever runs it.
class Caller {
 public:
  virtual ~Caller() = default;
  // Calls a function value (sort's `precedes`).
  virtual Value call(const Value& function, const Arguments& arguments) = 0;
  // Counts work; false where the limit is passed (the operation then returns null at once).
  virtual bool spend(std::size_t steps) = 0;
  // Notes why the answer is null and returns null.
  virtual Value null_because(std::string_view code, std::string message) = 0;
  // The same for a limit that is passed: the whole evaluation ends with null.
  virtual Value stop(std::string_view code, std::string message) = 0;
  virtual const Limits& limits() const = 0;
};

// One signature of a builtin. Signatures of one name and one number of arguments share `call`, which tells their kinds
// apart when it runs; the checker alone needs them listed one by one.
struct Builtin {
  std::string name;
  std::vector<Parameter> parameters;
  bool variadic = false;  // the last parameter may repeat
  Type result;
  Value (*call)(Caller& caller, const Arguments& arguments) = nullptr;
  // An unknown argument makes the answer unknown before the function is called; otherwise the function sees unknowns
  // and decides exactly (count, all, any). Unknowns inside a list are always the function's own business.
  bool strict = true;
  // A null argument makes the answer null before the function is called, whatever the others are, even unknown.
  bool null_gives_null = true;
};

// Every signature of the builtin called `name`, in the order tried; empty where there is none.
std::vector<const Builtin*> builtins_named(std::string_view name);
// The first signature of that name that takes so many arguments by position; null where none does.
const Builtin* builtin_taking(std::string_view name, std::size_t count);
// The names of all builtins, each once.
const std::vector<std::string>& builtin_names();
// Why a function that DMN has is absent here and what to do instead (`now`, `today`); empty for any other name.
std::string_view absent_builtin_help(std::string_view name);

}  // namespace tepei::feel
