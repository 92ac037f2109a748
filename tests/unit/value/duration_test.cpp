#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <limits>
#include <string>

#include "tepei/value/date.hpp"

using tepei::MonthsDuration;
using tepei::parse_months_duration;
using tepei::parse_time_duration;
using tepei::TimeDuration;
using tepei::to_string;

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

std::int64_t months(const std::string& text) {
  return parse_months_duration(text).value().months;
}
std::int64_t nanoseconds(const std::string& text) {
  return parse_time_duration(text).value().nanoseconds;
}

template <typename T>
std::string code_of(const tepei::Result<T>& result) {
  return result ? "ok" : result.diagnostics().front().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(duration)

BOOST_AUTO_TEST_CASE(reads_years_and_months) {
  BOOST_TEST(months("P1Y") == 12);
  BOOST_TEST(months("P1Y2M") == 14);
  BOOST_TEST(months("P14M") == 14);
  BOOST_TEST(months("-P1Y") == -12);
  BOOST_TEST(months("P0M") == 0);
  BOOST_TEST(months("P9223372036854775807M") == greatest);
  BOOST_TEST(months("-P9223372036854775808M") == least);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_span_of_months) {
  for (const char* text : {"", "P", "-P", "1Y", "P1", "P1D", "PT1M", "P1M1Y", "P1Y1Y", "P1.5Y", "P-1Y", "+P1Y", "P1Y ",
                           "p1y", "P1YT", "PY", "--P1Y", "P1W"}) {
    BOOST_TEST(code_of(parse_months_duration(text)) == "value.duration.syntax", text);
  }
  for (const char* text : {"P9223372036854775808M", "-P9223372036854775809M", "P768614336404564651Y",
                           "P99999999999999999999999999999Y", "P99999999999999999999999999999M"}) {
    BOOST_TEST(code_of(parse_months_duration(text)) == "value.duration.range", text);
  }
}

BOOST_AUTO_TEST_CASE(reads_days_and_time) {
  BOOST_TEST(nanoseconds("P1D") == 86'400 * second);
  BOOST_TEST(nanoseconds("P1DT2H3M4S") == (86'400 + 7'200 + 180 + 4) * second);
  BOOST_TEST(nanoseconds("PT1M") == 60 * second);
  BOOST_TEST(nanoseconds("PT36H") == 36 * 3'600 * second);
  BOOST_TEST(nanoseconds("-PT0.5S") == -second / 2);
  BOOST_TEST(nanoseconds("PT0.000000001S") == 1);
  BOOST_TEST(nanoseconds("PT9223372036.854775807S") == greatest);
  BOOST_TEST(nanoseconds("-PT9223372036.854775808S") == least);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_span_of_time) {
  for (const char* text : {"", "P", "PT", "P1DT", "P1Y", "P1M", "P1H", "PT1D", "PT1S1M", "PT1.5M", "PT.5S", "PT1.S",
                           "P1.5D", "PT0.0000000001S", "PT1S ", "PT-1S", "P1DT1", "P1D1D"}) {
    BOOST_TEST(code_of(parse_time_duration(text)) == "value.duration.syntax", text);
  }
  for (const char* text : {"P106752D", "PT9223372036.854775808S", "P99999999999999999999D", "P106751DT24H"}) {
    BOOST_TEST(code_of(parse_time_duration(text)) == "value.duration.range", text);
  }
  BOOST_TEST(code_of(parse_time_duration("PT" + std::string(3'000'000, '1') + "S")) == "value.duration.range");
}

BOOST_AUTO_TEST_CASE(is_written_in_its_normal_form) {
  BOOST_TEST(to_string(MonthsDuration{14}) == "P1Y2M");
  BOOST_TEST(to_string(MonthsDuration{-12}) == "-P1Y");
  BOOST_TEST(to_string(MonthsDuration{0}) == "P0M");
  BOOST_TEST(to_string(MonthsDuration{11}) == "P11M");
  BOOST_TEST(to_string(TimeDuration{0}) == "PT0S");
  BOOST_TEST(to_string(TimeDuration{86'400 * second}) == "P1D");
  BOOST_TEST(to_string(TimeDuration{-(90'061 * second + second / 2)}) == "-P1DT1H1M1.5S");
  BOOST_TEST(to_string(TimeDuration{1}) == "PT0.000000001S");
  BOOST_TEST(to_string(TimeDuration{3'600 * second}) == "PT1H");
}

RC_BOOST_PROP(text_reads_back, ()) {
  const auto value =
      *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::element(least, greatest, std::int64_t{0}));
  RC_ASSERT(months(to_string(MonthsDuration{value})) == value);
  RC_ASSERT(nanoseconds(to_string(TimeDuration{value})) == value);
}

BOOST_AUTO_TEST_SUITE_END()
