#include "batch/intervals.hpp"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstring>
#include <limits>

namespace {

using namespace tepei::batch;

template <typename Cell>
std::vector<Cell> thresholds(const Intervals& intervals) {
  std::vector<Cell> result(intervals.threshold_count());
  std::memcpy(result.data(), intervals.thresholds.data(), intervals.thresholds.size());
  return result;
}

double as_double(std::uint64_t bits) {
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

constexpr std::uint64_t bits_of_one = 0x3FF0'0000'0000'0000;

BOOST_AUTO_TEST_SUITE(intervals)

BOOST_AUTO_TEST_CASE(integers_are_cut_where_their_meaning_changes) {
  const auto found = cut(parse_format("i"), 0, [](std::uint64_t bits) -> std::uint32_t {
    const auto value = static_cast<std::int64_t>(bits);
    return value < 0 ? 0 : value < 5 ? 1 : 2;
  });
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(thresholds<std::int32_t>(*found) == (std::vector<std::int32_t>{0, 5}), boost::test_tools::per_element());
  BOOST_TEST(found->representatives.size() == 3U);
}

BOOST_AUTO_TEST_CASE(unsigned_integers_of_eight_bytes_run_to_their_end) {
  const std::uint64_t high = std::uint64_t{1} << 63;
  const auto found =
      cut(parse_format("L"), 0, [&](std::uint64_t bits) -> std::uint32_t { return bits >= high ? 1 : 0; });
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(thresholds<std::uint64_t>(*found) == (std::vector<std::uint64_t>{high}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(floating_point_is_cut_to_the_last_bit) {
  const auto found = cut(parse_format("g"), bits_of_one, [](std::uint64_t bits) -> std::uint32_t {
    const double value = as_double(bits);
    return std::isinf(value) || value < 0 ? 0 : value >= 5 ? 2 : 1;
  });
  BOOST_REQUIRE(found.has_value());
  const auto places = thresholds<double>(*found);
  BOOST_REQUIRE(places.size() == 3U);
  BOOST_TEST(places[0] == 0.0);
  BOOST_TEST(places[1] == 5.0);
  BOOST_TEST(places[2] == std::numeric_limits<double>::infinity());
}

BOOST_AUTO_TEST_CASE(one_meaning_needs_no_threshold) {
  const auto found = cut(parse_format("s"), 0, [](std::uint64_t) -> std::uint32_t { return 7; });
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->threshold_count() == 0U);
}

BOOST_AUTO_TEST_CASE(more_meanings_than_codes_are_refused) {
  BOOST_TEST(
      !cut(parse_format("s"), 0, [](std::uint64_t bits) { return static_cast<std::uint32_t>(bits); }).has_value());
}

BOOST_AUTO_TEST_CASE(text_has_no_order) {
  BOOST_TEST(!cut(parse_format("u"), 0, [](std::uint64_t) -> std::uint32_t { return 0; }).has_value());
}

BOOST_AUTO_TEST_CASE(a_day_has_a_cell_where_its_unit_reaches_it) {
  BOOST_TEST((cell_of_day(parse_format("tdD"), 20'000) == std::uint64_t{20'000}));
  BOOST_TEST((cell_of_day(parse_format("tss:"), 1) == std::uint64_t{86'400 + 43'200}));
  BOOST_TEST(!cell_of_day(parse_format("tsn:"), 3'000'000).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
