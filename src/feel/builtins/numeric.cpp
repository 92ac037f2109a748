// DMN 1.5, 10.3.4.5 (numeric functions). `exp` and `log` have no exact decimal and are absent.
#include <algorithm>

#include "feel/builtins/family.hpp"
#include "feel/calendar.hpp"

namespace tepei::feel {
namespace {

constexpr std::int64_t most_scale = 6200;

template <Decimal::Rounding rounding>
Value call_round(Caller& caller, const Arguments& arguments) {
  const Decimal* number = as<Decimal>(arguments[0]);
  if (number == nullptr) return wrong_kind(caller, "round", arguments[0], "a number");
  std::int64_t scale = 0;
  if (given(arguments, 1)) {
    const std::optional<std::int64_t> wanted = whole_number(arguments[1]);
    if (!wanted) return wrong_kind(caller, "round", arguments[1], "a whole number of digits");
    scale = *wanted;
  }
  if (scale > most_scale || scale < -most_scale) return out_of_range(caller, "round", "too many digits are asked for");
  // A number with fewer digits than asked for is what it is: `decimal(1/3, 40)` has the 34 it has.
  if (-number->exponent() <= scale) return *number;
  const std::optional<Decimal> rounded = number->round(static_cast<int>(scale), rounding);
  return rounded ? Value(*rounded) : out_of_range(caller, "round", "the answer does not fit");
}

Value call_abs(Caller& caller, const Arguments& arguments) {
  const Value& value = arguments[0];
  if (const Decimal* number = as<Decimal>(value)) return number->abs();
  if (const auto* months = as<MonthsDuration>(value)) {
    const auto positive = months->months < 0 ? opposite(*months) : *months;
    return positive ? Value(*positive) : out_of_range(caller, "abs", "the answer does not fit");
  }
  if (const auto* time = as<TimeDuration>(value)) {
    const auto positive = time->nanoseconds < 0 ? opposite(*time) : *time;
    return positive ? Value(*positive) : out_of_range(caller, "abs", "the answer does not fit");
  }
  return wrong_kind(caller, "abs", value, "a number or a duration");
}

Value call_modulo(Caller& caller, const Arguments& arguments) {
  const Decimal* dividend = as<Decimal>(arguments[0]);
  const Decimal* divisor = as<Decimal>(arguments[1]);
  if (dividend == nullptr) return wrong_kind(caller, "modulo", arguments[0], "numbers");
  if (divisor == nullptr) return wrong_kind(caller, "modulo", arguments[1], "numbers");
  if (divisor->is_zero()) return caller.null_because("feel.run.division_by_zero", "`modulo`: division by zero");
  const std::optional<Decimal> rest = Decimal::modulo(*dividend, *divisor);
  return rest ? Value(*rest) : out_of_range(caller, "modulo", "the answer does not fit");
}

Value call_sqrt(Caller& caller, const Arguments& arguments) {
  const Decimal* number = as<Decimal>(arguments[0]);
  if (number == nullptr) return wrong_kind(caller, "sqrt", arguments[0], "a number");
  const std::optional<Decimal> root = Decimal::square_root(*number);
  return root ? Value(*root) : out_of_range(caller, "sqrt", "a negative number has no square root");
}

template <bool odd>
Value call_parity(Caller& caller, const Arguments& arguments) {
  const Decimal* number = as<Decimal>(arguments[0]);
  if (number == nullptr) return wrong_kind(caller, odd ? "odd" : "even", arguments[0], "a number");
  const std::optional<Decimal> rest = Decimal::modulo(*number, Decimal(2));
  return Value(rest && *rest == Decimal(odd ? 1 : 0));
}

Builtin rounding(std::string name, bool scale_optional, Value (*call)(Caller&, const Arguments&)) {
  return {std::move(name),
          {required("n", TypeKind::number), Parameter{"scale", TypeKind::number, scale_optional}},
          false,
          TypeKind::number,
          call};
}

}  // namespace

Family numeric_builtins() {
  using Rounding = Decimal::Rounding;
  const Type number = TypeKind::number;
  Family family;
  family.push_back(rounding("decimal", false, call_round<Rounding::half_even>));
  family.push_back(rounding("floor", true, call_round<Rounding::floor>));
  family.push_back(rounding("ceiling", true, call_round<Rounding::ceiling>));
  family.push_back(rounding("round up", false, call_round<Rounding::up>));
  family.push_back(rounding("round down", false, call_round<Rounding::down>));
  family.push_back(rounding("round half up", false, call_round<Rounding::half_up>));
  family.push_back(rounding("round half down", false, call_round<Rounding::half_down>));
  for (const TypeKind kind :
       {TypeKind::number, TypeKind::days_and_time_duration, TypeKind::years_and_months_duration}) {
    family.push_back({"abs", {required("n", kind)}, false, kind, call_abs});
  }
  family.push_back({"modulo", {required("dividend", number), required("divisor", number)}, false, number, call_modulo});
  family.push_back({"sqrt", {required("number", number)}, false, number, call_sqrt});
  family.push_back({"odd", {required("number", number)}, false, TypeKind::boolean, call_parity<true>});
  family.push_back({"even", {required("number", number)}, false, TypeKind::boolean, call_parity<false>});
  return family;
}

}  // namespace tepei::feel
