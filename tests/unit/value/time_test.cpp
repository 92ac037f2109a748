#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <string>

#include "tepei/value/date.hpp"

using tepei::DateTime;
using tepei::parse_date_time;
using tepei::parse_time_of_day;
using tepei::TimeOfDay;
using tepei::to_string;

namespace {

constexpr std::int64_t second = 1'000'000'000;

template <typename T>
std::string code_of(const tepei::Result<T>& result) {
  return result ? "ok" : result.diagnostics().front().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(time_of_day)

BOOST_AUTO_TEST_CASE(reads_times_with_and_without_an_offset) {
  const TimeOfDay plain = parse_time_of_day("10:30:05").value();
  BOOST_TEST(plain.nanoseconds == (10 * 3'600 + 30 * 60 + 5) * second);
  BOOST_TEST(!plain.offset_seconds.has_value());
  BOOST_TEST(parse_time_of_day("10:30:05.25").value().nanoseconds == plain.nanoseconds + second / 4);
  BOOST_TEST(parse_time_of_day("23:59:59.999999999").value().nanoseconds == 86'400 * second - 1);
  BOOST_TEST(parse_time_of_day("10:30:05Z").value().offset_seconds.value() == 0);
  BOOST_TEST(parse_time_of_day("10:30:05+08:00").value().offset_seconds.value() == 28'800);
  BOOST_TEST(parse_time_of_day("10:30:05-05:30:15").value().offset_seconds.value() == -19'815);
  BOOST_TEST(parse_time_of_day("10:30:05+18:00").value().offset_seconds.value() == 64'800);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_time) {
  for (const char* text :
       {"", "10", "10:30", "1:30:00", "10:30:0", "10:30:00.", "10:30:00 ", "10:30:00z", "10:30:00+8:00", "10:30:00+08",
        "10:30:00+0800", "10:30:00Z ", "10-30-00", "10:30:00.0000000001", "10:30:00@Asia/Shanghai", "T10:30:00",
        "10:30:00+08:00:", "10:30:00,5"}) {
    BOOST_TEST(code_of(parse_time_of_day(text)) == "value.time.syntax", text);
  }
  for (const char* text :
       {"24:00:00", "10:60:00", "10:30:60", "10:30:00+18:01", "10:30:00+08:60", "10:30:00+08:00:60"}) {
    BOOST_TEST(code_of(parse_time_of_day(text)) == "value.time.impossible", text);
  }
}

BOOST_AUTO_TEST_CASE(writes_only_what_is_there) {
  for (const char* text : {"00:00:00", "10:30:05", "10:30:05.25", "10:30:05Z", "10:30:05+08:00", "10:30:05-05:30:15",
                           "10:30:05.000000001-00:30"}) {
    BOOST_TEST(to_string(parse_time_of_day(text).value()) == text);
  }
  BOOST_TEST(to_string(parse_time_of_day("10:30:05.500+00:00").value()) == "10:30:05.5Z");
}

BOOST_AUTO_TEST_CASE(reads_a_day_with_a_time) {
  const DateTime moment = parse_date_time("2025-03-21T10:30:00+08:00").value();
  BOOST_TEST(moment.date.to_string() == "2025-03-21");
  BOOST_TEST(moment.time.offset_seconds.value() == 28'800);
  BOOST_TEST(to_string(moment) == "2025-03-21T10:30:00+08:00");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_day_with_a_time) {
  for (const char* text : {"", "2025-03-21", "2025-03-21T", "2025-03-21 10:30:00", "2025-03-21t10:30:00", "10:30:00",
                           "2025-3-21T10:30:00", "2025-03-21T10:30", "T10:30:00"}) {
    BOOST_TEST(code_of(parse_date_time(text)) == "value.date_time.syntax", text);
  }
  BOOST_TEST(code_of(parse_date_time("2025-02-30T10:30:00")) == "value.date.impossible");
  BOOST_TEST(code_of(parse_date_time("2025-02-28T25:30:00")) == "value.time.impossible");
}

RC_BOOST_PROP(text_reads_back, ()) {
  TimeOfDay time;
  time.nanoseconds = *rc::gen::inRange<std::int64_t>(0, 86'400 * second);
  if (*rc::gen::arbitrary<bool>()) time.offset_seconds = *rc::gen::inRange(-64'800, 64'801);
  const TimeOfDay again = parse_time_of_day(to_string(time)).value();
  RC_ASSERT(again.nanoseconds == time.nanoseconds);
  RC_ASSERT(again.offset_seconds == time.offset_seconds);
}

BOOST_AUTO_TEST_SUITE_END()
