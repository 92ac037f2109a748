#include "policy/movement.hpp"

namespace tepei::policy {

namespace {

using feel::Direction;

// How a value moves that moves as `outer` with something that moves as `inner`.
Direction through(Direction outer, Direction inner) {
  if (outer == Direction::independent || inner == Direction::independent) return Direction::independent;
  if (outer == Direction::not_monotone || inner == Direction::not_monotone) return Direction::not_monotone;
  return outer == inner ? Direction::increasing : Direction::decreasing;
}

// How a value moves that moves in both ways at once.
Direction together(Direction left, Direction right) {
  if (left == Direction::independent) return right;
  if (right == Direction::independent || left == right) return left;
  return Direction::not_monotone;
}

const std::vector<feel::Slot>& variables(const feel::Expression& expression, const feel::Part* part) {
  return part == nullptr ? expression.variables() : part->variables;
}

const feel::Expression& derived_at(const Compiled& compiled, feel::Slot slot) {
  return compiled.derived[compiled.layout.derived_of(slot)];
}

}  // namespace

std::set<std::size_t> facts_read(const Compiled& compiled, const feel::Expression& expression, const feel::Part* part) {
  std::set<std::size_t> facts;
  for (const feel::Slot variable : variables(expression, part)) {
    if (variable.bank == feel::Bank::facts) {
      facts.insert(variable.index);
    } else if (compiled.layout.is_derived(variable)) {
      facts.merge(facts_read(compiled, derived_at(compiled, variable)));
    }
  }
  return facts;
}

Direction direction(const Compiled& compiled, const feel::Expression& expression, const feel::Part* part,
                    std::size_t slot) {
  Direction result = Direction::independent;
  for (const feel::Slot variable : variables(expression, part)) {
    const Direction outer = part == nullptr ? expression.direction(variable) : expression.direction(*part, variable);
    if (variable.bank == feel::Bank::facts) {
      if (variable.index == slot) result = together(result, outer);
    } else if (compiled.layout.is_derived(variable)) {
      const Direction inner = direction(compiled, derived_at(compiled, variable), nullptr, slot);
      result = together(result, through(outer, inner));
    }
  }
  return result;
}

}  // namespace tepei::policy
