#include "feel/member.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "feel/calendar.hpp"
#include "feel/composite.hpp"

namespace tepei::feel {
namespace {

using Member = std::optional<Value>;

Value seconds(std::int64_t count) {
  return TimeDuration{count * nanoseconds_a_second};
}

Member date_member(Date date, std::string_view name) {
  if (name == "year") return Value(date.year());
  if (name == "month") return Value(static_cast<int>(date.month()));
  if (name == "day") return Value(static_cast<int>(date.day()));
  if (name == "weekday") return Value(weekday(date));
  return std::nullopt;
}

Member time_member(const TimeOfDay& time, std::string_view name) {
  const std::int64_t whole = time.nanoseconds / nanoseconds_a_second;
  if (name == "hour") return Value(whole / 3600);
  if (name == "minute") return Value(whole / 60 % 60);
  if (name == "second") {
    const std::int64_t parts = time.nanoseconds % (60 * nanoseconds_a_second);
    return Value(parts % nanoseconds_a_second == 0 ? Decimal(parts / nanoseconds_a_second)
                                                   : Decimal::scaled(parts, -9));
  }
  if (name == "time offset") return time.offset_seconds ? seconds(*time.offset_seconds) : Value(Null{});
  if (name == "timezone") return Value(Null{});  // zones by name are not kept, only offsets
  return std::nullopt;
}

Member duration_member(MonthsDuration duration, std::string_view name) {
  if (name == "years") return Value(duration.months / 12);
  if (name == "months") return Value(duration.months % 12);
  return std::nullopt;
}

Member duration_member(TimeDuration duration, std::string_view name) {
  const std::int64_t whole = duration.nanoseconds / nanoseconds_a_second;
  if (name == "days") return Value(whole / 86'400);
  if (name == "hours") return Value(whole / 3600 % 24);
  if (name == "minutes") return Value(whole / 60 % 60);
  if (name == "seconds") {
    const std::int64_t parts = duration.nanoseconds % (60 * nanoseconds_a_second);
    return Value(parts % nanoseconds_a_second == 0 ? Decimal(parts / nanoseconds_a_second)
                                                   : Decimal::scaled(parts, -9));
  }
  return std::nullopt;
}

Member range_member(const Range& range, std::string_view name) {
  if (name == "start") return range.start;
  if (name == "end") return range.end;
  if (name == "start included") return Value(range.start_included);
  if (name == "end included") return Value(range.end_included);
  return std::nullopt;
}

Member entry(const Context& context, std::string_view name) {
  for (const auto& [key, value] : context) {
    if (key == name) return value;
  }
  return std::nullopt;
}

Member simple_member(const Value& target, std::string_view name) {
  if (const Context* context = target.context()) return entry(*context, name);
  if (const Date* date = target.get_if<Date>()) return date_member(*date, name);
  if (const TimeOfDay* time = target.get_if<TimeOfDay>()) return time_member(*time, name);
  if (const DateTime* instant = target.get_if<DateTime>()) {
    const Member of_date = date_member(instant->date, name);
    return of_date ? of_date : time_member(instant->time, name);
  }
  if (const auto* months = target.get_if<MonthsDuration>()) return duration_member(*months, name);
  if (const auto* time = target.get_if<TimeDuration>()) return duration_member(*time, name);
  if (const Range* range = target.range()) return range_member(*range, name);
  return std::nullopt;
}

Value member_of_one(Caller& caller, const Value& target, const std::string& name) {
  if (target.is_null() || target.is_unknown()) return target;
  if (const Context* context = target.context(); context != nullptr && !caller.spend(context->size() / 8))
    return Null{};
  if (Member member = simple_member(target, name)) return *std::move(member);
  return caller.null_because("feel.run.no_member",
                             "a " + std::string(kind_name(target)) + " has no member `" + name + "`");
}

}  // namespace

Value member_of(Caller& caller, const Value& target, const std::string& name) {
  const List* list = target.list();
  if (list == nullptr) return member_of_one(caller, target, name);
  List members;
  members.reserve(list->size());
  for (const Value& item : *list) members.push_back(member_of_one(caller, item, name));
  return make_list(caller, std::move(members));
}

}  // namespace tepei::feel
