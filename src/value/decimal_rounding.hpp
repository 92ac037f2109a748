/// Rounding an exact or sticky result to what a `Decimal` holds.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "value/decimal_coefficient.hpp"

namespace tepei::decimal_detail {

/// What was cut off, as seen from the last digit kept.
enum class Tail { nothing, below_half, half, above_half };

/// `remainder` out of `unit`; `inexact` where more non-zero digits follow it.
template <typename Integer>
Tail tail_of(const Integer& remainder, const Integer& unit, bool inexact) {
  if (remainder == 0 && !inexact) return Tail::nothing;
  const Integer rest = unit - remainder;
  if (remainder < rest) return Tail::below_half;
  return remainder == rest && !inexact ? Tail::half : Tail::above_half;
}

/// Whether the last digit kept grows by one.
constexpr bool grows(Decimal::Rounding rounding, Tail tail, bool odd, bool negative) noexcept {
  switch (rounding) {
    case Decimal::Rounding::half_even:
      return tail == Tail::above_half || (tail == Tail::half && odd);
    case Decimal::Rounding::half_up:
      return tail >= Tail::half;
    case Decimal::Rounding::half_down:
      return tail == Tail::above_half;
    case Decimal::Rounding::up:
      return tail != Tail::nothing;
    case Decimal::Rounding::down:
      return false;
    case Decimal::Rounding::floor:
      return negative && tail != Tail::nothing;
    case Decimal::Rounding::ceiling:
      return !negative && tail != Tail::nothing;
  }
  return false;
}

/// 10^`power` as another integer type; specialised where that type is wider than 128 bits.
template <typename Integer>
const Integer& power_of_ten_as(int power);

template <>
inline const Coefficient& power_of_ten_as<Coefficient>(int power) {
  return powers_of_ten[static_cast<std::size_t>(power)];
}

/// The decimal digits of another integer type; specialised with it.
template <typename Integer>
int digit_count(const Integer& value);

/// The number of at most 34 digits, its exponent clamped or its coefficient padded to the type's limits; nothing on
/// overflow. `exponent` is not below the least unless the coefficient is zero.
inline std::optional<Decimal> fitted(bool negative, Coefficient coefficient, std::int64_t exponent) noexcept {
  if (coefficient == 0) {
    exponent = std::clamp<std::int64_t>(exponent, Decimal::min_exponent, Decimal::max_exponent);
  } else if (exponent > Decimal::max_exponent) {
    const std::int64_t padding = exponent - Decimal::max_exponent;
    if (digit_count(coefficient) + padding > Decimal::max_digits) return std::nullopt;
    coefficient *= power_of_ten(static_cast<int>(padding));
    exponent = Decimal::max_exponent;
  }
  return assemble(negative, coefficient, static_cast<int>(exponent));
}

/// `coefficient × 10^exponent` rounded half to even to 34 digits and to the least exponent, in one step; nothing on
/// overflow. With `inexact`, more non-zero digits follow and the coefficient has more than 34 digits.
template <typename Integer>
std::optional<Decimal> rounded(bool negative, const Integer& coefficient, std::int64_t exponent, bool inexact = false) {
  const int digits = digit_count(coefficient);
  const std::int64_t drop = std::max<std::int64_t>(digits - Decimal::max_digits, Decimal::min_exponent - exponent);
  if (drop <= 0) return fitted(negative, static_cast<Coefficient>(coefficient), exponent);
  if (drop > digits) return fitted(negative, 0, Decimal::min_exponent);
  const Integer& unit = power_of_ten_as<Integer>(static_cast<int>(drop));
  const Integer quotient = coefficient / unit;
  const Integer remainder = coefficient - quotient * unit;
  auto kept = static_cast<Coefficient>(quotient);
  exponent += drop;
  if (grows(Decimal::Rounding::half_even, tail_of(remainder, unit, inexact), (kept & 1U) != 0, negative)) ++kept;
  if (kept == power_of_ten(Decimal::max_digits)) {
    kept = power_of_ten(Decimal::max_digits - 1);
    ++exponent;
  }
  return fitted(negative, kept, exponent);
}

}  // namespace tepei::decimal_detail
