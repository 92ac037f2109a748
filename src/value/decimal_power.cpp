/// Integer powers and the square root.
#include <cstdlib>

#include "value/decimal_wide.hpp"

namespace tepei {

namespace mp = decimal_detail::mp;
using decimal_detail::assemble;
using decimal_detail::coefficient_of;
using decimal_detail::digit_count;
using decimal_detail::fitted;
using decimal_detail::grows;
using decimal_detail::power_of_ten_as;
using decimal_detail::rounded;
using decimal_detail::tail_of;
using decimal_detail::Wide;
using decimal_detail::Widest;

namespace {

/// A magnitude with more digits than a `Decimal`, for results between.
struct Working {
  Widest coefficient;
  std::int64_t exponent = 0;
};

constexpr int working_digits = 76;  // so that a product fits in 512 bits
// Beyond this power of ten either way no later step leads back into the range of the type.
constexpr std::int64_t hopeless_exponent = 100'000;

std::int64_t adjusted(const Working& value) {
  return value.exponent + digit_count(value.coefficient) - 1;
}

/// The product rounded half to even to the working digits.
Working product(const Working& left, const Working& right) {
  Working result{left.coefficient * right.coefficient, left.exponent + right.exponent};
  const int drop = digit_count(result.coefficient) - working_digits;
  if (drop <= 0) return result;
  const Widest& unit = power_of_ten_as<Widest>(drop);
  Widest quotient = result.coefficient / unit;
  const Widest remainder = result.coefficient - quotient * unit;
  const bool odd = (quotient & 1U) != 0;
  if (grows(Decimal::Rounding::half_even, tail_of(remainder, unit, false), odd, false)) ++quotient;
  return {quotient, result.exponent + drop};
}

/// 1 / `value` with at least `working_digits` digits, cut off, as the last step's `rounded` wants it.
std::optional<Decimal> reciprocal(const Working& value, bool negative) {
  constexpr int shift = 2 * working_digits;
  const Widest& shifted = power_of_ten_as<Widest>(shift);
  Widest quotient = shifted / value.coefficient;
  const bool inexact = quotient * value.coefficient != shifted;
  const std::int64_t ideal_exponent = -value.exponent;
  std::int64_t exponent = ideal_exponent - shift;
  for (; !inexact && exponent < ideal_exponent && quotient % 10U == 0; ++exponent) quotient /= 10U;
  return rounded<Widest>(negative, quotient, exponent, inexact);
}

/// What a power comes to whose magnitude has left the range of the type: nothing, or zero.
std::optional<Decimal> out_of_range(bool huge, bool negative) {
  if (huge) return std::nullopt;
  return assemble(negative, 0, Decimal::min_exponent);
}

/// Zero to a power above zero.
std::optional<Decimal> power_of_zero(const Decimal& base, std::int64_t exponent, bool negative) {
  const auto limit = static_cast<std::int64_t>(Decimal::min_exponent) * -2;
  const std::int64_t bounded = std::min(exponent, limit);  // the product is clamped all the same
  return fitted(negative, 0, base.exponent() * bounded);
}

/// The greatest integer whose square is not above `value`, by Newton's method from above.
Wide integer_square_root(const Wide& value) {
  Wide root = Wide(1) << (mp::msb(value) / 2 + 1);
  while (true) {
    const Wide next = (root + value / root) >> 1;
    if (next >= root) return root;
    root = next;
  }
}

}  // namespace

std::optional<Decimal> Decimal::power(const Decimal& base, std::int64_t exponent) {
  if (exponent == 0) return Decimal(1);
  const bool negative = base.negative_ && exponent % 2 != 0;
  if (base.is_zero()) return exponent < 0 ? std::nullopt : power_of_zero(base, exponent, negative);
  const bool inverse = exponent < 0;
  std::uint64_t rest = inverse ? ~static_cast<std::uint64_t>(exponent) + 1 : static_cast<std::uint64_t>(exponent);
  Working result{Widest(1), 0};
  Working square{Widest(coefficient_of(base)), base.exponent_};
  while (true) {
    if ((rest & 1U) != 0) result = product(result, square);
    rest >>= 1;
    const bool hopeless =
        std::abs(adjusted(result)) > hopeless_exponent || (rest != 0 && std::abs(adjusted(square)) > hopeless_exponent);
    if (hopeless) return out_of_range((adjusted(square) > 0) != inverse, negative);
    if (rest == 0) break;
    square = product(square, square);
  }
  if (inverse) return reciprocal(result, negative);
  return rounded<Widest>(negative, result.coefficient, result.exponent);
}

std::optional<Decimal> Decimal::square_root(const Decimal& value) {
  const int half_exponent = value.exponent_ >> 1;
  if (value.is_zero()) return assemble(value.negative_, 0, half_exponent);
  if (value.negative_) return std::nullopt;
  Wide coefficient(coefficient_of(value));
  if ((value.exponent_ & 1) != 0) coefficient *= 10U;
  // Twice 35 digits under the root give 35 above: one more than is kept, and the remainder tells the rest.
  const int shift = max_digits + 1 - (digit_count(coefficient) + 1) / 2;
  const Wide shifted = coefficient * power_of_ten_as<Wide>(2 * shift);
  const Wide root = integer_square_root(shifted);
  if (root * root != shifted) return rounded<Wide>(false, root, half_exponent - shift, true);
  return rounded<Wide>(false, Wide(root / power_of_ten_as<Wide>(shift)), half_exponent);
}

}  // namespace tepei
