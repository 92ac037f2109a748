// Routes, grades and money of the built-in programmes, from the question to text.
#include "tepei/explain/answers.hpp"

#include <boost/test/unit_test.hpp>

#include "explain/golden.hpp"
#include "tepei/catalog/catalog.hpp"

namespace tepei::explain {

namespace {

policy::Programme built_in(const char* id) {
  return catalog::programme(id).value();
}

template <typename Answer, typename Object>
void compare(const std::string& name, const Answer& answer, const Object& object) {
  samples::compare_with_golden("../answers/" + name + ".zh.txt", text(answer, object));
  samples::compare_with_golden("../answers/" + name + ".en.txt", text(answer, object, Language::english));
  samples::compare_with_golden("../answers/" + name + ".zh.html", html(answer, object));
  samples::compare_with_golden("../answers/" + name + ".json", to_json(answer, 2) + "\n");
}

Date day(const char* text) {
  return Date::parse(text).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(answers)

BOOST_AUTO_TEST_CASE(a_leader_asks_for_leave) {
  const auto programme = built_in("liaoning-2025-draft");
  policy::LeaveQuestion question;
  question.days = Decimal(12);
  question.role = "group_leader";
  compare("route-leader", programme.leave->route(question).value(), *programme.leave);
}

BOOST_AUTO_TEST_CASE(a_leave_that_runs_on_from_another) {
  const auto programme = built_in("liaoning-2025-draft");
  policy::LeaveQuestion question;
  question.span = policy::LeaveSpan{day("2025-09-08"), day("2025-09-10")};
  question.earlier = {{"sick", std::nullopt, policy::LeaveSpan{day("2025-09-03"), day("2025-09-05")}}};
  compare("route-merged", programme.leave->route(question).value(), *programme.leave);
}

BOOST_AUTO_TEST_CASE(a_leave_of_another_kind) {
  const auto programme = built_in("liaoning-2025-draft");
  policy::LeaveQuestion question;
  question.days = Decimal(3);
  question.kind = "产假";
  compare("route-referred", programme.leave->route(question).value(), *programme.leave);
}

BOOST_AUTO_TEST_CASE(a_leave_left_to_another_document) {
  const auto programme = built_in("inner-mongolia-2025");
  policy::LeaveQuestion question;
  question.days = Decimal(5);
  compare("route-undetermined", programme.leave->route(question).value(), *programme.leave);
}

BOOST_AUTO_TEST_CASE(training_cannot_go_on) {
  const auto programme = built_in("inner-mongolia-2022");
  compare("route-termination", programme.leave->termination().value(), *programme.leave);
}

BOOST_AUTO_TEST_CASE(a_leader_at_60) {
  const auto programme = built_in("liaoning-2025-draft");
  policy::GradeQuestion question;
  question.role = "group_leader";
  question.scores = {
      {"sending_unit", Decimal(85)}, {"training_unit", Decimal(60)}, {"provincial_department", Decimal(90)}};
  question.suggestions = {{"sending_unit", "excellent"}};
  compare("grade-leader", programme.assessment->grade(question).value(), *programme.assessment);
}

BOOST_AUTO_TEST_CASE(a_direct_fail) {
  const auto programme = built_in("liaoning-2025-draft");
  policy::GradeQuestion question;
  question.violations = {"absent_without_leave"};
  compare("grade-direct-fail", programme.assessment->grade(question).value(), *programme.assessment);
}

BOOST_AUTO_TEST_CASE(a_score_is_missing) {
  const auto programme = built_in("liaoning-2025-draft");
  policy::GradeQuestion question;
  question.scores = {{"sending_unit", Decimal(85)}, {"training_unit", Decimal(90)}, {"group", std::nullopt}};
  compare("grade-missing", programme.assessment->grade(question).value(), *programme.assessment);
}

BOOST_AUTO_TEST_CASE(a_grade_attested) {
  const auto programme = built_in("inner-mongolia-2022");
  policy::GradeQuestion question;
  question.attested = "qualified";
  compare("grade-attested", programme.assessment->grade(question).value(), *programme.assessment);
}

BOOST_AUTO_TEST_CASE(money_for_a_part_of_the_year) {
  const auto programme = built_in("inner-mongolia-2022");
  policy::FundingQuestion question;
  question.track = "outside";
  question.months = Decimal::scaled(75, -1);
  compare("entitlement", programme.funding->entitlement(question).value(), *programme.funding);
}

BOOST_AUTO_TEST_CASE(money_without_rates) {
  const auto programme = built_in("inner-mongolia-2025");
  policy::FundingQuestion question;
  question.track = "northeast";
  compare("entitlement-open", programme.funding->entitlement(question).value(), *programme.funding);
}

BOOST_AUTO_TEST_CASE(a_cohort) {
  const auto programme = built_in("inner-mongolia-2025");
  const auto budget = programme.funding->budget({{"outside", 50}, {"inside", 40}, {"northeast", 60}}).value();
  compare("budget", budget, *programme.funding);
}

BOOST_AUTO_TEST_CASE(a_refund) {
  const auto programme = built_in("inner-mongolia-2022");
  policy::RefundQuestion question;
  question.track = "outside";
  question.cause = "no_show";
  compare("refund", programme.funding->refund(question).value(), *programme.funding);
}

BOOST_AUTO_TEST_CASE(yuan_to_the_fen) {
  BOOST_TEST(money(Decimal(0)) == "0.00元");
  BOOST_TEST(money(Decimal(999)) == "999.00元");
  BOOST_TEST(money(Decimal(1000)) == "1,000.00元");
  BOOST_TEST(money(Decimal::scaled(-123456789, -2)) == "-1,234,567.89元");
  BOOST_TEST(money(Decimal::scaled(5, -3)) == "0.01元");
  BOOST_TEST(money(Decimal(3842000), Language::english) == "3,842,000.00 yuan");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::explain
