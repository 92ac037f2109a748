// A policy object without JSON: criteria as plain values, compiled and asked like a built-in programme.
#include <iostream>
#include <tepei/tepei.hpp>

namespace {

using tepei::policy::Criterion;
using tepei::policy::EligibilityDefinition;
using tepei::policy::Outcome;

EligibilityDefinition county_training() {
  EligibilityDefinition written;
  written.facts = tepei::FactSchema::standard();
  written.tracks = {{"standard", {"县域培训", "County training"}}};
  written.clauses = {
      {"3", "第三条", "年龄一般在40周岁以下，在旗县及以下单位工作。", tepei::policy::ClauseKind::computed, {}}};
  written.derived = {{"age", {"周岁", "full years"}, "full years(birth_date, as_of)", "3"}};

  // 一般 is a soft word: who is older is not excluded, somebody decides.
  Criterion age{"age", {"年龄", "Age"}, "3", {}, Outcome::discretionary, {}, "city_bureau", {}};
  age.rules = {{"周岁 <= 40", Outcome::met, {}}};
  Criterion level{"employer_level", {"单位层级", "Unit level"}, "3", {}, Outcome::not_met, {}, {}, {}};
  level.rules = {{"employer_level <= \"county\"", Outcome::met, {}}};
  written.eligibility = {{"standard", {age, level}}};
  return written;
}

}  // namespace

int main() {
  const auto eligibility = tepei::Eligibility::build(county_training(), {"county-training", tepei::Status::draft});
  if (!eligibility) {
    std::cerr << tepei::render(eligibility.diagnostics()) << '\n';
    return 1;
  }
  tepei::Facts facts(eligibility->definition().facts);
  facts.set("birth_date", *tepei::Date::from_civil(1980, 5, 2)).value();
  facts.set("employer_level", "county").value();

  const auto decision = eligibility->check(facts, {"standard", *tepei::Date::from_civil(2025, 3, 21), {}}).value();
  std::cout << tepei::explain::text(decision, eligibility->definition(), tepei::explain::Language::english) << '\n';
  return decision.verdict == tepei::Verdict::conditional ? 0 : 1;
}
