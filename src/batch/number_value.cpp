#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

#include "batch/cell_value.hpp"
#include "tepei/value/decimal.hpp"

namespace tepei::batch {
namespace {

template <typename Float>
Result<Value> shortest(Float value) {
  std::array<char, 64> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
  const auto length = error == std::errc() ? static_cast<std::size_t>(end - text.data()) : 0;
  auto number = Decimal::parse({text.data(), length});
  if (!number) return number.diagnostics();
  return Value(*number);
}

Result<Value> infinite(bool negative) {
  return Diagnostic{"batch.cell.infinite", std::string("`") + (negative ? "-inf" : "inf") + "` is not a number",
                    "leave the cell null where nothing is known"};
}

template <typename Float>
Result<Value> finite_value(Float value) {
  if (std::isnan(value)) return Value();
  if (std::isinf(value)) return infinite(value < 0);
  return shortest(value);
}

// A binary16 number in parts (IEEE 754): value = fraction × 2^exponent.
struct Half {
  bool negative;
  int fraction;
  int exponent;
};

Half half_of(std::uint64_t bits) {
  const int stored = static_cast<int>((bits >> 10) & 0x1F);
  const int fraction = static_cast<int>(bits & 0x3FF);
  return {(bits & 0x8000) != 0, stored == 0 ? fraction : fraction + 0x400, stored == 0 ? -24 : stored - 25};
}

// Whether a decimal read back as binary16 gives `half`: nearer to it than to its neighbours, or half-way with an even
// fraction. Exact, since every quantity is a double of few bits; `candidate` errs by less than any half-way distance.
bool rounds_to(double candidate, const Half& half) {
  const double value = std::ldexp(half.fraction, half.exponent);
  const double above = std::ldexp(0.5, half.exponent);
  const bool power_of_two = half.fraction == 0x400 && half.exponent > -24;
  const double distance = candidate - value;
  const double room = distance < 0 && power_of_two ? above / 2 : above;
  return half.fraction % 2 == 0 ? std::fabs(distance) <= room : std::fabs(distance) < room;
}

Result<Value> half_value(std::uint64_t bits) {
  constexpr int enough_digits = 5;  // every binary16 number is told by five decimal digits
  if ((bits & 0x7C00) == 0x7C00) {
    if ((bits & 0x3FF) != 0) return Value();
    return infinite((bits & 0x8000) != 0);
  }
  const Half half = half_of(bits);
  const double value = std::ldexp(half.fraction, half.exponent);
  for (int digits = 1; digits <= enough_digits; ++digits) {
    std::array<char, 64> text{};
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, digits - 1);
    double candidate = 0;
    std::from_chars(text.data(), written.ptr, candidate);
    if (rounds_to(candidate, half)) return shortest(half.negative ? -candidate : candidate);
  }
  return shortest(half.negative ? -value : value);
}

// An unsigned number of up to 256 bits, least significant word first.
using Words = std::array<std::uint32_t, 8>;

// The magnitude of a two's complement number, and whether it is negative.
bool magnitude(std::string_view bytes, Words& words) {
  std::memcpy(words.data(), bytes.data(), bytes.size());
  const bool negative = (static_cast<unsigned char>(bytes.back()) & 0x80) != 0;
  if (!negative) return false;
  std::uint64_t carry = 1;
  for (std::size_t i = 0; i < bytes.size() / 4; ++i) {
    carry += static_cast<std::uint32_t>(~words[i]);
    words[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  return true;
}

// Divides by 10^9 in place and returns the remainder.
std::uint32_t divide_by_billion(Words& words) {
  constexpr std::uint64_t billion = 1'000'000'000;
  std::uint64_t remainder = 0;
  for (std::size_t i = words.size(); i-- > 0;) {
    const std::uint64_t part = (remainder << 32) | words[i];
    words[i] = static_cast<std::uint32_t>(part / billion);
    remainder = part % billion;
  }
  return static_cast<std::uint32_t>(remainder);
}

std::string digits_of(Words words) {
  std::string reversed;
  while (words != Words{}) {
    std::uint32_t group = divide_by_billion(words);
    for (int i = 0; i < 9; ++i, group /= 10) reversed += static_cast<char>('0' + group % 10);
  }
  while (!reversed.empty() && reversed.back() == '0') reversed.pop_back();
  return reversed.empty() ? "0" : std::string(reversed.rbegin(), reversed.rend());
}

}  // namespace

Value integer_value(const ColumnType& type, std::uint64_t bits) {
  if (type.is_signed) return Value(static_cast<std::int64_t>(bits));
  return Value(Decimal::from_parts(false, 0, bits, 0));
}

Result<Value> floating_value(const ColumnType& type, std::uint64_t bits) {
  if (type.width == 2) return half_value(bits);
  if (type.width == 4) {
    const auto word = static_cast<std::uint32_t>(bits);
    float value = 0;
    std::memcpy(&value, &word, sizeof value);
    return finite_value(value);
  }
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return finite_value(value);
}

Result<Value> decimal_value(const ColumnType& type, std::string_view bytes) {
  Words words{};
  const bool negative = magnitude(bytes, words);
  std::string digits = digits_of(words);
  int exponent = -type.scale;
  while (digits.size() > static_cast<std::size_t>(Decimal::max_digits) && digits.back() == '0') {
    digits.pop_back();
    ++exponent;
  }
  if (digits.size() > static_cast<std::size_t>(Decimal::max_digits)) {
    return Diagnostic{"batch.cell.too_many_digits",
                      "`" + (negative ? "-" + digits : digits) + "e" + std::to_string(exponent) + "` has " +
                          std::to_string(digits.size()) + " digits, and a number may have " +
                          std::to_string(Decimal::max_digits),
                      "round the number first"};
  }
  auto number = Decimal::parse((negative ? "-" + digits : digits) + "e" + std::to_string(exponent));
  if (!number) return number.diagnostics();
  return Value(*number);
}

}  // namespace tepei::batch
