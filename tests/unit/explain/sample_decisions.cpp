#include "explain/samples.hpp"

namespace tepei::explain::samples {

namespace {

using feel::Connective;
using policy::Decision;
using policy::Finding;
using policy::Outcome;
using policy::Verdict;

const char* const qualification =
    "(education >= \"master\" and profession_years >= 5) or title_level >= \"associate_senior\"";

Decision decision_of(const char* programme, const char* track, Verdict verdict) {
  Decision decision;
  decision.programme = programme;
  decision.track = track;
  decision.as_of = day("2025-03-21");
  decision.verdict = verdict;
  return decision;
}

Decision draft_of(Verdict verdict) {
  Decision decision = decision_of("liaoning-2025-draft", "standard", verdict);
  decision.status = policy::Status::draft;
  return decision;
}

Decision outside(Verdict verdict) {
  Decision decision = decision_of("inner-mongolia-2025", "outside", verdict);
  decision.readings = {{"age_limit", "through_the_year"}};
  return decision;
}

Finding political(const Sample& sample) {
  Finding result = finding(sample, "political", {"政治条件", "political standing"}, Outcome::met, "4.0");
  result.values = {fact("political_ok", true)};
  result.rules = {rule(Outcome::met, atom("political_ok", true))};
  return result;
}

Finding health(const Sample& sample) {
  Finding result = finding(sample, "health", {"身心健康", "health"}, Outcome::met, "4.2.1");
  result.values = {fact("healthy", true)};
  result.rules = {rule(Outcome::met, atom("healthy", true))};
  return result;
}

Finding age(const Sample& sample, const char* birth_date, int years) {
  const bool young = years <= 45;
  Finding result = finding(sample, "age", {"年龄", "age"}, young ? Outcome::met : Outcome::not_met, "4.2.1");
  result.values = {fact("birth_date", day(birth_date)), derived("age", {"周岁", "age"}, years, "四（二）1")};
  result.rules = {rule(Outcome::met, atom("age <= 45", young))};
  return result;
}

Finding education_or_title(const Sample& sample, Outcome outcome, Value education, int years, Value title) {
  Finding result = finding(sample, "education_or_title", {"学历或职称", "education or title"}, outcome, "4.2.2");
  const bool met = outcome == Outcome::met;
  const Value whole = outcome == Outcome::undetermined ? Value() : Value(met);
  result.values = {fact("education", education), fact("profession_years", years), fact("title_level", title)};
  result.rules = {rule(
      Outcome::met,
      joined(Connective::disjunction, qualification, whole,
             {joined(Connective::conjunction, "education >= \"master\" and profession_years >= 5", years >= 5 && met,
                     {atom("education >= \"master\"", met || outcome == Outcome::undetermined),
                      met ? atom("profession_years >= 5", years >= 5) : atom("profession_years >= 5", years >= 5)}),
              met ? not_reached("title_level >= \"associate_senior\"")
                  : atom("title_level >= \"associate_senior\"",
                         outcome == Outcome::undetermined ? Value() : Value(false))}))};
  return result;
}

Case eligible() {
  Case result{"eligible", inner_mongolia(), outside(Verdict::eligible)};
  result.decision.findings = {political(result.sample), health(result.sample), age(result.sample, "1984-06-01", 40),
                              education_or_title(result.sample, Outcome::met, member("education", "master"), 8,
                                                 member("title_level", "middle"))};
  return result;
}

Case ineligible() {
  Case result{"ineligible", inner_mongolia(), outside(Verdict::ineligible)};
  result.decision.findings = {political(result.sample), health(result.sample), age(result.sample, "1978-03-02", 47),
                              education_or_title(result.sample, Outcome::not_met, member("education", "bachelor"), 6,
                                                 member("title_level", "middle"))};
  return result;
}

Case undetermined_by_fact() {
  Case result{"undetermined-by-fact", inner_mongolia(), outside(Verdict::undetermined)};
  Finding open = education_or_title(result.sample, Outcome::undetermined, member("education", "master"), 3, Value());
  open.missing = {"title_level"};
  result.decision.findings = {political(result.sample), health(result.sample), age(result.sample, "1984-06-01", 40),
                              std::move(open)};
  result.decision.missing = {"title_level"};
  return result;
}

Case undetermined_by_document() {
  Case result{"undetermined-by-document", inner_mongolia(),
              decision_of("inner-mongolia-2025", "northeast", Verdict::undetermined)};
  Finding division = finding(result.sample, "division", {"所在盟市", "league or city"}, Outcome::met, "2.1");
  division.values = {fact("division", Value("150402"))};
  division.rules = {rule(
      Outcome::met,
      atom("some p in [\"1504\", \"1505\", \"1507\", \"1522\", \"1525\"] satisfies starts with(division, p)", true))};
  Finding measures = finding(result.sample, "northeast_measures",
                             {"学员管理办法规定的条件", "conditions of the measures"}, Outcome::undetermined, "4.1");
  measures.missing_documents = {"《“东北地区少数民族专业技术人才特殊培养”内蒙古自治区学员管理办法》"};
  measures.rules = {rule(Outcome::undetermined, atom("true", true))};
  result.decision.missing_documents = measures.missing_documents;
  result.decision.findings = {std::move(division), political(result.sample), std::move(measures)};
  return result;
}

Finding not_management(const Sample& sample, bool manages) {
  Finding result = finding(sample, "not_management", {"非管理岗位", "not in management"},
                           manages ? Outcome::discretionary : Outcome::met, "6.3");
  if (manages) result.authority = "provincial_department";
  result.values = {fact("management_post", manages)};
  result.rules = {rule(Outcome::discretionary, atom("management_post", manages))};
  return result;
}

Finding retirement_distance(const Sample& sample) {
  Finding result = finding(sample, "retirement_distance", {"距法定退休年龄", "distance to retirement"},
                           Outcome::discretionary, "7.4");
  result.authority = "provincial_department";
  result.values = {fact("birth_date", day("1970-02-10")),
                   fact("sex", member("sex", "male")),
                   derived("statutory_retirement_date", {"法定退休日期", "statutory retirement date"},
                           day("2031-12-10"), "国务院关于渐进式延迟法定退休年龄的办法第一条"),
                   fact("can_continue_after_retirement", true),
                   fact("urgent_specialty", false),
                   fact("hardship_area", true),
                   fact("frontline", Value())};
  const Value yes = true;
  result.rules = {
      rule(Outcome::met, atom("as_of + @\"P10Y\" <= statutory_retirement_date", false)),
      rule(Outcome::discretionary,
           joined(
               Connective::conjunction, "…", yes,
               {atom("as_of + @\"P5Y\" <= statutory_retirement_date", yes), atom("can_continue_after_retirement", yes),
                joined(Connective::disjunction, "urgent_specialty or hardship_area or frontline", yes,
                       {atom("urgent_specialty", false), atom("hardship_area", yes), atom("frontline", Value())})}))};
  result.notes = {{"“可适当放宽”由主管部门掌握。", "“May be relaxed” is left to the department."}};
  return result;
}

Case conditional() {
  Case result{"conditional", liaoning(), draft_of(Verdict::conditional)};
  result.decision.findings = {not_management(result.sample, true), retirement_distance(result.sample)};
  return result;
}

Case draft() {
  Case result{"draft", liaoning(), draft_of(Verdict::eligible)};
  result.decision.findings = {not_management(result.sample, false)};
  return result;
}

Case reading_sensitive() {
  Case result{"reading-sensitive", inner_mongolia(), outside(Verdict::eligible)};
  Finding turning = age(result.sample, "1979-06-01", 45);
  turning.reading_sensitive = true;
  turning.readings = {{"age_limit", "to_the_birthday", Outcome::not_met}};
  turning.rules = {
      rule(Outcome::met,
           joined(Connective::conditional,
                  "if age_limit = \"through_the_year\" then age <= 45 else birth_date >= as_of - @\"P45Y\"", true,
                  {atom("age_limit = \"through_the_year\"", true), atom("age <= 45", true),
                   not_reached("birth_date >= as_of - @\"P45Y\"")}))};
  result.decision.reading_sensitive = true;
  result.decision.findings = {health(result.sample), std::move(turning)};
  return result;
}

Case notes() {
  Case result{"notes", inner_mongolia(), outside(Verdict::undetermined)};
  Finding minority =
      finding(result.sample, "ethnic_minority", {"少数民族", "ethnic minority"}, Outcome::undetermined, "4.2.1");
  minority.values = {fact("ethnicity", Value())};
  minority.rules = {rule(Outcome::met, atom("not(ethnicity = \"01\")", Value()))};
  minority.rules[0].condition =
      joined(Connective::negation, "not(ethnicity = \"01\")", Value(), {atom("ethnicity = \"01\"", Value())});
  Finding broken = age(result.sample, "1985-06-01", 39);
  broken.outcome = Outcome::undetermined;
  broken.rules = {rule(Outcome::met, atom("profession_years / 0 <= 45", Null{}))};
  broken.diagnostics = {{"feel.run.division_by_zero", "`profession_years / 0` divides by zero", "", ""}};
  result.decision.findings = {std::move(minority), std::move(broken)};
  result.decision.notes = {
      {"出生日期“1985.06”按当月1日计。", "birth date `1985.06` is taken as the first of the month."},
      {"工人岗位未填写，按“否”处理。", "worker post was not given and is taken as no."},
      {"民族代码97（其他）是否属于少数民族，条文未作规定。", "whether ethnic code 97 is a minority is left open."}};
  return result;
}

}  // namespace

std::vector<Case> cases() {
  return {eligible(),    ineligible(), undetermined_by_fact(), undetermined_by_document(),
          conditional(), draft(),      reading_sensitive(),    notes()};
}

}  // namespace tepei::explain::samples
