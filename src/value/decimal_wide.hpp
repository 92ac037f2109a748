/// Integers wide enough for the exact product of two coefficients (256 bits) and for powers (512 bits).
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <vector>

#include "value/decimal_rounding.hpp"

namespace tepei::decimal_detail {

namespace mp = boost::multiprecision;

template <unsigned Bits>
using FixedWidth = mp::number<mp::cpp_int_backend<Bits, Bits, mp::unsigned_magnitude, mp::unchecked, void>, mp::et_off>;

using Wide = FixedWidth<256>;    // up to 77 digits
using Widest = FixedWidth<512>;  // up to 154 digits

/// 10^0 to 10^(`count` - 1).
template <typename Integer>
std::vector<Integer> wide_powers_of_ten(std::size_t count) {
  std::vector<Integer> powers{Integer(1)};
  while (powers.size() < count) powers.push_back(powers.back() * 10U);
  return powers;
}

template <>
inline const Wide& power_of_ten_as<Wide>(int power) {
  static const std::vector<Wide> powers = wide_powers_of_ten<Wide>(78);
  return powers[static_cast<std::size_t>(power)];
}

template <>
inline const Widest& power_of_ten_as<Widest>(int power) {
  static const std::vector<Widest> powers = wide_powers_of_ten<Widest>(155);
  return powers[static_cast<std::size_t>(power)];
}

template <typename Integer>
int wide_digit_count(const Integer& value) {
  if (value == 0) return 1;
  const int bits = static_cast<int>(mp::msb(value)) + 1;
  const int guess = (bits * 1233) >> 12;  // as for 128 bits; holds up to 512
  return value >= power_of_ten_as<Integer>(guess) ? guess + 1 : guess;
}

template <>
inline int digit_count<Wide>(const Wide& value) {
  return wide_digit_count(value);
}

template <>
inline int digit_count<Widest>(const Widest& value) {
  return wide_digit_count(value);
}

}  // namespace tepei::decimal_detail
