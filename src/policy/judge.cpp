#include "policy/judge.hpp"

namespace tepei::policy {

void derive(const Compiled& compiled, const std::vector<std::size_t>& derived, const Person& person) {
  for (const std::size_t place : derived) {
    (*person.bound)[compiled.layout.derived_fact(place)] =
        compiled.derived[place].evaluate(person.inputs(), *person.scratch);
  }
}

namespace {

// What the rules from `place` on can give. Recursion is bounded by the number of rules, which compiling bounds.
Judgement judge_from(const CompiledCriterion& criterion, std::size_t place, const Person& person) {
  for (; place < criterion.rules.size(); ++place) {
    const CompiledRule& rule = criterion.rules[place];
    const Value holds = rule.when.evaluate(person.inputs(), *person.scratch);
    if (const bool* known = holds.get_if<bool>()) {
      if (*known) return {OutcomeSet(rule.outcome), {}};
      continue;
    }
    // An expression without an answer leaves the criterion open; it is never a failing.
    if (!holds.is_unknown()) return {OutcomeSet(Outcome::undetermined), {}};
    Judgement rest = judge_from(criterion, place + 1, person);
    rest.possible.insert(rule.outcome);
    // Where this rule gives what the rest gives anyway, whether it holds makes no difference.
    if (!rest.possible.single()) rest.missing |= holds.unknown_facts();
    return rest;
  }
  return {OutcomeSet(criterion.source->otherwise), {}};
}

}  // namespace

Judgement judge(const CompiledCriterion& criterion, const Person& person) {
  return judge_from(criterion, 0, person);
}

Judgement judge_exactly(const Compiled& compiled, const CompiledCriterion& criterion, const Person& person,
                        bool kleene_is_exact) {
  const Judgement kleene = judge(criterion, person);
  if (kleene_is_exact || kleene.possible.single()) return kleene;
  return complete(compiled, criterion, person, kleene);
}

}  // namespace tepei::policy
