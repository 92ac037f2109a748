/// Exact decimal numbers: what decides ages, scores and money.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tepei/value/result.hpp"

namespace tepei {

/// A decimal number of up to 34 significant digits (IEEE 754 decimal128's precision), rounded half to even where a
/// result does not fit. `coefficient × 10^exponent`, exponent in [-6176, 6111]; no NaN, no infinity: an operation
/// without an answer (division by zero, overflow) returns nothing. A result below 10^-6176 is rounded half to even to a
/// multiple of it (which may be zero), one with an exponent above 6111 gets zeros at its end, both as IEEE 754 has it.
///
/// Comparison and equality are by value: 1.0 equals 1 and -0 equals 0. Text keeps the digits as written: "1.50" prints
/// as "1.50"; a zero keeps its sign in `to_string`, as in Python. A plain value of 24 bytes; safe to share between
/// threads. Source: IEEE 754-2019 decimal128, General Decimal Arithmetic; DMN 1.5, 10.3.2.3 (FEEL number).
class Decimal {
 public:
  static constexpr int max_digits = 34;
  static constexpr int min_exponent = -6176;
  static constexpr int max_exponent = 6111;

  /// Zero.
  constexpr Decimal() = default;
  // NOLINTBEGIN(google-explicit-constructor): an integer is a decimal
  /// The integer `value`, exactly.
  constexpr Decimal(std::int64_t value) noexcept
      : low_(value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value)),
        negative_(value < 0) {}
  constexpr Decimal(int value) noexcept : Decimal(static_cast<std::int64_t>(value)) {}
  // NOLINTEND(google-explicit-constructor)

  /// `coefficient × 10^exponent`; `exponent` within the limits of the type.
  static Decimal scaled(std::int64_t coefficient, int exponent);

  /// Reads `[+-]digits[.digits][(e|E)[+-]digits]` with at least one digit before or after the point (".5", "5."); ASCII
  /// only, no blanks, no separators. A number that needs more than 34 digits is rounded half to even. Errors:
  /// `value.decimal.syntax`, `value.decimal.range` (also where a number other than zero would become zero).
  static Result<Decimal> parse(std::string_view text);

  /// The number whose shortest decimal text round-trips to `value` (0.1 gives 0.1); nothing for NaN and infinities.
  static std::optional<Decimal> from_double(double value);

  /// The text in General Decimal Arithmetic's "to-scientific-string" form, as Python's `decimal` prints it.
  std::string to_string() const;
  /// The text without an exponent and without needless zeros at the end: 1E+3 as 1000, 1.50 as 1.5.
  std::string to_plain_string() const;
  /// The nearest double; for hosts that ask for one, never used to decide.
  double to_double() const;
  /// The integer this number is exactly, where it is one and fits.
  std::optional<std::int64_t> to_int64() const;

  constexpr bool is_zero() const noexcept { return low_ == 0 && high_ == 0; }
  constexpr bool is_negative() const noexcept { return negative_ && !is_zero(); }
  bool is_integer() const;
  /// The power of ten of the last digit kept.
  constexpr int exponent() const noexcept { return exponent_; }

  /// The opposite number; zero has no sign afterwards.
  Decimal operator-() const noexcept;
  /// The number without its sign.
  Decimal abs() const noexcept;

  /// Sum, difference and product rounded to 34 digits half to even; nothing on overflow of the exponent.
  static std::optional<Decimal> add(const Decimal& left, const Decimal& right);
  static std::optional<Decimal> subtract(const Decimal& left, const Decimal& right);
  static std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);
  /// Quotient rounded to 34 digits half to even; nothing for a zero divisor or overflow.
  static std::optional<Decimal> divide(const Decimal& left, const Decimal& right);
  /// FEEL's modulo: `left - right * floor(left / right)` with the divisor's sign; nothing for a zero divisor. Exact,
  /// but for signs that differ and a result of more than 34 digits, which is rounded half to even.
  static std::optional<Decimal> modulo(const Decimal& left, const Decimal& right);
  /// `base` to the integer power `exponent`, computed with 76 digits and rounded half to even to 34; exact where 34
  /// digits hold it. 0 to the power 0 is 1; nothing on overflow or for 0 to a negative power.
  static std::optional<Decimal> power(const Decimal& base, std::int64_t exponent);
  /// Square root rounded to 34 digits half to even; nothing for a negative number.
  static std::optional<Decimal> square_root(const Decimal& value);

  /// How `round` treats what lies between two numbers of the wanted scale.
  enum class Rounding { half_even, half_up, half_down, up, down, floor, ceiling };
  /// The number with `scale` digits after the point (negative: zeros before it); nothing where it does not fit: more
  /// than 34 digits, or `-scale` outside the limits of the exponent.
  std::optional<Decimal> round(int scale, Rounding rounding = Rounding::half_even) const;

  /// -1, 0 or 1 by value, exactly.
  static int compare(const Decimal& left, const Decimal& right) noexcept {
    const bool words_decide =
        (left.high_ | right.high_) == 0 && left.exponent_ == right.exponent_ && !left.negative_ && !right.negative_;
    if (words_decide) return static_cast<int>(left.low_ > right.low_) - static_cast<int>(left.low_ < right.low_);
    return compare_by_magnitude(left, right);
  }

  friend bool operator==(const Decimal& l, const Decimal& r) noexcept { return compare(l, r) == 0; }
  friend bool operator!=(const Decimal& l, const Decimal& r) noexcept { return compare(l, r) != 0; }
  friend bool operator<(const Decimal& l, const Decimal& r) noexcept { return compare(l, r) < 0; }
  friend bool operator<=(const Decimal& l, const Decimal& r) noexcept { return compare(l, r) <= 0; }
  friend bool operator>(const Decimal& l, const Decimal& r) noexcept { return compare(l, r) > 0; }
  friend bool operator>=(const Decimal& l, const Decimal& r) noexcept { return compare(l, r) >= 0; }

  /// Equal for equal values, whatever their digits.
  std::size_t hash() const noexcept;

  /// The coefficient's two words, for those who work below the text (columns, tests).
  constexpr std::uint64_t coefficient_low() const noexcept { return low_; }
  constexpr std::uint64_t coefficient_high() const noexcept { return high_; }
  /// The sign as kept, which a zero has too; `is_negative` is about the value.
  constexpr bool has_minus_sign() const noexcept { return negative_; }
  /// The number from its parts; the coefficient must have at most 34 digits, the exponent lie within its limits.
  static constexpr Decimal from_parts(bool negative, std::uint64_t high, std::uint64_t low, int exponent) noexcept {
    Decimal result;
    result.low_ = low;
    result.high_ = high;
    result.exponent_ = static_cast<std::int16_t>(exponent);
    result.negative_ = negative;
    return result;
  }

 private:
  static int compare_by_magnitude(const Decimal& left, const Decimal& right) noexcept;

  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
  std::int16_t exponent_ = 0;
  bool negative_ = false;
};

}  // namespace tepei
