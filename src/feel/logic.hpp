// FEEL's ternary logic with our unknown: strong Kleene over false, null, unknown and true.
#pragma once

#include <cstdint>

#include "tepei/value/fact_set.hpp"
#include "tepei/value/value.hpp"

namespace tepei::feel {

// What a condition comes to. `null` is an operand that is no boolean.
enum class Logic : std::uint8_t { no, null, unknown, yes };

// A condition's answer, with the facts an unknown one depends on.
struct Answer {
  Logic logic = Logic::no;
  FactSet facts;

  Answer() = default;
  Answer(Logic given) : logic(given) {}                          // NOLINT(google-explicit-constructor)
  Answer(bool known) : logic(known ? Logic::yes : Logic::no) {}  // NOLINT(google-explicit-constructor)
  explicit Answer(FactSet given) : logic(Logic::unknown), facts(given) {}

  static Answer of(const Value& value);
  Value value() const;
};

// False decides; else one unknown leaves it open, even beside null (the rest may turn out false); else null; else true.
Answer conjunction(Answer left, Answer right);
// True decides; else unknown; else null; else false.
Answer disjunction(Answer left, Answer right);
Answer negation(Answer operand);

inline Answer Answer::of(const Value& value) {
  if (const bool* known = value.get_if<bool>()) return Answer(*known);
  if (value.is_unknown()) return Answer(value.unknown_facts());
  return Answer(Logic::null);
}

inline Value Answer::value() const {
  switch (logic) {
    case Logic::no:
      return Value(false);
    case Logic::yes:
      return Value(true);
    case Logic::unknown:
      return Value(Unknown{facts});
    default:
      return Value(Null{});
  }
}

// The rank in which the greater decides, for a connective that `deciding` ends.
inline int weight_beside(Answer answer, Logic deciding) {
  if (answer.logic == deciding) return 3;
  if (answer.logic == Logic::unknown) return 2;
  return answer.logic == Logic::null ? 1 : 0;
}

inline Answer decide(Answer left, Answer right, Logic deciding) {
  if (left.logic == Logic::unknown && right.logic == Logic::unknown) return Answer(left.facts | right.facts);
  return weight_beside(left, deciding) >= weight_beside(right, deciding) ? left : right;
}

inline Answer conjunction(Answer left, Answer right) {
  return decide(left, right, Logic::no);
}
inline Answer disjunction(Answer left, Answer right) {
  return decide(left, right, Logic::yes);
}

inline Answer negation(Answer operand) {
  if (operand.logic == Logic::yes) return Answer(false);
  if (operand.logic == Logic::no) return Answer(true);
  return operand;
}

}  // namespace tepei::feel
