#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

BOOST_AUTO_TEST_SUITE(builtins_conversion)

BOOST_AUTO_TEST_CASE(dates) {
  World world;
  check_cases(world, {
                         {R"(date("2025-03-21") = @"2025-03-21")", "true"},
                         {R"(date("2025-02-30"))", "null"},
                         {R"(date("2025-3-1"))", "null"},
                         {"date(2024, 2, 29)", R"(@"2024-02-29")"},
                         {"date(2025, 2, 29)", "null"},
                         {"date(2025, 13, 1)", "null"},
                         {"date(10000, 1, 1)", "null"},
                         {"date(2025, 1.5, 1)", "null"},
                         {R"(date(date and time("2025-03-21T10:30:00")) = @"2025-03-21")", "true"},
                         {R"(date(date("2025-03-21")) = @"2025-03-21")", "true"},
                     });
}

BOOST_AUTO_TEST_CASE(times) {
  World world;
  check_cases(
      world,
      {
          {R"(time("10:30:00").minute)", "30"},
          {R"(time(date and time("2025-03-21T10:30:15")).second)", "15"},
          {"time(10, 30, 5.25).second", "5.25"},
          {"time(24, 0, 0)", "null"},
          {"time(0, 0, 60)", "null"},
          {R"(time(10, 0, 0, duration("PT8H")) = time("10:00:00+08:00"))", "true"},
          {R"(time("10:00:00+08:00") = time("02:00:00Z"))", "true"},
          {R"(is(time("10:00:00+08:00"), time("02:00:00Z")))", "false"},
          {R"(is(time("10:00:00Z"), time("10:00:00Z")))", "true"},
          {R"(time("10:00:00+08:00") = time("10:00:00"))", "null"},
          {R"(date and time(date("2025-03-21"), time("10:30:00")) = date and time("2025-03-21T10:30:00"))", "true"},
          {R"(date and time("2025-03-21") = date and time("2025-03-21T00:00:00"))", "true"},
      });
}

BOOST_AUTO_TEST_CASE(durations) {
  World world;
  check_cases(world, {
                         {R"(duration("P1Y6M").months)", "6"},
                         {R"(duration("P3DT12H").hours)", "12"},
                         {R"(duration("nonsense"))", "null"},
                         {R"(years and months duration(@"2000-01-01", @"2025-03-21") = duration("P25Y2M"))", "true"},
                         {R"(years and months duration(@"2025-03-21", @"2000-01-01") = duration("-P25Y2M"))", "true"},
                         {R"(years and months duration(@"2000-02-29", @"2025-02-28") = duration("P24Y11M"))", "true"},
                         {R"(years and months duration(@"2000-05-01", @"2000-05-31") = duration("P0M"))", "true"},
                     });
}

BOOST_AUTO_TEST_CASE(numbers) {
  World world;
  check_cases(world, {
                         {R"(number("12.50"))", "12.5"},
                         {R"(number("1 000,5", " ", ","))", "1000.5"},
                         {R"(number("1,000.5", ",", "."))", "1000.5"},
                         {R"(number("1.000,5", ".", ","))", "1000.5"},
                         {R"(number("1000,5", null, ","))", "1000.5"},
                         {R"(number("1,5"))", "null"},
                         {R"(number("1.5", ",", ","))", "null"},
                         {R"(number("abc"))", "null"},
                         {R"(number(""))", "null"},
                         {R"(number(from: "7"))", "7"},
                     });
}

BOOST_AUTO_TEST_CASE(texts) {
  World world;
  world.set("education", world.member("master"));
  check_cases(world, {
                         {"string(1.10)", R"("1.1")"},
                         {R"(string("a"))", R"("a")"},
                         {R"(string(@"2025-03-21"))", R"("2025-03-21")"},
                         {R"(string(duration("P1Y")))", R"("P1Y")"},
                         {"string(true)", R"("true")"},
                         {"string([1, 2])", R"("[1, 2]")"},
                         {"string(education)", R"("master")"},
                         {"string(null)", "null"},
                         {"string([1, x])", "unknown"},
                     });
}

BOOST_AUTO_TEST_CASE(an_unreadable_text_says_so) {
  World world;
  world.evaluate(R"(date("soon"))");
  BOOST_TEST(world.code() == "feel.run.unreadable_text");
  BOOST_TEST(world.scratch.diagnostics().front().message == "`date`: `soon` is not a date such as `2025-03-21`");
  world.set("s", Value(std::string(3'000'000, '1')));
  BOOST_TEST(shown(world, "number(s)") == "null");
  BOOST_TEST(world.scratch.diagnostics().front().message == "`number`: a text so long is not a number");
}

BOOST_AUTO_TEST_SUITE_END()
