#include "tepei/value/date.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <string>

using tepei::add_days;
using tepei::add_months;
using tepei::add_years;
using tepei::Date;
using tepei::day_of_year;
using tepei::full_months;
using tepei::full_years;
using tepei::week_of_year;
using tepei::weekday;

namespace {

Date day(const std::string& text) {
  return Date::parse(text).value();
}

std::string text_of(const std::optional<Date>& date) {
  return date ? date->to_string() : "none";
}

std::string code_of(const std::string& text) {
  const auto result = Date::parse(text);
  return result ? "ok" : result.diagnostics().front().code;
}

constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

}  // namespace

BOOST_AUTO_TEST_SUITE(date)

BOOST_AUTO_TEST_CASE(counts_days_from_1970) {
  BOOST_TEST(Date().to_string() == "1970-01-01");
  BOOST_TEST(day("1970-01-01").days() == 0);
  BOOST_TEST(day("2000-03-01").days() == 11'017);
  BOOST_TEST(day("0001-01-01").days() == Date::min_days);
  BOOST_TEST(day("9999-12-31").days() == Date::max_days);
  BOOST_TEST(sizeof(Date) == 4U);
}

BOOST_AUTO_TEST_CASE(knows_its_parts) {
  const Date date = day("2025-03-21");
  BOOST_TEST(date.year() == 2025);
  BOOST_TEST(date.month() == 3U);
  BOOST_TEST(date.day() == 21U);
}

BOOST_AUTO_TEST_CASE(is_only_made_where_it_exists) {
  BOOST_TEST(text_of(Date::from_civil(2024, 2, 29)) == "2024-02-29");
  BOOST_TEST(text_of(Date::from_civil(2025, 2, 29)) == "none");
  BOOST_TEST(text_of(Date::from_civil(1900, 2, 29)) == "none");
  BOOST_TEST(text_of(Date::from_civil(2000, 2, 29)) == "2000-02-29");
  BOOST_TEST(text_of(Date::from_civil(2025, 4, 31)) == "none");
  BOOST_TEST(text_of(Date::from_civil(2025, 13, 1)) == "none");
  BOOST_TEST(text_of(Date::from_civil(2025, 0, 1)) == "none");
  BOOST_TEST(text_of(Date::from_civil(2025, 1, 0)) == "none");
  BOOST_TEST(text_of(Date::from_civil(2025, 256 + 1, 1)) == "none");
  BOOST_TEST(text_of(Date::from_civil(2025, 1, 256 + 1)) == "none");
  BOOST_TEST(text_of(Date::from_civil(0, 1, 1)) == "none");
  BOOST_TEST(text_of(Date::from_civil(10'000, 1, 1)) == "none");
  BOOST_TEST(text_of(Date::from_civil(65'536 + 2025, 1, 1)) == "none");
  BOOST_TEST(text_of(Date::from_days(Date::min_days - 1LL)) == "none");
  BOOST_TEST(text_of(Date::from_days(Date::max_days + 1LL)) == "none");
  BOOST_TEST(text_of(Date::from_days(greatest)) == "none");
}

BOOST_AUTO_TEST_CASE(reads_iso_and_nothing_else) {
  BOOST_TEST(day("2025-03-21").to_string() == "2025-03-21");
  for (const char* text :
       {"", "2025", "2025-3-21", "2025/03/21", "20250321", "2025-03-21 ", " 2025-03-21", "2025-03-21T00:00:00",
        "-025-03-21", "+2025-03-21", "12025-03-21", "2025-03-2x", "２０２５-03-21", "2025年3月21日", "2025-03-211"}) {
    BOOST_TEST(code_of(text) == "value.date.syntax", text);
  }
  for (const char* text : {"2025-02-29", "2025-00-10", "2025-13-01", "2025-01-00", "2025-01-32", "0000-01-01"}) {
    BOOST_TEST(code_of(text) == "value.date.impossible", text);
  }
  BOOST_TEST(code_of(std::string(3'000'000, '2')) == "value.date.syntax");
}

BOOST_AUTO_TEST_CASE(refusals_say_what_was_expected) {
  const auto impossible = Date::parse("2025-02-29").diagnostics().front();
  BOOST_TEST(impossible.message == "`2025-02-29` is not a day of the calendar");
  BOOST_TEST(impossible.help == "that month has 28 days");
  const auto syntax = Date::parse("2025/3/21").diagnostics().front();
  BOOST_TEST(syntax.message == "`2025/3/21` is not a date");
  BOOST_TEST(syntax.help == "write year, month and day as YYYY-MM-DD, such as `2025-03-21`");
}

BOOST_AUTO_TEST_CASE(months_end_where_the_month_ends) {
  BOOST_TEST(text_of(add_months(day("2025-01-31"), 1)) == "2025-02-28");
  BOOST_TEST(text_of(add_months(day("2024-01-31"), 1)) == "2024-02-29");
  BOOST_TEST(text_of(add_months(day("2025-03-31"), -1)) == "2025-02-28");
  BOOST_TEST(text_of(add_months(day("2025-03-31"), 1)) == "2025-04-30");
  BOOST_TEST(text_of(add_months(day("2025-12-15"), 1)) == "2026-01-15");
  BOOST_TEST(text_of(add_months(day("2025-01-15"), -1)) == "2024-12-15");
  BOOST_TEST(text_of(add_months(day("2025-01-15"), 0)) == "2025-01-15");
  BOOST_TEST(text_of(add_years(day("2024-02-29"), 1)) == "2025-02-28");
  BOOST_TEST(text_of(add_years(day("2024-02-29"), 4)) == "2028-02-29");
}

BOOST_AUTO_TEST_CASE(moves_stay_within_the_years_1_to_9999) {
  BOOST_TEST(text_of(add_months(day("9999-12-31"), 1)) == "none");
  BOOST_TEST(text_of(add_months(day("0001-01-01"), -1)) == "none");
  BOOST_TEST(text_of(add_months(day("0001-01-01"), 12 * 9998 + 11)) == "9999-12-01");
  BOOST_TEST(text_of(add_years(day("9999-12-31"), -9998)) == "0001-12-31");
  BOOST_TEST(text_of(add_days(day("9999-12-31"), 1)) == "none");
  BOOST_TEST(text_of(add_days(day("0001-01-01"), -1)) == "none");
  BOOST_TEST(text_of(add_days(day("2024-02-28"), 1)) == "2024-02-29");
  for (const std::int64_t vast : {greatest, least}) {
    BOOST_TEST(text_of(add_months(day("2025-01-01"), vast)) == "none");
    BOOST_TEST(text_of(add_years(day("2025-01-01"), vast)) == "none");
    BOOST_TEST(text_of(add_days(day("2025-01-01"), vast)) == "none");
  }
}

BOOST_AUTO_TEST_CASE(the_birthday_itself_counts) {
  // Civil Code 第二百至二百零二条: full years are reached on the day of the same date.
  BOOST_TEST(full_years(day("1980-05-20"), day("2025-05-19")) == 44);
  BOOST_TEST(full_years(day("1980-05-20"), day("2025-05-20")) == 45);
  BOOST_TEST(full_years(day("1980-05-20"), day("1980-05-20")) == 0);
  BOOST_TEST(full_years(day("1980-05-20"), day("1981-05-19")) == 0);
}

BOOST_AUTO_TEST_CASE(a_birthday_on_29_february_falls_on_the_28th_in_a_common_year) {
  BOOST_TEST(full_years(day("2000-02-29"), day("2025-02-27")) == 24);
  BOOST_TEST(full_years(day("2000-02-29"), day("2025-02-28")) == 25);
  BOOST_TEST(full_years(day("2000-02-29"), day("2024-02-28")) == 23);
  BOOST_TEST(full_years(day("2000-02-29"), day("2024-02-29")) == 24);
}

BOOST_AUTO_TEST_CASE(years_back_are_negative_and_parts_of_them_nothing) {
  BOOST_TEST(full_years(day("2025-05-20"), day("2025-05-19")) == 0);
  BOOST_TEST(full_years(day("2025-05-20"), day("2024-05-21")) == 0);
  BOOST_TEST(full_years(day("2025-05-20"), day("2024-05-20")) == -1);
  BOOST_TEST(full_years(day("2025-02-28"), day("2000-02-29")) == -25);
  BOOST_TEST(full_months(day("2025-03-31"), day("2025-03-01")) == 0);
}

BOOST_AUTO_TEST_CASE(counts_full_months) {
  BOOST_TEST(full_months(day("2025-01-31"), day("2025-02-28")) == 1);
  BOOST_TEST(full_months(day("2025-01-31"), day("2025-02-27")) == 0);
  BOOST_TEST(full_months(day("2025-01-15"), day("2026-01-14")) == 11);
  BOOST_TEST(full_months(day("2026-01-15"), day("2025-01-15")) == -12);
  BOOST_TEST(full_months(day("0001-01-01"), day("9999-12-31")) == 12 * 9998 + 11);
}

BOOST_AUTO_TEST_CASE(knows_the_days_of_the_week_and_the_year) {
  BOOST_TEST(weekday(day("2025-11-21")) == 5);
  BOOST_TEST(weekday(day("2025-11-23")) == 7);
  BOOST_TEST(weekday(day("0001-01-01")) == 1);
  BOOST_TEST(weekday(day("9999-12-31")) == 5);
  BOOST_TEST(day_of_year(day("2025-01-01")) == 1);
  BOOST_TEST(day_of_year(day("2025-12-31")) == 365);
  BOOST_TEST(day_of_year(day("2024-12-31")) == 366);
}

BOOST_AUTO_TEST_CASE(weeks_belong_to_the_year_of_their_thursday) {
  BOOST_TEST(week_of_year(day("2020-12-31")) == 53);
  BOOST_TEST(week_of_year(day("2021-01-03")) == 53);
  BOOST_TEST(week_of_year(day("2021-01-04")) == 1);
  BOOST_TEST(week_of_year(day("2024-12-30")) == 1);
  BOOST_TEST(week_of_year(day("0001-01-01")) == 1);
  BOOST_TEST(week_of_year(day("9999-12-31")) == 52);
}

BOOST_AUTO_TEST_SUITE_END()
