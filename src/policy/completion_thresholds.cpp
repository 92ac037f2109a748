#include "policy/completion_thresholds.hpp"

#include "policy/movement.hpp"

namespace tepei::policy {

Atoms::Atoms(const Compiled& compiled, const CompiledCriterion& criterion, const Person& person)
    : compiled_(compiled), criterion_(criterion), person_(person), counts_(compiled.definition.facts->size(), 0) {
  derive(compiled_, criterion_.derived, person_);
  for (const CompiledRule& rule : criterion_.rules) {
    const feel::Expression& when = rule.when;
    const Value holds = when.evaluate(person_.inputs(), *person_.scratch);
    const bool* known = holds.get_if<bool>();
    if (known != nullptr && !*known) continue;
    if (!holds.is_unknown()) break;
    for (std::size_t part = 0; part < when.parts().size(); ++part) {
      if (when.parts()[part].connective != feel::Connective::atom) continue;
      const auto value = when.part_value(when.parts()[part], *person_.scratch);
      if (value.has_value() && value->is_unknown()) atoms_.push_back({&rule, part, value->unknown_facts()});
    }
    count_occurrences(when, 1);
  }
}

// The expression was the last to run. A derived fact read n times reads its own facts n times.
void Atoms::count_occurrences(const feel::Expression& expression, std::size_t times) {
  for (const feel::Occurrence& occurrence : expression.unknown_occurrences(person_.inputs(), *person_.scratch)) {
    if (occurrence.slot.bank == feel::Bank::facts) {
      counts_[occurrence.slot.index] += times * occurrence.count;
    } else if (compiled_.layout.is_derived(occurrence.slot)) {
      const feel::Expression& derived = compiled_.derived[compiled_.layout.derived_of(occurrence.slot)];
      derived.evaluate(person_.inputs(), *person_.scratch);
      count_occurrences(derived, times * occurrence.count);
    }
  }
}

FactSet Atoms::all_facts() const {
  FactSet facts;
  for (std::size_t slot = 0; slot < counts_.size(); ++slot) {
    if (counts_[slot] > 0) facts.insert(slot);
  }
  return facts;
}

Value Atoms::evaluate(const Atom& atom) const {
  derive(compiled_, criterion_.derived, person_);
  return atom.rule->atoms[atom.part]->evaluate(person_.inputs(), *person_.scratch);
}

bool Atoms::monotone(const Atom& atom, std::size_t slot) const {
  const feel::Expression& when = atom.rule->when;
  return direction(compiled_, when, &when.parts()[atom.part], slot) != feel::Direction::not_monotone;
}

}  // namespace tepei::policy
