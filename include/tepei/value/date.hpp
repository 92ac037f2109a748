/// Civil dates and what the law counts with them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tepei/value/result.hpp"

namespace tepei {

/// A day of the proleptic Gregorian calendar, years 1 to 9999. A plain value of four bytes.
class Date {
 public:
  /// 1970-01-01.
  constexpr Date() = default;
  /// The day that exists as `year`-`month`-`day`, or nothing.
  static std::optional<Date> from_civil(int year, unsigned month, unsigned day);
  /// The day `days` after 1970-01-01 (as Arrow's date32), or nothing outside years 1 to 9999.
  static std::optional<Date> from_days(std::int64_t days);
  /// Reads `YYYY-MM-DD` (ISO 8601, GB/T 7408) and nothing else. Errors: `value.date.syntax`, `value.date.impossible`.
  static Result<Date> parse(std::string_view text);

  static constexpr std::int32_t min_days = -719162;  ///< 0001-01-01
  static constexpr std::int32_t max_days = 2932896;  ///< 9999-12-31

  constexpr std::int32_t days() const noexcept { return days_; }
  int year() const;
  unsigned month() const;
  unsigned day() const;
  /// `YYYY-MM-DD`.
  std::string to_string() const;

  friend constexpr bool operator==(Date l, Date r) noexcept { return l.days_ == r.days_; }
  friend constexpr bool operator!=(Date l, Date r) noexcept { return l.days_ != r.days_; }
  friend constexpr bool operator<(Date l, Date r) noexcept { return l.days_ < r.days_; }
  friend constexpr bool operator<=(Date l, Date r) noexcept { return l.days_ <= r.days_; }
  friend constexpr bool operator>(Date l, Date r) noexcept { return l.days_ > r.days_; }
  friend constexpr bool operator>=(Date l, Date r) noexcept { return l.days_ >= r.days_; }

 private:
  explicit constexpr Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

/// `date` moved by `months` (negative: back); where the month has no such day, its last day. Nothing outside years
/// 1 to 9999. Source: Civil Code 第二百零二条.
std::optional<Date> add_months(Date date, std::int64_t months);
/// `date` moved by `years`; 29 February falls on 28 February in a common year.
std::optional<Date> add_years(Date date, std::int64_t years);
/// `date` moved by `days`; nothing outside years 1 to 9999.
std::optional<Date> add_days(Date date, std::int64_t days);

/// Full years (周岁) from `from` to `to`: the greatest n with `add_years(from, n) <= to`; where `to` is earlier, minus
/// the full years from `to` to `from`, so that a part of a year counts as nothing either way. The birthday itself
/// counts; one of 29 February falls on 28 February in a common year. Source: Civil Code 第二百至二百零二条.
std::int64_t full_years(Date from, Date to);
/// Full months from `from` to `to`, counted in the same way.
std::int64_t full_months(Date from, Date to);

/// 1 for Monday to 7 for Sunday (ISO 8601).
int weekday(Date date);
/// 1 to 366.
int day_of_year(Date date);
/// ISO 8601 week number, 1 to 53.
int week_of_year(Date date);

/// A span of whole months; FEEL's `years and months duration`.
struct MonthsDuration {
  std::int64_t months = 0;
  friend bool operator==(MonthsDuration l, MonthsDuration r) { return l.months == r.months; }
};

/// A span of time in nanoseconds; FEEL's `days and time duration`. Up to about 292 years either way.
struct TimeDuration {
  std::int64_t nanoseconds = 0;
  friend bool operator==(TimeDuration l, TimeDuration r) { return l.nanoseconds == r.nanoseconds; }
};

/// A time of day, with its offset from UTC where one was given; FEEL's `time`.
struct TimeOfDay {
  std::int64_t nanoseconds = 0;                ///< since midnight, 0 to 86,399,999,999,999
  std::optional<std::int32_t> offset_seconds;  ///< from UTC, within 18 hours either way
};

/// A day and a time of it; FEEL's `date and time`.
struct DateTime {
  Date date;
  TimeOfDay time;
};

/// Reads `P1Y2M`, `P1Y` or `P14M`, with `-` before it for a span back. Errors: `value.duration.syntax`,
/// `value.duration.range`. Source of this and the following: ISO 8601, XML Schema part 2, DMN 1.5, 10.3.2.3.
Result<MonthsDuration> parse_months_duration(std::string_view text);
/// Reads `P1DT2H3M4.5S` or parts of it, down to nanoseconds, with `-` before it for a span back. Errors:
/// `value.duration.syntax`, `value.duration.range`.
Result<TimeDuration> parse_time_duration(std::string_view text);
/// Reads `10:30:00`, with up to nine digits of a second's fraction and `Z`, `+08:00` or `+08:00:00` after it. Errors:
/// `value.time.syntax`, `value.time.impossible`.
Result<TimeOfDay> parse_time_of_day(std::string_view text);
/// Reads a date, `T` and a time as above. Errors: `value.date_time.syntax`, `value.date.impossible`,
/// `value.time.impossible`.
Result<DateTime> parse_date_time(std::string_view text);

/// `P1Y2M`; `P0M` for no time at all. Reads back as itself.
std::string to_string(MonthsDuration duration);
/// `P1DT2H3M4.5S`; `PT0S` for no time at all. Reads back as itself.
std::string to_string(TimeDuration duration);
/// `10:30:00`, a fraction and an offset only where there is one, `Z` for an offset of nothing. Reads back as itself.
std::string to_string(const TimeOfDay& time);
/// `2025-03-21T10:30:00`, as the date and the time above.
std::string to_string(const DateTime& date_time);

}  // namespace tepei
