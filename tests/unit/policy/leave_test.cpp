// Ladders of other shapes than the built-in ones, built by hand.
#include "tepei/policy/leave.hpp"

#include <boost/test/unit_test.hpp>

namespace tepei::policy {

namespace {

LeaveTier tier(std::string id, DayBound from, std::optional<DayBound> to, std::string party) {
  LeaveTier result;
  result.id = std::move(id);
  result.from = std::move(from);
  result.to = std::move(to);
  result.acts = {{ActKind::approve, std::move(party), false, {}}};
  return result;
}

// Sick leave in two tiers with a cap of 20 days, study leave in one.
LeaveDefinition sample() {
  LeaveDefinition definition;
  definition.kinds = {{"sick", {"病假", "sick"}, {}}, {"study", {"学习假", "study"}, {}}};
  definition.tiers = {tier("short", {0, false}, DayBound{5, false}, "training_unit"),
                      tier("long", {5, true}, std::nullopt, "city_bureau"),
                      tier("study", {0, false}, std::nullopt, "sending_unit")};
  definition.tiers[2].kinds = {"study"};
  LeaveCap cap;
  cap.id = "yearly";
  cap.kinds = {"sick"};
  cap.to = {20, true};
  definition.caps = {cap};
  return definition;
}

LeaveQuestion days(const Decimal& days, const char* kind = "sick") {
  LeaveQuestion question;
  question.days = days;
  question.kind = kind;
  return question;
}

std::string party(const ApprovalLadder& ladder, const LeaveQuestion& question) {
  const LeaveRoute route = ladder.route(question).value();
  return route.acts.empty() ? std::string(to_string(route.outcome)) : route.acts.front().party;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(leave)

BOOST_AUTO_TEST_CASE(bounds_and_kinds_are_data) {
  const auto ladder = ApprovalLadder::build(sample()).value();
  BOOST_TEST(party(ladder, days(Decimal::scaled(499, -2))) == "training_unit");
  BOOST_TEST(party(ladder, days(5)) == "city_bureau");
  BOOST_TEST(party(ladder, days(50, "study")) == "sending_unit");
  BOOST_TEST(*ladder.route(days(50, "学习假")).value().tier == 1U);
  BOOST_TEST(party(ladder, days(1, "annual")) == "referred");
}

BOOST_AUTO_TEST_CASE(a_cap_on_the_total) {
  const auto ladder = ApprovalLadder::build(sample()).value();
  LeaveQuestion question = days(5);
  question.earlier = {{"sick", Decimal(15), std::nullopt}, {"study", Decimal(30), std::nullopt}};
  BOOST_TEST(party(ladder, question) == "city_bureau");
  question.days = Decimal::scaled(501, -2);
  const LeaveRoute beyond = ladder.route(question).value();
  BOOST_TEST(to_string(beyond.outcome) == "referred");
  BOOST_TEST(beyond.rule == "leave.yearly");
  BOOST_TEST((*beyond.total == Decimal::scaled(5001, -2)));
  question.kind = "study";
  BOOST_TEST(party(ladder, question) == "sending_unit");
}

BOOST_AUTO_TEST_CASE(a_cap_may_have_a_route_of_its_own) {
  LeaveDefinition definition = sample();
  definition.caps[0].acts = {{ActKind::decide, "party_group", true, {}}};
  const auto ladder = ApprovalLadder::build(definition).value();
  BOOST_TEST(party(ladder, days(21)) == "party_group");
  BOOST_TEST(!ladder.route(days(21)).value().tier.has_value());
}

BOOST_AUTO_TEST_CASE(a_gap_is_told_with_its_days) {
  LeaveDefinition definition = sample();
  definition.tiers[1].from = {7, true};
  const auto refused = ApprovalLadder::build(definition);
  BOOST_TEST_REQUIRE(refused.diagnostics().size() == 1U);
  BOOST_TEST(refused.diagnostics()[0].code == "policy.leave.gap");
  BOOST_TEST(refused.diagnostics()[0].path == "/leave/tiers/1/from");
  BOOST_TEST(refused.diagnostics()[0].message == "leaves from 5 to 7 days stand in no tier for leave of kind `sick`");
}

BOOST_AUTO_TEST_CASE(nothing_says_who_grants_leave) {
  BOOST_TEST(ApprovalLadder::build({}).diagnostics().front().code == "policy.leave.no_tiers");
  const auto ladder = ApprovalLadder::build(sample()).value();
  BOOST_TEST(ladder.termination().diagnostics().front().code == "policy.leave.no_termination");
}

BOOST_AUTO_TEST_CASE(leaves_at_the_ends_of_the_calendar) {
  const auto ladder = ApprovalLadder::build(sample()).value();
  LeaveQuestion question;
  question.span = LeaveSpan{Date::parse("0001-01-01").value(), Date::parse("9999-12-31").value()};
  question.earlier = {
      {"sick", std::nullopt, LeaveSpan{Date::parse("9999-12-31").value(), Date::parse("9999-12-31").value()}}};
  const LeaveRoute route = ladder.route(question).value();
  BOOST_TEST((*route.days == Decimal(3652059)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::policy
