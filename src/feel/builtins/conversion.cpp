// DMN 1.5, 10.3.4.1 (conversion functions).
#include "feel/builtins/family.hpp"
#include "feel/calendar.hpp"
#include "feel/composite.hpp"

namespace tepei::feel {
namespace {

constexpr std::size_t longest_literal = 256;  // of a number, date or duration as text

// Null, because a text is not what the function reads.
Value unreadable(Caller& caller, std::string_view function, const std::string& text, std::string_view expected) {
  const std::string shown = text.size() <= longest_literal ? "`" + text + "`" : "a text so long";
  return caller.null_because("feel.run.unreadable_text",
                             "`" + std::string(function) + "`: " + shown + " is not " + std::string(expected));
}

template <typename T>
Value read(Caller& caller, std::string_view function, const std::string& text, Result<T> (*parse)(std::string_view),
           std::string_view expected) {
  if (text.size() <= longest_literal) {
    if (const Result<T> parsed = parse(text); parsed.ok()) return Value(*parsed);
  }
  return unreadable(caller, function, text, expected);
}

Value call_date_of(Caller& caller, const Arguments& arguments) {
  const Value& from = arguments[0];
  if (as<Date>(from) != nullptr) return from;
  if (const auto* instant = as<DateTime>(from)) return instant->date;
  if (from.text() == nullptr) return wrong_kind(caller, "date", from, "a string, a date or a date and time");
  return read(caller, "date", *from.text(), Date::parse, "a date such as `2025-03-21`");
}

Value call_date_from_parts(Caller& caller, const Arguments& arguments) {
  const auto year = whole_number(arguments[0]);
  const auto month = whole_number(arguments[1]);
  const auto day = whole_number(arguments[2]);
  const bool plausible =
      year && month && day && *year >= 1 && *year <= 9999 && *month >= 1 && *month <= 12 && *day >= 1 && *day <= 31;
  if (plausible) {
    const auto date =
        Date::from_civil(static_cast<int>(*year), static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (date) return Value(*date);
  }
  return out_of_range(caller, "date", "there is no such day");
}

Value call_time_of(Caller& caller, const Arguments& arguments) {
  const Value& from = arguments[0];
  if (as<TimeOfDay>(from) != nullptr) return from;
  if (const auto* instant = as<DateTime>(from)) return instant->time;
  if (as<Date>(from) != nullptr) return TimeOfDay{0, 0};  // midnight in UTC, as DMN says
  if (from.text() == nullptr) return wrong_kind(caller, "time", from, "a string, a time or a date and time");
  return read(caller, "time", *from.text(), parse_time_of_day, "a time such as `10:30:00`");
}

Value call_time_from_parts(Caller& caller, const Arguments& arguments) {
  const auto hour = whole_number(arguments[0]);
  const auto minute = whole_number(arguments[1]);
  const Decimal* second = as<Decimal>(arguments[2]);
  if (second == nullptr) return wrong_kind(caller, "time", arguments[2], "numbers");
  const std::optional<Decimal> scaled = Decimal::multiply(*second, Decimal(nanoseconds_a_second));
  const std::optional<Decimal> whole = scaled ? scaled->round(0, Decimal::Rounding::down) : std::nullopt;
  const std::int64_t fine = whole ? whole->to_int64().value_or(-1) : -1;
  const bool plausible = hour && minute && *hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60 && fine >= 0 &&
                         fine < 60 * nanoseconds_a_second;
  if (!plausible) return out_of_range(caller, "time", "there is no such time of day");
  TimeOfDay time{(*hour * 3600 + *minute * 60) * nanoseconds_a_second + fine, std::nullopt};
  if (!given(arguments, 3)) return time;
  const auto* offset = as<TimeDuration>(arguments[3]);
  if (offset == nullptr) return wrong_kind(caller, "time", arguments[3], "a days and time duration as its offset");
  constexpr std::int64_t most_seconds = 18 * 3600;
  const std::int64_t seconds = offset->nanoseconds / nanoseconds_a_second;
  if (seconds > most_seconds || seconds < -most_seconds)
    return out_of_range(caller, "time", "an offset is within 18 hours");
  time.offset_seconds = static_cast<std::int32_t>(seconds);
  return time;
}

Value call_date_time_of(Caller& caller, const Arguments& arguments) {
  const Value& from = arguments[0];
  if (as<DateTime>(from) != nullptr) return from;
  if (as<Date>(from) != nullptr) return *midnight(from);
  if (from.text() == nullptr) return wrong_kind(caller, "date and time", from, "a string");
  // A date alone is its midnight.
  if (const Result<Date> date = Date::parse(*from.text()); date.ok()) return DateTime{*date, {}};
  return read(caller, "date and time", *from.text(), parse_date_time, "a date and time such as `2025-03-21T10:30:00`");
}

Value call_date_time_from_parts(Caller& caller, const Arguments& arguments) {
  const std::optional<DateTime> day = midnight(arguments[0]);
  const auto* time = as<TimeOfDay>(arguments[1]);
  if (!day) return wrong_kind(caller, "date and time", arguments[0], "a date");
  if (time == nullptr) return wrong_kind(caller, "date and time", arguments[1], "a time");
  return DateTime{day->date, *time};
}

Value call_duration(Caller& caller, const Arguments& arguments) {
  const Value& from = arguments[0];
  if (as<MonthsDuration>(from) != nullptr || as<TimeDuration>(from) != nullptr) return from;
  if (from.text() == nullptr) return wrong_kind(caller, "duration", from, "a string");
  if (from.text()->size() <= longest_literal) {
    if (const auto months = parse_months_duration(*from.text()); months.ok()) return *months;
  }
  return read(caller, "duration", *from.text(), parse_time_duration, "a duration such as `P1Y6M` or `P3DT12H`");
}

// As XPath subtracts: a month counts when the day of the month is reached, so that 2000-02-29 to 2025-02-28 is one
// month less than the Civil Code's count, which is `full months`.
Value call_months_between(Caller& caller, const Arguments& arguments) {
  const std::optional<DateTime> from = midnight(arguments[0]);
  const std::optional<DateTime> to = midnight(arguments[1]);
  if (!from) return wrong_kind(caller, "years and months duration", arguments[0], "dates");
  if (!to) return wrong_kind(caller, "years and months duration", arguments[1], "dates");
  const auto months_of = [](Date date) { return date.year() * 12 + static_cast<int>(date.month()); };
  const auto within_month = [](const DateTime& value) { return std::pair(value.date.day(), value.time.nanoseconds); };
  int months = months_of(to->date) - months_of(from->date);
  if (months > 0 && within_month(*to) < within_month(*from)) --months;
  if (months < 0 && within_month(*to) > within_month(*from)) ++months;
  return MonthsDuration{months};
}

// The text with its grouping separators taken out and its decimal separator made a point.
std::optional<std::string> plain_number(const std::string& text, const std::string* grouping,
                                        const std::string* point) {
  std::string plain;
  for (const char character : text) {
    if (grouping != nullptr && (*grouping)[0] == character) continue;
    if (point != nullptr && (*point)[0] == character) {
      plain += '.';
    } else if (character == '.' && point != nullptr) {
      return std::nullopt;
    } else {
      plain += character;
    }
  }
  return plain;
}

bool is_separator(const Value& value, std::string_view allowed) {
  const std::string* text = value.text();
  return text != nullptr && text->size() == 1 && allowed.find((*text)[0]) != std::string_view::npos;
}

Value call_number(Caller& caller, const Arguments& arguments) {
  const Value& from = arguments[0];
  if (as<Decimal>(from) != nullptr && arguments.size() == 1) return from;
  if (from.text() == nullptr) return wrong_kind(caller, "number", from, "a string");
  const std::string* grouping = nullptr;
  const std::string* point = nullptr;
  if (given(arguments, 1)) {
    if (!is_separator(arguments[1], " ,."))
      return out_of_range(caller, "number", "a grouping separator is ` `, `,` or `.`");
    grouping = arguments[1].text();
  }
  if (given(arguments, 2)) {
    if (!is_separator(arguments[2], ",.")) return out_of_range(caller, "number", "a decimal separator is `,` or `.`");
    point = arguments[2].text();
  }
  if (grouping != nullptr && point != nullptr && *grouping == *point) {
    return out_of_range(caller, "number", "the two separators are different");
  }
  if (from.text()->size() <= longest_literal) {
    const std::optional<std::string> plain = plain_number(*from.text(), grouping, point);
    const Result<Decimal> number = Decimal::parse(plain.value_or(""));
    if (number.ok()) return *number;
  }
  return unreadable(caller, "number", *from.text(), "a number");
}

// A text as it is, an enumeration's member by its id, anything else as FEEL writes it.
Value call_string(Caller& caller, const Arguments& arguments) {
  const Value& from = arguments[0];
  if (from.text() != nullptr) return from;
  if (const auto* member = as<EnumValue>(from)) return make_text(caller, member->id());
  if (const auto* date = as<Date>(from)) return Value(date->to_string());
  if (const auto* time = as<TimeOfDay>(from)) return Value(to_string(*time));
  if (const auto* instant = as<DateTime>(from)) return Value(to_string(*instant));
  if (const auto* months = as<MonthsDuration>(from)) return Value(to_string(*months));
  if (const auto* time = as<TimeDuration>(from)) return Value(to_string(*time));
  const Gaps gaps = gaps_within(caller, from);
  if (gaps.any) return gaps.value();
  return caller.spend(0) ? make_text(caller, to_feel(from)) : Value(Null{});
}

Builtin converts(const char* name, std::vector<Parameter> parameters, const Type& result,
                 Value (*call)(Caller&, const Arguments&)) {
  return {name, std::move(parameters), false, result, call};
}

}  // namespace

Family conversion_builtins() {
  const Type string = TypeKind::string;
  const Type number = TypeKind::number;
  const Type date = TypeKind::date;
  const Type time = TypeKind::time;
  const Type date_time = TypeKind::date_and_time;
  const Type months = TypeKind::years_and_months_duration;
  Family family;
  for (const Type& from : {string, date, date_time}) {
    family.push_back(converts("date", {required("from", from)}, date, call_date_of));
  }
  family.push_back(converts("date", {required("year", number), required("month", number), required("day", number)},
                            date, call_date_from_parts));
  for (const Type& from : {string, date_time, time, date}) {
    family.push_back(converts("time", {required("from", from)}, time, call_time_of));
  }
  family.push_back(converts("time",
                            {required("hour", number), required("minute", number), required("second", number),
                             optional("offset", TypeKind::days_and_time_duration)},
                            time, call_time_from_parts));
  for (const Type& from : {string, date_time, date}) {
    family.push_back(converts("date and time", {required("from", from)}, date_time, call_date_time_of));
  }
  for (const Type& from : {date, date_time}) {
    family.push_back(converts("date and time", {required("date", from), required("time", time)}, date_time,
                              call_date_time_from_parts));
  }
  family.push_back(converts("duration", {required("from", string)}, TypeKind::any, call_duration));
  for (const Type& end : {date, date_time}) {
    family.push_back(converts("years and months duration", {required("from", end), required("to", end)}, months,
                              call_months_between));
  }
  family.push_back(converts(
      "number",
      {required("from", string), optional("grouping separator", string), optional("decimal separator", string)}, number,
      call_number));
  family.push_back(converts("string", {required("from", TypeKind::any)}, string, call_string));
  return family;
}

}  // namespace tepei::feel
