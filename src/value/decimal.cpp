#include "tepei/value/decimal.hpp"

#include "value/decimal_rounding.hpp"

namespace tepei {

using decimal_detail::adjusted_exponent;
using decimal_detail::assemble;
using decimal_detail::Coefficient;
using decimal_detail::coefficient_of;
using decimal_detail::digit_count;
using decimal_detail::grows;
using decimal_detail::power_of_ten;
using decimal_detail::Tail;
using decimal_detail::tail_of;
using decimal_detail::with_sign;

namespace {

/// The same value with no zero at the end of its coefficient; zero has the exponent 0.
Decimal without_trailing_zeros(const Decimal& value) noexcept {
  Coefficient coefficient = coefficient_of(value);
  if (coefficient == 0) return Decimal();
  int exponent = value.exponent();
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  return assemble(value.has_minus_sign(), coefficient, exponent);
}

/// -1, 0 or 1 for the magnitudes of two numbers other than zero.
int compare_magnitudes(const Decimal& left, const Decimal& right) noexcept {
  Coefficient left_digits = coefficient_of(left);
  Coefficient right_digits = coefficient_of(right);
  if (left.exponent() != right.exponent()) {
    const int left_first = adjusted_exponent(left);
    const int right_first = adjusted_exponent(right);
    if (left_first != right_first) return left_first < right_first ? -1 : 1;
    // The first digits stand at the same place, so the padded coefficient has as many digits as the other: at most 34.
    const int gap = left.exponent() - right.exponent();
    if (gap > 0) {
      left_digits *= power_of_ten(gap);
    } else {
      right_digits *= power_of_ten(-gap);
    }
  }
  return static_cast<int>(left_digits > right_digits) - static_cast<int>(left_digits < right_digits);
}

/// `value` with `drop` of its last digits cut off under `rounding`; `drop` is above zero.
Decimal without_last_digits(const Decimal& value, int drop, Decimal::Rounding rounding) noexcept {
  const Coefficient coefficient = coefficient_of(value);
  Coefficient kept = 0;
  Tail tail = coefficient == 0 ? Tail::nothing : Tail::below_half;
  if (drop <= Decimal::max_digits) {
    const Coefficient unit = power_of_ten(drop);
    kept = coefficient / unit;
    tail = tail_of<Coefficient>(coefficient % unit, unit, false);
  }
  if (grows(rounding, tail, (kept & 1U) != 0, value.has_minus_sign())) ++kept;
  return assemble(value.has_minus_sign(), kept, value.exponent() + drop);
}

}  // namespace

Decimal Decimal::scaled(std::int64_t coefficient, int exponent) {
  Decimal result(coefficient);
  result.exponent_ = static_cast<std::int16_t>(exponent);
  return result;
}

std::optional<std::int64_t> Decimal::to_int64() const {
  if (is_zero()) return 0;
  const Decimal plain = without_trailing_zeros(*this);
  if (plain.exponent() < 0 || adjusted_exponent(plain) > 18) return std::nullopt;
  const Coefficient magnitude = coefficient_of(plain) * power_of_ten(plain.exponent());
  const Coefficient limit = Coefficient{1} << 63;
  if (magnitude > limit || (magnitude == limit && !negative_)) return std::nullopt;
  const auto word = static_cast<std::uint64_t>(magnitude);
  return static_cast<std::int64_t>(negative_ ? ~word + 1 : word);
}

bool Decimal::is_integer() const {
  if (exponent_ >= 0 || is_zero()) return true;
  return exponent_ >= -max_digits && coefficient_of(*this) % power_of_ten(-exponent_) == 0;
}

Decimal Decimal::operator-() const noexcept {
  return with_sign(*this, !negative_ && !is_zero());
}

Decimal Decimal::abs() const noexcept {
  return with_sign(*this, false);
}

std::optional<Decimal> Decimal::round(int scale, Rounding rounding) const {
  const std::int64_t target = -static_cast<std::int64_t>(scale);
  if (target < min_exponent || target > max_exponent) return std::nullopt;
  const int drop = static_cast<int>(target) - exponent_;
  if (drop > 0) return without_last_digits(*this, drop, rounding);
  if (is_zero()) return assemble(negative_, 0, static_cast<int>(target));
  const Coefficient coefficient = coefficient_of(*this);
  if (digit_count(coefficient) - drop > max_digits) return std::nullopt;
  return assemble(negative_, coefficient * power_of_ten(-drop), static_cast<int>(target));
}

int Decimal::compare_by_magnitude(const Decimal& left, const Decimal& right) noexcept {
  if (left.is_zero() || right.is_zero() || left.negative_ != right.negative_) {
    const int left_sign = left.is_zero() ? 0 : (left.negative_ ? -1 : 1);
    const int right_sign = right.is_zero() ? 0 : (right.negative_ ? -1 : 1);
    return static_cast<int>(left_sign > right_sign) - static_cast<int>(left_sign < right_sign);
  }
  const int order = compare_magnitudes(left, right);
  return left.negative_ ? -order : order;
}

std::size_t Decimal::hash() const noexcept {
  const Decimal plain = without_trailing_zeros(*this);
  std::uint64_t mixed = plain.low_;
  for (const std::uint64_t word : {plain.high_, static_cast<std::uint64_t>(plain.exponent_ * 2 + plain.negative_)}) {
    // The mixing step of MurmurHash3's 64-bit finaliser.
    mixed = (mixed ^ (mixed >> 33)) * 0xff51afd7ed558ccdULL + word;
  }
  return static_cast<std::size_t>(mixed ^ (mixed >> 29));
}

}  // namespace tepei
