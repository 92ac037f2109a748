/// Sum, difference, product, quotient and modulo; the algorithms of the General Decimal Arithmetic specification.
#include <cstdlib>
#include <utility>

#include "value/decimal_wide.hpp"

namespace tepei {

using decimal_detail::adjusted_exponent;
using decimal_detail::assemble;
using decimal_detail::Coefficient;
using decimal_detail::coefficient_of;
using decimal_detail::digit_count;
using decimal_detail::power_of_ten;
using decimal_detail::power_of_ten_as;
using decimal_detail::rounded;
using decimal_detail::Wide;
using decimal_detail::with_sign;

namespace {

/// `value` with zeros at its end towards `exponent`, as far as 34 digits allow.
Decimal padded_towards(const Decimal& value, int exponent) noexcept {
  const Coefficient coefficient = coefficient_of(value);
  const int room = Decimal::max_digits - digit_count(coefficient);
  const int padding = std::min(value.exponent() - exponent, room);
  if (padding <= 0) return value;
  return assemble(value.has_minus_sign(), coefficient * power_of_ten(padding), value.exponent() - padding);
}

/// The sum where one side at least is zero.
Decimal sum_with_zero(const Decimal& left, const Decimal& right) noexcept {
  const int exponent = std::min(left.exponent(), right.exponent());
  if (!left.is_zero()) return padded_towards(left, exponent);
  if (!right.is_zero()) return padded_towards(right, exponent);
  return assemble(left.has_minus_sign() && right.has_minus_sign(), 0, exponent);
}

/// The rounded sum of two coefficients of one exponent.
template <typename Integer>
std::optional<Decimal> signed_sum(bool left_negative, const Integer& left, bool right_negative, const Integer& right,
                                  int exponent) {
  if (left_negative == right_negative) return rounded<Integer>(left_negative, left + right, exponent);
  if (left == right) return assemble(false, 0, exponent);
  if (left > right) return rounded<Integer>(left_negative, left - right, exponent);
  return rounded<Integer>(right_negative, right - left, exponent);
}

/// The sum of two numbers other than zero where `high` has the greater exponent.
std::optional<Decimal> sum_of_unaligned(const Decimal& high, const Decimal& low) {
  const int gap = high.exponent() - low.exponent();
  if (high.coefficient_high() == 0 && gap <= 18) {
    return signed_sum<Coefficient>(high.has_minus_sign(), coefficient_of(high) * power_of_ten(gap),
                                   low.has_minus_sign(), coefficient_of(low), low.exponent());
  }
  // A number that lies wholly below the digits kept matters only as "a little more": one unit, far enough down.
  const int high_digits = digit_count(coefficient_of(high));
  const int floor_exponent = high.exponent() + std::min(-1, high_digits - Decimal::max_digits - 2);
  Coefficient low_coefficient = coefficient_of(low);
  int exponent = low.exponent();
  if (adjusted_exponent(low) < floor_exponent) {
    low_coefficient = 1;
    exponent = floor_exponent;
  }
  const Wide aligned = Wide(coefficient_of(high)) * power_of_ten_as<Wide>(high.exponent() - exponent);
  return signed_sum<Wide>(high.has_minus_sign(), aligned, low.has_minus_sign(), Wide(low_coefficient), exponent);
}

/// 10^`power` modulo `modulus`, by squaring.
Wide power_of_ten_modulo(int power, const Wide& modulus) {
  Wide result = Wide(1) % modulus;
  Wide square = Wide(10) % modulus;
  for (; power > 0; power >>= 1) {
    if ((power & 1) != 0) result = result * square % modulus;
    square = square * square % modulus;
  }
  return result;
}

/// |left| modulo |right|, of the lesser exponent and no sign. Its cost does not grow with the gap of the exponents.
Decimal remainder_of_magnitudes(const Decimal& left, const Decimal& right) {
  const int gap = left.exponent() - right.exponent();
  const Wide dividend(coefficient_of(left));
  const Wide divisor(coefficient_of(right));
  if (gap >= 0) {
    const Wide remainder = dividend % divisor * power_of_ten_modulo(gap, divisor) % divisor;
    return assemble(false, static_cast<Coefficient>(remainder), right.exponent());
  }
  if (-gap > Decimal::max_digits) return left.abs();
  const Wide remainder = dividend % (divisor * power_of_ten_as<Wide>(-gap));
  return assemble(false, static_cast<Coefficient>(remainder), left.exponent());
}

}  // namespace

std::optional<Decimal> Decimal::add(const Decimal& left, const Decimal& right) {
  if (left.exponent_ == right.exponent_) {
    const Coefficient left_digits = coefficient_of(left);
    const Coefficient right_digits = coefficient_of(right);
    if (left_digits == 0 && right_digits == 0) return sum_with_zero(left, right);
    return signed_sum(left.negative_, left_digits, right.negative_, right_digits, left.exponent_);
  }
  if (left.is_zero() || right.is_zero()) return sum_with_zero(left, right);
  return left.exponent_ > right.exponent_ ? sum_of_unaligned(left, right) : sum_of_unaligned(right, left);
}

std::optional<Decimal> Decimal::subtract(const Decimal& left, const Decimal& right) {
  return add(left, with_sign(right, !right.negative_));
}

std::optional<Decimal> Decimal::multiply(const Decimal& left, const Decimal& right) {
  const bool negative = left.negative_ != right.negative_;
  const std::int64_t exponent = left.exponent_ + right.exponent_;
  if (left.high_ == 0 && right.high_ == 0) {
    const Coefficient product = static_cast<Coefficient>(left.low_) * right.low_;
    if (product < power_of_ten(38)) return rounded(negative, product, exponent);
  }
  return rounded<Wide>(negative, Wide(coefficient_of(left)) * Wide(coefficient_of(right)), exponent);
}

std::optional<Decimal> Decimal::divide(const Decimal& left, const Decimal& right) {
  if (right.is_zero()) return std::nullopt;
  const bool negative = left.negative_ != right.negative_;
  const std::int64_t ideal_exponent = left.exponent_ - right.exponent_;
  const Coefficient dividend = coefficient_of(left);
  const Coefficient divisor = coefficient_of(right);
  if (dividend % divisor == 0) return rounded<Coefficient>(negative, dividend / divisor, ideal_exponent);
  const int shift = digit_count(divisor) - digit_count(dividend) + max_digits + 1;
  const Wide shifted = Wide(dividend) * power_of_ten_as<Wide>(shift);
  Wide quotient = shifted / Wide(divisor);
  const bool inexact = quotient * Wide(divisor) != shifted;
  std::int64_t exponent = ideal_exponent - shift;
  for (; !inexact && exponent < ideal_exponent && quotient % 10U == 0; ++exponent) quotient /= 10U;
  return rounded<Wide>(negative, quotient, exponent, inexact);
}

std::optional<Decimal> Decimal::modulo(const Decimal& left, const Decimal& right) {
  if (right.is_zero()) return std::nullopt;
  const Decimal remainder = remainder_of_magnitudes(left, right);
  if (remainder.is_zero()) return remainder;
  const Decimal signed_remainder = with_sign(remainder, right.negative_);
  if (left.negative_ == right.negative_) return signed_remainder;
  return subtract(right, signed_remainder);
}

}  // namespace tepei
