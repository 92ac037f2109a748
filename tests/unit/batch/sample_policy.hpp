// A small policy over the standard facts, with every kind of fact, outcome and answer in it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tepei/policy/eligibility.hpp"

namespace tepei::batch::test {

inline policy::Criterion criterion(std::string id, std::vector<policy::Rule> rules,
                                   policy::Outcome otherwise = policy::Outcome::not_met) {
  policy::Criterion result;
  result.id = std::move(id);
  result.rules = std::move(rules);
  result.otherwise = otherwise;
  result.authority = "provincial_department";
  return result;
}

inline policy::EligibilityDefinition sample_definition() {
  using policy::Outcome;
  policy::EligibilityDefinition definition;
  definition.facts = facts::FactSchema::standard();
  definition.tracks = {{"only", {"唯一", "only"}}};
  definition.documents = {{"measures", "东北地区项目管理办法", ""}};
  definition.readings = {{"or_scope", {{"either", {}}, {"education_always", {}}}, {}, ""}};
  definition.derived = {{"age", {"周岁", "age"}, "full years(birth_date, as_of)", ""}};
  policy::Criterion document = criterion("measures", {{"frontline", Outcome::met, {}}}, Outcome::undetermined);
  document.documents = {"measures"};
  definition.eligibility = {
      {"only",
       {criterion("territory", {{"starts with(division, \"15\")", Outcome::met, {}}}),
        criterion("age", {{"age <= 35", Outcome::met, {}}, {"age <= 45 and frontline", Outcome::discretionary, {}}}),
        criterion("ethnic_minority", {{"ethnicity != \"01\"", Outcome::met, {}}}),
        criterion("education_or_title",
                  {{"or_scope = \"either\" and (education >= \"bachelor\" and profession_years >= 4 or title_level >= "
                    "\"middle\")",
                    Outcome::met,
                    {}},
                   {"or_scope = \"education_always\" and education >= \"bachelor\" and (profession_years >= 4 or "
                    "title_level >= \"middle\")",
                    Outcome::met,
                    {}}}),
        criterion("not_worker", {{"not(worker_post)", Outcome::met, {}}}, Outcome::discretionary),
        criterion("sex", {{"sex = \"female\" and work_start_date < date(\"2015-01-01\")", Outcome::met, {}},
                          {"healthy or no_bad_habits", Outcome::met, {}}}),
        std::move(document)}}};
  return definition;
}

inline const policy::Query& sample_query() {
  static const policy::Query query = [] {
    auto eligibility = policy::Eligibility::build(sample_definition()).value();
    return eligibility.bind({"", Date::parse("2025-03-21").value(), {}}).value();
  }();
  return query;
}

}  // namespace tepei::batch::test
