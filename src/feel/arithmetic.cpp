#include "feel/arithmetic.hpp"

#include <optional>
#include <string>
#include <utility>

#include "feel/calendar.hpp"
#include "feel/composite.hpp"

namespace tepei::feel {
namespace {

// An operation's answer; `nothing` where the kinds do not go together, `overflow` where the answer does not fit.
struct Outcome {
  enum class Kind { value, nothing, overflow } kind = Kind::nothing;
  Value value;

  Outcome() = default;
  Outcome(Value given) : kind(Kind::value), value(std::move(given)) {}  // NOLINT(google-explicit-constructor)
  template <typename T>
  Outcome(const std::optional<T>& given)  // NOLINT(google-explicit-constructor)
      : kind(given ? Kind::value : Kind::overflow), value(given ? Value(*given) : Value(Null{})) {}
};

Outcome add_duration(const Value& moved, const Value& duration, bool backwards) {
  if (const auto* months = as<MonthsDuration>(duration)) {
    const std::optional<MonthsDuration> by = backwards ? opposite(*months) : *months;
    if (!by) return std::optional<Date>();
    if (const auto* date = as<Date>(moved)) return add_months(*date, by->months);
    if (const auto* instant = as<DateTime>(moved)) return shift(*instant, *by);
    if (const auto* other = as<MonthsDuration>(moved)) return sum(*other, *by);
    return {};
  }
  const auto* time = as<TimeDuration>(duration);
  if (time == nullptr) return {};
  const std::optional<TimeDuration> by = backwards ? opposite(*time) : *time;
  if (!by) return std::optional<Date>();
  if (const auto* date = as<Date>(moved)) return shift(*date, *by);
  if (const auto* instant = as<DateTime>(moved)) return shift(*instant, *by);
  if (const auto* clock = as<TimeOfDay>(moved)) return Value(shift(*clock, *by));
  if (const auto* other = as<TimeDuration>(moved)) return sum(*other, *by);
  return {};
}

Outcome add(Caller& caller, const Value& left, const Value& right) {
  if (left.text() != nullptr && right.text() != nullptr) return make_text(caller, *left.text() + *right.text());
  if (is_duration(right)) return add_duration(left, right, false);
  if (is_duration(left)) return add_duration(right, left, false);
  return {};
}

Outcome subtract(const Value& left, const Value& right) {
  if (is_duration(right)) return add_duration(left, right, true);
  const auto* time = as<TimeOfDay>(left);
  const auto* earlier_time = as<TimeOfDay>(right);
  if (time != nullptr && earlier_time != nullptr) return difference(*time, *earlier_time);
  const std::optional<DateTime> instant = midnight(left);
  const std::optional<DateTime> earlier = midnight(right);
  if (!instant || !earlier || !comparable(*instant, *earlier)) return {};
  return difference(*instant, *earlier);
}

Outcome multiply(const Value& left, const Value& right) {
  const Decimal* factor = as<Decimal>(right);
  if (factor == nullptr) return as<Decimal>(left) != nullptr && is_duration(right) ? multiply(right, left) : Outcome();
  if (const auto* months = as<MonthsDuration>(left)) return scaled(*months, *factor);
  if (const auto* time = as<TimeDuration>(left)) return scaled(*time, *factor);
  return {};
}

Outcome divide(const Value& left, const Value& right) {
  const auto* months = as<MonthsDuration>(left);
  const auto* time = as<TimeDuration>(left);
  if (const Decimal* divisor = as<Decimal>(right)) {
    if (months != nullptr) return divided(*months, *divisor);
    return time != nullptr ? Outcome(divided(*time, *divisor)) : Outcome();
  }
  if (months != nullptr && as<MonthsDuration>(right) != nullptr) {
    return Decimal::divide(Decimal(months->months), Decimal(as<MonthsDuration>(right)->months));
  }
  if (time != nullptr && as<TimeDuration>(right) != nullptr) {
    return Decimal::divide(Decimal(time->nanoseconds), Decimal(as<TimeDuration>(right)->nanoseconds));
  }
  return {};
}

Outcome power(const Decimal& base, const Decimal& exponent) {
  const std::optional<std::int64_t> whole = exponent.to_int64();
  return whole ? Outcome(Decimal::power(base, *whole)) : Outcome();
}

Outcome numbers(Operation operation, const Decimal& left, const Decimal& right) {
  switch (operation) {
    case Operation::add:
      return Decimal::add(left, right);
    case Operation::subtract:
      return Decimal::subtract(left, right);
    case Operation::multiply:
      return Decimal::multiply(left, right);
    case Operation::divide:
      return Decimal::divide(left, right);
    default:
      return power(left, right);
  }
}

Outcome others(Caller& caller, Operation operation, const Value& left, const Value& right) {
  switch (operation) {
    case Operation::add:
      return add(caller, left, right);
    case Operation::subtract:
      return subtract(left, right);
    case Operation::multiply:
      return multiply(left, right);
    case Operation::divide:
      return divide(left, right);
    default:
      return {};
  }
}

bool is_zero(const Value& value) {
  if (const Decimal* number = as<Decimal>(value)) return number->is_zero();
  if (const auto* months = as<MonthsDuration>(value)) return months->months == 0;
  const auto* time = as<TimeDuration>(value);
  return time != nullptr && time->nanoseconds == 0;
}

// A kind that the operation takes on one side at least.
bool takes(Operation operation, const Value& value) {
  if (value.is_unknown() || as<Decimal>(value) != nullptr) return true;
  if (operation == Operation::power) return false;
  if (is_duration(value)) return true;
  if (operation == Operation::add && value.text() != nullptr) return true;
  const bool moves = operation == Operation::add || operation == Operation::subtract;
  return moves && (as<Date>(value) != nullptr || as<DateTime>(value) != nullptr || as<TimeOfDay>(value) != nullptr);
}

Value wrong_kinds(Caller& caller, Operation operation, const Value& left, const Value& right) {
  return caller.null_because("feel.run.wrong_kind", "`" + std::string(symbol(operation)) + "` has no answer for a " +
                                                        std::string(kind_name(left)) + " and a " +
                                                        std::string(kind_name(right)));
}

}  // namespace

bool is_duration(const Value& value) {
  return as<MonthsDuration>(value) != nullptr || as<TimeDuration>(value) != nullptr;
}

const char* symbol(Operation operation) {
  switch (operation) {
    case Operation::add:
      return "+";
    case Operation::subtract:
      return "-";
    case Operation::multiply:
      return "*";
    case Operation::divide:
      return "/";
    case Operation::power:
      return "**";
    case Operation::equal:
      return "=";
    case Operation::not_equal:
      return "!=";
    case Operation::less:
      return "<";
    case Operation::less_or_equal:
      return "<=";
    case Operation::greater:
      return ">";
    case Operation::greater_or_equal:
      return ">=";
    default:
      return "";
  }
}

Value calculate(Caller& caller, Operation operation, const Value& left, const Value& right) {
  if (left.is_null() || right.is_null()) return Null{};
  if (!takes(operation, left) || !takes(operation, right)) return wrong_kinds(caller, operation, left, right);
  if (operation == Operation::divide && is_zero(right)) {
    return caller.null_because("feel.run.division_by_zero", "division by zero");
  }
  if (left.is_unknown() || right.is_unknown()) return Unknown{left.unknown_facts() | right.unknown_facts()};
  const Decimal* number = as<Decimal>(left);
  const Decimal* other = as<Decimal>(right);
  const bool both = number != nullptr && other != nullptr;
  Outcome outcome = both ? numbers(operation, *number, *other) : others(caller, operation, left, right);
  if (outcome.kind == Outcome::Kind::value) return std::move(outcome.value);
  if (outcome.kind == Outcome::Kind::nothing) return wrong_kinds(caller, operation, left, right);
  return caller.null_because("feel.run.out_of_range",
                             "the answer of `" + std::string(symbol(operation)) + "` is out of range");
}

Value negate(Caller& caller, const Value& operand) {
  if (operand.is_null() || operand.is_unknown()) return operand;
  if (const Decimal* number = as<Decimal>(operand)) return -*number;
  if (const auto* months = as<MonthsDuration>(operand)) {
    if (const auto turned = opposite(*months)) return *turned;
    return caller.null_because("feel.run.out_of_range", "the answer of `-` is out of range");
  }
  if (const auto* time = as<TimeDuration>(operand)) {
    if (const auto turned = opposite(*time)) return *turned;
    return caller.null_because("feel.run.out_of_range", "the answer of `-` is out of range");
  }
  return caller.null_because("feel.run.wrong_kind", "`-` has no answer for a " + std::string(kind_name(operand)));
}

}  // namespace tepei::feel
