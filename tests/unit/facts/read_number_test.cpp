#include <boost/test/unit_test.hpp>

#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

using test::has;
using test::read_as;
using test::refusal_of;
using test::value_text;

BOOST_AUTO_TEST_SUITE(read_number_suite)

// Contract section 2: a string or boolean where a number belongs, and a negative number of years, are errors.
BOOST_AUTO_TEST_CASE(typed_takes_numbers_alone) {
  BOOST_TEST(value_text(read_as("profession_years", Value(12))) == "12");
  BOOST_TEST(value_text(read_as("profession_years", Value(*Decimal::parse("4.5")))) == "4.5");
  for (const auto& given : {Value("12"), Value("12年"), Value(true), Value(*Date::from_civil(2025, 3, 21))}) {
    const auto refusal = refusal_of(read_as("profession_years", given));
    BOOST_TEST(refusal.code == "facts.value.wrong_type");
    test::check_form(refusal, test::standard_fact("profession_years"));
  }
}

BOOST_AUTO_TEST_CASE(years_begin_at_zero) {
  BOOST_TEST(read_as("profession_years", Value(0)).ok());
  const auto below = *Decimal::parse("-0.0001");
  BOOST_TEST(refusal_of(read_as("profession_years", Value(below))).code == "facts.value.below_minimum");
  const auto refusal = refusal_of(read_as("profession_years", Value(-1)));
  BOOST_TEST(refusal.code == "facts.value.below_minimum");
  BOOST_TEST(has(refusal.message, "at least 0"));
  BOOST_TEST(refusal_of(read_as("profession_years", Value("-1"), Strictness::as_written)).code ==
             "facts.value.below_minimum");
}

BOOST_AUTO_TEST_CASE(a_cell_of_text_is_a_number_as_written) {
  const std::vector<std::pair<const char*, const char*>> cells = {
      {"12", "12"},           {"12.5", "12.5"}, {"１２", "12"}, {"12年", "12"}, {"12 年", "12"},
      {"１２．５年", "12.5"}, {" 12 ", "12"},   {"0", "0"},     {"+5", "5"}};
  for (const auto& [text, expected] : cells) {
    BOOST_TEST(value_text(read_as("profession_years", Value(text), Strictness::as_written)) == expected, text);
  }
}

BOOST_AUTO_TEST_CASE(anything_else_is_no_number) {
  for (const char* text : {"1,200", "1，200", "十二", "12个月", "12天", "12年半", "5年以上", "约12", "12-13", "0x10",
                           "1_000", "NaN", "inf", "年", "--1", "1 2", "."}) {
    const auto refusal = refusal_of(read_as("profession_years", Value(text), Strictness::as_written));
    BOOST_TEST(refusal.code == "facts.value.not_a_number", text);
    test::check_form(refusal, test::standard_fact("profession_years"));
  }
  BOOST_TEST(
      has(refusal_of(read_as("profession_years", Value("1,200"), Strictness::as_written)).help, "without separators"));
}

BOOST_AUTO_TEST_CASE(a_unit_belongs_to_the_facts_that_name_it) {
  FactDefinition days;
  days.id = "leave_days";
  days.kind = FactKind::number;
  BOOST_TEST(value_text(read(days, Value("12天"), Strictness::as_written)) == "12");
  BOOST_TEST(!read(days, Value("12年"), Strictness::as_written).ok());
  days.id = "score";
  BOOST_TEST(!read(days, Value("12天"), Strictness::as_written).ok());
}

BOOST_AUTO_TEST_CASE(blank_is_unknown_in_both_modes) {
  for (const auto strictness : {Strictness::typed, Strictness::as_written}) {
    for (const auto& given : {Value(), Value(Null{}), Value(""), Value("  "), Value("\xE3\x80\x80")}) {
      BOOST_TEST(value_text(read_as("profession_years", given, strictness)) == "unknown");
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
