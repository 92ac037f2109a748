#include <algorithm>
#include <optional>

#include "feel/function.hpp"
#include "feel/reference.hpp"

namespace tepei::feel::reference {
namespace {

const Value null = Null{};

Value unknown_of(const std::vector<Value>& values) {
  FactSet facts;
  for (const Value& value : values) facts |= value.unknown_facts();
  return Unknown{facts};
}

bool is(const Value& value, bool wanted) {
  const bool* known = value.get_if<bool>();
  return known != nullptr && *known == wanted;
}

bool any_unknown(const std::vector<Value>& values) {
  return std::any_of(values.begin(), values.end(), [](const Value& value) { return value.is_unknown(); });
}

template <typename T>
Value or_null(const std::optional<T>& value) {
  return value ? Value(*value) : null;
}

Value number_arithmetic(Operation operation, const Decimal& left, const Decimal& right) {
  switch (operation) {
    case Operation::add:
      return or_null(Decimal::add(left, right));
    case Operation::subtract:
      return or_null(Decimal::subtract(left, right));
    case Operation::multiply:
      return or_null(Decimal::multiply(left, right));
    case Operation::divide:
      return or_null(Decimal::divide(left, right));
    default:
      return right.to_int64() ? or_null(Decimal::power(left, *right.to_int64())) : null;
  }
}

// The date part only: what the generated expressions use.
Value other_arithmetic(Operation operation, const Value& left, const Value& right) {
  const bool plus = operation == Operation::add;
  const int sign = plus ? 1 : -1;
  if (plus && left.text() != nullptr && right.text() != nullptr) return Value(*left.text() + *right.text());
  if (!plus && operation != Operation::subtract) {
    const Decimal* factor = right.get_if<Decimal>();
    const auto* months = left.get_if<MonthsDuration>();
    if (operation == Operation::multiply && factor != nullptr && months != nullptr && factor->to_int64()) {
      return MonthsDuration{months->months * *factor->to_int64()};
    }
    if (operation == Operation::multiply && left.get_if<Decimal>() != nullptr)
      return arithmetic(operation, right, left);
    return null;
  }
  if (const auto* months = right.get_if<MonthsDuration>()) {
    if (const auto* date = left.get_if<Date>()) return or_null(add_months(*date, sign * months->months));
    if (const auto* other = left.get_if<MonthsDuration>()) return MonthsDuration{other->months + sign * months->months};
  }
  if (const auto* time = right.get_if<TimeDuration>()) {
    constexpr std::int64_t day = 86'400'000'000'000;
    if (const auto* date = left.get_if<Date>()) {
      const std::int64_t total = sign * time->nanoseconds;
      return or_null(add_days(*date, total / day - (total % day < 0 ? 1 : 0)));
    }
    if (const auto* other = left.get_if<TimeDuration>())
      return TimeDuration{other->nanoseconds + sign * time->nanoseconds};
  }
  if (plus && right.get_if<Date>() != nullptr && left.get_if<Date>() == nullptr)
    return arithmetic(operation, right, left);
  if (!plus && left.get_if<Date>() != nullptr && right.get_if<Date>() != nullptr) {
    const std::int64_t days = left.get_if<Date>()->days() - right.get_if<Date>()->days();
    constexpr std::int64_t most = 106'751;
    if (days > most || days < -most) return null;
    return TimeDuration{days * 86'400'000'000'000};
  }
  return null;
}

bool duration(const Value& value) {
  return value.get_if<MonthsDuration>() != nullptr || value.get_if<TimeDuration>() != nullptr;
}

// Kinds that the operation can be given on one side at least.
bool possible(Operation operation, const Value& value) {
  if (value.is_unknown() || value.get_if<Decimal>() != nullptr) return true;
  switch (operation) {
    case Operation::add:
      return value.text() != nullptr || duration(value) || value.get_if<Date>() != nullptr;
    case Operation::subtract:
      return duration(value) || value.get_if<Date>() != nullptr;
    case Operation::multiply:
    case Operation::divide:
      return duration(value);
    default:
      return false;
  }
}

std::optional<int> ordering(const Value& left, const Value& right) {
  const auto sign = [](const auto& one, const auto& other) { return one < other ? -1 : (other < one ? 1 : 0); };
  if (left.get_if<Decimal>() != nullptr && right.get_if<Decimal>() != nullptr) {
    return sign(*left.get_if<Decimal>(), *right.get_if<Decimal>());
  }
  if (left.get_if<Date>() != nullptr && right.get_if<Date>() != nullptr)
    return sign(*left.get_if<Date>(), *right.get_if<Date>());
  if (left.text() != nullptr && right.text() != nullptr) return sign(*left.text(), *right.text());
  if (left.get_if<MonthsDuration>() != nullptr && right.get_if<MonthsDuration>() != nullptr) {
    return sign(left.get_if<MonthsDuration>()->months, right.get_if<MonthsDuration>()->months);
  }
  if (left.get_if<TimeDuration>() != nullptr && right.get_if<TimeDuration>() != nullptr) {
    return sign(left.get_if<TimeDuration>()->nanoseconds, right.get_if<TimeDuration>()->nanoseconds);
  }
  const EnumValue* one = left.get_if<EnumValue>();
  const EnumValue* other = right.get_if<EnumValue>();
  if (one != nullptr && other != nullptr && one->domain == other->domain && one->domain->ordered()) {
    return sign(one->ordinal, other->ordinal);
  }
  return std::nullopt;
}

bool orderable(const Value& value) {
  if (value.is_unknown()) return true;
  if (const EnumValue* member = value.get_if<EnumValue>()) return member->domain->ordered();
  return value.get_if<Decimal>() != nullptr || value.get_if<Date>() != nullptr || value.text() != nullptr ||
         duration(value);
}

Value order_comparison(Operation operation, const Value& left, const Value& right) {
  if (left.is_null() || right.is_null() || !orderable(left) || !orderable(right)) return null;
  if (left.is_unknown() || right.is_unknown()) return unknown_of({left, right});
  const std::optional<int> sign = ordering(left, right);
  if (!sign) return null;
  switch (operation) {
    case Operation::less:
      return Value(*sign < 0);
    case Operation::less_or_equal:
      return Value(*sign <= 0);
    case Operation::greater:
      return Value(*sign > 0);
    default:
      return Value(*sign >= 0);
  }
}

Value list_equality(const List& left, const List& right) {
  if (left.size() != right.size()) return Value(false);
  std::vector<Value> pairs;
  for (std::size_t i = 0; i < left.size(); ++i) pairs.push_back(item_equality(left[i], right[i]));
  // The first that differs ends the walk; what comes after it is not looked at, and does not matter.
  return conjunction(pairs);
}

Value context_equality(const Context& left, const Context& right) {
  if (left.size() != right.size()) return Value(false);
  std::vector<Value> pairs;
  for (const auto& entry : left) {
    const auto other =
        std::find_if(right.begin(), right.end(), [&](const auto& each) { return each.first == entry.first; });
    if (other == right.end()) return Value(false);
    pairs.push_back(item_equality(entry.second, other->second));
  }
  return conjunction(pairs);
}

std::optional<Value> equality(const Value& left, const Value& right) {
  if (left.is_unknown() || right.is_unknown()) return unknown_of({left, right});
  if (left.is_null() || right.is_null()) return Value(left.is_null() && right.is_null());
  if (left.list() != nullptr && right.list() != nullptr) return list_equality(*left.list(), *right.list());
  if (left.context() != nullptr && right.context() != nullptr)
    return context_equality(*left.context(), *right.context());
  if (left.range() != nullptr && right.range() != nullptr) {
    const Range& one = *left.range();
    const Range& other = *right.range();
    return conjunction({Value(one.start_included == other.start_included),
                        Value(one.end_included == other.end_included), item_equality(one.start, other.start),
                        item_equality(one.end, other.end)});
  }
  if (left.get_if<EnumValue>() != nullptr && right.get_if<EnumValue>() != nullptr) {
    if (left.get_if<EnumValue>()->domain != right.get_if<EnumValue>()->domain) return std::nullopt;
    return Value(left.get_if<EnumValue>()->ordinal == right.get_if<EnumValue>()->ordinal);
  }
  if (left.get_if<bool>() != nullptr && right.get_if<bool>() != nullptr)
    return Value(*left.get_if<bool>() == *right.get_if<bool>());
  const std::optional<int> sign = ordering(left, right);
  return sign ? std::optional<Value>(Value(*sign == 0)) : std::nullopt;
}

bool of_kind(const Value& value, const Type& type) {
  const std::string_view name = kind_name(value);
  switch (type.kind()) {
    case TypeKind::boolean:
      return name == "boolean";
    case TypeKind::number:
      return name == "number";
    case TypeKind::string:
      return name == "string";
    case TypeKind::date:
      return name == "date";
    case TypeKind::list:
      return name == "list";
    case TypeKind::context:
      return name == "context";
    case TypeKind::years_and_months_duration:
      return name == "years and months duration";
    case TypeKind::days_and_time_duration:
      return name == "days and time duration";
    case TypeKind::range:
      return value.range() != nullptr;
    case TypeKind::function:
      return value.get_if<std::shared_ptr<const Function>>() != nullptr;
    default:
      return false;
  }
}

}  // namespace

Value conjunction(const std::vector<Value>& operands) {
  bool null_seen = false;
  for (const Value& operand : operands) {
    if (is(operand, false)) return Value(false);
    null_seen = null_seen || !(operand.is_unknown() || is(operand, true));
  }
  if (any_unknown(operands)) return unknown_of(operands);
  return null_seen ? null : Value(true);
}

Value negation(const Value& operand) {
  if (operand.is_unknown()) return operand;
  const bool* known = operand.get_if<bool>();
  return known == nullptr ? null : Value(!*known);
}

// De Morgan.
Value disjunction(const std::vector<Value>& operands) {
  std::vector<Value> turned;
  for (const Value& operand : operands) turned.push_back(negation(operand));
  return negation(conjunction(turned));
}

Value arithmetic(Operation operation, const Value& left, const Value& right) {
  if (left.is_null() || right.is_null() || !possible(operation, left) || !possible(operation, right)) return null;
  if (operation == Operation::divide) {
    const Decimal* divisor = right.get_if<Decimal>();
    if (divisor != nullptr && divisor->is_zero()) return null;
  }
  if (left.is_unknown() || right.is_unknown()) return unknown_of({left, right});
  if (left.get_if<Decimal>() != nullptr && right.get_if<Decimal>() != nullptr) {
    return number_arithmetic(operation, *left.get_if<Decimal>(), *right.get_if<Decimal>());
  }
  return other_arithmetic(operation, left, right);
}

Value minus(const Value& operand) {
  if (operand.is_unknown()) return operand;
  if (const Decimal* number = operand.get_if<Decimal>()) return -*number;
  if (const auto* months = operand.get_if<MonthsDuration>()) return MonthsDuration{-months->months};
  if (const auto* time = operand.get_if<TimeDuration>()) return TimeDuration{-time->nanoseconds};
  return null;
}

Value comparison(Operation operation, const Value& left, const Value& right) {
  if (operation == Operation::equal) return equality(left, right).value_or(null);
  if (operation == Operation::not_equal) return negation(equality(left, right).value_or(null));
  return order_comparison(operation, left, right);
}

Value item_equality(const Value& left, const Value& right) {
  return equality(left, right).value_or(Value(false));
}

Value in_range(const Value& value, const Value& start, const Value& end, bool start_included, bool end_included) {
  if (value.is_null()) return null;
  std::vector<Value> bounds;
  if (!start.is_null()) {
    bounds.push_back(comparison(start_included ? Operation::greater_or_equal : Operation::greater, value, start));
  }
  if (!end.is_null())
    bounds.push_back(comparison(end_included ? Operation::less_or_equal : Operation::less, value, end));
  return conjunction(bounds);
}

Value is_of(const Value& value, const Type& type) {
  if (value.is_unknown()) return value;
  if (value.is_null()) return Value(type.is(TypeKind::null_type));
  if (type.is(TypeKind::any)) return Value(true);
  if (!of_kind(value, type)) return Value(false);
  if (value.list() == nullptr || type.element().is(TypeKind::any)) return Value(true);
  std::vector<Value> items;
  for (const Value& item : *value.list()) items.push_back(is_of(item, type.element()));
  return conjunction(items);
}

Value member(const Value& target, const std::string& name) {
  if (target.is_unknown()) return target;
  if (target.list() != nullptr) {
    List members;
    for (const Value& item : *target.list()) members.push_back(member(item, name));
    return members;
  }
  if (const Context* context = target.context()) {
    for (const auto& entry : *context) {
      if (entry.first == name) return entry.second;
    }
  }
  if (const Date* date = target.get_if<Date>()) {
    if (name == "year") return Value(date->year());
    if (name == "month") return Value(static_cast<int>(date->month()));
    if (name == "day") return Value(static_cast<int>(date->day()));
    if (name == "weekday") return Value(weekday(*date));
  }
  return null;
}

bool open(const Value& value, FactSet& facts) {
  if (value.is_unknown()) {
    facts |= value.unknown_facts();
    return true;
  }
  bool any = false;
  if (const List* list = value.list()) {
    for (const Value& item : *list) any = open(item, facts) || any;
  }
  if (const Context* context = value.context()) {
    for (const auto& entry : *context) any = open(entry.second, facts) || any;
  }
  if (const Range* range = value.range()) {
    any = open(range->start, facts) || any;
    any = open(range->end, facts) || any;
  }
  return any;
}

bool same(const Value& left, const Value& right) {
  if (left.is_unknown() && right.is_unknown()) return left.unknown_facts() == right.unknown_facts();
  if (left.list() != nullptr && right.list() != nullptr) {
    return std::equal(left.list()->begin(), left.list()->end(), right.list()->begin(), right.list()->end(), same);
  }
  if (left.context() != nullptr && right.context() != nullptr) {
    return std::equal(
        left.context()->begin(), left.context()->end(), right.context()->begin(), right.context()->end(),
        [](const auto& one, const auto& other) { return one.first == other.first && same(one.second, other.second); });
  }
  const auto function = [](const Value& value) { return value.get_if<std::shared_ptr<const Function>>() != nullptr; };
  return (function(left) && function(right)) || identical(left, right);
}

}  // namespace tepei::feel::reference
