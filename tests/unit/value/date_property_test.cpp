#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <string>

#include "tepei/value/date.hpp"

using tepei::add_days;
using tepei::add_months;
using tepei::add_years;
using tepei::Date;
using tepei::full_months;
using tepei::full_years;

namespace {

/// Any day, those round a turn of the month more often.
Date any_date() {
  const Date date = Date::from_days(*rc::gen::inRange(Date::min_days + 40, Date::max_days - 40)).value();
  if (*rc::gen::arbitrary<bool>()) return date;
  const Date first = Date::from_civil(date.year(), date.month(), 1).value();
  return add_days(first, *rc::gen::inRange(-4, 3)).value();
}

/// A day of 1900 to 2099.
Date lifetime_date() {
  return Date::from_days(*rc::gen::inRange(-25'567, 47'482)).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(date_properties)

BOOST_AUTO_TEST_CASE(every_day_has_its_own_parts_and_text) {
  std::string before;
  for (std::int64_t days = Date::min_days; days <= Date::max_days; days += days % 97 == 0 ? 1 : 53) {
    const Date date = Date::from_days(days).value();
    const Date again = Date::from_civil(date.year(), date.month(), date.day()).value();
    const std::string text = date.to_string();
    if (again != date || text <= before || Date::parse(text).value() != date) BOOST_ERROR(text);
    before = text;
  }
}

RC_BOOST_PROP(moving_by_months_keeps_the_day_or_takes_the_last, ()) {
  const Date date = any_date();
  const int months = *rc::gen::inRange(-2000, 2000);
  const auto moved = add_months(date, months);
  RC_PRE(moved.has_value());
  RC_ASSERT(moved->year() * 12 + static_cast<int>(moved->month()) ==
            date.year() * 12 + static_cast<int>(date.month()) + months);
  RC_ASSERT(moved->day() <= date.day());
  if (moved->day() < date.day()) RC_ASSERT(add_days(*moved, 1).value().day() == 1U);
}

RC_BOOST_PROP(moving_is_monotone, ()) {
  const Date date = any_date();
  const int months = *rc::gen::inRange(-100, 100);
  const auto earlier = add_months(date, months);
  const auto later = add_months(date, months + 1);
  if (earlier && later) RC_ASSERT(*earlier < *later);
}

RC_BOOST_PROP(full_years_is_the_greatest_count_that_is_not_too_late, ()) {
  const Date from = lifetime_date();
  const Date to = lifetime_date();
  RC_PRE(from <= to);
  const std::int64_t years = full_years(from, to);
  RC_ASSERT(add_years(from, years).value() <= to);
  RC_ASSERT(add_years(from, years + 1).value() > to);
  const std::int64_t months = full_months(from, to);
  RC_ASSERT(add_months(from, months).value() <= to);
  RC_ASSERT(add_months(from, months + 1).value() > to);
}

RC_BOOST_PROP(counting_back_is_the_opposite, ()) {
  const Date from = any_date();
  const Date to = any_date();
  RC_ASSERT(full_years(from, to) == -full_years(to, from));
  RC_ASSERT(full_months(from, to) == -full_months(to, from));
}

RC_BOOST_PROP(age_never_falls_as_time_passes, ()) {
  const Date birth = lifetime_date();
  const Date day = lifetime_date();
  RC_ASSERT(full_years(birth, day) <= full_years(birth, add_days(day, 1).value()));
}

RC_BOOST_PROP(weekdays_follow_each_other, ()) {
  const Date date = any_date();
  RC_ASSERT(tepei::weekday(add_days(date, 1).value()) == tepei::weekday(date) % 7 + 1);
  RC_ASSERT(tepei::week_of_year(date) >= 1);
  RC_ASSERT(tepei::week_of_year(date) <= 53);
}

RC_BOOST_PROP(no_text_breaks_the_readers, (const std::string& text)) {
  static_cast<void>(Date::parse(text));
  static_cast<void>(tepei::parse_months_duration("P" + text));
  static_cast<void>(tepei::parse_time_duration("P" + text));
  static_cast<void>(tepei::parse_time_of_day("10:30:00" + text));
  static_cast<void>(tepei::parse_date_time("2025-03-21T" + text));
}

BOOST_AUTO_TEST_SUITE_END()
