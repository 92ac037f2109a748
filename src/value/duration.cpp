/// ISO 8601 durations, of months and of time.
#include <limits>

#include "tepei/value/date.hpp"
#include "value/padded_text.hpp"
#include "value/text_reader.hpp"

namespace tepei {

namespace {

constexpr std::uint64_t nanoseconds_per_second = 1'000'000'000;
constexpr std::uint64_t seconds_per_day = 86'400;

/// A magnitude that grows part by part and notices when it no longer fits.
class Magnitude {
 public:
  void add(std::uint64_t count, std::uint64_t unit) {
    std::uint64_t product = 0;
    fits_ = fits_ && !__builtin_mul_overflow(count, unit, &product) && !__builtin_add_overflow(sum_, product, &sum_);
  }

  /// The sum with its sign, or nothing where 64 bits do not hold it.
  std::optional<std::int64_t> with_sign(bool negative) const {
    const auto greatest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!fits_ || sum_ > greatest + (negative ? 1U : 0U)) return std::nullopt;
    return static_cast<std::int64_t>(negative ? ~sum_ + 1 : sum_);
  }

 private:
  std::uint64_t sum_ = 0;
  bool fits_ = true;
};

/// One kind of part: its letter and what it is worth.
struct Part {
  char letter;
  std::uint64_t unit;
};

constexpr Part month_parts[] = {{'Y', 12}, {'M', 1}};
constexpr Part day_parts[] = {{'D', seconds_per_day* nanoseconds_per_second}};
constexpr Part time_parts[] = {
    {'H', 3600 * nanoseconds_per_second}, {'M', 60 * nanoseconds_per_second}, {'S', nanoseconds_per_second}};

/// Takes parts such as `1Y2M` in the order of `parts`, each at most once; whether the text from here on was such parts,
/// at least one, up to `T` or the end.
template <std::size_t Count>
bool take_parts(TextReader& reader, const Part (&parts)[Count], Magnitude& sum) {
  std::size_t next = 0;
  bool any = false;
  while (const auto count = reader.take_number()) {
    std::int64_t nanoseconds = 0;
    const bool fractional = reader.take('.');
    if (fractional) {
      const auto fraction = reader.take_nanoseconds();
      if (!fraction) return false;
      nanoseconds = *fraction;
    }
    while (next < Count && parts[next].letter != reader.peek()) ++next;
    if (next == Count || (fractional && reader.peek() != 'S')) return false;
    sum.add(*count, parts[next].unit);
    sum.add(static_cast<std::uint64_t>(nanoseconds), 1);
    reader.take(reader.peek());
    ++next;
    any = true;
  }
  return any;
}

/// `1DT2H` or parts of it: days, a `T` and times, of which one side may be missing.
bool take_days_and_times(TextReader& reader, Magnitude& sum) {
  const bool days = reader.at_digit();
  if (days && !take_parts(reader, day_parts, sum)) return false;
  if (!reader.take('T')) return days;
  return take_parts(reader, time_parts, sum);
}

bool take_months(TextReader& reader, Magnitude& sum) {
  return take_parts(reader, month_parts, sum);
}

/// The duration `text` as a signed number of its smallest unit; `take_body` reads what follows the `P`.
Result<std::int64_t> read_duration(std::string_view text, bool (*take_body)(TextReader&, Magnitude&),
                                   const char* example) {
  TextReader reader(text);
  Magnitude sum;
  const bool negative = reader.take('-');
  if (!reader.take('P') || !take_body(reader, sum) || !reader.at_end()) {
    return Diagnostic{"value.duration.syntax", quoted(text) + " is not a duration of this kind",
                      std::string("write it as in ISO 8601, such as `") + example + "`"};
  }
  if (const auto value = sum.with_sign(negative)) return *value;
  return Diagnostic{"value.duration.range", quoted(text) + " is longer than a duration can be",
                    "a duration of days and time reaches about 292 years, one of months 2^63 months"};
}

std::uint64_t magnitude_of(std::int64_t value) {
  return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

std::string part_text(std::uint64_t count, char letter) {
  return count == 0 ? std::string() : std::to_string(count) + letter;
}

}  // namespace

Result<MonthsDuration> parse_months_duration(std::string_view text) {
  const auto months = read_duration(text, take_months, "P1Y2M");
  if (!months) return months.diagnostics();
  return MonthsDuration{*months};
}

Result<TimeDuration> parse_time_duration(std::string_view text) {
  const auto nanoseconds = read_duration(text, take_days_and_times, "P1DT2H30M");
  if (!nanoseconds) return nanoseconds.diagnostics();
  return TimeDuration{*nanoseconds};
}

std::string to_string(MonthsDuration duration) {
  if (duration.months == 0) return "P0M";
  const std::uint64_t months = magnitude_of(duration.months);
  return (duration.months < 0 ? "-P" : "P") + part_text(months / 12, 'Y') + part_text(months % 12, 'M');
}

std::string to_string(TimeDuration duration) {
  if (duration.nanoseconds == 0) return "PT0S";
  const std::uint64_t magnitude = magnitude_of(duration.nanoseconds);
  const std::uint64_t seconds = magnitude / nanoseconds_per_second;
  const std::string fraction = fraction_text(static_cast<std::int64_t>(magnitude % nanoseconds_per_second));
  std::string time = part_text(seconds / 3600 % 24, 'H') + part_text(seconds / 60 % 60, 'M');
  if (seconds % 60 != 0 || !fraction.empty()) time += std::to_string(seconds % 60) + fraction + "S";
  const std::string days = part_text(seconds / seconds_per_day, 'D');
  return (duration.nanoseconds < 0 ? "-P" : "P") + days + (time.empty() ? "" : "T" + time);
}

}  // namespace tepei
