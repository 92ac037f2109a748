// The naive evaluator on expressions the random ones do not reach, and against answers worked out by hand.
#include "feel/reference.hpp"

#include "feel/check.hpp"
#include "feel/evaluation.hpp"
#include "feel/parse.hpp"

using namespace tepei;
using namespace tepei::feel;

namespace {

Value by_reference(const World& world, const std::string& source) {
  Result<Syntax> parsed = parse_expression(source, world.scope, {});
  BOOST_REQUIRE_MESSAGE(parsed.ok(), source);
  const Result<Syntax> checked = check(std::move(*parsed), world.scope, {});
  BOOST_REQUIRE_MESSAGE(checked.ok(), source << "\n" << render(checked.diagnostics()));
  return reference::Evaluator(*checked, world.inputs(), {}).run();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reference_evaluator)

BOOST_AUTO_TEST_CASE(worked_out_by_hand) {
  World world;
  const std::vector<Case> cases = {
      {"1 + 2 * 3", "7"},
      {"a and false", "false"},
      {"a or false", "unknown"},
      {"if a then 1 else 1", "1"},
      {"if a then 1 else 2", "unknown"},
      {"5 in [x, 5]", "true"},
      {"[1, x] = [2, x]", "false"},
      {"for i in 1..3 return i + 1", "[2, 3, 4]"},
      {"some i in [1, x] satisfies i = 1", "true"},
      {"[1, 2, 3][item > 1]", "[2, 3]"},
      {"null and true", "null"},
      {"x + null", "null"},
  };
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.source) {
      BOOST_TEST(to_feel(by_reference(world, each.source)) == each.answer);
    }
  }
}

BOOST_AUTO_TEST_CASE(agrees_with_the_machine_on_what_is_rare) {
  World world;
  world.set("y", 2).set("b", Value(true)).set("numbers", Value(List{1, 2, 3}));
  for (const char* source : {"for i in 0..4 return if i = 0 then 1 else i * partial[-1]",
                             "for i in [1, 2], j in numbers[item > i] return [i, j]",
                             "for i in [1, x], j in [i] return partial",
                             "some i in numbers, j in [x, 3] satisfies i = j",
                             "every i in numbers, j in [x] satisfies i < j",
                             "{f: function(g, n) if n = 0 then x else n + g(g, n - 1), r: f(f, 4)}.r",
                             "{k: 5, f: function() function() k + y, r: f()()}.r",
                             "(for i in 1..3 return function() i)[y]()",
                             "numbers[y]",
                             "numbers[x]",
                             "numbers[item = y]",
                             "numbers[b]",
                             "[{k: 1}, {k: x}][k = 1]",
                             "[{k: 1}, {k: x}].k",
                             "sort(numbers, function(l, r) l > r)",
                             "sort([x, 1], function(l, r) l > r)",
                             "list replace(numbers, function(l, r) l > y, 0)",
                             "{f: max, r: f(numbers)}.r",
                             "[1..y] = [1..2]",
                             "1 in [[1..y], 5]",
                             "y in (1, [x..3])",
                             "[numbers, [1]] = [numbers, [x]]",
                             "[numbers, [1]] instance of list<list<number>>",
                             "if x > 1 then numbers else [1, 2, 3]",
                             "if x > 1 then {k: 1} else {k: 1.0}",
                             "(function(p) p)(x) + y",
                             "max(born, as of) + @\"P1Y\"",
                             "education in (\"master\", \"doctor\")",
                             "for i in x..y return i",
                             "for i in (1..4] return i",
                             "3 in (9, [y][item])"}) {
    BOOST_TEST_CONTEXT(source) {
      const Value ours = world.evaluate(source);
      const Value theirs = by_reference(world, source);
      BOOST_TEST(to_feel(ours) == to_feel(theirs));
      BOOST_TEST(reference::same(ours, theirs));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
