/// Times of day and dates with times, as ISO 8601 writes them.
#include <cstdlib>

#include "tepei/value/date.hpp"
#include "value/padded_text.hpp"
#include "value/text_reader.hpp"

namespace tepei {

namespace {

constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;
constexpr int greatest_offset = 18 * 3600;  // seconds, as java.time and DMN's TCK have it

/// The numbers of a time as written, not yet checked.
struct WrittenTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::int64_t nanoseconds = 0;
  std::optional<std::int32_t> offset;
  bool offset_exists = true;

  bool exists() const { return hour < 24 && minute < 60 && second < 60 && offset_exists; }
};

/// `Z`, `+08:00`, `-05:30:15` or nothing; whether it was one of these.
bool take_offset(TextReader& reader, WrittenTime& time) {
  if (reader.at_end()) return true;
  if (reader.take('Z')) {
    time.offset = 0;
    return true;
  }
  const bool negative = reader.peek() == '-';
  if (!reader.take('-') && !reader.take('+')) return false;
  const auto hours = reader.take_digits(2);
  const bool parted = hours && reader.take(':');
  const auto minutes = parted ? reader.take_digits(2) : std::nullopt;
  if (!minutes) return false;
  const auto seconds = reader.take(':') ? reader.take_digits(2) : std::optional<int>(0);
  if (!seconds) return false;
  const int offset = *hours * 3600 + *minutes * 60 + *seconds;
  time.offset_exists = *minutes < 60 && *seconds < 60 && offset <= greatest_offset;
  time.offset = negative ? -offset : offset;
  return true;
}

std::optional<WrittenTime> read_time(std::string_view text) {
  TextReader reader(text);
  WrittenTime time;
  int* const fields[] = {&time.hour, &time.minute, &time.second};
  for (int* field : fields) {
    if (field != &time.hour && !reader.take(':')) return std::nullopt;
    const auto digits = reader.take_digits(2);
    if (!digits) return std::nullopt;
    *field = *digits;
  }
  if (reader.take('.')) {
    const auto fraction = reader.take_nanoseconds();
    if (!fraction) return std::nullopt;
    time.nanoseconds = *fraction;
  }
  if (!take_offset(reader, time) || !reader.at_end()) return std::nullopt;
  return time;
}

std::string offset_text(std::int32_t offset) {
  if (offset == 0) return "Z";
  const std::int32_t seconds = std::abs(offset);
  const std::string text = (offset < 0 ? "-" : "+") + padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2);
  return seconds % 60 == 0 ? text : text + ":" + padded(seconds % 60, 2);
}

}  // namespace

Result<TimeOfDay> parse_time_of_day(std::string_view text) {
  const auto time = read_time(text);
  if (!time) {
    return Diagnostic{"value.time.syntax", quoted(text) + " is not a time of day",
                      "write hours, minutes and seconds, such as `10:30:00` or `10:30:00+08:00`"};
  }
  if (!time->exists()) {
    return Diagnostic{"value.time.impossible", quoted(text) + " is not a time of any day",
                      "hours run from 00 to 23, minutes and seconds from 00 to 59, offsets to 18:00 either way"};
  }
  const std::int64_t seconds = time->hour * 3600LL + time->minute * 60LL + time->second;
  return TimeOfDay{seconds * nanoseconds_per_second + time->nanoseconds, time->offset};
}

Result<DateTime> parse_date_time(std::string_view text) {
  const auto date = Date::parse(text.substr(0, 10));
  const bool parted = text.size() > 10 && text[10] == 'T';
  const auto time = parse_time_of_day(parted ? text.substr(11) : std::string_view());
  if (date && time) return DateTime{*date, *time};
  for (const Diagnostics& problems : {date.diagnostics(), time.diagnostics()}) {
    const bool impossible = parted && !problems.empty() && problems.front().code != "value.date.syntax" &&
                            problems.front().code != "value.time.syntax";
    if (impossible) return problems;
  }
  return Diagnostic{"value.date_time.syntax", quoted(text) + " is not a date with a time",
                    "write both with a `T` between them, such as `2025-03-21T10:30:00`"};
}

std::string to_string(const TimeOfDay& time) {
  const std::int64_t seconds = time.nanoseconds / nanoseconds_per_second;
  const std::string clock =
      padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2);
  const std::string fraction = fraction_text(time.nanoseconds % nanoseconds_per_second);
  return clock + fraction + (time.offset_seconds ? offset_text(*time.offset_seconds) : "");
}

std::string to_string(const DateTime& date_time) {
  return date_time.date.to_string() + "T" + to_string(date_time.time);
}

}  // namespace tepei
