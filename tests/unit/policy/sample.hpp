// Small policies built by hand, for tests.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tepei/policy/eligibility.hpp"

namespace tepei::policy::sample {

inline facts::FactDefinition fact(std::string id, facts::FactKind kind) {
  facts::FactDefinition definition;
  definition.label = "L" + id;
  definition.id = std::move(id);
  definition.kind = kind;
  return definition;
}

// Booleans a to d; e, an ordered enumeration; n and m, numbers from 0; day and since, dates, day not after `as_of`.
inline std::shared_ptr<const facts::FactSchema> letters() {
  std::vector<facts::FactDefinition> definitions;
  for (const char* id : {"a", "b", "c", "d"}) definitions.push_back(fact(id, facts::FactKind::boolean));
  auto grade = fact("e", facts::FactKind::enumeration);
  grade.domain = std::make_shared<const EnumDomain>(
      "grade", true, std::vector<EnumMember>{{"low", "低"}, {"middle", "中"}, {"high", "高"}});
  definitions.push_back(grade);
  for (const char* id : {"n", "m"}) {
    definitions.push_back(fact(id, facts::FactKind::number));
    definitions.back().minimum = Decimal(0);
  }
  definitions.push_back(fact("day", facts::FactKind::date));
  definitions.back().not_after_as_of = true;
  definitions.push_back(fact("since", facts::FactKind::date));
  return facts::FactSchema::build(std::move(definitions)).value();
}

inline Criterion criterion(std::string id, std::vector<Rule> rules, Outcome otherwise = Outcome::not_met) {
  Criterion result;
  result.id = std::move(id);
  result.rules = std::move(rules);
  result.otherwise = otherwise;
  result.authority = "provincial_department";
  return result;
}

// One track, `only`, with these criteria over the letters.
inline EligibilityDefinition definition(std::vector<Criterion> criteria) {
  EligibilityDefinition result;
  result.facts = letters();
  result.tracks = {{"only", {"唯一", "only"}}};
  result.eligibility = {{"only", std::move(criteria)}};
  return result;
}

inline Date day(const char* text) {
  return Date::parse(text).value();
}

inline const Date as_of = day("2025-03-21");

using Given = std::vector<std::pair<std::string, Value>>;

inline facts::Facts facts_of(const Eligibility& eligibility, const Given& given) {
  facts::Facts result(eligibility.definition().facts);
  for (const auto& [name, value] : given) result.set(name, value).value();
  return result;
}

inline Decision check(const Eligibility& eligibility, const Given& given,
                      std::vector<std::pair<std::string, std::string>> readings = {}) {
  return eligibility.check(facts_of(eligibility, given), {"only", as_of, std::move(readings)}).value();
}

}  // namespace tepei::policy::sample
