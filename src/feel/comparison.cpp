#include "feel/comparison.hpp"

#include <string>

#include "feel/calendar.hpp"
#include "feel/composite.hpp"
#include "feel/function.hpp"

namespace tepei::feel {
namespace {

constexpr std::size_t long_text = 256;

template <typename T>
int three_way(const T& left, const T& right) {
  if (left < right) return -1;
  return right < left ? 1 : 0;
}

// A time that tells its offset and one that does not have no order.
std::optional<int> order_times(const TimeOfDay& left, const TimeOfDay& right) {
  if (left.offset_seconds.has_value() != right.offset_seconds.has_value()) return std::nullopt;
  return three_way(left.nanoseconds - left.offset_seconds.value_or(0) * nanoseconds_a_second,
                   right.nanoseconds - right.offset_seconds.value_or(0) * nanoseconds_a_second);
}

// Days and nanoseconds of the day in UTC; apart, since together they exceed 64 bits.
std::pair<std::int64_t, std::int64_t> instant(const DateTime& value) {
  std::int64_t days = value.date.days();
  std::int64_t rest = value.time.nanoseconds - value.time.offset_seconds.value_or(0) * nanoseconds_a_second;
  if (rest < 0) {
    rest += nanoseconds_a_day;
    --days;
  } else if (rest >= nanoseconds_a_day) {
    rest -= nanoseconds_a_day;
    ++days;
  }
  return {days, rest};
}

std::optional<int> order_instants(const DateTime& left, const DateTime& right) {
  if (left.time.offset_seconds.has_value() != right.time.offset_seconds.has_value()) return std::nullopt;
  return three_way(instant(left), instant(right));
}

std::optional<int> order_members(EnumValue left, EnumValue right) {
  if (left.domain != right.domain || !left.domain->ordered()) return std::nullopt;
  return three_way(left.ordinal, right.ordinal);
}

// Whether two parts of walkable composites are alike.
Answer alike(Caller& caller, const Value& left, const Value& right);

// The kinds that are equal without an order, or whose order says more than whether they are equal.
std::optional<bool> equal_scalars(const Value& left, const Value& right) {
  if (as<bool>(left) != nullptr && as<bool>(right) != nullptr) return *as<bool>(left) == *as<bool>(right);
  const EnumValue* one = as<EnumValue>(left);
  const EnumValue* other = as<EnumValue>(right);
  if (one != nullptr && other != nullptr) {
    return one->domain == other->domain ? std::optional<bool>(*one == *other) : std::nullopt;
  }
  const std::string* text = left.text();
  const std::string* other_text = right.text();
  if (text != nullptr && other_text != nullptr) return *text == *other_text;
  const std::optional<int> ordered = order(left, right);
  return ordered ? std::optional<bool>(*ordered == 0) : std::nullopt;
}

Answer equal_lists(Caller& caller, const List& left, const List& right) {
  if (left.size() != right.size()) return Answer(false);
  Answer all(true);
  for (std::size_t i = 0; i < left.size() && all.logic != Logic::no; ++i) {
    all = conjunction(all, alike(caller, left[i], right[i]));
  }
  return all;
}

const Value* entry_of(const Context& context, const std::string& key) {
  for (const auto& entry : context) {
    if (entry.first == key) return &entry.second;
  }
  return nullptr;
}

Answer equal_contexts(Caller& caller, const Context& left, const Context& right) {
  if (left.size() != right.size()) return Answer(false);
  if (!caller.spend(left.size() * right.size())) return Answer(Logic::null);
  Answer all(true);
  for (const auto& entry : left) {
    const Value* other = entry_of(right, entry.first);
    if (other == nullptr) return Answer(false);
    all = conjunction(all, alike(caller, entry.second, *other));
  }
  return all;
}

Answer equal_ranges(Caller& caller, const Range& left, const Range& right) {
  if (left.start_included != right.start_included || left.end_included != right.end_included) return Answer(false);
  return conjunction(alike(caller, left.start, right.start), alike(caller, left.end, right.end));
}

bool composite(const Value& value) {
  return value.list() != nullptr || value.context() != nullptr || value.range() != nullptr;
}

// Two composites of one kind; nothing where their kinds differ.
std::optional<Answer> equal_composites(Caller& caller, const Value& left, const Value& right) {
  if (left.list() != nullptr && right.list() != nullptr) return equal_lists(caller, *left.list(), *right.list());
  if (left.context() != nullptr && right.context() != nullptr) {
    return equal_contexts(caller, *left.context(), *right.context());
  }
  if (left.range() != nullptr && right.range() != nullptr) return equal_ranges(caller, *left.range(), *right.range());
  return std::nullopt;
}

std::string both_kinds(const Value& left, const Value& right) {
  return "a " + std::string(kind_name(left)) + " with a " + std::string(kind_name(right));
}

// The answer for two values; nothing where they are of two kinds.
std::optional<Answer> equality(Caller& caller, const Value& left, const Value& right) {
  if (left.is_unknown() || right.is_unknown()) return Answer(left.unknown_facts() | right.unknown_facts());
  if (left.is_null() || right.is_null()) return Answer(left.is_null() && right.is_null());
  if (composite(left) || composite(right)) return equal_composites(caller, left, right);
  const std::string* text = left.text();
  const bool is_long = text != nullptr && text->size() > long_text;
  if (is_long && !caller.spend(text->size() / long_text)) return Answer(Logic::null);
  const std::optional<bool> equal = equal_scalars(left, right);
  return equal ? std::optional<Answer>(Answer(*equal)) : std::nullopt;
}

Answer alike(Caller& caller, const Value& left, const Value& right) {
  return equality(caller, left, right).value_or(Answer(false));
}

// False where the evaluation has ended because one of them is too large to be walked.
bool both_walkable(Caller& caller, const Value& left, const Value& right) {
  return !composite(left) || !composite(right) || (walkable(caller, left) && walkable(caller, right));
}

// Neither gives nor takes an order, whatever the other side is.
bool unordered(const Value& value) {
  if (composite(value) || value.is_null() || as<bool>(value) != nullptr) return true;
  if (const EnumValue* member = as<EnumValue>(value)) return !member->domain->ordered();
  return as<std::shared_ptr<const Function>>(value) != nullptr;
}

Answer compare_order(Caller& caller, Operation operation, const Value& left, const Value& right) {
  if (left.is_null() || right.is_null()) return Answer(Logic::null);
  const bool open = left.is_unknown() || right.is_unknown();
  const std::optional<int> ordered = open ? std::nullopt : order(left, right);
  if (open && !unordered(left) && !unordered(right)) return Answer(left.unknown_facts() | right.unknown_facts());
  if (!ordered) {
    caller.null_because("feel.run.wrong_kind", "no order compares " + both_kinds(left, right));
    return Answer(Logic::null);
  }
  switch (operation) {
    case Operation::less:
      return Answer(*ordered < 0);
    case Operation::less_or_equal:
      return Answer(*ordered <= 0);
    case Operation::greater:
      return Answer(*ordered > 0);
    default:
      return Answer(*ordered >= 0);
  }
}

}  // namespace

std::optional<int> order(const Value& left, const Value& right) {
  if (as<Decimal>(left) != nullptr && as<Decimal>(right) != nullptr) {
    return Decimal::compare(*as<Decimal>(left), *as<Decimal>(right));
  }
  if (as<Date>(left) != nullptr && as<Date>(right) != nullptr) return three_way(*as<Date>(left), *as<Date>(right));
  if (as<EnumValue>(left) != nullptr && as<EnumValue>(right) != nullptr) {
    return order_members(*as<EnumValue>(left), *as<EnumValue>(right));
  }
  if (left.text() != nullptr && right.text() != nullptr) {
    return three_way(left.text()->compare(*right.text()), 0);  // UTF-8 keeps the order of code points
  }
  if (as<DateTime>(left) != nullptr && as<DateTime>(right) != nullptr) {
    return order_instants(*as<DateTime>(left), *as<DateTime>(right));
  }
  if (as<TimeOfDay>(left) != nullptr && as<TimeOfDay>(right) != nullptr) {
    return order_times(*as<TimeOfDay>(left), *as<TimeOfDay>(right));
  }
  if (as<MonthsDuration>(left) != nullptr && as<MonthsDuration>(right) != nullptr) {
    return three_way(as<MonthsDuration>(left)->months, as<MonthsDuration>(right)->months);
  }
  if (as<TimeDuration>(left) != nullptr && as<TimeDuration>(right) != nullptr) {
    return three_way(as<TimeDuration>(left)->nanoseconds, as<TimeDuration>(right)->nanoseconds);
  }
  return std::nullopt;
}

Answer equals(Caller& caller, const Value& left, const Value& right) {
  if (!both_walkable(caller, left, right)) return Answer(Logic::null);
  if (const std::optional<Answer> answer = equality(caller, left, right)) return *answer;
  caller.null_because("feel.run.wrong_kind", "`=` cannot compare " + both_kinds(left, right));
  return Answer(Logic::null);
}

Answer matches(Caller& caller, const Value& left, const Value& right) {
  return both_walkable(caller, left, right) ? alike(caller, left, right) : Answer(Logic::null);
}

Answer compare(Caller& caller, Operation operation, const Value& left, const Value& right) {
  if (operation == Operation::equal) return equals(caller, left, right);
  if (operation == Operation::not_equal) return negation(equals(caller, left, right));
  return compare_order(caller, operation, left, right);
}

Answer within(Caller& caller, const Value& value, const Range& range) {
  if (value.is_null()) return Answer(Logic::null);
  Answer both(true);
  if (!range.start.is_null()) {
    both = compare(caller, range.start_included ? Operation::greater_or_equal : Operation::greater, value, range.start);
  }
  if (!range.end.is_null()) {
    const Operation below = range.end_included ? Operation::less_or_equal : Operation::less;
    both = conjunction(both, compare(caller, below, value, range.end));
  }
  return both;
}

Answer satisfies(Caller& caller, const Value& value, const Value& test) {
  if (const Range* range = test.range()) return within(caller, value, *range);
  const List* list = test.list();
  if (list == nullptr) return equals(caller, value, test);
  Answer any(false);
  for (const Value& item : *list) {
    if (!caller.spend(1)) return Answer(Logic::null);
    const bool range_item = item.range() != nullptr && value.range() == nullptr;
    any = disjunction(any, range_item ? within(caller, value, *item.range()) : matches(caller, value, item));
    if (any.logic == Logic::yes) return any;
  }
  if (value.list() != nullptr) any = disjunction(any, matches(caller, value, test));
  return any;
}

}  // namespace tepei::feel
