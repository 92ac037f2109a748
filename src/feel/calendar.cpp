#include "feel/calendar.hpp"

#include <limits>

namespace tepei::feel {
namespace {

std::optional<std::int64_t> checked_sum(std::int64_t left, std::int64_t right) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(left, right, &result)) return std::nullopt;
  return result;
}

std::optional<std::int64_t> checked_opposite(std::int64_t value) {
  if (value == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return -value;
}

std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

std::optional<MonthsDuration> whole_months(const std::optional<Decimal>& months) {
  if (!months) return std::nullopt;
  const std::optional<Decimal> half_more = Decimal::add(*months, Decimal::scaled(5, -1));
  const std::optional<Decimal> whole = half_more ? half_more->round(0, Decimal::Rounding::floor) : std::nullopt;
  const std::optional<std::int64_t> count = whole ? whole->to_int64() : std::nullopt;
  return count ? std::optional<MonthsDuration>(MonthsDuration{*count}) : std::nullopt;
}

std::optional<TimeDuration> whole_nanoseconds(const std::optional<Decimal>& nanoseconds) {
  const std::optional<Decimal> whole = nanoseconds ? nanoseconds->round(0) : std::nullopt;
  const std::optional<std::int64_t> count = whole ? whole->to_int64() : std::nullopt;
  return count ? std::optional<TimeDuration>(TimeDuration{*count}) : std::nullopt;
}

std::int64_t offset(const TimeOfDay& time) {
  return time.offset_seconds.value_or(0) * nanoseconds_a_second;
}

}  // namespace

std::optional<MonthsDuration> opposite(MonthsDuration duration) {
  const auto turned = checked_opposite(duration.months);
  return turned ? std::optional<MonthsDuration>(MonthsDuration{*turned}) : std::nullopt;
}

std::optional<TimeDuration> opposite(TimeDuration duration) {
  const auto turned = checked_opposite(duration.nanoseconds);
  return turned ? std::optional<TimeDuration>(TimeDuration{*turned}) : std::nullopt;
}

std::optional<MonthsDuration> sum(MonthsDuration left, MonthsDuration right) {
  const auto total = checked_sum(left.months, right.months);
  return total ? std::optional<MonthsDuration>(MonthsDuration{*total}) : std::nullopt;
}

std::optional<TimeDuration> sum(TimeDuration left, TimeDuration right) {
  const auto total = checked_sum(left.nanoseconds, right.nanoseconds);
  return total ? std::optional<TimeDuration>(TimeDuration{*total}) : std::nullopt;
}

std::optional<MonthsDuration> scaled(MonthsDuration duration, const Decimal& factor) {
  return whole_months(Decimal::multiply(Decimal(duration.months), factor));
}

std::optional<TimeDuration> scaled(TimeDuration duration, const Decimal& factor) {
  return whole_nanoseconds(Decimal::multiply(Decimal(duration.nanoseconds), factor));
}

std::optional<MonthsDuration> divided(MonthsDuration duration, const Decimal& divisor) {
  return whole_months(Decimal::divide(Decimal(duration.months), divisor));
}

std::optional<TimeDuration> divided(TimeDuration duration, const Decimal& divisor) {
  return whole_nanoseconds(Decimal::divide(Decimal(duration.nanoseconds), divisor));
}

std::optional<Date> shift(Date date, TimeDuration duration) {
  return add_days(date, floor_divide(duration.nanoseconds, nanoseconds_a_day));
}

std::optional<DateTime> shift(const DateTime& from, TimeDuration duration) {
  // The parts are added apart, since the sum of the two may not fit.
  const std::int64_t whole = floor_divide(duration.nanoseconds, nanoseconds_a_day);
  const std::int64_t rest = duration.nanoseconds - whole * nanoseconds_a_day + from.time.nanoseconds;
  const std::optional<Date> date = add_days(from.date, whole + rest / nanoseconds_a_day);
  if (!date) return std::nullopt;
  return DateTime{*date, TimeOfDay{rest % nanoseconds_a_day, from.time.offset_seconds}};
}

std::optional<DateTime> shift(const DateTime& from, MonthsDuration duration) {
  const std::optional<Date> date = add_months(from.date, duration.months);
  return date ? std::optional<DateTime>(DateTime{*date, from.time}) : std::nullopt;
}

TimeOfDay shift(const TimeOfDay& from, TimeDuration duration) {
  std::int64_t moved = (from.nanoseconds + duration.nanoseconds % nanoseconds_a_day) % nanoseconds_a_day;
  if (moved < 0) moved += nanoseconds_a_day;
  return {moved, from.offset_seconds};
}

std::optional<DateTime> midnight(const Value& value) {
  if (const Date* date = value.get_if<Date>()) return DateTime{*date, {}};
  const DateTime* instant = value.get_if<DateTime>();
  return instant == nullptr ? std::nullopt : std::optional<DateTime>(*instant);
}

bool comparable(const DateTime& left, const DateTime& right) {
  return left.time.offset_seconds.has_value() == right.time.offset_seconds.has_value();
}

std::optional<TimeDuration> difference(const DateTime& later, const DateTime& earlier) {
  const std::int64_t days = later.date.days() - earlier.date.days();
  std::int64_t whole = 0;
  if (__builtin_mul_overflow(days, nanoseconds_a_day, &whole)) return std::nullopt;
  const std::int64_t rest =
      later.time.nanoseconds - offset(later.time) - (earlier.time.nanoseconds - offset(earlier.time));
  const auto total = checked_sum(whole, rest);
  return total ? std::optional<TimeDuration>(TimeDuration{*total}) : std::nullopt;
}

std::optional<TimeDuration> difference(const TimeOfDay& later, const TimeOfDay& earlier) {
  if (later.offset_seconds.has_value() != earlier.offset_seconds.has_value()) return std::nullopt;
  return TimeDuration{later.nanoseconds - offset(later) - (earlier.nanoseconds - offset(earlier))};
}

}  // namespace tepei::feel
