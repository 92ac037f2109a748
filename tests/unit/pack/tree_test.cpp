#include "pack/tree.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "pack/parse.hpp"

namespace tepei::pack {

namespace {

Tree tree_of(std::string_view json) {
  Problems problems(10);
  return *parse(json, {}, problems);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tree)

BOOST_AUTO_TEST_CASE(pointers_escape_what_they_must) {
  const Tree tree = tree_of(R"({"a/b": [{"m~n": 1, "": 2}]})");
  BOOST_TEST(tree.pointer(tree.nearest_to("/a~1b/0/m~0n")) == "/a~1b/0/m~0n");
  BOOST_TEST(tree.pointer(tree.nearest_to("/a~1b/0/")) == "/a~1b/0/");
  BOOST_TEST(tree.pointer(tree.nearest_to("")).empty());
}

BOOST_AUTO_TEST_CASE(a_pointer_that_leads_nowhere_ends_at_the_last_value_on_its_way) {
  const Tree tree = tree_of(R"({"a": [1, {"b": 2}]})");
  BOOST_TEST(tree.pointer(tree.nearest_to("/a/1/c/d")) == "/a/1");
  BOOST_TEST(tree.pointer(tree.nearest_to("/a/2")) == "/a");
  BOOST_TEST(tree.pointer(tree.nearest_to("/a/x")) == "/a");
  BOOST_TEST(tree.pointer(tree.nearest_to("/z")).empty());
}

BOOST_AUTO_TEST_CASE(places_inside_a_string_are_found_through_its_escapes) {
  // The content is: a"中é😀b, in bytes 1 1 3 2 4 1.
  const std::string json = R"( "a\"中\u00e9\ud83d\ude00b")";
  const Tree tree = tree_of(json);
  const Place& place = tree.at(root_node).place;
  const auto column = [&](std::size_t offset) { return position_inside(json, place, offset).column; };
  BOOST_TEST(tree.at(root_node).text == "a\"中é😀b");
  BOOST_TEST(column(0) == 3U);
  BOOST_TEST(column(1) == 4U);
  BOOST_TEST(column(2) == 6U);
  BOOST_TEST(column(5) == 7U);
  BOOST_TEST(column(7) == 13U);
  BOOST_TEST(column(11) == 25U);
  BOOST_TEST(column(12) == 26U);
  BOOST_TEST(column(500) == 26U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::pack
