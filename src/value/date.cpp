#include "tepei/value/date.hpp"

#include <date/date.h>

#include <algorithm>

#include "value/padded_text.hpp"
#include "value/text_reader.hpp"

namespace tepei {

namespace {

constexpr std::int64_t months_in_range = 12LL * 9999;

date::year_month_day civil(Date date) {
  return date::year_month_day(date::sys_days(date::days(date.days())));
}

/// Months since the year 0, January being 0.
std::int64_t month_index(const date::year_month_day& day) {
  return static_cast<int>(day.year()) * 12LL + static_cast<unsigned>(day.month()) - 1;
}

unsigned days_in_month(date::year year, date::month month) {
  return static_cast<unsigned>((year / month / date::last).day());
}

/// `day` of the month, or the month's last day where it has no such day.
unsigned day_within(const date::year_month_day& month, date::day day) {
  return std::min(static_cast<unsigned>(day), days_in_month(month.year(), month.month()));
}

Diagnostic impossible_date(std::string_view text, int year, unsigned month) {
  Diagnostic problem{"value.date.impossible", quoted(text) + " is not a day of the calendar",
                     "years run from 0001 to 9999, months from 01 to 12"};
  if (year >= 1 && month >= 1 && month <= 12) {
    const unsigned days = days_in_month(date::year(year), date::month(month));
    problem.help = "that month has " + std::to_string(days) + " days";
  }
  return problem;
}

}  // namespace

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const date::year_month_day civil_day(date::year{year}, date::month{month}, date::day{day});
  if (!civil_day.ok()) return std::nullopt;
  return Date(static_cast<std::int32_t>(date::sys_days(civil_day).time_since_epoch().count()));
}

std::optional<Date> Date::from_days(std::int64_t days) {
  if (days < min_days || days > max_days) return std::nullopt;
  return Date(static_cast<std::int32_t>(days));
}

Result<Date> Date::parse(std::string_view text) {
  TextReader reader(text);
  const auto year = reader.take_digits(4);
  const bool first = year && reader.take('-');
  const auto month = first ? reader.take_digits(2) : std::nullopt;
  const bool second = month && reader.take('-');
  const auto day = second ? reader.take_digits(2) : std::nullopt;
  if (!day || !reader.at_end()) {
    return Diagnostic{"value.date.syntax", quoted(text) + " is not a date",
                      "write year, month and day as YYYY-MM-DD, such as `2025-03-21`"};
  }
  const auto date = from_civil(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  if (!date) return impossible_date(text, *year, static_cast<unsigned>(*month));
  return *date;
}

int Date::year() const {
  return static_cast<int>(civil(*this).year());
}
unsigned Date::month() const {
  return static_cast<unsigned>(civil(*this).month());
}
unsigned Date::day() const {
  return static_cast<unsigned>(civil(*this).day());
}

std::string Date::to_string() const {
  const date::year_month_day parts = civil(*this);
  return padded(static_cast<int>(parts.year()), 4) + "-" + padded(static_cast<unsigned>(parts.month()), 2) + "-" +
         padded(static_cast<unsigned>(parts.day()), 2);
}

std::optional<Date> add_months(Date date, std::int64_t months) {
  if (months < -months_in_range || months > months_in_range) return std::nullopt;
  const date::year_month_day from = civil(date);
  const std::int64_t index = month_index(from) + months;
  if (index < 12 || index >= 12 * 10'000LL) return std::nullopt;
  const date::year year(static_cast<int>(index / 12));
  const date::month month(static_cast<unsigned>(index % 12 + 1));
  const unsigned day = day_within(year / month / 1, from.day());
  return Date::from_civil(static_cast<int>(year), static_cast<unsigned>(month), day);
}

std::optional<Date> add_years(Date date, std::int64_t years) {
  if (years < -9999 || years > 9999) return std::nullopt;
  return add_months(date, years * 12);
}

std::optional<Date> add_days(Date date, std::int64_t days) {
  constexpr std::int64_t span = static_cast<std::int64_t>(Date::max_days) - Date::min_days;
  if (days < -span || days > span) return std::nullopt;
  return Date::from_days(date.days() + days);
}

std::int64_t full_months(Date from, Date to) {
  if (to < from) return -full_months(to, from);
  const date::year_month_day start = civil(from);
  const date::year_month_day end = civil(to);
  const std::int64_t months = month_index(end) - month_index(start);
  return day_within(end, start.day()) <= static_cast<unsigned>(end.day()) ? months : months - 1;
}

std::int64_t full_years(Date from, Date to) {
  return full_months(from, to) / 12;
}

int weekday(Date date) {
  return static_cast<int>(date::weekday(date::sys_days(date::days(date.days()))).iso_encoding());
}

int day_of_year(Date date) {
  return date.days() - Date::from_civil(date.year(), 1, 1)->days() + 1;
}

int week_of_year(Date date) {
  // A week belongs to the year of its Thursday. The first days of the year 1 and the last of 9999 need no care:
  // 0001-01-01 is a Monday, and 9999-12-31 a Friday.
  const int thursday = date.days() - weekday(date) + 4;
  return (day_of_year(*Date::from_days(thursday)) - 1) / 7 + 1;
}

}  // namespace tepei
