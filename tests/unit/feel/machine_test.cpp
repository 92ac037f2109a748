#include "feel/machine.hpp"
#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

BOOST_AUTO_TEST_SUITE(machine)

BOOST_AUTO_TEST_CASE(arithmetic) {
  World world;
  check_cases(world, {
                         {"1 + 2 * 3", "7"},
                         {"0.1 + 0.2 = 0.3", "true"},
                         {"10 / 4", "2.5"},
                         {"2 ** 10", "1024"},
                         {"2 ** -1", "0.5"},
                         {"2 ** 0.5", "null"},
                         {"-(3 - 5)", "2"},
                         {R"("特" + "培")", R"("特培")"},
                         {R"(@"2025-03-21" + @"P1M")", R"(@"2025-04-21")"},
                         {R"(@"2024-02-29" + @"P1Y")", R"(@"2025-02-28")"},
                         {R"(@"2025-03-31" - @"P1M")", R"(@"2025-02-28")"},
                         {R"(@"P1Y" + @"2025-03-21")", R"(@"2026-03-21")"},
                         {R"(@"2025-03-21" + @"P1DT23H")", R"(@"2025-03-22")"},
                         {R"(@"2025-03-21" - @"PT1H")", R"(@"2025-03-20")"},
                         {R"(@"2025-03-21" - @"2025-03-01" = @"P20D")", "true"},
                         {R"(@"2025-03-21T10:00:00" + @"PT15H" = @"2025-03-22T01:00:00")", "true"},
                         {R"(@"2025-03-21T10:00:00Z" - @"2025-03-21T10:00:00+08:00" = @"PT8H")", "true"},
                         {R"(@"23:00:00" + @"PT2H" = @"01:00:00")", "true"},
                         {R"(@"01:00:00" - @"23:00:00" = @"-PT22H")", "true"},
                         {R"(@"P1Y" * 1.5 = @"P1Y6M")", "true"},
                         {R"(3 * @"PT1H" = @"PT3H")", "true"},
                         {R"(@"P1Y" / 5 = @"P2M")", "true"},
                         {R"(@"P1Y" / @"P3M")", "4"},
                         {R"(-@"P1Y" = @"-P1Y")", "true"},
                     });
}

BOOST_AUTO_TEST_CASE(what_has_no_answer_is_null_and_says_why) {
  World world;
  world.set("x", 0).set("anything", Value("a"));
  const std::vector<std::array<const char*, 2>> cases = {
      {"1 / x", "feel.run.division_by_zero"},         {"y / 0", "feel.run.division_by_zero"},
      {R"(@"P1Y" / 0)", "feel.run.division_by_zero"}, {"1 + anything", "feel.run.wrong_kind"},
      {"anything < 1", "feel.run.wrong_kind"},        {"anything = 1", "feel.run.wrong_kind"},
      {"-anything", "feel.run.wrong_kind"},           {R"(@"9999-12-31" + @"P1Y")", "feel.run.out_of_range"},
      {"10 ** 6144 * 10", "feel.run.out_of_range"},   {R"(@"2500-01-01" - @"1900-01-01")", "feel.run.out_of_range"},
      {"[1, 2][3]", "feel.run.out_of_range"},         {"anything.length", "feel.run.no_member"},
      {"anything(1)", "feel.run.not_a_function"},     {"(for i in 1..1.5 return i)", "feel.run.wrong_kind"},
  };
  for (const auto& [source, code] : cases) {
    BOOST_TEST_CONTEXT(source) {
      const Result<Expression> compiled = Expression::compile(source, world.scope);
      BOOST_REQUIRE_MESSAGE(compiled.ok(), render(compiled.diagnostics()));
      BOOST_TEST(compiled->evaluate(world.inputs(), world.scratch).is_null());
      BOOST_TEST(world.code() == code);
      BOOST_TEST(world.scratch.diagnostics().front().span.has_value());
    }
  }
}

BOOST_AUTO_TEST_CASE(comparison) {
  World world;
  world.set("education", world.member("master")).set("sex", EnumValue{world.sex.get(), 1});
  check_cases(world, {
                         {"1.0 = 1", "true"},
                         {"null = null", "true"},
                         {"x = null", "unknown"},
                         {"1 = null", "false"},
                         {"null < 1", "null"},
                         {R"(education >= "master")", "true"},
                         {R"(education > "master")", "false"},
                         {R"(education = "硕士研究生")", "true"},
                         {R"(sex = "female")", "true"},
                         {R"(education in ("bachelor", "master"))", "true"},
                         {"[1, 2] = [1, 2]", "true"},
                         {"[1, 2] = [1, 2, 3]", "false"},
                         {"[1, null] = [1, null]", "true"},
                         {"{k: 1, m: 2} = {m: 2, k: 1}", "true"},
                         {"[1..5] = [1..5]", "true"},
                         {"[1..5] = [1..5)", "false"},
                         {R"("a" < "b")", "true"},
                         {R"("特" > "a")", "true"},
                         {R"(@"P1Y" < @"P13M")", "true"},
                         {R"(@"PT1H" < @"PT61M")", "true"},
                         {R"(@"2025-03-21T10:00:00+08:00" < @"2025-03-21T03:00:00Z")", "true"},
                         {"5 between 5 and 6", "true"},
                         {"5 in (1, 5)", "true"},
                         {"5 in [1..5)", "false"},
                         {"5 in (> 3, 1)", "true"},
                         {"5 in [[1..2], 5]", "true"},
                         {"5 in [[1..6]]", "true"},
                         {"5 in []", "false"},
                         {"[1] in [[1], [2]]", "true"},
                         {"null in [null]", "true"},
                     });
}

BOOST_AUTO_TEST_CASE(blocks) {
  World world;
  check_cases(world, {
                         {"if true then 1 else 1 / 0", "1"},
                         {"if null then 1 else 2", "2"},
                         {"for i in 1..3 return i * i", "[1, 4, 9]"},
                         {"for i in 3..1 return i", "[3, 2, 1]"},
                         {"for i in [1, 2], j in [10, 20] return i + j", "[11, 21, 12, 22]"},
                         {"for i in [1, 2], j in 1..i return j", "[1, 1, 2]"},
                         {"for i in [] return i", "[]"},
                         {"for i in 5 return i", "[5]"},
                         {"for i in null return i", "null"},
                         {"for i in (1..4) return i", "[2, 3]"},
                         {"for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"},
                         {R"((for d in @"2025-02-27"..@"2025-03-01" return d.day))", "[27, 28, 1]"},
                         {"some i in [1, 2] satisfies i > 1", "true"},
                         {"every i in [1, 2], j in [1, 2] satisfies i + j < 4", "false"},
                         {"some i in [] satisfies true", "false"},
                         {"every i in [] satisfies false", "true"},
                         {"[1, 2, 3, 4][item > 2]", "[3, 4]"},
                         {"[1, 2, 3][2]", "2"},
                         {"[1, 2, 3][-1]", "3"},
                         {"[1, 2, 3][0]", "null"},
                         {"[{k: 1, m: \"a\"}, {k: 2, m: \"b\"}][k = 2].m", R"(["b"])"},
                         {"5[1]", "5"},
                         {"{k: 1, m: k + 1}.m", "2"},
                         {R"(@"2025-03-21".year + @"2025-03-21".weekday)", "2030"},
                         {"[1..5).end included", "false"},
                         {"3 instance of number", "true"},
                         {"[1, 2] instance of list<number>", "true"},
                         {R"([1, "a"] instance of list<number>)", "false"},
                         {"null instance of number", "false"},
                     });
}

BOOST_AUTO_TEST_CASE(functions) {
  World world;
  world.set("x", 10);
  check_cases(world, {
                         {"(function(p, q) p - q)(5, 3)", "2"},
                         {"{f: function(p) p + x, r: f(1)}.r", "11"},
                         {"{f: function(p: number, q: number) p - q, r: f(q: 1, p: 5)}.r", "4"},
                         {"{k: 5, f: function() function() k + 1, r: f()()}.r", "6"},
                         {"(for i in 1..3 return function() i)[2]()", "2"},
                         {"{f: function(g, n) if n = 0 then 1 else n * g(g, n - 1), r: f(f, 10)}.r", "3628800"},
                         {"{f: sum, r: f([1, 2])}.r", "3"},
                     });
}

BOOST_AUTO_TEST_CASE(a_limit_ends_the_evaluation) {
  World world;
  const std::vector<std::array<const char*, 2>> cases = {
      {"count(for i in 1..1000000000, j in [] return i)", "feel.run.too_many_steps"},
      {"some i in 1..1000000000 satisfies i < 0", "feel.run.too_many_steps"},
      {"count(for i in 1..200000 return i)", "feel.run.too_large"},
      {"{f: function(g) g(g), r: f(f)}.r", "feel.run.too_deep"},
      {"{f: function(g) g(g) + g(g), r: f(f)}.r", "feel.run.too_deep"},
      {R"({f: function(g, t) g(g, t + t), r: f(f, "ab")}.r)", "feel.run.too_large"},
      {"{f: function(g, l) g(g, concatenate(l, l)), r: f(f, [1, 2])}.r", "feel.run.too_large"},
      {"{f: function(g, l) g(g, [l, l]), r: f(f, 1)}.r", "feel.run.too_large"},
      {"count(for i in 1..100000 return string(for j in 1..100000 return j))", "feel.run.too_many_steps"},
      {"count(for i in 1..1000 return distinct values(for j in 1..1000 return j))", "feel.run.too_many_steps"},
  };
  for (const auto& [source, code] : cases) {
    BOOST_TEST_CONTEXT(source) {
      BOOST_TEST(shown(world, source) == "null");
      BOOST_TEST(world.code() == code);
    }
  }
}

// A part that is shared makes a small value large to walk: 2^50 items in 50 lists.
BOOST_AUTO_TEST_CASE(shared_parts_are_counted_as_often_as_they_are_reached) {
  World world;
  std::string source = "{k0: [1, 1]";
  for (int i = 1; i <= 50; ++i) {
    source += ", k" + std::to_string(i) + ": [k" + std::to_string(i - 1) + ", k" + std::to_string(i - 1) + "]";
  }
  BOOST_TEST(shown(world, source + "}.k50 = 1") == "null");
  BOOST_TEST(world.code() == "feel.run.too_large");
}

BOOST_AUTO_TEST_CASE(a_long_chain_neither_overflows_the_stack_nor_the_limits) {
  World world;
  std::string sum = "x";
  for (int i = 0; i < 4'000; ++i) sum += "+1";
  const Expression compiled = Expression::compile(sum, world.scope).value();
  world.set("x", 1);
  BOOST_TEST(to_feel(compiled.evaluate(world.inputs(), world.scratch)) == "4001");
}

BOOST_AUTO_TEST_CASE(diagnostics_of_a_loop_are_bounded) {
  World world;
  BOOST_TEST(shown(world, "count(for i in 1..1000 return 1 / (i - i))") == "1000");
  BOOST_TEST(world.scratch.diagnostics().size() == 16U);
}

BOOST_AUTO_TEST_CASE(small_limits_are_kept) {
  World world;
  Limits limits;
  limits.max_steps = 50;
  BOOST_TEST(world.evaluate("count(for i in 1..100 return i)", limits).is_null());
  BOOST_TEST(world.code() == "feel.run.too_many_steps");
  limits = {};
  limits.max_items = 3;
  BOOST_TEST(world.evaluate("[1, 2, 3, 4]", limits).is_null());
  limits = {};
  limits.max_text_bytes = 3;
  BOOST_TEST(world.evaluate(R"(s + "abc")", limits).is_unknown());
  world.set("s", Value("a"));
  BOOST_TEST(world.evaluate(R"(s + "abc")", limits).is_null());
  limits = {};
  limits.max_call_depth = 2;
  BOOST_TEST(world.evaluate("{f: function(g, n) if n = 0 then 1 else g(g, n - 1), r: f(f, 1)}.r", limits).is_known());
  BOOST_TEST(world.evaluate("{f: function(g, n) if n = 0 then 1 else g(g, n - 1), r: f(f, 2)}.r", limits).is_null());
}

// The parts of a condition stay readable after a run, and facts are never copied to be read.
BOOST_AUTO_TEST_CASE(a_warm_scratch_serves_many_expressions) {
  World world;
  const Expression large = world.compile("count(for i in 1..100 return string(i))");
  const Expression small = world.compile("x > 1");
  world.set("x", 2);
  for (int i = 0; i < 3; ++i) {
    BOOST_TEST(to_feel(large.evaluate(world.inputs(), world.scratch)) == "100");
    BOOST_TEST(to_feel(small.evaluate(world.inputs(), world.scratch)) == "true");
    world.evaluate("1 / 0");
    BOOST_TEST(world.code() == "feel.run.division_by_zero");
    small.evaluate(world.inputs(), world.scratch);
    BOOST_TEST(world.code().empty());
  }
}

BOOST_AUTO_TEST_CASE(a_function_outlives_its_expression) {
  World world;
  Value function;
  {
    const Expression expression = world.compile("function(p) p + 1");
    function = expression.evaluate(world.inputs());
  }
  world.set("anything", function);
  BOOST_TEST(shown(world, "anything(2)") == "3");
}

BOOST_AUTO_TEST_CASE(derived_values_are_read_from_their_own_bank) {
  World world;
  world.bound[0] = Value(7);
  BOOST_TEST(shown(world, "derived + 1") == "8");
  BOOST_TEST(world.compile("derived + x + x").variables().size() == 2U);
}

BOOST_AUTO_TEST_CASE(variables_in_branches_not_taken_are_not_reached) {
  World world;
  const auto reached = [&](const std::string& source) {
    const Expression expression = world.compile(source);
    expression.evaluate(world.inputs(), world.scratch);
    std::string names;
    for (const Slot slot : expression.variables_reached(world.inputs(), world.scratch)) {
      for (const Variable& variable : world.scope.variables()) {
        if (!variable.constant && variable.slot == slot) names += variable.name + " ";
      }
    }
    return names;
  };
  BOOST_TEST(reached("if a then x else y") == "a x y ");
  world.set("a", true);
  BOOST_TEST(reached("if a then x else y") == "a x ");
  BOOST_TEST(reached("(if not(a) then x else if a then y + z else x) + y") == "a y z ");
  BOOST_TEST(reached("count(for i in [1, 2] return if i > 1 then x else y) + limits.step") == "x y ");
}

BOOST_AUTO_TEST_SUITE_END()
