#include "pack/json.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace tepei::pack {

namespace {

Json number(std::string_view text) {
  return {Decimal::parse(text).value()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json)

BOOST_AUTO_TEST_CASE(canonical_json_sorts_keys_by_code_point_and_has_no_blanks) {
  const Json json{JsonObject{{"b", {true}},
                             {"a", {JsonArray{number("1"), {false}}}},
                             {"中", {std::string("x")}},
                             {"aa", {JsonObject{}}},
                             {"Z", {JsonArray{}}}}};
  BOOST_TEST(to_canonical(json) == R"({"Z":[],"a":[1,false],"aa":{},"b":true,"中":"x"})");
}

BOOST_AUTO_TEST_CASE(canonical_text_escapes_what_it_must_and_nothing_else) {
  const std::string text("\x00\x08\t\n\x0B\f\r\x1F\"\\/\x7F中😀", 19);
  BOOST_TEST(to_canonical({text}) == "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\x7F中😀\"");
}

BOOST_AUTO_TEST_CASE(canonical_numbers_are_plain_decimals) {
  BOOST_TEST(to_canonical(number("1.50")) == "1.5");
  BOOST_TEST(to_canonical(number("-1E+3")) == "-1000");
  BOOST_TEST(to_canonical(number("0.00001")) == "0.00001");
  BOOST_TEST(to_canonical(number("-0")) == "0");
  BOOST_TEST(to_canonical(number("0e5")) == "0");
  BOOST_TEST(to_canonical(number("12345678901234567890.5")) == "12345678901234567890.5");
}

BOOST_AUTO_TEST_CASE(readable_json_keeps_the_order_and_short_things_on_a_line) {
  const Json json{JsonObject{{"b", {true}},
                             {"a", {JsonArray{number("1"), {std::string("x")}}}},
                             {"c", {JsonArray{{JsonObject{{"d", {std::string(100, 'y')}}}}}}}}};
  BOOST_TEST(to_readable(json) == "{\n  \"b\": true,\n  \"a\": [1, \"x\"],\n  \"c\": [\n    {\n      \"d\": \"" +
                                      std::string(100, 'y') + "\"\n    }\n  ]\n}\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::pack
