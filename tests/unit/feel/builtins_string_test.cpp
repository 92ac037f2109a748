#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

BOOST_AUTO_TEST_SUITE(builtins_string)

BOOST_AUTO_TEST_CASE(places_and_lengths_count_code_points) {
  World world;
  check_cases(world, {
                         {R"(substring("foobar", 3))", R"("obar")"},
                         {R"(substring("foobar", 3, 3))", R"("oba")"},
                         {R"(substring("foobar", -2, 1))", R"("a")"},
                         {R"(substring("特殊培养", 2, 2))", R"("殊培")"},
                         {R"(substring("\U01F40Eab", 2))", R"("ab")"},
                         {R"(substring("foobar", 9))", R"("")"},
                         {R"(substring("foobar", -9, 2))", R"("fo")"},
                         {R"(substring("foobar", 2, 100))", R"("oobar")"},
                         {R"(substring("foobar", 0))", "null"},
                         {R"(substring("foobar", 1, 0))", "null"},
                         {R"(substring("foobar", 1.5))", "null"},
                         {R"(string length("特培"))", "2"},
                         {R"(string length(""))", "0"},
                     });
}

BOOST_AUTO_TEST_CASE(matching) {
  World world;
  check_cases(world, {
                         {R"(contains("foobar", "oba"))", "true"},
                         {R"(contains("foobar", "x"))", "false"},
                         {R"(starts with("150422", "15"))", "true"},
                         {R"(starts with("1", "15"))", "false"},
                         {R"(starts with("15", ""))", "true"},
                         {R"(starts with("", "15"))", "false"},
                         {R"(ends with("foobar", "bar"))", "true"},
                         {R"(ends with("r", "bar"))", "false"},
                         {R"(substring before("foobar", "bar"))", R"("foo")"},
                         {R"(substring before("foobar", "x"))", R"("")"},
                         {R"(substring after("foobar", "ob"))", R"("ar")"},
                         {R"(substring after("foobar", ""))", R"("foobar")"},
                         {R"(substring after("", "a"))", R"("")"},
                     });
}

BOOST_AUTO_TEST_CASE(letters_change_case_one_by_one) {
  World world;
  check_cases(world, {
                         {R"(upper case("aBc4ä特"))", R"("ABC4Ä特")"},
                         {R"(lower case("ABC4Ä"))", R"("abc4ä")"},
                         {R"(upper case("ß"))", R"("ẞ")"},
                     });
}

BOOST_AUTO_TEST_CASE(joining_leaves_out_nulls_and_waits_for_unknowns) {
  World world;
  check_cases(world, {
                         {R"(string join(["a", "b", "c"], "、"))", R"("a、b、c")"},
                         {R"(string join(["a", null, "c"]))", R"("ac")"},
                         {R"(string join([]))", R"("")"},
                         {R"(string join([], "x"))", R"("")"},
                         {R"(string join(["", "a"], "-"))", R"("-a")"},
                         {R"(string join(["a", s]))", "unknown"},
                     });
}

BOOST_AUTO_TEST_CASE(an_unknown_text_leaves_the_answer_open_and_null_gives_null) {
  World world;
  const Value open = world.evaluate(R"(starts with(s, "15"))");
  BOOST_TEST(open.is_unknown());
  BOOST_TEST((open.unknown_facts() == world.facts_named({"s"})));
  BOOST_TEST(shown(world, "starts with(s, null)") == "null");
  BOOST_TEST(shown(world, R"(starts with(anything, "1"))") == "unknown");
  world.set("anything", 5);
  BOOST_TEST(shown(world, R"(starts with(anything, "1"))") == "null");
  BOOST_TEST(world.code() == "feel.run.wrong_kind");
}

BOOST_AUTO_TEST_CASE(three_million_characters_are_read_within_the_limits) {
  World world;
  world.set("s", Value(std::string(3'000'000, 'x')));
  BOOST_TEST(shown(world, "string length(s)") == "3000000");
  BOOST_TEST(shown(world, R"(starts with(s, "15"))") == "false");
  BOOST_TEST(shown(world, "s = s") == "true");
  BOOST_TEST(shown(world, "s + s = s") == "null");
  BOOST_TEST(world.code() == "feel.run.too_large");
}

BOOST_AUTO_TEST_SUITE_END()
