// DMN 1.5, 10.3.4.9 (temporal functions), and ours: years and months counted by the Civil Code.
#include <array>

#include "feel/builtins/family.hpp"
#include "feel/calendar.hpp"

namespace tepei::feel {
namespace {

std::optional<Date> day_of(const Value& value) {
  const std::optional<DateTime> instant = midnight(value);
  return instant ? std::optional<Date>(instant->date) : std::nullopt;
}

Value call_day_of_week(Caller& caller, const Arguments& arguments) {
  static constexpr std::array<const char*, 7> names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};
  const std::optional<Date> date = day_of(arguments[0]);
  if (!date) return wrong_kind(caller, "day of week", arguments[0], "a date");
  return Value(names[static_cast<std::size_t>(weekday(*date)) - 1]);
}

Value call_month_of_year(Caller& caller, const Arguments& arguments) {
  static constexpr std::array<const char*, 12> names = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
  const std::optional<Date> date = day_of(arguments[0]);
  if (!date) return wrong_kind(caller, "month of year", arguments[0], "a date");
  return Value(names[date->month() - 1]);
}

Value call_day_of_year(Caller& caller, const Arguments& arguments) {
  const std::optional<Date> date = day_of(arguments[0]);
  return date ? Value(day_of_year(*date)) : wrong_kind(caller, "day of year", arguments[0], "a date");
}

Value call_week_of_year(Caller& caller, const Arguments& arguments) {
  const std::optional<Date> date = day_of(arguments[0]);
  return date ? Value(week_of_year(*date)) : wrong_kind(caller, "week of year", arguments[0], "a date");
}

// Ages and terms of service: Civil Code 第二百至二百零二条.
template <std::int64_t (*count)(Date, Date)>
Value call_full(Caller& caller, const Arguments& arguments) {
  const Date* from = as<Date>(arguments[0]);
  const Date* to = as<Date>(arguments[1]);
  if (from == nullptr) return wrong_kind(caller, "full years or full months", arguments[0], "dates");
  if (to == nullptr) return wrong_kind(caller, "full years or full months", arguments[1], "dates");
  return Value(count(*from, *to));
}

}  // namespace

Family date_builtins() {
  const Type date = TypeKind::date;
  const Type number = TypeKind::number;
  const Type string = TypeKind::string;
  Family family;
  for (const Type& of : {date, Type(TypeKind::date_and_time)}) {
    family.push_back({"day of week", {required("date", of)}, false, string, call_day_of_week});
    family.push_back({"month of year", {required("date", of)}, false, string, call_month_of_year});
    family.push_back({"day of year", {required("date", of)}, false, number, call_day_of_year});
    family.push_back({"week of year", {required("date", of)}, false, number, call_week_of_year});
  }
  family.push_back(
      {"full years", {required("from", date), required("to", date)}, false, number, call_full<full_years>});
  family.push_back(
      {"full months", {required("from", date), required("to", date)}, false, number, call_full<full_months>});
  return family;
}

}  // namespace tepei::feel
