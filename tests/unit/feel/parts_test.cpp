#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

namespace {

std::string text_of(const Expression& expression, const Part& part) {
  return expression.source().substr(part.span.begin, part.span.end - part.span.begin);
}

std::string value_of(const Expression& expression, const Part& part, const Scratch& scratch) {
  const std::optional<Value> value = expression.part_value(part, scratch);
  return value ? to_feel(*value) : "not run";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parts)

BOOST_AUTO_TEST_CASE(a_compound_condition_shows_its_parts_with_their_own_values) {
  World world;
  const Expression expression = world.compile(R"((education >= "master" and x >= 5) or a)");
  const std::vector<Part>& parts = expression.parts();
  BOOST_REQUIRE(parts.size() == 5U);
  BOOST_TEST((parts[0].connective == Connective::disjunction));
  BOOST_REQUIRE((parts[0].parts == std::vector<std::uint32_t>{1, 2}));
  BOOST_TEST((parts[1].connective == Connective::conjunction));
  BOOST_REQUIRE((parts[1].parts == std::vector<std::uint32_t>{3, 4}));
  BOOST_TEST((parts[2].connective == Connective::atom));
  BOOST_TEST(text_of(expression, parts[2]) == "a");
  BOOST_TEST(text_of(expression, parts[3]) == R"(education >= "master")");
  BOOST_TEST(text_of(expression, parts[4]) == "x >= 5");
  BOOST_TEST(parts[0].variables.size() == 3U);
  BOOST_TEST((parts[4].variables == std::vector<Slot>{{Bank::facts, world.slot("x")}}));

  world.set("education", world.member("doctor")).set("x", 3);
  expression.evaluate(world.inputs(), world.scratch);
  BOOST_TEST(value_of(expression, parts[0], world.scratch) == "unknown");
  BOOST_TEST(value_of(expression, parts[1], world.scratch) == "false");
  BOOST_TEST(value_of(expression, parts[2], world.scratch) == "unknown");
  BOOST_TEST(value_of(expression, parts[3], world.scratch) == "true");
  BOOST_TEST(value_of(expression, parts[4], world.scratch) == "false");
}

// No short circuit: an explanation shows every conjunct.
BOOST_AUTO_TEST_CASE(every_operand_of_a_connective_is_evaluated) {
  World world;
  world.set("x", 1);
  const Expression expression = world.compile("x > 5 and x < 3");
  expression.evaluate(world.inputs(), world.scratch);
  BOOST_TEST(value_of(expression, expression.parts()[2], world.scratch) == "true");
}

BOOST_AUTO_TEST_CASE(a_branch_not_taken_has_no_value) {
  World world;
  world.set("a", Value(true)).set("x", 3).set("b", Value(true));
  const Expression expression = world.compile("if a then not(x > 1) else (if b then x > 2 else x > 4)");
  const std::vector<Part>& parts = expression.parts();
  BOOST_REQUIRE(parts.size() == 8U);
  BOOST_TEST((parts[0].connective == Connective::conditional));
  BOOST_TEST((parts[2].connective == Connective::negation));
  const auto values = [&] {
    expression.evaluate(world.inputs(), world.scratch);
    std::string all;
    for (const Part& part : parts) all += value_of(expression, part, world.scratch) + ", ";
    return all;
  };
  // The root, its three parts, what is negated, and the three parts of the second `if`.
  BOOST_TEST(values() == "false, true, false, not run, true, not run, not run, not run, ");
  world.set("a", Value(false));
  BOOST_TEST(values() == "true, false, not run, true, not run, true, true, not run, ");
  world.set("a", Unknown{FactSet::of(0)});
  BOOST_TEST(values() == "unknown, unknown, false, true, true, true, true, not run, ");
}

BOOST_AUTO_TEST_CASE(atoms) {
  World world;
  for (const char* source : {"a", "x < 1", "x in (1, 2)", "x between 1 and 2", "some i in [1] satisfies i = x",
                             R"(starts with(s, "15"))", "a = (b and c)"}) {
    BOOST_TEST_CONTEXT(source) {
      const Expression expression = world.compile(source);
      BOOST_TEST(expression.parts().size() == 1U);
      BOOST_TEST((expression.parts()[0].connective == Connective::atom));
    }
  }
  BOOST_TEST(world.compile("x + 1").parts().empty());
}

BOOST_AUTO_TEST_CASE(constant_parts_have_values_too) {
  World world;
  const Expression expression = world.compile("1 < 2 and a");
  expression.evaluate(world.inputs(), world.scratch);
  BOOST_TEST(value_of(expression, expression.parts()[1], world.scratch) == "true");
}

BOOST_AUTO_TEST_CASE(a_run_that_passed_a_limit_leaves_no_values) {
  World world;
  Limits limits;
  limits.max_steps = 3;
  const Expression expression = world.compile("a and x > 1 and y > 1", limits);
  BOOST_TEST(expression.evaluate(world.inputs(), world.scratch).is_null());
  for (const Part& part : expression.parts()) BOOST_TEST(value_of(expression, part, world.scratch) == "not run");
  BOOST_TEST(expression.unknown_occurrences(world.inputs(), world.scratch).empty());
}

BOOST_AUTO_TEST_SUITE_END()
