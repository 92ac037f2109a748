#include <boost/test/unit_test.hpp>

#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

using test::has;
using test::read_as;
using test::refusal_of;
using test::value_text;

BOOST_AUTO_TEST_SUITE(read_boolean_suite)

BOOST_AUTO_TEST_CASE(the_documented_words_are_read) {
  for (const auto& given : {Value(true), Value(1), Value(Decimal::scaled(10, -1)), Value("是"), Value("有"),
                            Value("true"), Value("TRUE"), Value("Yes"), Value("1"), Value("１"), Value(" 是 ")}) {
    BOOST_TEST(value_text(read_as("technical_post", given)) == "true");
  }
  for (const auto& given : {Value(false), Value(0), Value("否"), Value("无"), Value("false"), Value("False"),
                            Value("no"), Value("0"), Value("０")}) {
    BOOST_TEST(value_text(read_as("technical_post", given)) == "false");
  }
}

BOOST_AUTO_TEST_CASE(absent_is_unknown_and_never_false) {
  for (const auto& given : {Value(), Value(Null{}), Value(""), Value("\t")}) {
    BOOST_TEST(read_as("technical_post", given)->value.is_unknown());
  }
}

BOOST_AUTO_TEST_CASE(anything_else_is_refused) {
  for (const auto& given : {Value("maybe"), Value("不是"), Value("2"), Value("1.0"), Value("√"), Value("合格"),
                            Value(2), Value(-1), Value(Decimal::scaled(5, -1))}) {
    const auto refusal = refusal_of(read_as("technical_post", given));
    BOOST_TEST(refusal.code == "facts.value.not_yes_or_no");
    BOOST_TEST(!refusal.help.empty());
    test::check_form(refusal, test::standard_fact("technical_post"));
  }
  BOOST_TEST(refusal_of(read_as("technical_post", Value(*Date::from_civil(2025, 1, 1)))).code ==
             "facts.value.wrong_type");
  BOOST_TEST(has(refusal_of(read_as("technical_post", Value("N/A"))).help, "leave the cell empty"));
}

// 无 under 无不良嗜好 may mean "none" (good) or "no" (bad).
BOOST_AUTO_TEST_CASE(a_negative_heading_takes_no_has_or_has_not) {
  for (const char* text : {"有", "无"}) {
    BOOST_TEST(refusal_of(read_as("no_bad_habits", Value(text))).code == "facts.value.not_yes_or_no");
  }
  BOOST_TEST(value_text(read_as("no_bad_habits", Value("是"))) == "true");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
