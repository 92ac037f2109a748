// Moving dates and times by durations, exactly and within the range of their types.
#pragma once

#include <cstdint>
#include <optional>

#include "tepei/value/value.hpp"

namespace tepei::feel {

constexpr std::int64_t nanoseconds_a_second = 1'000'000'000;
constexpr std::int64_t nanoseconds_a_day = 86'400 * nanoseconds_a_second;

// Every function gives nothing where its answer does not fit.
std::optional<MonthsDuration> opposite(MonthsDuration duration);
std::optional<TimeDuration> opposite(TimeDuration duration);
std::optional<MonthsDuration> sum(MonthsDuration left, MonthsDuration right);
std::optional<TimeDuration> sum(TimeDuration left, TimeDuration right);

// `duration × factor` and `duration / divisor`, rounded to whole months (half up, as XPath does) or nanoseconds (half
// to even).
std::optional<MonthsDuration> scaled(MonthsDuration duration, const Decimal& factor);
std::optional<TimeDuration> scaled(TimeDuration duration, const Decimal& factor);
std::optional<MonthsDuration> divided(MonthsDuration duration, const Decimal& divisor);
std::optional<TimeDuration> divided(TimeDuration duration, const Decimal& divisor);

// The day on which midnight of `date` moved by `duration` falls.
std::optional<Date> shift(Date date, TimeDuration duration);
std::optional<DateTime> shift(const DateTime& from, TimeDuration duration);
std::optional<DateTime> shift(const DateTime& from, MonthsDuration duration);
// Wraps at midnight.
TimeOfDay shift(const TimeOfDay& from, TimeDuration duration);

// A date's midnight without offset, or the date and time itself; nothing for any other kind.
std::optional<DateTime> midnight(const Value& value);
// Both tell their offset from UTC or neither does.
bool comparable(const DateTime& left, const DateTime& right);
std::optional<TimeDuration> difference(const DateTime& later, const DateTime& earlier);
std::optional<TimeDuration> difference(const TimeOfDay& later, const TimeOfDay& earlier);

}  // namespace tepei::feel
