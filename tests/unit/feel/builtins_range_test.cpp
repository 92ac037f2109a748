#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

BOOST_AUTO_TEST_SUITE(builtins_range)

// DMN 1.5, table 78 and its examples.
BOOST_AUTO_TEST_CASE(relations) {
  World world;
  check_cases(world, {
                         {"before(1, 10)", "true"},
                         {"before(10, 1)", "false"},
                         {"before(1, [1..10])", "false"},
                         {"before(1, (1..10])", "true"},
                         {"before([1..10], 10)", "false"},
                         {"before([1..10), 10)", "true"},
                         {"before([1..10), [10..20])", "true"},
                         {"after(12, [1..10])", "true"},
                         {"after([11..20], [1..10])", "true"},
                         {"after((10..20], [1..10])", "true"},
                         {"meets([1..5], [5..10])", "true"},
                         {"meets([1..5), [5..10])", "false"},
                         {"met by([5..10], [1..5])", "true"},
                         {"overlaps([1..5], [3..8])", "true"},
                         {"overlaps([1..5], [5..8])", "true"},
                         {"overlaps([1..5), [5..8])", "false"},
                         {"overlaps before([1..5], [3..8])", "true"},
                         {"overlaps before([3..8], [1..5])", "false"},
                         {"overlaps after([3..8], [1..5])", "true"},
                         {"finishes(10, [1..10])", "true"},
                         {"finishes(10, [1..10))", "false"},
                         {"finishes([5..10], [1..10])", "true"},
                         {"finished by([1..10], [5..10])", "true"},
                         {"includes([1..10], 5)", "true"},
                         {"includes([1..10], [1..10))", "true"},
                         {"includes([1..10), [1..10])", "false"},
                         {"during(5, (5..8])", "false"},
                         {"during([4..6], [1..10])", "true"},
                         {"starts(1, [1..10])", "true"},
                         {"starts([1..5], [1..10])", "true"},
                         {"started by([1..10], [1..5])", "true"},
                         {"coincides([1..5], [1..5])", "true"},
                         {"coincides([1..5), [1..5])", "false"},
                         {"coincides(3, 3)", "true"},
                         {R"(before(@"2024-01-01", @"2025-01-01"))", "true"},
                     });
}

BOOST_AUTO_TEST_CASE(unknown_and_wrong_kinds) {
  World world;
  check_cases(world, {
                         {"before(x, 10)", "unknown"},
                         {"includes([1..x], 5)", "unknown"},
                     });
  world.set("anything", Value("a"));
  BOOST_TEST(shown(world, "before(anything, 10)") == "null");
  BOOST_TEST(world.code() == "feel.run.wrong_kind");
}

BOOST_AUTO_TEST_SUITE_END()
