#include "batch/cell_value.hpp"

#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

using namespace tepei;
using namespace tepei::batch;

namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

std::string date_text(const char* format, std::int64_t ticks) {
  const auto value = date_value(parse_format(format), ticks);
  if (!value) return value.diagnostics().front().code;
  return value->is_known() ? value->get_if<Date>()->to_string() : "unknown";
}

template <typename Float, typename Bits>
std::string float_text(const char* format, Float number) {
  Bits bits{};
  std::memcpy(&bits, &number, sizeof number);
  const Result<Value> value = floating_value(parse_format(format), bits);
  if (!value) return value.diagnostics().front().code;
  return value->is_known() ? value->get_if<Decimal>()->to_plain_string() : "unknown";
}

std::string half_text(std::uint16_t bits) {
  const auto value = floating_value(parse_format("e"), bits);
  if (!value) return value.diagnostics().front().code;
  return value->is_known() ? value->get_if<Decimal>()->to_plain_string() : "unknown";
}

// A decimal from its words, least significant first.
template <std::size_t words>
std::string decimal_text(const char* format, const std::array<std::uint64_t, words>& unscaled) {
  const Result<Value> value =
      decimal_value(parse_format(format), {reinterpret_cast<const char*>(unscaled.data()), words * 8});
  return value ? value->get_if<Decimal>()->to_string() : value.diagnostics().front().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cell_value)

BOOST_AUTO_TEST_CASE(days_and_times_fall_on_their_civil_day) {
  BOOST_TEST(date_text("tdD", 20'168) == "2025-03-21");
  BOOST_TEST(date_text("tdD", -1) == "1969-12-31");
  BOOST_TEST(date_text("tdm", -1) == "1969-12-31");
  BOOST_TEST(date_text("tss:", 86'399) == "1970-01-01");
  BOOST_TEST(date_text("tss:", 86'400) == "1970-01-02");
  BOOST_TEST(date_text("tsn:", -1) == "1969-12-31");
}

BOOST_AUTO_TEST_CASE(a_fixed_offset_moves_the_day) {
  BOOST_TEST(date_text("tss:+08:00", 16 * 3'600 - 1) == "1970-01-01");
  BOOST_TEST(date_text("tss:+08:00", 16 * 3'600) == "1970-01-02");
  BOOST_TEST(date_text("tss:-08:00", 8 * 3'600 - 1) == "1969-12-31");
  BOOST_TEST(date_text("tsu:UTC", 86'400'000'000 - 1) == "1970-01-01");
}

BOOST_AUTO_TEST_CASE(dates_end_with_the_calendar) {
  BOOST_TEST(date_text("tdD", Date::max_days) == "9999-12-31");
  BOOST_TEST(date_text("tdD", Date::max_days + 1) == "batch.cell.date_out_of_range");
  BOOST_TEST(date_text("tdD", Date::min_days) == "0001-01-01");
  BOOST_TEST(date_text("tdD", Date::min_days - 1) == "batch.cell.date_out_of_range");
  BOOST_TEST(date_text("tdD", std::numeric_limits<std::int32_t>::min()) == "batch.cell.date_out_of_range");
  BOOST_TEST(date_text("tss:+23:59", most) == "batch.cell.date_out_of_range");
  BOOST_TEST(date_text("tss:-23:59", least + 1) == "batch.cell.date_out_of_range");
  BOOST_TEST(date_text("tsn:+23:59", most) == "2262-04-12");
}

BOOST_AUTO_TEST_CASE(the_time_that_is_none_is_unknown) {
  for (const char* format : {"tss:", "tsn:", "tsu:UTC", "tdm"}) BOOST_TEST(date_text(format, least) == "unknown");
}

BOOST_AUTO_TEST_CASE(integers_keep_every_bit) {
  BOOST_TEST(integer_value(parse_format("L"), ~std::uint64_t{0}).get_if<Decimal>()->to_string() ==
             "18446744073709551615");
  BOOST_TEST(integer_value(parse_format("l"), static_cast<std::uint64_t>(least)).get_if<Decimal>()->to_string() ==
             "-9223372036854775808");
}

BOOST_AUTO_TEST_CASE(floats_are_their_shortest_text) {
  BOOST_TEST((float_text<double, std::uint64_t>("g", 0.1)) == "0.1");
  BOOST_TEST((float_text<float, std::uint32_t>("f", 0.1F)) == "0.1");
  BOOST_TEST((float_text<float, std::uint32_t>("f", 16'777'216.0F)) == "16777216");
  BOOST_TEST((float_text<double, std::uint64_t>("g", 4.35)) == "4.35");
  BOOST_TEST((float_text<double, std::uint64_t>("g", -0.0)) == "0");
  BOOST_TEST((float_text<double, std::uint64_t>("g", NAN)) == "unknown");
  BOOST_TEST((float_text<float, std::uint32_t>("f", -NAN)) == "unknown");
  BOOST_TEST((float_text<double, std::uint64_t>("g", INFINITY)) == "batch.cell.infinite");
  BOOST_TEST((float_text<float, std::uint32_t>("f", -INFINITY)) == "batch.cell.infinite");
}

BOOST_AUTO_TEST_CASE(halves_are_their_shortest_text) {
  BOOST_TEST(half_text(0x0000) == "0");
  BOOST_TEST(half_text(0x3C00) == "1");
  BOOST_TEST(half_text(0xC500) == "-5");
  BOOST_TEST(half_text(0x2E66) == "0.1");
  BOOST_TEST(half_text(0x4459) == "4.348");
  BOOST_TEST(half_text(0x7BFF) == "65500");  // 65504, which any half would also be called by its first three digits
  BOOST_TEST(half_text(0x0001) == "0.00000006");
  BOOST_TEST(half_text(0x7C00) == "batch.cell.infinite");
  BOOST_TEST(half_text(0xFC00) == "batch.cell.infinite");
  BOOST_TEST(half_text(0x7E00) == "unknown");
}

BOOST_AUTO_TEST_CASE(decimals_are_exact) {
  BOOST_TEST(decimal_text<1>("d:9,2,64", {12'345}) == "123.45");
  BOOST_TEST(decimal_text<2>("d:38,0", {0, 0}) == "0");
  BOOST_TEST(decimal_text<2>("d:38,1", {~std::uint64_t{0}, ~std::uint64_t{0}}) == "-0.1");
  BOOST_TEST(decimal_text<2>("d:38,-2", {7, 0}) == "7E+2");
  BOOST_TEST(decimal_text<4>("d:76,3,256", {1'500, 0, 0, 0}) == "1.500");
  // 10^34 - 1, the greatest of 34 digits, and 10^34, whose zeros need no digit.
  BOOST_TEST(decimal_text<2>("d:38,0", {0x378D8E63FFFFFFFF, 0x0001ED09BEAD87C0}) ==
             "9999999999999999999999999999999999");
  BOOST_TEST(decimal_text<2>("d:38,0", {0x378D8E6400000000, 0x0001ED09BEAD87C0}) ==
             "1.000000000000000000000000000000000E+34");
  BOOST_TEST(decimal_text<2>("d:38,0", {0x378D8E6400000001, 0x0001ED09BEAD87C0}) == "batch.cell.too_many_digits");
  BOOST_TEST(decimal_text<2>("d:38,0", {0, std::uint64_t{1} << 63}) == "batch.cell.too_many_digits");
  BOOST_TEST(decimal_text<4>("d:76,0,256", {0, 0, 0, std::uint64_t{1} << 63}) == "batch.cell.too_many_digits");
}

RC_BOOST_PROP(decimals_of_64_bits_agree_with_decimal, (std::int64_t unscaled)) {
  const auto scale = *rc::gen::inRange(0, 18);
  const std::string format = "d:38," + std::to_string(scale);
  const auto sign = static_cast<std::uint64_t>(unscaled < 0 ? -1 : 0);
  RC_ASSERT(decimal_text<2>(format.c_str(), {static_cast<std::uint64_t>(unscaled), sign}) ==
            Decimal::scaled(unscaled, -scale).to_string());
}

BOOST_AUTO_TEST_CASE(every_half_reads_back_as_itself) {
  for (unsigned bits = 0; bits < 0x7C00; ++bits) {
    const unsigned stored = bits >> 10;
    const double exact =
        std::ldexp((bits & 0x3FF) + (stored == 0 ? 0 : 0x400), static_cast<int>(stored == 0 ? 1 : stored) - 25);
    const double step = std::ldexp(1.0, static_cast<int>(stored == 0 ? 1 : stored) - 25);
    const double text = std::stod(half_text(static_cast<std::uint16_t>(bits)));
    BOOST_REQUIRE_MESSAGE(std::fabs(text - exact) <= step / 2, bits << ": " << text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
