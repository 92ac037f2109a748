#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

BOOST_AUTO_TEST_SUITE(builtins_list)

BOOST_AUTO_TEST_CASE(what_a_list_comes_to) {
  World world;
  check_cases(world, {
                         {"count([1, 2, 3])", "3"},
                         {"count([])", "0"},
                         {"list contains([1, 2], 2)", "true"},
                         {"list contains([1, null], null)", "true"},
                         {R"(list contains([1, 2], 5))", "false"},
                         {"min([3, 1, 2])", "1"},
                         {"min(3, 1, 2)", "1"},
                         {"max([])", "null"},
                         {R"(max("a", "c", "b"))", R"("c")"},
                         {R"(max(@"2025-03-21", @"2024-01-01"))", R"(@"2025-03-21")"},
                         {"sum([1.1, 2.2])", "3.3"},
                         {"sum([])", "null"},
                         {"product([2, 3, 4])", "24"},
                         {"mean([1, 2])", "1.5"},
                         {"median(8, 2, 5, 3, 4)", "4"},
                         {"median([6, 1, 2, 3])", "2.5"},
                         {"mode(6, 3, 9, 6, 6)", "[6]"},
                         {"mode([6, 1, 9, 6, 1])", "[1, 6]"},
                         {"mode([])", "[]"},
                         {"all([true, false])", "false"},
                         {"all([])", "true"},
                         {"any([false, true])", "true"},
                         {"any([])", "false"},
                         {"all([true, null])", "null"},
                         {"any([false, null])", "null"},
                         {"any([true, null])", "true"},
                     });
}

BOOST_AUTO_TEST_CASE(lists_from_lists) {
  World world;
  check_cases(world, {
                         {"sublist([4, 5, 6], 1, 2)", "[4, 5]"},
                         {"sublist([4, 5, 6], 2)", "[5, 6]"},
                         {"sublist([4, 5, 6], -1)", "[6]"},
                         {"sublist([4, 5, 6], 4)", "null"},
                         {"sublist([4, 5, 6], 2, 3)", "null"},
                         {"append([1], 2, 3)", "[1, 2, 3]"},
                         {"concatenate([1, 2], [3])", "[1, 2, 3]"},
                         {"insert before([1, 3], 1, 2)", "[2, 1, 3]"},
                         {"insert before([1, 3], -1, 2)", "[1, 2, 3]"},
                         {"remove([1, 2, 3], 2)", "[1, 3]"},
                         {"list replace([2, 4, 7, 8], 3, 6)", "[2, 4, 6, 8]"},
                         {"list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]"},
                         {"reverse([1, 2, 3])", "[3, 2, 1]"},
                         {"index of([1, 2, 3, 2], 2)", "[2, 4]"},
                         {"index of([1], 9)", "[]"},
                         {"union([1, 2], [2, 3])", "[1, 2, 3]"},
                         {"distinct values([1, 2, 3, 2, 1.0])", "[1, 2, 3]"},
                         {"flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"},
                         {"sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"},
                         {"sort([3, 1, 2], function(x, y) x > y)", "[3, 2, 1]"},
                         {R"(sort(["b", "a"]))", R"(["a", "b"])"},
                         {"sort([1, 2, 3], function(x, y) true)", "[3, 2, 1]"},
                     });
}

// architecture.md, "Unknown, exactly": lists may hold unknowns; what does not depend on them stays known.
BOOST_AUTO_TEST_CASE(unknown_items) {
  World world;
  check_cases(world, {
                         {"count([1, x])", "2"},
                         {"list contains([1, x], 1)", "true"},
                         {"list contains([1, x], 2)", "unknown"},
                         {"list contains([], x)", "false"},
                         {"list contains([1], x)", "unknown"},
                         {"min([1, x])", "unknown"},
                         {"min(1, x)", "unknown"},
                         {"sum([x, null])", "null"},
                         {"sum([1, x])", "unknown"},
                         {"all([false, a])", "false"},
                         {"all([true, a])", "unknown"},
                         {"any([true, a])", "true"},
                         {"any([false, a])", "unknown"},
                         {"count(append([1], x))", "2"},
                         {"count(concatenate([1], [x]))", "2"},
                         {"concatenate([1], numbers)", "unknown"},
                         {"reverse([x, 1])[1]", "1"},
                         {"sublist([1, x, 3], 3)", "[3]"},
                         {"index of([1, x], 1)", "unknown"},
                         {"distinct values([1, 1, x])", "unknown"},
                         {"count(distinct values([x]))", "1"},
                         {"flatten([[1], [x]])", "unknown"},
                         {"sort([x, 1])", "unknown"},
                         {"sort([x])[1]", "unknown"},
                         {"count(sort([x]))", "1"},
                     });
  BOOST_TEST((world.evaluate("sum([1, x, y])").unknown_facts() == world.facts_named({"x", "y"})));
  BOOST_TEST((world.evaluate("any([false, a, b])").unknown_facts() == world.facts_named({"a", "b"})));
}

BOOST_AUTO_TEST_CASE(wrong_kinds) {
  World world;
  world.set("anything", Value("a"));
  BOOST_TEST(shown(world, "sum([1, anything])") == "null");
  BOOST_TEST(world.code() == "feel.run.wrong_kind");
  BOOST_TEST(shown(world, "max([1, anything])") == "null");
  BOOST_TEST(shown(world, "sort([1, anything])") == "null");
  BOOST_TEST(world.code() == "feel.run.wrong_kind");
}

BOOST_AUTO_TEST_SUITE_END()
