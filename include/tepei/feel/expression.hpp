/// A FEEL expression: parsed, checked against a scope, lowered, and ready to run.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/feel/limits.hpp"
#include "tepei/feel/scope.hpp"
#include "tepei/feel/type.hpp"
#include "tepei/value/result.hpp"
#include "tepei/value/value.hpp"

namespace tepei::feel {

class Program;

/// The working memory of one evaluation; belongs to one call at a time. After a run it holds the value of every
/// sub-expression that was run, until the next. Reuse it to save allocations; never share it between threads.
class Scratch {
 public:
  /// Why the last run gave null, where it did: division by zero, a limit, an operand of the wrong kind.
  const Diagnostics& diagnostics() const noexcept { return diagnostics_; }

 private:
  friend class Machine;
  friend class Expression;
  std::vector<Value> registers_;
  std::vector<std::vector<Value>> frames_;  // of function calls, by depth
  Diagnostics diagnostics_;
  Inputs inputs_;          // of the last run
  bool complete_ = false;  // the last run passed no limit
};

/// How a sub-expression's value moves with one variable, all others held.
enum class Direction : std::uint8_t { independent, increasing, decreasing, not_monotone };

/// How the parts of a condition hang together.
enum class Connective : std::uint8_t {
  atom,         ///< a condition without parts of its own: a comparison, a boolean name
  conjunction,  ///< `and`
  disjunction,  ///< `or`
  negation,     ///< `not(…)`
  conditional   ///< `if`: its parts are the condition and the two branches
};

/// One part of a condition, for explaining it and for finding where it turns.
struct Part {
  Connective connective = Connective::atom;
  Span span;                         ///< in the expression's source
  std::vector<std::uint32_t> parts;  ///< places in `Expression::parts()`
  std::vector<Slot> variables;       ///< read by this part, each once
  std::uint32_t result = 0;          ///< where the machine leaves its value
};

/// How often a variable whose value is unknown was read on the way to an unknown result.
struct Occurrence {
  Slot slot;
  std::uint32_t count = 0;
};

/// A compiled expression. Immutable: one object serves any number of threads, each with its own `Scratch`.
/// Copying shares the program. Source: DMN 1.5, chapter 10.
class Expression {
 public:
  /// Parses, checks and lowers `source` over the names of `scope`. Where `expected` is not `Any`, a source of another
  /// type is an error (`feel.check.type_mismatch`). All problems found are given, each with its span.
  static Result<Expression> compile(std::string_view source, const Scope& scope, const Limits& limits = {},
                                    const Type& expected = {});

  const std::string& source() const noexcept;
  const Type& type() const noexcept;
  /// The variables it reads, each once.
  const std::vector<Slot>& variables() const noexcept;

  /// Its value over `inputs`. Never throws and never fails: an operation without an answer gives null and says why in
  /// `scratch.diagnostics()`; an unknown carries the facts it depends on.
  Value evaluate(const Inputs& inputs, Scratch& scratch) const;
  Value evaluate(const Inputs& inputs) const;

  /// The variables that the last run with `scratch` read, each once, in the order of the source: those that stand only
  /// in branches not taken are left out.
  std::vector<Slot> variables_reached(const Inputs& inputs, const Scratch& scratch) const;

  /// The boolean structure, root first; empty where the expression is not boolean.
  const std::vector<Part>& parts() const noexcept;
  /// The value of a part in the last run of this expression with `scratch`; nothing where that run took another
  /// branch or passed a limit. A part that is a variable's name is read from that run's inputs, which must still exist.
  std::optional<Value> part_value(const Part& part, const Scratch& scratch) const;

  /// How the value of the whole (or of one part) moves with `variable`. Booleans count false below true. Sound, not
  /// complete: `not_monotone` may also mean that it could not be shown.
  Direction direction(Slot variable) const;
  Direction direction(const Part& part, Slot variable) const;

  /// The unknown variables that the last run with `scratch` read on the way to its unknown result, with how often:
  /// known sub-expressions and branches not taken do not count. Empty where the result was known.
  std::vector<Occurrence> unknown_occurrences(const Inputs& inputs, const Scratch& scratch) const;

 private:
  explicit Expression(std::shared_ptr<const Program> program);
  std::shared_ptr<const Program> program_;
};

/// Parses `source` as a whole expression (or, with `unary_tests`, as a decision table's cell) without checking types:
/// for tools that only ask whether a text is FEEL. Names not in scope are errors.
Result<void> check_syntax(std::string_view source, const Scope& scope, bool unary_tests = false,
                          const Limits& limits = {});

}  // namespace tepei::feel
