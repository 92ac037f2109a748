#include "tepei/value/value.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace tepei;

namespace {

const EnumDomain education("education", true, {{"bachelor", "大学本科"}, {"master", "硕士研究生"}});

Date day(const char* text) {
  return Date::parse(text).value();
}
Decimal number(const char* text) {
  return Decimal::parse(text).value();
}

/// One value of each kind, and a few more, all different from each other.
std::vector<Value> different_values() {
  const Date date = day("2025-03-21");
  return {Value(),
          Null{},
          true,
          false,
          0,
          1,
          number("1.5"),
          EnumValue{&education, 0},
          EnumValue{&education, 1},
          date,
          day("2025-03-22"),
          TimeOfDay{5, {}},
          TimeOfDay{5, 0},
          TimeOfDay{6, {}},
          DateTime{date, {5, {}}},
          DateTime{date, {5, 3600}},
          MonthsDuration{3},
          TimeDuration{3},
          "",
          "master",
          List{},
          List{1, 2},
          List{2, 1},
          List{1, 2, Value()},
          Context{},
          Context{{"a", 1}},
          Context{{"b", 1}},
          Context{{"a", 2}},
          Range{1, 2, true, true},
          Range{1, 2, true, false},
          Range{1, 2, false, true},
          Range{1, 3, true, true},
          Range{Null{}, 2, false, true}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(value)

BOOST_AUTO_TEST_CASE(is_small) {
  BOOST_TEST(sizeof(Value) == 32U);
  BOOST_TEST(sizeof(Decimal) == 24U);
}

BOOST_AUTO_TEST_CASE(starts_unknown_depending_on_nothing) {
  const Value value;
  BOOST_TEST(value.is_unknown());
  BOOST_TEST(!value.is_null());
  BOOST_TEST(!value.is_known());
  BOOST_TEST(value.unknown_facts().empty());
}

BOOST_AUTO_TEST_CASE(unknown_null_and_known_exclude_each_other) {
  for (const Value& value : different_values()) {
    BOOST_TEST(static_cast<int>(value.is_unknown()) + static_cast<int>(value.is_null()) +
                   static_cast<int>(value.is_known()) ==
               1);
  }
  BOOST_TEST(Value(Null{}).is_null());
  BOOST_TEST(Value(false).is_known());
  BOOST_TEST(Value(0).is_known());
}

BOOST_AUTO_TEST_CASE(an_unknown_carries_its_facts) {
  const Value value = Unknown{FactSet::of(3) | FactSet::of(100)};
  BOOST_TEST(value.unknown_facts().contains(3));
  BOOST_TEST(value.unknown_facts().contains(100));
  BOOST_TEST(Value(1).unknown_facts().empty());
}

BOOST_AUTO_TEST_CASE(gives_its_content_by_kind_only) {
  BOOST_TEST(*Value(true).get_if<bool>());
  BOOST_TEST(Value(1).get_if<bool>() == nullptr);
  BOOST_TEST((*Value(std::int64_t{7}).get_if<Decimal>() == 7));
  BOOST_TEST(*Value("硕士").text() == "硕士");
  BOOST_TEST(Value(1).text() == nullptr);
  BOOST_TEST(Value(List{1, 2}).list()->size() == 2U);
  BOOST_TEST(Value("x").list() == nullptr);
  BOOST_TEST(Value(Context{{"a", 1}}).context()->front().first == "a");
  BOOST_TEST(Value(List{}).context() == nullptr);
  BOOST_TEST(!Value(Range{1, 2, true, false}).range()->end_included);
  BOOST_TEST(Value().range() == nullptr);
}

BOOST_AUTO_TEST_CASE(a_literal_text_is_a_string_and_not_a_boolean) {
  BOOST_TEST(kind_name(Value("x")) == "string");
  BOOST_TEST(kind_name(Value(std::string("x"))) == "string");
  BOOST_TEST(kind_name(Value(std::string_view("x"))) == "string");
}

BOOST_AUTO_TEST_CASE(each_value_is_identical_to_its_own_kind_and_content_only) {
  const std::vector<Value> left = different_values();
  const std::vector<Value> right = different_values();
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      BOOST_TEST(identical(left[i], right[j]) == (i == j), to_feel(left[i]) << " and " << to_feel(right[j]));
    }
  }
}

BOOST_AUTO_TEST_CASE(identity_is_by_value_for_numbers_and_blind_to_an_unknowns_facts) {
  BOOST_TEST(identical(number("1.0"), 1));
  BOOST_TEST(identical(number("-0"), 0));
  BOOST_TEST(identical(Unknown{FactSet::of(1)}, Unknown{FactSet::of(2)}));
  BOOST_TEST(identical(List{number("1.0"), Unknown{FactSet::of(1)}}, List{1, Value()}));
  BOOST_TEST(!identical(Value(), Null{}));
}

BOOST_AUTO_TEST_CASE(copies_share_their_content) {
  const Value original = List{1, 2, 3};
  const Value copy = original;
  BOOST_TEST(copy.list() == original.list());
}

BOOST_AUTO_TEST_CASE(is_written_as_feel) {
  BOOST_TEST(to_feel(Value()) == "unknown");
  BOOST_TEST(to_feel(Null{}) == "null");
  BOOST_TEST(to_feel(true) == "true");
  BOOST_TEST(to_feel(false) == "false");
  BOOST_TEST(to_feel(number("1.50")) == "1.5");
  BOOST_TEST(to_feel(number("1E+3")) == "1000");
  BOOST_TEST(to_feel(number("-0")) == "0");
  BOOST_TEST(to_feel(number("1E+6000")) == "1E+6000");
  BOOST_TEST(to_feel(number("1E-6000")) == "1E-6000");
  BOOST_TEST(to_feel(EnumValue{&education, 1}) == "\"master\"");
  BOOST_TEST(to_feel(day("2025-03-21")) == "@\"2025-03-21\"");
  BOOST_TEST(to_feel(TimeOfDay{0, 28'800}) == "@\"00:00:00+08:00\"");
  BOOST_TEST(to_feel(DateTime{day("2025-03-21"), {}}) == "@\"2025-03-21T00:00:00\"");
  BOOST_TEST(to_feel(MonthsDuration{-12}) == "@\"-P1Y\"");
  BOOST_TEST(to_feel(TimeDuration{0}) == "@\"PT0S\"");
}

BOOST_AUTO_TEST_CASE(strings_are_quoted_and_escaped) {
  BOOST_TEST(to_feel("硕士 \"a\"\\b") == "\"硕士 \\\"a\\\"\\\\b\"");
  BOOST_TEST(to_feel("a\nb\rc\td") == "\"a\\nb\\rc\\td\"");
  BOOST_TEST(to_feel(std::string("\0\x1B\x7F", 3)) == "\"\\u0000\\u001b\\u007f\"");
}

BOOST_AUTO_TEST_CASE(composites_are_written_with_their_parts) {
  BOOST_TEST(to_feel(List{}) == "[]");
  BOOST_TEST(to_feel(List{1, "x", List{Null{}, Value()}}) == "[1, \"x\", [null, unknown]]");
  BOOST_TEST(to_feel(Context{}) == "{}");
  BOOST_TEST(to_feel(Context{{"a", 1}, {"最高 学历", "master"}}) == "{\"a\": 1, \"最高 学历\": \"master\"}");
  BOOST_TEST(to_feel(Range{1, 5, true, false}) == "[1..5)");
  BOOST_TEST(to_feel(Range{1, 5, false, true}) == "(1..5]");
  BOOST_TEST(to_feel(Range{Null{}, 5, false, false}) == "< 5");
  BOOST_TEST(to_feel(Range{Null{}, 5, false, true}) == "<= 5");
  BOOST_TEST(to_feel(Range{5, Null{}, true, false}) == ">= 5");
  BOOST_TEST(to_feel(Range{5, Null{}, false, false}) == "> 5");
}

BOOST_AUTO_TEST_CASE(kinds_have_feels_names) {
  BOOST_TEST(kind_name(Value()) == "unknown");
  BOOST_TEST(kind_name(Null{}) == "null");
  BOOST_TEST(kind_name(true) == "boolean");
  BOOST_TEST(kind_name(1) == "number");
  BOOST_TEST(kind_name(EnumValue{&education, 0}) == "enumeration");
  BOOST_TEST(kind_name(day("2025-03-21")) == "date");
  BOOST_TEST(kind_name(TimeOfDay{}) == "time");
  BOOST_TEST(kind_name(DateTime{}) == "date and time");
  BOOST_TEST(kind_name(MonthsDuration{}) == "years and months duration");
  BOOST_TEST(kind_name(TimeDuration{}) == "days and time duration");
  BOOST_TEST(kind_name("x") == "string");
  BOOST_TEST(kind_name(List{}) == "list");
  BOOST_TEST(kind_name(Context{}) == "context");
  BOOST_TEST(kind_name(Range{1, 2}) == "range");
  BOOST_TEST(kind_name(std::shared_ptr<const feel::Function>()) == "function");
}

BOOST_AUTO_TEST_SUITE_END()
