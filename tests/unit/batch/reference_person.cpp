#include "batch/reference_person.hpp"

#include <cstdint>

namespace tepei::batch::test {
namespace {

using policy::Outcome;

std::vector<Value> grid(const facts::FactDefinition& fact, Date as_of) {
  std::vector<Value> values;
  switch (fact.kind) {
    case facts::FactKind::boolean:
      return {Value(false), Value(true)};
    case facts::FactKind::number:
      for (const char* text : {"0", "3", "4", "4.5", "5", "8", "10.5", "12", "1000000000"})
        values.emplace_back(Decimal::parse(text).value());
      return values;
    case facts::FactKind::date:
      for (const char* text : {"1800-01-01", "1950-06-30", "1980-02-29", "1985-03-21", "2016-02-29"})
        values.emplace_back(Date::parse(text).value());
      values.emplace_back(as_of);
      return values;
    case facts::FactKind::enumeration:
      for (std::size_t i = 0; i < fact.domain->members().size(); ++i)
        values.emplace_back(EnumValue{fact.domain.get(), static_cast<std::uint16_t>(i)});
      return values;
    case facts::FactKind::code:
      return {Value("150100"), Value("150400"), Value("210100")};
    case facts::FactKind::text:
      break;
  }
  return {Value("150100"), Value("a"), Value("bc")};
}

// The criterion's outcome for every completion of its unknown facts, the next of which is `place`; stops and gives
// false at the first that is not `outcome`.
bool always(const CriterionReference& reference, const policy::Query& query, std::vector<Value>& values,
            std::size_t place, Outcome outcome) {
  if (place == reference.facts.size()) return reference.answer(Person(query.facts(), values.data())) == outcome;
  const std::size_t slot = *query.facts().find(reference.facts[place]);
  if (values[slot].is_known()) return always(reference, query, values, place + 1, outcome);
  const Value unknown = values[slot];
  bool all = true;
  for (const Value& value : grid(query.facts().at(slot), query.question().as_of)) {
    values[slot] = value;
    all = all && always(reference, query, values, place + 1, outcome);
  }
  values[slot] = unknown;
  return all;
}

std::string said(Outcome outcome, const std::string& wanted) {
  return "is " + std::string(to_string(outcome)) + ", by the reference " + wanted;
}

}  // namespace

std::optional<std::string> disagreement(const CriterionReference& reference, const policy::Query& query,
                                        const Value* values, Outcome outcome) {
  const Person person(query.facts(), values);
  bool complete = true;
  for (const std::string& fact : reference.facts) complete = complete && person.knows(fact);
  if (complete || reference.takes_unknown) {
    const Outcome wanted = reference.answer(person);
    if (outcome == wanted) return std::nullopt;
    return said(outcome, std::string(to_string(wanted)));
  }
  if (outcome == Outcome::undetermined) return std::nullopt;
  std::vector<Value> completed(values, values + query.facts().size());
  if (always(reference, query, completed, 0, outcome)) return std::nullopt;
  return said(outcome, "not for every completion");
}

}  // namespace tepei::batch::test
