/// The coefficient of a `Decimal` as one 128-bit integer, and its powers of ten.
#pragma once

#include <array>
#include <cstdint>

#include "tepei/value/decimal.hpp"

namespace tepei::decimal_detail {

// A language extension of GCC and clang; private, so that no host's warnings meet it.
__extension__ typedef unsigned __int128 Coefficient;  // NOLINT(modernize-use-using)

/// 10^0 to 10^38, all that fit.
inline constexpr std::array<Coefficient, 39> powers_of_ten = [] {
  std::array<Coefficient, 39> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// 10^`power`, 0 to 38.
constexpr Coefficient power_of_ten(int power) noexcept {
  return powers_of_ten[static_cast<std::size_t>(power)];
}

constexpr Coefficient coefficient_of(const Decimal& value) noexcept {
  return (static_cast<Coefficient>(value.coefficient_high()) << 64) | value.coefficient_low();
}

constexpr Decimal assemble(bool negative, Coefficient coefficient, int exponent) noexcept {
  return Decimal::from_parts(negative, static_cast<std::uint64_t>(coefficient >> 64),
                             static_cast<std::uint64_t>(coefficient), exponent);
}

/// The position of the highest bit set, from 1; 0 for zero.
inline int bit_count(Coefficient value) noexcept {
  const auto high = static_cast<std::uint64_t>(value >> 64);
  const auto low = static_cast<std::uint64_t>(value);
  if (high != 0) return 128 - __builtin_clzll(high);
  return low == 0 ? 0 : 64 - __builtin_clzll(low);
}

/// The number of decimal digits; 1 for zero, as General Decimal Arithmetic counts.
inline int digit_count(Coefficient value) noexcept {
  if (value < 10) return 1;
  // bits * log10(2), rounded down, is the digit count or one below it.
  const int guess = (bit_count(value) * 1233) >> 12;
  return guess < 39 && value >= power_of_ten(guess) ? guess + 1 : guess;
}

/// The power of ten of the first digit.
inline int adjusted_exponent(const Decimal& value) noexcept {
  return value.exponent() + digit_count(coefficient_of(value)) - 1;
}

/// `value` with the sign given, zero too.
constexpr Decimal with_sign(const Decimal& value, bool negative) noexcept {
  return Decimal::from_parts(negative, value.coefficient_high(), value.coefficient_low(), value.exponent());
}

}  // namespace tepei::decimal_detail
