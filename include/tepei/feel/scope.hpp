/// The names an expression may use, and where their values come from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/feel/type.hpp"
#include "tepei/value/value.hpp"

namespace tepei::feel {

/// Where a variable's value stands when an expression runs: one of two arrays of the caller's.
/// Two, so that a person's facts are read where they lie while derived values are written elsewhere.
enum class Bank : std::uint8_t { facts = 0, bound = 1 };

/// A variable's place.
struct Slot {
  Bank bank = Bank::facts;
  std::uint32_t index = 0;

  friend bool operator==(Slot l, Slot r) { return l.bank == r.bank && l.index == r.index; }
};

/// A typed name. `name` and `aliases` may be Chinese and may hold blanks; runs of blanks count as one.
struct Variable {
  std::string name;
  std::vector<std::string> aliases;
  Type type;
  Slot slot;
  /// Of a constant: its value, which compiling writes into the expression. Its slot is then never read.
  std::optional<Value> constant = std::nullopt;
};

/// The names in scope. Built up, then only read; safe to share between threads once built.
class Scope {
 public:
  /// Adds a variable. Errors: `feel.scope.duplicate_name` where one of its names is taken already,
  /// `feel.scope.empty_name`.
  Result<void> add(Variable variable);
  /// Names that may follow a dot although no type declares them (members of contexts read from outside).
  void add_member_name(std::string_view name);

  const std::vector<Variable>& variables() const noexcept { return variables_; }
  const std::vector<std::string>& member_names() const noexcept { return member_names_; }
  /// The variable with this name or alias, or null.
  const Variable* find(std::string_view name) const;

 private:
  std::vector<Variable> variables_;
  std::vector<std::string> member_names_;
};

/// The two arrays an expression reads. Each is at least as long as the greatest index the scope gave out for it;
/// `bound` may be null where the scope has no such variable.
struct Inputs {
  const Value* facts = nullptr;
  const Value* bound = nullptr;

  const Value& at(Slot slot) const { return (slot.bank == Bank::facts ? facts : bound)[slot.index]; }
};

}  // namespace tepei::feel
