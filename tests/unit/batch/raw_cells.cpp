#include <cmath>
#include <limits>
#include <map>

#include "batch/cell_pool.hpp"

namespace tepei::batch::test {
namespace {

constexpr auto infinite = "batch.cell.infinite";
constexpr auto out_of_range = "batch.cell.date_out_of_range";
constexpr auto too_many_digits = "batch.cell.too_many_digits";

template <typename T>
std::string bytes_of(T value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

template <typename T>
RawCell holds(T bits, Value value) {
  return {bytes_of(bits), std::move(value), {}};
}

template <typename T>
RawCell refused(T bits, const char* code) {
  return {bytes_of(bits), {}, code};
}

Value number(const char* text) {
  return Decimal::parse(text).value();
}

Value day(const char* text) {
  return Date::parse(text).value();
}

std::vector<RawCell> doubles() {
  constexpr double most = std::numeric_limits<double>::infinity();
  return {refused(most, infinite),
          refused(-most, infinite),
          holds(std::nan("7"), {}),
          holds(-std::nan(""), {}),
          holds(std::uint64_t{0x7FF0000000000001}, {}),  // a signalling NaN
          holds(-0.0, number("-0")),
          holds(4.9999999999, number("4.9999999999")),
          holds(std::nextafter(5.0, 0.0), number("4.999999999999999")),
          holds(std::nextafter(5.0, 6.0), number("5.000000000000001")),
          holds(std::nextafter(4.0, 0.0), number("3.9999999999999996")),
          holds(1e300, number("1e300")),
          holds(5e-324, number("5e-324"))};
}

std::vector<RawCell> floats() {
  constexpr float most = std::numeric_limits<float>::infinity();
  return {refused(most, infinite),
          refused(-most, infinite),
          holds(std::nanf("3"), {}),
          holds(-std::nanf(""), {}),
          holds(-0.0F, number("-0")),
          holds(std::nextafter(5.0F, 0.0F), number("4.9999995")),
          holds(std::nextafter(5.0F, 6.0F), number("5.0000005")),
          holds(std::nextafter(8.0F, 0.0F), number("7.9999995"))};
}

std::vector<RawCell> halves() {
  return {refused(std::uint16_t{0x7C00}, infinite),
          refused(std::uint16_t{0xFC00}, infinite),
          holds(std::uint16_t{0x7E00}, {}),
          holds(std::uint16_t{0xFFFF}, {}),
          holds(std::uint16_t{0x8000}, number("-0")),
          holds(std::uint16_t{0x44FF}, number("4.996")),
          holds(std::uint16_t{0x4501}, number("5.004")),
          holds(std::uint16_t{0x43FF}, number("3.998"))};
}

std::vector<RawCell> days32() {
  constexpr std::int32_t first = Date::min_days;
  constexpr std::int32_t last = Date::max_days;
  return {refused(std::numeric_limits<std::int32_t>::max(), out_of_range),
          refused(std::numeric_limits<std::int32_t>::min(), out_of_range),
          refused(first - 1, out_of_range),
          refused(last + 1, out_of_range),
          holds(first, day("0001-01-01")),
          holds(last, day("9999-12-31"))};
}

// Times in a unit whose 64 bits go far beyond the calendar, at an offset from UTC.
std::vector<RawCell> times(std::int64_t per_second, std::int64_t hours_ahead) {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::int64_t first = (Date::min_days * std::int64_t{86'400} - hours_ahead * 3'600) * per_second;
  const std::int64_t last = ((Date::max_days + 1) * std::int64_t{86'400} - hours_ahead * 3'600) * per_second - 1;
  return {holds(least, {}),
          refused(least + 1, out_of_range),
          refused(most, out_of_range),
          refused(first - 1, out_of_range),
          refused(last + 1, out_of_range),
          holds(first, day("0001-01-01")),
          holds(last, day("9999-12-31"))};
}

std::vector<RawCell> nanoseconds() {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  return {holds(least, {}), holds(least + 1, day("1677-09-20")),
          holds(std::numeric_limits<std::int64_t>::max(), day("2262-04-11"))};
}

std::vector<RawCell> wide_decimals(std::size_t width) {
  std::string most(width, '\xFF');
  most.back() = '\x7F';
  std::string least(width, '\0');
  least.back() = '\x80';
  return {{most, {}, too_many_digits}, {least, {}, too_many_digits}, {std::string(width, '\xFF'), number("-0.1"), {}}};
}

template <typename T>
std::vector<RawCell> extremes() {
  constexpr T least = std::numeric_limits<T>::min();
  constexpr T most = std::numeric_limits<T>::max();
  return {holds(least, number(std::to_string(least).c_str())), holds(most, number(std::to_string(most).c_str()))};
}

}  // namespace

const std::vector<RawCell>& raw_cells(const std::string& writing) {
  static const std::map<std::string, std::vector<RawCell>> all{
      {"float64", doubles()},
      {"float32", floats()},
      {"float16", halves()},
      {"date32", days32()},
      {"date64", times(1'000, 0)},
      {"timestamp[s]", times(1, 0)},
      {"timestamp[ms]", times(1'000, 8)},
      {"timestamp[us]", times(1'000'000, 0)},
      {"timestamp[ns]", nanoseconds()},
      {"decimal128", wide_decimals(16)},
      {"decimal256", wide_decimals(32)},
      {"int8", extremes<std::int8_t>()},
      {"uint8", extremes<std::uint8_t>()},
      {"int16", extremes<std::int16_t>()},
      {"uint16", extremes<std::uint16_t>()},
      {"int32", extremes<std::int32_t>()},
      {"uint32", extremes<std::uint32_t>()},
      {"int64", extremes<std::int64_t>()},
      {"uint64", extremes<std::uint64_t>()},
  };
  static const std::vector<RawCell> none;
  const auto found = all.find(writing);
  return found == all.end() ? none : found->second;
}

}  // namespace tepei::batch::test
