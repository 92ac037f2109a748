// Rules, verdicts, readings and documents over policies built by hand: the JSON-free way in.
#include "tepei/policy/eligibility.hpp"

#include <boost/test/unit_test.hpp>

#include "sample.hpp"

namespace tepei::policy {
namespace {

using sample::check;
using sample::criterion;
using sample::definition;
using Names = std::vector<std::string>;

Eligibility build(std::vector<Criterion> criteria) {
  return Eligibility::build(definition(std::move(criteria)), {"sample", Status::draft}).value();
}

BOOST_AUTO_TEST_SUITE(eligibility)

BOOST_AUTO_TEST_CASE(the_first_rule_that_holds_decides) {
  const auto policy =
      build({criterion("x", {{"n >= 10", Outcome::met, {}}, {"n >= 5 and a", Outcome::discretionary, {}}})});
  const auto outcome = [&](const sample::Given& given) { return check(policy, given).findings.at(0).outcome; };
  BOOST_TEST((outcome({{"n", 10}, {"a", false}}) == Outcome::met));
  BOOST_TEST((outcome({{"n", 9}, {"a", true}}) == Outcome::discretionary));
  BOOST_TEST((outcome({{"n", 9}, {"a", false}}) == Outcome::not_met));
  BOOST_TEST((outcome({{"n", 4}, {"a", true}}) == Outcome::not_met));
}

BOOST_AUTO_TEST_CASE(the_verdict_is_the_worst_outcome) {
  const auto policy = build(
      {criterion("x", {{"a", Outcome::met, {}}}), criterion("y", {{"b", Outcome::discretionary, {}}}, Outcome::met)});
  BOOST_TEST((check(policy, {{"a", true}, {"b", false}}).verdict == Verdict::eligible));
  BOOST_TEST((check(policy, {{"a", true}, {"b", true}}).verdict == Verdict::conditional));
  BOOST_TEST((check(policy, {{"a", true}}).verdict == Verdict::undetermined));
  BOOST_TEST((check(policy, {{"a", false}}).verdict == Verdict::ineligible));
}

BOOST_AUTO_TEST_CASE(a_discretionary_outcome_names_its_authority) {
  const auto policy = build({criterion("y", {{"b", Outcome::discretionary, {}}}, Outcome::met)});
  BOOST_TEST(check(policy, {{"b", true}}).findings.at(0).authority == "provincial_department");
  BOOST_TEST(check(policy, {{"b", false}}).findings.at(0).authority.empty());
}

BOOST_AUTO_TEST_CASE(missing_is_listed_unless_ineligible) {
  const auto policy = build({criterion("x", {{"a", Outcome::met, {}}}), criterion("y", {{"b", Outcome::met, {}}})});
  const auto open = check(policy, {{"a", true}});
  BOOST_TEST(open.missing == Names{"b"}, boost::test_tools::per_element());
  const auto closed = check(policy, {{"a", false}});
  BOOST_TEST(closed.missing.empty());
  BOOST_TEST(closed.findings.at(1).missing == Names{"b"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_condition_without_an_answer_leaves_the_criterion_open) {
  const auto policy = build({criterion("x", {{"1 / n > 0", Outcome::met, {}}})});
  const auto decision = check(policy, {{"n", 0}});
  BOOST_TEST((decision.findings.at(0).outcome == Outcome::undetermined));
  BOOST_TEST(decision.findings.at(0).missing.empty());
  BOOST_TEST(!decision.findings.at(0).diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(a_document_not_at_hand_is_named) {
  auto written = definition({criterion("x", {}, Outcome::undetermined), criterion("y", {{"a", Outcome::met, {}}})});
  written.documents = {{"rules", "《管理办法》", {}}};
  written.eligibility[0].criteria[0].documents = {"rules"};
  const auto policy = Eligibility::build(std::move(written)).value();
  const auto open = check(policy, {{"a", true}});
  BOOST_TEST((open.verdict == Verdict::undetermined));
  BOOST_TEST(open.missing.empty());
  BOOST_TEST(open.missing_documents == Names{"《管理办法》"}, boost::test_tools::per_element());
  BOOST_TEST(check(policy, {{"a", false}}).missing_documents.empty());
}

EligibilityDefinition with_readings() {
  auto written = definition({criterion(
      "age", {{"if limit = \"year\" then years <= 45 else day >= as_of - duration(\"P45Y\")", Outcome::met, {}}})});
  written.readings = {{"limit", {{"year", {}}, {"birthday", {}}}, {}, {}}};
  written.derived = {{"years", {"周岁", "full years"}, "full years(day, as_of)", {}}};
  return written;
}

BOOST_AUTO_TEST_CASE(a_finding_says_whether_it_turns_on_a_reading) {
  const auto policy = Eligibility::build(with_readings()).value();
  const auto decision = check(policy, {{"day", sample::day("1979-06-01")}});  // 45 years and some months
  BOOST_TEST((decision.verdict == Verdict::eligible));
  BOOST_TEST(decision.reading_sensitive);
  const auto& finding = decision.findings.at(0);
  BOOST_REQUIRE(finding.readings.size() == 1);
  BOOST_TEST(finding.readings[0].reading == "limit");
  BOOST_TEST(finding.readings[0].option == "birthday");
  BOOST_TEST((finding.readings[0].outcome == Outcome::not_met));
  BOOST_TEST(!check(policy, {{"day", sample::day("1985-06-01")}}).reading_sensitive);
  BOOST_TEST(
      (check(policy, {{"day", sample::day("1979-06-01")}}, {{"limit", "birthday"}}).verdict == Verdict::ineligible));
}

BOOST_AUTO_TEST_CASE(values_read_show_facts_before_what_is_derived_from_them) {
  const auto policy = Eligibility::build(with_readings()).value();
  const auto finding = check(policy, {{"day", sample::day("1985-06-01")}}).findings.at(0);
  BOOST_REQUIRE(finding.values.size() == 2);
  BOOST_TEST(finding.values[0].id == "day");
  BOOST_TEST(finding.values[1].id == "years");
  BOOST_TEST(identical(finding.values[1].value, Value(39)));
}

BOOST_AUTO_TEST_CASE(a_compound_condition_shows_its_parts) {
  const auto policy = build({criterion("x", {{"(a and n >= 5) or e = \"high\"", Outcome::met, {}}})});
  const auto finding = check(policy, {{"a", true}, {"n", 4}}).findings.at(0);
  const PartRead& root = finding.rules.at(0).condition;
  BOOST_TEST((root.connective == feel::Connective::disjunction));
  BOOST_REQUIRE(root.parts.size() == 2);
  BOOST_TEST((root.parts[0].connective == feel::Connective::conjunction));
  BOOST_TEST(root.parts[0].parts.at(1).text == "n >= 5");
  BOOST_TEST(identical(*root.parts[0].parts.at(1).value, Value(false)));
  BOOST_TEST(root.parts[1].value->is_unknown());
  BOOST_TEST(finding.missing == Names{"e"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_date_after_the_question_is_refused) {
  const auto policy = build({criterion("x", {{"a", Outcome::met, {}}})});
  const auto refused =
      policy.check(sample::facts_of(policy, {{"day", sample::day("2025-03-22")}}), {"only", sample::as_of, {}});
  BOOST_REQUIRE(!refused.ok());
  BOOST_TEST(refused.diagnostics().at(0).code == "facts.value.after_as_of");
  BOOST_TEST(refused.diagnostics().at(0).path == "day");
  BOOST_TEST(policy.check(sample::facts_of(policy, {{"day", sample::as_of}}), {"only", sample::as_of, {}}).ok());
}

BOOST_AUTO_TEST_CASE(a_question_is_bound_or_refused_with_the_nearest_name) {
  const auto policy = Eligibility::build(with_readings()).value();
  BOOST_TEST(policy.bind({"", sample::as_of, {}}).ok());
  const auto code = [&](const Question& question) { return policy.bind(question).diagnostics().at(0).code; };
  BOOST_TEST(code({"onli", sample::as_of, {}}) == "policy.track.unknown");
  BOOST_TEST(code({"only", sample::as_of, {{"limits", "year"}}}) == "policy.reading.unknown");
  BOOST_TEST(code({"only", sample::as_of, {{"limit", "yaer"}}}) == "policy.reading.unknown_option");
  const auto both = policy.bind({"onli", sample::as_of, {{"limits", "year"}}}).diagnostics();
  BOOST_TEST(both.size() == 2);
  BOOST_TEST(both[0].help.find("only") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(facts_of_another_schema_are_refused) {
  const auto policy = build({criterion("x", {{"a", Outcome::met, {}}})});
  const auto other = build({criterion("x", {{"a", Outcome::met, {}}})});
  const auto refused = policy.check(sample::facts_of(other, {}), {"only", sample::as_of, {}});
  BOOST_TEST(refused.diagnostics().at(0).code == "policy.facts.other_schema");
}

BOOST_AUTO_TEST_CASE(outcomes_and_decisions_agree) {
  const auto policy = build({criterion("x", {{"a or n > 3", Outcome::met, {}}}),
                             criterion("y", {{"b and a", Outcome::discretionary, {}}}, Outcome::met)});
  const auto query = policy.bind({"only", sample::as_of, {}}).value();
  QueryScratch scratch;
  for (const sample::Given& given :
       {sample::Given{}, {{"a", true}}, {{"n", 2}, {"b", true}}, {{"n", 4}, {"b", false}}}) {
    const auto facts = sample::facts_of(policy, given);
    std::vector<Outcome> outcomes(query.criteria().size());
    const Verdict verdict = query.outcomes(facts, scratch, outcomes.data());
    const auto decision = query.decide(facts).value();
    BOOST_TEST((verdict == decision.verdict));
    for (std::size_t i = 0; i < outcomes.size(); ++i) BOOST_TEST((outcomes[i] == decision.findings[i].outcome));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(compile_errors)

Diagnostics problems_of(EligibilityDefinition written) {
  return Eligibility::build(std::move(written)).diagnostics();
}

bool has(const Diagnostics& problems, const std::string& code, const std::string& path) {
  for (const Diagnostic& problem : problems) {
    if (problem.code == code && problem.path == path) return true;
  }
  return false;
}

BOOST_AUTO_TEST_CASE(every_problem_is_found_with_its_pointer) {
  auto written = definition({criterion("x", {{"a and", Outcome::met, {}}, {"n >= \"5\"", Outcome::met, {}}}),
                             criterion("x", {{"b", Outcome::discretionary, {}}})});
  written.eligibility[0].criteria[0].clause = "4.1";
  written.eligibility[0].criteria[1].authority = "";
  written.readings = {{"limit", {}, {}, {}}};
  const auto problems = problems_of(std::move(written));
  BOOST_TEST(has(problems, "policy.clause.unknown", "/eligibility/only/0/clause"));
  BOOST_TEST(has(problems, "policy.id.duplicate", "/eligibility/only/1/id"));
  BOOST_TEST(has(problems, "policy.criterion.no_authority", "/eligibility/only/1"));
  BOOST_TEST(has(problems, "policy.reading.no_options", "/readings/0/options"));
  BOOST_TEST(has(problems, "feel.check.type_mismatch", "/eligibility/only/0/rules/1/when"));
  BOOST_TEST(problems.size() >= 6);
}

BOOST_AUTO_TEST_CASE(an_unknown_party_is_refused_with_the_nearest) {
  auto written = definition({criterion("x", {{"a", Outcome::discretionary, {}}})});
  written.eligibility[0].criteria[0].authority = "provincial_departement";
  const auto problems = problems_of(std::move(written));
  BOOST_REQUIRE(has(problems, "policy.party.unknown", "/eligibility/only/0/authority"));
  BOOST_TEST(problems[0].help.find("provincial_department") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_track_without_criteria_would_find_everybody_eligible) {
  auto written = definition({criterion("x", {{"a", Outcome::met, {}}})});
  written.tracks.push_back({"other", {}});
  BOOST_TEST(has(problems_of(std::move(written)), "policy.track.no_criteria", "/eligibility"));
}

BOOST_AUTO_TEST_CASE(a_derived_fact_sees_only_those_before_it) {
  auto written = definition({criterion("x", {{"second > 1", Outcome::met, {}}})});
  written.derived = {{"first", {}, "second + 1", {}}, {"second", {}, "n * 2", {}}};
  const auto problems = problems_of(std::move(written));
  BOOST_REQUIRE(problems.size() == 1);
  BOOST_TEST(problems[0].path == "/derived/0/expression");
}

BOOST_AUTO_TEST_CASE(a_condition_must_be_boolean) {
  BOOST_TEST(has(problems_of(definition({criterion("x", {{"n + 1", Outcome::met, {}}})})), "feel.check.type_mismatch",
                 "/eligibility/only/0/rules/0/when"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::policy
