#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <string>

#include "tepei/value/decimal.hpp"

using tepei::Decimal;

namespace {

/// A number of up to 34 digits anywhere in the range, small ones more often.
Decimal any_number() {
  const auto digits = *rc::gen::container<std::string>(rc::gen::inRange('0', static_cast<char>('9' + 1)));
  const int exponent = *rc::gen::oneOf(rc::gen::just(0), rc::gen::inRange(-10, 10), rc::gen::inRange(-6176, 6111));
  const bool negative = *rc::gen::arbitrary<bool>();
  const std::string text = (negative ? "-0" : "0") + digits.substr(0, 34) + "E" + std::to_string(exponent);
  return Decimal::parse(text).value();
}

/// A number that any few operations keep exact.
Decimal small_number() {
  return Decimal::scaled(*rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000), *rc::gen::inRange(-4, 4));
}

int sign(int value) {
  return (value > 0) - (value < 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decimal_properties)

RC_BOOST_PROP(text_reads_back, ()) {
  const Decimal value = any_number();
  RC_ASSERT(Decimal::parse(value.to_string()).value().to_string() == value.to_string());
  RC_ASSERT(Decimal::parse(value.to_plain_string()).value() == value);
}

RC_BOOST_PROP(comparison_is_an_order, ()) {
  const Decimal a = any_number();
  const Decimal b = any_number();
  const Decimal c = any_number();
  RC_ASSERT(Decimal::compare(a, a) == 0);
  RC_ASSERT(Decimal::compare(a, b) == -Decimal::compare(b, a));
  if (a <= b && b <= c) RC_ASSERT(a <= c);
}

RC_BOOST_PROP(comparison_is_the_sign_of_the_difference, ()) {
  const Decimal a = any_number();
  const Decimal b = any_number();
  const auto difference = Decimal::subtract(a, b);
  if (difference) RC_ASSERT(Decimal::compare(a, b) == sign(Decimal::compare(*difference, 0)));
}

RC_BOOST_PROP(equal_numbers_hash_alike, ()) {
  const Decimal value = any_number();
  const Decimal spread = Decimal::multiply(value, Decimal::parse("1.000").value()).value_or(value);
  if (spread == value) RC_ASSERT(spread.hash() == value.hash());
}

RC_BOOST_PROP(addition_and_multiplication_commute, ()) {
  const Decimal a = any_number();
  const Decimal b = any_number();
  RC_ASSERT(Decimal::add(a, b) == Decimal::add(b, a));
  RC_ASSERT(Decimal::multiply(a, b) == Decimal::multiply(b, a));
}

RC_BOOST_PROP(small_numbers_obey_the_laws_of_arithmetic, ()) {
  const Decimal a = small_number();
  const Decimal b = small_number();
  const Decimal c = small_number();
  const Decimal sum = Decimal::add(a, b).value();
  RC_ASSERT(Decimal::subtract(sum, b).value() == a);
  const Decimal left = Decimal::multiply(sum, c).value();
  const Decimal right = Decimal::add(Decimal::multiply(a, c).value(), Decimal::multiply(b, c).value()).value();
  RC_ASSERT(left == right);
  if (!b.is_zero()) RC_ASSERT(Decimal::divide(Decimal::multiply(a, b).value(), b).value() == a);
}

RC_BOOST_PROP(modulo_lies_between_zero_and_the_divisor, ()) {
  const Decimal a = small_number();
  const Decimal b = small_number();
  RC_PRE(!b.is_zero());
  const Decimal rest = Decimal::modulo(a, b).value();
  RC_ASSERT(rest.is_zero() || rest.is_negative() == b.is_negative());
  RC_ASSERT(rest.abs() < b.abs());
  RC_ASSERT(Decimal::divide(Decimal::subtract(a, rest).value(), b).value().is_integer());
}

RC_BOOST_PROP(modulo_never_hangs, ()) {
  const Decimal a = any_number();
  const Decimal b = any_number();
  const auto rest = Decimal::modulo(a, b);
  RC_ASSERT(rest.has_value() == !b.is_zero());
  if (rest) RC_ASSERT(rest->abs() <= b.abs());  // equal where rounding fills a tiny gap
}

RC_BOOST_PROP(rounding_moves_less_than_a_unit, ()) {
  const Decimal value = small_number();
  const int scale = *rc::gen::inRange(-5, 6);
  const auto mode = static_cast<Decimal::Rounding>(*rc::gen::inRange(0, 7));
  const Decimal rounded = value.round(scale, mode).value();
  RC_ASSERT(Decimal::subtract(value, rounded).value().abs() < Decimal::scaled(1, -scale));
  RC_ASSERT(rounded.exponent() == -scale);
  RC_ASSERT(value.round(scale, Decimal::Rounding::floor).value() <= value);
  RC_ASSERT(value.round(scale, Decimal::Rounding::ceiling).value() >= value);
}

RC_BOOST_PROP(doubles_come_back, ()) {
  const auto value = *rc::gen::arbitrary<double>();
  const auto number = Decimal::from_double(value);
  if (number) RC_ASSERT(number->to_double() == value);
}

RC_BOOST_PROP(no_text_breaks_the_reader, (const std::string& text)) {
  const auto result = Decimal::parse(text);
  if (!result) RC_ASSERT(!result.diagnostics().front().message.empty());
}

BOOST_AUTO_TEST_SUITE_END()
