// A whole programme without JSON: criteria, a ladder for leave and a funding schedule as plain values, compiled,
// checked and asked like a built-in one. Wherever a clause is named, the answer cites it word for word.
#include <iostream>
#include <memory>
#include <tepei/explain/answers.hpp>
#include <tepei/tepei.hpp>

namespace {

using namespace tepei::policy;

// What all objects of the programme build on: its name and its text.
ProgrammeText text_of_the_notice() {
  ProgrammeText text;
  text.heading = {"county-training", Status::draft, "县域专业技术人才培养办法（示例）"};
  text.tracks = {{"standard", {"县域培训", "County training"}}};
  text.clauses = {{"3",
                   "第三条",
                   "年龄一般在40周岁以下，在旗县及以下单位工作。",
                   ClauseKind::computed,
                   {"eligibility.standard.age", "eligibility.standard.employer_level"}},
                  {"5",
                   "第五条",
                   "请假5天以内的，由培养单位批准；5天以上的，经选送单位同意后由盟市人社局书面批准。",
                   ClauseKind::computed,
                   {"leave.up_to_5", "leave.above_5"}},
                  {"6",
                   "第六条",
                   "生活补贴每人每月500元，由选送单位按月发给学员。",
                   ClauseKind::computed,
                   {"funding.standard.living_allowance"}}};
  return text;
}

EligibilityDefinition who_is_eligible(const ProgrammeText& text) {
  // 一般 is a soft word: who is older is not excluded, somebody decides; who, the definition must say.
  Criterion age{"age", {"年龄", "Age"}, "3", {}, Outcome::discretionary, {}, "city_bureau", {}};
  age.rules = {{"周岁 <= 40", Outcome::met, {}}};
  Criterion level{"employer_level", {"单位层级", "Unit level"}, "3", {}, Outcome::not_met, {}, {}, {}};
  level.rules = {{"employer_level <= \"county\"", Outcome::met, {}}};

  EligibilityDefinition written;
  written.facts = tepei::FactSchema::standard();
  written.tracks = text.tracks;
  written.clauses = text.clauses;
  written.derived = {{"age", {"周岁", "full years"}, "full years(birth_date, as_of)", "3"}};
  written.eligibility = {{"standard", {age, level}}};
  return written;
}

LeaveDefinition who_grants_leave() {
  LeaveTier up_to_5;
  up_to_5.id = "up_to_5";
  up_to_5.to = DayBound{5, true};
  up_to_5.acts = {{ActKind::approve, "training_unit", false, {}}};
  up_to_5.clause = "5";
  LeaveTier above_5;
  above_5.id = "above_5";
  above_5.from = {5, false};  // a gap or an overlap between tiers is refused, with the days concerned
  above_5.acts = {{ActKind::consent, "sending_unit", false, {}}, {ActKind::approve, "city_bureau", true, {}}};
  above_5.clause = "5";

  LeaveDefinition written;
  written.clause = "5";
  written.kinds = {{"sick", {"病假", "sick leave"}, {}}, {"personal", {"事假", "personal leave"}, {}}};
  written.any_kind = true;  // a kind the text does not name goes the same way
  written.tiers = {up_to_5, above_5};
  return written;
}

FundingDefinition who_pays() {
  FundingItem allowance;
  allowance.item = "living_allowance";
  allowance.amount = 500;
  allowance.per = RatePer::month;
  allowance.payer = "sending_unit";
  allowance.payee = "trainee";
  allowance.clause = "6";

  FundingDefinition written;
  written.clause = "6";
  written.items = {{"living_allowance", {"生活补贴", "living allowance"}, {}}};
  written.tracks = {{"standard", {allowance}}};
  return written;
}

// Each `build` finds every problem of its definition; `value()` throws them all as one `tepei::Error`.
Programme county_training() {
  const auto text = std::make_shared<const ProgrammeText>(text_of_the_notice());
  Instrument instrument;
  instrument.title = text->heading.title;
  instrument.status = text->heading.status;
  return {text->heading.programme,
          instrument,
          {},
          Eligibility::build(who_is_eligible(*text), text->heading).value(),
          ApprovalLadder::build(who_grants_leave(), text).value(),
          {},
          FundingSchedule::build(who_pays(), text).value()};
}

}  // namespace

int main() {
  try {
    const auto programme = county_training();
    auto facts = programme.facts();
    facts.set("birth_date", *tepei::Date::from_civil(1980, 5, 2)).value();
    facts.set("employer_level", "county").value();
    const auto decision = programme.eligibility.check(facts, {"standard", *tepei::Date::from_civil(2025, 3, 21), {}});
    std::cout << tepei::explain::text(decision.value(), programme) << '\n';

    LeaveQuestion leave;
    leave.days = 12;
    std::cout << tepei::explain::text(programme.leave->route(leave).value(), *programme.leave) << '\n';

    FundingQuestion funding;
    funding.months = tepei::Decimal::parse("7.5").value();
    std::cout << tepei::explain::text(programme.funding->entitlement(funding).value(), *programme.funding);
  } catch (const tepei::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
