#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

BOOST_AUTO_TEST_SUITE(builtins_numeric)

BOOST_AUTO_TEST_CASE(rounding) {
  World world;
  check_cases(world, {
                         {"decimal(1/3, 2)", "0.33"},
                         {"decimal(1.5, 0)", "2"},
                         {"decimal(2.5, 0)", "2"},
                         {"decimal(1250, -2)", "1200"},
                         {"decimal(1.5, 6500)", "null"},
                         {"floor(1.5)", "1"},
                         {"floor(-1.5)", "-2"},
                         {"floor(-1.56, 1)", "-1.6"},
                         {"ceiling(1.5)", "2"},
                         {"ceiling(-1.5)", "-1"},
                         {"ceiling(-1.56, 1)", "-1.5"},
                         {"round up(5.5, 0)", "6"},
                         {"round up(-5.5, 0)", "-6"},
                         {"round up(1.121, 2)", "1.13"},
                         {"round down(-5.5, 0)", "-5"},
                         {"round half up(5.5, 0)", "6"},
                         {"round half up(-5.5, 0)", "-6"},
                         {"round half down(5.5, 0)", "5"},
                         {"round half down(1.126, 2)", "1.13"},
                     });
}

BOOST_AUTO_TEST_CASE(arithmetic_functions) {
  World world;
  check_cases(world, {
                         {"abs(-10)", "10"},
                         {R"(abs(duration("-P3M")) = duration("P3M"))", "true"},
                         {R"(abs(@"-PT5H") = @"PT5H")", "true"},
                         {"modulo(12, 5)", "2"},
                         {"modulo(-12, 5)", "3"},
                         {"modulo(12, -5)", "-3"},
                         {"modulo(10.1, 4.5)", "1.1"},
                         {"sqrt(16)", "4"},
                         {"odd(5)", "true"},
                         {"odd(-5)", "true"},
                         {"odd(2)", "false"},
                         {"even(5.5)", "false"},
                         {"even(-2)", "true"},
                         {"even(0)", "true"},
                     });
}

BOOST_AUTO_TEST_CASE(what_has_no_answer_is_null_with_its_reason) {
  World world;
  BOOST_TEST(shown(world, "modulo(1, 0)") == "null");
  BOOST_TEST(world.code() == "feel.run.division_by_zero");
  BOOST_TEST(shown(world, "sqrt(-1)") == "null");
  BOOST_TEST(world.code() == "feel.run.out_of_range");
  BOOST_TEST(shown(world, "floor(x)") == "unknown");
}

BOOST_AUTO_TEST_SUITE_END()
