#include "pack/parse.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace tepei::pack {

namespace {

struct Parsed {
  std::optional<Tree> tree;
  Diagnostics problems;
};

Parsed parsed(std::string_view json, const LoadLimits& limits = {}) {
  Problems problems(limits.max_problems);
  auto tree = parse(json, limits, problems);
  return {std::move(tree), std::move(problems).take()};
}

const Node& at(const Parsed& parsed, std::string_view pointer) {
  const NodeId id = parsed.tree->nearest_to(pointer);
  BOOST_TEST_REQUIRE(parsed.tree->pointer(id) == pointer);
  return parsed.tree->at(id);
}

void check_place(const Place& place, std::size_t offset, std::size_t line, std::size_t column) {
  BOOST_TEST(place.offset == offset);
  BOOST_TEST(place.position.line == line);
  BOOST_TEST(place.position.column == column);
}

// The only problem of a text that is not JSON.
void check_refused(std::string_view json, const std::string& code, std::size_t line, std::size_t column,
                   const LoadLimits& limits = {}) {
  BOOST_TEST_CONTEXT("text " << json.substr(0, 60)) {
    const Parsed result = parsed(json, limits);
    BOOST_TEST(!result.tree);
    BOOST_TEST_REQUIRE(result.problems.size() == 1U);
    BOOST_TEST(result.problems[0].code == code);
    BOOST_TEST_REQUIRE(result.problems[0].position.has_value());
    BOOST_TEST(result.problems[0].position->line == line);
    BOOST_TEST(result.problems[0].position->column == column);
    BOOST_TEST(result.problems[0].message.find('\n') == std::string::npos);
  }
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parse_pack)

BOOST_AUTO_TEST_CASE(every_value_and_key_knows_its_place) {
  const Parsed result = parsed("{\n  \"一\": [1, \"二\",\t-2.50e+1],\n  \"b\" : {\"c\":true,\"d\":null}}");
  BOOST_TEST_REQUIRE(result.tree.has_value());
  check_place(at(result, "").place, 0, 1, 1);
  check_place(at(result, "/一").key_place, 4, 2, 3);
  check_place(at(result, "/一").place, 11, 2, 8);
  check_place(at(result, "/一/0").place, 12, 2, 9);
  check_place(at(result, "/一/1").place, 15, 2, 12);
  check_place(at(result, "/一/2").place, 22, 2, 17);
  check_place(at(result, "/b").key_place, 35, 3, 3);
  check_place(at(result, "/b").place, 41, 3, 9);
  check_place(at(result, "/b/c").place, 46, 3, 14);
  check_place(at(result, "/b/d").place, 55, 3, 23);
}

BOOST_AUTO_TEST_CASE(numbers_keep_their_digits) {
  const Parsed result = parsed("[0.10, 12345678901234567890123, -0, 1E5 ,-7\n]");
  BOOST_TEST(at(result, "/0").text == "0.10");
  BOOST_TEST(at(result, "/1").text == "12345678901234567890123");
  BOOST_TEST(at(result, "/2").text == "-0");
  BOOST_TEST(at(result, "/3").text == "1E5");
  BOOST_TEST(at(result, "/4").text == "-7");
}

BOOST_AUTO_TEST_CASE(a_root_of_any_kind_is_read) {
  for (const char* json : {"7", "\"x\"", "true", "null", "[]", "{}", " \n 7 "}) {
    BOOST_TEST(parsed(json).tree.has_value(), json);
  }
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_skipped_and_takes_no_column) {
  const Parsed result = parsed("\xEF\xBB\xBF{\"a\": 1}");
  check_place(at(result, "/a").place, 9, 1, 7);
  check_refused("\xEF\xBB\xBF{\"a\": x}", "pack.json.syntax", 1, 7);
  check_refused("\xEF\xBB\xBF", "pack.json.empty", 1, 1);
}

BOOST_AUTO_TEST_CASE(what_is_not_json_is_refused_where_it_goes_wrong) {
  check_refused("", "pack.json.empty", 1, 1);
  check_refused(" \r\n\t ", "pack.json.empty", 1, 1);
  check_refused("{\"a\" \"b\"}", "pack.json.syntax", 1, 6);
  check_refused("{\"a\": 1,}", "pack.json.syntax", 1, 9);
  check_refused("[1,,2]", "pack.json.syntax", 1, 4);
  check_refused("[1 2]", "pack.json.syntax", 1, 4);
  check_refused("[\n  nul\n]", "pack.json.syntax", 2, 3);
  check_refused("[01]", "pack.json.syntax", 1, 3);
  check_refused("[-]", "pack.json.syntax", 1, 2);
  check_refused("[.5]", "pack.json.syntax", 1, 2);
  check_refused("[NaN]", "pack.json.syntax", 1, 2);
  check_refused("['a']", "pack.json.syntax", 1, 2);
  check_refused("{a: 1}", "pack.json.syntax", 1, 2);
  check_refused("// note\n{}", "pack.json.syntax", 1, 1);
  check_refused("[\"中\\q\"]", "pack.json.syntax", 1, 5);
  check_refused("[\"a\nb\"]", "pack.json.syntax", 1, 4);
  check_refused("[\"\\ud800\"]", "pack.json.syntax", 1, 9);
  check_refused("]", "pack.json.syntax", 1, 1);
  check_refused(",", "pack.json.syntax", 1, 1);
  check_refused("[1:2]", "pack.json.syntax", 1, 3);
  check_refused("{\"a\", 1}", "pack.json.syntax", 1, 5);
  check_refused("{\"a\": 1, 2}", "pack.json.syntax", 1, 10);
  check_refused("[truth]", "pack.json.syntax", 1, 2);
  check_refused("[1.]", "pack.json.syntax", 1, 2);
  check_refused("[1e400]", "pack.json.number", 1, 2);
}

BOOST_AUTO_TEST_CASE(a_text_that_breaks_off_is_said_to) {
  check_refused("{", "pack.json.truncated", 1, 2);
  check_refused("{\"a\":\n", "pack.json.truncated", 2, 1);
  check_refused("[\"abc", "pack.json.truncated", 1, 2);
  check_refused("[\"abc\\", "pack.json.truncated", 1, 2);
  const Parsed result = parsed("{\n \"a\": [1");
  BOOST_TEST(result.problems[0].help == "the `[` of line 2, column 7 is not closed");
}

BOOST_AUTO_TEST_CASE(text_after_the_end_is_refused) {
  check_refused("{} x", "pack.json.trailing_text", 1, 4);
  check_refused("{}\n{}", "pack.json.trailing_text", 2, 1);
  check_refused("1 2", "pack.json.trailing_text", 1, 3);
  check_refused("{}}", "pack.json.trailing_text", 1, 3);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_refused_wherever_they_stand) {
  check_refused("{\"\xD6\xD0\": 1}", "pack.json.invalid_utf8", 1, 3);
  check_refused("{}\n\xFF", "pack.json.invalid_utf8", 2, 1);
  check_refused("\xFF\xFE{\x00", "pack.json.invalid_utf8", 1, 1);
  check_refused("[\"\xED\xA0\x80\"]", "pack.json.invalid_utf8", 1, 3);
}

BOOST_AUTO_TEST_CASE(a_key_given_twice_is_told_with_both_places) {
  const Parsed result = parsed("{\"a\": 1,\n \"b\": {\"c\": 1, \"d\": 2, \"c\": 3},\n \"a\": 2, \"a\": 3}");
  BOOST_TEST(result.tree.has_value());
  BOOST_TEST_REQUIRE(result.problems.size() == 3U);
  BOOST_TEST(result.problems[0].code == "pack.json.duplicate_key");
  BOOST_TEST(result.problems[0].path == "/b/c");
  BOOST_TEST(result.problems[0].position->column == 24U);
  BOOST_TEST(result.problems[1].help == "the one before is in line 1");
  BOOST_TEST(result.problems[2].position->column == 10U);
}

BOOST_AUTO_TEST_CASE(depth_is_limited) {
  LoadLimits limits;
  limits.max_depth = 3;
  BOOST_TEST(parsed(nested(3), limits).tree.has_value());
  check_refused(nested(4), "pack.json.too_deep", 1, 4, limits);
  check_refused(std::string(1'000'000, '['), "pack.json.too_deep", 1, 65);
  limits.max_depth = 2'000'000;
  limits.max_values = 2'000'000;
  BOOST_TEST(parsed(nested(1'000'000), limits).tree.has_value());
}

BOOST_AUTO_TEST_CASE(size_and_number_of_values_are_limited) {
  LoadLimits limits;
  limits.max_bytes = 4;
  BOOST_TEST(parsed("[10]", limits).tree.has_value());
  check_refused("[100]", "pack.json.too_large", 1, 1, limits);
  limits = {};
  limits.max_values = 3;
  BOOST_TEST(parsed("[1,2]", limits).tree.has_value());
  check_refused("[1,2,\n3]", "pack.json.too_many_values", 2, 1, limits);
}

BOOST_AUTO_TEST_CASE(no_more_problems_are_told_than_asked_for) {
  LoadLimits limits;
  limits.max_problems = 2;
  const Parsed result = parsed(R"({"a":1,"a":1,"a":1,"a":1,"a":1})", limits);
  BOOST_TEST_REQUIRE(result.problems.size() == 3U);
  BOOST_TEST(result.problems[2].code == "pack.load.too_many_problems");
  BOOST_TEST(result.problems[2].message == "2 more problems are not told");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::pack
