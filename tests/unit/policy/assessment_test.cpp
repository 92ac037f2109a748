// Assessments of other shapes than the built-in ones, built by hand.
#include "tepei/policy/assessment.hpp"

#include <boost/test/unit_test.hpp>

namespace tepei::policy {

namespace {

// A weighted total of two scores, four grades.
AssessmentDefinition weighted() {
  AssessmentDefinition definition;
  definition.scores = {{"daily", {"平时", "daily"}, "mentor", {}},
                       {"final_test", {"结业", "final"}, "training_unit", {}}};
  definition.grades = {{"a", {"甲", "A"}, {}, {}, {}, {}},
                       {"b", {"乙", "B"}, {}, {}, {}, {}},
                       {"c", {"丙", "C"}, {}, {}, {}, {}},
                       {"d", {"丁", "D"}, {}, {}, {}, {}}};
  AssessedRole role;
  role.id = "trainee";
  role.scores = {"daily", "final_test"};
  role.rules = {{"a", "0.4 * daily + 0.6 * final_test >= 90", {}},
                {"b", "0.4 * daily + 0.6 * final_test >= 75", {}},
                {"c", "0.4 * daily + 0.6 * final_test >= 60", {}}};
  role.otherwise = "d";
  definition.roles = {role};
  return definition;
}

GradeAnswer grade(const Assessment& assessment, std::optional<int> daily, std::optional<int> final_test) {
  GradeQuestion question;
  if (daily) question.scores.emplace_back("daily", Decimal(*daily));
  if (final_test) question.scores.emplace_back("final_test", Decimal(*final_test));
  return assessment.grade(question).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(assessment)

BOOST_AUTO_TEST_CASE(a_weighted_total_decides) {
  const auto assessment = Assessment::build(weighted()).value();
  BOOST_TEST(grade(assessment, 90, 90).grade == "a");
  BOOST_TEST(grade(assessment, 89, 90).grade == "b");
  BOOST_TEST(grade(assessment, 60, 60).grade == "c");
  BOOST_TEST(grade(assessment, 59, 60).grade == "d");
}

BOOST_AUTO_TEST_CASE(a_missing_score_within_the_scale) {
  const auto assessment = Assessment::build(weighted()).value();
  // 40 from the one, at most 60 from the other; 0 from the one leaves 60 at most, which only c and d can have.
  BOOST_TEST(grade(assessment, 100, std::nullopt).grade == "undetermined");
  BOOST_TEST((grade(assessment, 100, std::nullopt).missing == std::vector<std::string>{"final_test"}));
  // At least 36 and at most 76: neither a nor anything else is certain; with 0 in the final test it is d at any rate.
  BOOST_TEST(grade(assessment, std::nullopt, 0).grade == "d");
  BOOST_TEST(grade(assessment, std::nullopt, 0).missing.empty());
  BOOST_TEST(
      (grade(assessment, std::nullopt, std::nullopt).missing == std::vector<std::string>{"daily", "final_test"}));
}

BOOST_AUTO_TEST_CASE(a_wrong_rule_is_told_once_at_its_place) {
  AssessmentDefinition definition = weighted();
  definition.roles[0].rules[1].when = "dayly >= 75";
  const auto refused = Assessment::build(definition);
  BOOST_TEST_REQUIRE(refused.diagnostics().size() == 1U);
  BOOST_TEST(refused.diagnostics()[0].code == "feel.check.unknown_name");
  BOOST_TEST(refused.diagnostics()[0].path == "/assessment/roles/0/rules/1/when");
}

BOOST_AUTO_TEST_CASE(violations_need_a_grade) {
  AssessmentDefinition definition = weighted();
  definition.violations = {{"fraud", {"作假", "fraud"}, {}}};
  BOOST_TEST(Assessment::build(definition).diagnostics().front().code == "policy.assessment.no_violation_grade");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::policy
