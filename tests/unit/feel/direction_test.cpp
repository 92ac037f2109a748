#include "feel/evaluation.hpp"
#include "feel/random_expression.hpp"

using namespace tepei;
using namespace tepei::feel;

namespace {

std::string direction(const World& world, const std::string& source, const std::string& variable) {
  switch (world.compile(source).direction(world.scope.find(variable)->slot)) {
    case Direction::independent:
      return "independent";
    case Direction::increasing:
      return "increasing";
    case Direction::decreasing:
      return "decreasing";
    default:
      return "not monotone";
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(direction_of_expressions)

BOOST_AUTO_TEST_CASE(of_one_variable) {
  World world;
  const std::vector<std::array<const char*, 3>> cases = {
      {"x < 5", "x", "decreasing"},
      {"5 <= x", "x", "increasing"},
      {"x < 5", "y", "independent"},
      {"x = 5", "x", "not monotone"},
      {"x + y", "x", "increasing"},
      {"y - x", "x", "decreasing"},
      {"-x", "x", "decreasing"},
      {"x - x", "x", "not monotone"},
      {"x * 3", "x", "increasing"},
      {"-2 * x", "x", "decreasing"},
      {"x * y", "x", "not monotone"},
      {"x * 0", "x", "independent"},
      {"x / -4", "x", "decreasing"},
      {"4 / x", "x", "not monotone"},
      {"x ** 2", "x", "not monotone"},
      {"min(x, y)", "x", "increasing"},
      {"max(5, -x)", "x", "decreasing"},
      {"min([x, 1])", "x", "increasing"},
      {"max([y, -x, 3])", "x", "decreasing"},
      {"max(0, min(36, floor(x / 4) + 1))", "x", "increasing"},
      {"2 * (7 + max(0, min(36, x)))", "x", "increasing"},
      {R"(born + @"P1M" * (7 + max(0, full months(@"1900-01-01", born))))", "born", "increasing"},
      {"min([[x], 1])", "x", "not monotone"},
      {"min(numbers)", "x", "independent"},
      {R"(@"P1M" * x)", "x", "increasing"},
      {R"(x * duration("P1Y"))", "x", "increasing"},
      {R"(-@"P1D" * x)", "x", "decreasing"},
      {R"(x * duration("-P1D"))", "x", "decreasing"},
      {R"(x * duration("P0D"))", "x", "independent"},
      {R"(@"P1M" / x)", "x", "not monotone"},
      {R"(born + @"P1M" * floor(full months(@"1900-01-01", born) / 4))", "born", "increasing"},
      {"x / limits.step", "x", "increasing"},
      {"x * limits.back", "x", "decreasing"},
      {"x / limits.none", "x", "not monotone"},
      {"min(limits.step, x) > 2", "x", "increasing"},
      {"floor(x)", "x", "increasing"},
      {"decimal(x, 2)", "x", "increasing"},
      {"decimal(1, x)", "x", "not monotone"},
      {"abs(x)", "x", "not monotone"},
      {"full years(born, as of)", "born", "decreasing"},
      {"full years(born, as of)", "as of", "increasing"},
      {"full years(born, as of) <= 45", "born", "increasing"},
      {R"(born + @"P45Y" > as of)", "born", "increasing"},
      {R"(born + @"P45Y" > as of)", "as of", "decreasing"},
      {"as of - born", "born", "decreasing"},
      {"born.year", "born", "increasing"},
      {"born.month", "born", "not monotone"},
      {"a and not(b)", "a", "increasing"},
      {"a and not(b)", "b", "decreasing"},
      {"a or not(a)", "a", "not monotone"},
      {"a = false", "a", "decreasing"},
      {"a != false", "a", "increasing"},
      {"x > 1 and x > 2", "x", "increasing"},
      {"x > 1 and x < 5", "x", "not monotone"},
      {"if a then x else 5", "x", "increasing"},
      {"if a then x else -x", "x", "not monotone"},
      {"if x > 1 then 1 else 2", "x", "not monotone"},
      {"if a then x > 1 else y > 1", "a", "not monotone"},
      {"y between x and 9", "x", "decreasing"},
      {"x between 1 and 9", "x", "not monotone"},
      {"x in (>= 5)", "x", "increasing"},
      {"x in [1..5]", "x", "not monotone"},
      {"y in [x..9]", "x", "decreasing"},
      {"x in (1, 2)", "x", "not monotone"},
      {R"(education >= "master")", "education", "increasing"},
      {R"(education < "master")", "education", "decreasing"},
      {R"(education in ("master"))", "education", "not monotone"},
      {R"(sex = "male")", "sex", "not monotone"},
      {"some i in [1, 2] satisfies x > i", "x", "increasing"},
      {"some i in [x] satisfies i > 1", "x", "not monotone"},
      {"{k: x, m: k}.m > 1", "x", "not monotone"},
      {"(function(p) x)(1)", "x", "not monotone"},
      {R"(s + "a")", "s", "not monotone"},
      {"anything > 1", "anything", "not monotone"},
      {"derived > 1", "derived", "increasing"},
  };
  for (const auto& [source, variable, expected] : cases) {
    BOOST_TEST_CONTEXT(source << " in " << variable) {
      BOOST_TEST(direction(world, source, variable) == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(of_one_part) {
  World world;
  const Expression expression = world.compile("x > 1 and y < 2");
  const Slot x = world.scope.find("x")->slot;
  BOOST_TEST((expression.direction(expression.parts()[1], x) == Direction::increasing));
  BOOST_TEST((expression.direction(expression.parts()[2], x) == Direction::independent));
}

// Whatever is claimed holds when the variable is moved upwards with the rest held.
BOOST_AUTO_TEST_CASE(what_is_claimed_holds) {
  World world;
  const auto truth_of = [](const Value& value) { return value.get_if<bool>(); };
  std::size_t claims = 0;
  for (std::uint64_t seed = 1; seed <= 4'000; ++seed) {
    RandomExpression random(seed);
    const Expression expression = world.compile(random.boolean(3));
    for (const char* name : {"a", "b", "c"}) world.set(name, Value(random.below(2) == 0));
    for (const char* name : {"x", "y", "z"}) world.set(name, Value(static_cast<int>(random.below(7)) - 3));
    for (const char* name : {"s", "t"}) world.set(name, Value("ab"));
    world.set("born", date_of(1980, 2, 29)).set("as of", date_of(2025, 3, 21)).set("numbers", Value(List{1, 2}));
    world.set("education", world.member("bachelor"));
    world.bound[0] = Value(2);
    const Direction claimed = expression.direction(world.scope.find("x")->slot);
    if (claimed == Direction::not_monotone) continue;
    claims += claimed == Direction::independent ? 0 : 1;
    Value last;
    for (int x = -4; x <= 4; ++x) {
      world.set("x", x);
      const Value next = expression.evaluate(world.inputs(), world.scratch);
      const bool* before = truth_of(last);
      const bool* after = truth_of(next);
      if (x > -4 && before != nullptr && after != nullptr) {
        const bool holds = claimed == Direction::independent  ? *before == *after
                           : claimed == Direction::increasing ? *before <= *after
                                                              : *after <= *before;
        BOOST_TEST(holds, "seed " << seed << ": " << expression.source() << " at x = " << x);
      }
      last = next;
    }
  }
  BOOST_TEST(claims > 50U);
}

BOOST_AUTO_TEST_SUITE_END()
