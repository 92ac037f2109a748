/// Decimal numbers from and to text and doubles.
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "value/decimal_rounding.hpp"

namespace tepei {

using decimal_detail::adjusted_exponent;
using decimal_detail::Coefficient;
using decimal_detail::coefficient_of;
using decimal_detail::power_of_ten;
using decimal_detail::rounded;

namespace {

constexpr int kept_digits = 38;                             // more than are rounded to, and 128 bits hold them
constexpr std::int64_t exponent_bound = 1'000'000'000'000;  // larger than any text is long

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads a number's text from left to right in one pass, whatever its length.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : rest_(text) {}

  /// Whether the whole text is a number.
  bool read() {
    negative_ = read_sign();
    read_digits(0);
    if (take('.')) read_digits(-1);
    if (!any_digit_) return false;
    if ((take('e') || take('E')) && !read_exponent()) return false;
    return rest_.empty();
  }

  std::optional<Decimal> number() const {
    const auto result = rounded(negative_, coefficient_, exponent_, inexact_);
    const bool vanished = result && result->is_zero() && coefficient_ != 0;
    return vanished ? std::nullopt : result;
  }

 private:
  bool take(char expected) {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool read_sign() {
    if (take('-')) return true;
    take('+');
    return false;
  }

  /// Digits, each of which moves the exponent by `step` where it is kept and by `step + 1` where there is no room.
  void read_digits(int step) {
    for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1)) {
      any_digit_ = true;
      const auto digit = static_cast<unsigned>(rest_.front() - '0');
      if (coefficient_ < power_of_ten(kept_digits - 1)) {
        coefficient_ = coefficient_ * 10 + digit;
        exponent_ += step;
      } else {
        inexact_ = inexact_ || digit != 0;
        exponent_ += step + 1;
      }
    }
  }

  bool read_exponent() {
    const bool negative = read_sign();
    if (rest_.empty() || !is_digit(rest_.front())) return false;
    std::int64_t value = 0;
    for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1)) {
      if (value < exponent_bound) value = value * 10 + (rest_.front() - '0');
    }
    exponent_ += negative ? -value : value;
    return true;
  }

  std::string_view rest_;
  Coefficient coefficient_ = 0;
  std::int64_t exponent_ = 0;
  bool negative_ = false;
  bool inexact_ = false;
  bool any_digit_ = false;
};

/// The digits of `value`, "0" for zero.
std::string digits_of(Coefficient value) {
  std::array<char, 40> buffer{};
  std::size_t begin = buffer.size();
  do {
    buffer[--begin] = static_cast<char>('0' + static_cast<int>(value % 10));
    value /= 10;
  } while (value != 0);
  return {buffer.data() + begin, buffer.size() - begin};
}

/// `digits` with a point `point` digits from the left, and zeros where it falls outside them.
std::string with_point(const std::string& digits, int point) {
  const int count = static_cast<int>(digits.size());
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (point >= count) return digits + std::string(static_cast<std::size_t>(point - count), '0');
  const auto split = static_cast<std::size_t>(point);
  return digits.substr(0, split) + "." + digits.substr(split);
}

/// The number as a double where that takes one correctly rounded operation: both parts are exact.
std::optional<double> double_of_small(const Decimal& value) {
  constexpr std::uint64_t exact_integers = std::uint64_t{1} << 53;
  constexpr int exact_powers = 22;
  if (value.coefficient_high() != 0 || value.coefficient_low() > exact_integers) return std::nullopt;
  if (std::abs(value.exponent()) > exact_powers) return std::nullopt;
  const auto coefficient = static_cast<double>(value.coefficient_low());
  double power = 1;
  for (int i = std::abs(value.exponent()); i > 0; --i) power *= 10;
  const double magnitude = value.exponent() < 0 ? coefficient / power : coefficient * power;
  return value.has_minus_sign() ? -magnitude : magnitude;
}

}  // namespace

Result<Decimal> Decimal::parse(std::string_view text) {
  NumberReader reader(text);
  if (!reader.read()) {
    return Diagnostic{"value.decimal.syntax", quoted(text) + " is not a number",
                      "write digits with at most one point, such as `59.5`, without blanks, separators or units"};
  }
  if (const auto number = reader.number()) return *number;
  return Diagnostic{"value.decimal.range", quoted(text) + " is too large or too small for a decimal number",
                    "numbers reach from 1E-6176 to 9.99E+6144"};
}

std::optional<Decimal> Decimal::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  std::array<char, 32> buffer{};
  // The plain form would write a large integer's exact digits where that is no longer than the shortest ones.
  const auto written =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
  NumberReader reader({buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data())});
  if (!reader.read()) return std::nullopt;
  const auto number = reader.number();
  if (!number || number->exponent() <= 0) return number;
  const auto whole = number->round(0);  // 100 rather than 1E+2
  return whole ? whole : number;
}

std::string Decimal::to_string() const {
  const std::string digits = digits_of(coefficient_of(*this));
  const int count = static_cast<int>(digits.size());
  const int point = count + exponent_;
  std::string text = negative_ ? "-" : "";
  if (exponent_ <= 0 && point > -6) return text + with_point(digits, point);
  text += with_point(digits, 1);
  const int shown = point - 1;
  if (shown != 0) text += (shown < 0 ? "E-" : "E+") + std::to_string(std::abs(shown));
  return text;
}

std::string Decimal::to_plain_string() const {
  if (is_zero()) return "0";
  const std::string digits = digits_of(coefficient_of(*this));
  std::string text = with_point(digits, static_cast<int>(digits.size()) + exponent_);
  if (exponent_ < 0) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return negative_ ? "-" + text : text;
}

double Decimal::to_double() const {
  if (const auto value = double_of_small(*this)) return *value;
  const std::string text = to_string();
  double result = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), result);
  if (read.ec == std::errc::result_out_of_range) {
    const double limit = adjusted_exponent(*this) > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    return negative_ ? -limit : limit;
  }
  return result;
}

}  // namespace tepei
