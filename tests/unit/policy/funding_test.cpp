// Months, and schedules built by hand.
#include "tepei/policy/funding.hpp"

#include <boost/test/unit_test.hpp>

namespace tepei::policy {

namespace {

TrainingPeriod period(const char* first, const char* last) {
  return {Date::parse(first).value(), Date::parse(last).value()};
}

void check_months(const char* first, const char* last, std::int64_t months, std::int64_t days) {
  const auto found = months_of(period(first, last));
  BOOST_TEST_REQUIRE(found.has_value());
  BOOST_TEST(found->first == months, first << " to " << last);
  BOOST_TEST(found->second == days, first << " to " << last);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(funding)

BOOST_AUTO_TEST_CASE(months_end_on_the_day_before_the_corresponding_one) {
  check_months("2025-09-01", "2026-08-31", 12, 0);
  check_months("2025-09-01", "2025-09-30", 1, 0);
  check_months("2025-09-01", "2025-09-29", 0, 29);
  check_months("2025-09-15", "2025-12-31", 3, 17);
  check_months("2025-01-31", "2025-02-27", 1, 0);
  check_months("2024-02-29", "2025-02-27", 12, 0);
  check_months("2025-09-01", "2025-09-01", 0, 1);
  BOOST_TEST(!months_of(period("2025-09-02", "2025-09-01")).has_value());
}

BOOST_AUTO_TEST_CASE(a_schedule_without_a_text) {
  FundingDefinition definition;
  definition.items = {{"fee", {"学费", "fee"}, {}}};
  definition.tracks = {{"only", {{}}}};
  definition.tracks[0].items[0].item = "fee";
  definition.tracks[0].items[0].amount = Decimal::scaled(10050, -2);
  definition.tracks[0].items[0].per = RatePer::month;
  const auto schedule = FundingSchedule::build(definition).value();
  FundingQuestion question;
  question.months = Decimal(3);
  BOOST_TEST((*schedule.entitlement(question).value().total == Decimal::scaled(30150, -2)));
  BOOST_TEST((*schedule.budget({{"only", 1000000000}}).value().total == Decimal(1206000000000)));
  BOOST_TEST(schedule.refund({}).diagnostics().front().code == "policy.funding.no_refund");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::policy
