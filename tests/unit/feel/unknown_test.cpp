// "Unknown, exactly" (architecture.md; contract section 3): an unknown is never false, zero or null.
#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

namespace {

void check_facts(World& world, const std::string& source, const std::vector<std::string>& names) {
  const Value value = world.evaluate(source);
  BOOST_TEST_CONTEXT(source) {
    BOOST_TEST(value.is_unknown());
    BOOST_TEST((value.unknown_facts() == world.facts_named(names)));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unknown)

BOOST_AUTO_TEST_CASE(a_strict_operator_names_every_fact_it_waits_for) {
  World world;
  check_facts(world, "x + y", {"x", "y"});
  check_facts(world, "x + 1", {"x"});
  check_facts(world, "x < y", {"x", "y"});
  check_facts(world, "x = null", {"x"});
  check_facts(world, "x instance of number", {"x"});
  check_facts(world, "-x", {"x"});
  check_facts(world, "born.year", {"born"});
  check_facts(world, "person.age > x", {"person", "x"});
  check_facts(world, R"(education >= "master")", {"education"});
  check_facts(world, R"(x + 1 in [2..y])", {"x", "y"});
}

// Where every completion gives null, null is the answer.
BOOST_AUTO_TEST_CASE(null_whatever_the_unknown_turns_out_to_be) {
  World world;
  for (const char* source : {"x + null", "null * x", "x < null", "x / 0", "x + [anything, [1]][2]",
                             "x < [anything, true][2]", "floor(null)", "full years(null, born)"}) {
    BOOST_TEST_CONTEXT(source) {
      BOOST_TEST(shown(world, source) == "null");
    }
  }
}

BOOST_AUTO_TEST_CASE(connectives_are_strong_kleene) {
  World world;
  check_cases(world, {
                         {"a and false", "false"},
                         {"false and a", "false"},
                         {"a or true", "true"},
                         {"a and b and false", "false"},
                         {"null and false", "false"},
                         {"null and true", "null"},
                         {"null or true", "true"},
                         {"null or false", "null"},
                         {"not(null)", "null"},
                     });
  check_facts(world, "a and true", {"a"});
  check_facts(world, "a and null", {"a"});
  check_facts(world, "a or null", {"a"});
  check_facts(world, "a or b or false", {"a", "b"});
  check_facts(world, "not(a)", {"a"});
  world.set("b", Value(true));
  check_facts(world, "a and b and c", {"a", "c"});
}

BOOST_AUTO_TEST_CASE(a_condition_that_is_unknown_asks_both_branches) {
  World world;
  check_cases(world, {
                         {"if a then 1 else 1.0", "1"},
                         {"if a then null else null", "null"},
                         {"if a then [1, 2] else [1, 2]", "[1, 2]"},
                     });
  check_facts(world, "if a then 1 else 2", {"a"});
  check_facts(world, "if a then x else 2", {"a", "x"});
  check_facts(world, "if a then x else y", {"a", "x", "y"});
  check_facts(world, "if a then [x] else [x]", {"a", "x"});
  world.set("a", Value(true));
  BOOST_TEST(shown(world, "if a then 1 else x") == "1");
}

BOOST_AUTO_TEST_CASE(membership_ends_at_the_first_known_hit) {
  World world;
  world.set("z", 5);
  check_cases(world, {
                         {"z in (x, 5)", "true"},
                         {"z in [x, 5]", "true"},
                         {"z in (1, 2)", "false"},
                         {"x in [1..2]", "unknown"},
                         {"z in [6..x]", "false"},
                         {"z between x and 4", "false"},
                         {"z between x and 6", "unknown"},
                         {"x in []", "false"},
                     });
  check_facts(world, "z in (x, y, 4)", {"x", "y"});
  check_facts(world, "z in [x..9]", {"x"});
  check_facts(world, "x in (1, 2)", {"x"});
}

BOOST_AUTO_TEST_CASE(lists_and_contexts_may_hold_unknowns) {
  World world;
  check_cases(world, {
                         {"count([x, y])", "2"},
                         {"[1, x] = [2, x]", "false"},
                         {"[1, x] = [1]", "false"},
                         {"{k: 1, m: x} = {k: 2, m: 1}", "false"},
                         {"{k: x} = {m: x}", "false"},
                         {"[1, x][1]", "1"},
                         {"{k: 1, m: x}.k", "1"},
                         {"for i in [1, x] return 1", "[1, 1]"},
                         {"(for i in [1, x] return i + 1)[1]", "2"},
                         {"some i in [1, x] satisfies i = 1", "true"},
                         {"every i in [1, x] satisfies i = 2", "false"},
                         {"[1, x][true]", "[1, unknown]"},
                     });
  check_facts(world, "[1, x] = [1, y]", {"x", "y"});
  check_facts(world, "some i in [1, x] satisfies i > 1", {"x"});
  check_facts(world, "[1, x][item > 0]", {"x"});
  check_facts(world, "[1, 2][item > x]", {"x"});
  check_facts(world, "[1, 2][x]", {"x"});
  check_facts(world, "numbers[1]", {"numbers"});
  check_facts(world, "for i in numbers return i", {"numbers"});
  check_facts(world, "for i in [1], j in numbers return i", {"numbers"});
  check_facts(world, "some i in numbers satisfies true", {"numbers"});
  check_facts(world, "[1..x] = [1..y]", {"x", "y"});
  BOOST_TEST(shown(world, "for i in [1, 2], j in (if i = 1 then null else numbers) return i") == "null");
}

BOOST_AUTO_TEST_CASE(functions_pass_unknowns_on) {
  World world;
  check_facts(world, "(function(p) p + 1)(x)", {"x"});
  BOOST_TEST(shown(world, "(function(p) 1)(x)") == "1");
  BOOST_TEST(shown(world, "(function(p: number) 1)(x)") == "1");
  check_facts(world, "anything(1)", {"anything"});
}

// A read-once unknown that the known operands settle names no facts.
BOOST_AUTO_TEST_CASE(what_is_settled_depends_on_nothing) {
  World world;
  world.set("c", Value(true));
  const Value value = world.evaluate("c or (a and x > 1)");
  BOOST_TEST(value.is_known());
  BOOST_TEST(value.unknown_facts().empty());
}

BOOST_AUTO_TEST_CASE(occurrences_count_what_was_read_on_the_way) {
  World world;
  const auto count = [&](const std::string& source) {
    const Expression expression = world.compile(source);
    expression.evaluate(world.inputs(), world.scratch);
    std::string shown;
    for (const Occurrence& each : expression.unknown_occurrences(world.inputs(), world.scratch)) {
      const std::string bank = each.slot.bank == Bank::bound ? "b" : "";
      shown += bank + std::to_string(each.slot.index) + "x" + std::to_string(each.count) + " ";
    }
    return shown;
  };
  BOOST_TEST(count("a and b") == "0x1 1x1 ");
  BOOST_TEST(count("a or not(a)") == "0x2 ");
  BOOST_TEST(count("a or true") == "");
  BOOST_TEST(count("a and (b or true)") == "0x1 ");
  BOOST_TEST(count("derived > 1 and a") == "b0x1 0x1 ");
  BOOST_TEST(count("if a then b else b") == "0x1 1x2 ");
  BOOST_TEST(count("some i in [1, 2] satisfies x > i") == "3x2 ");
  BOOST_TEST(count("[x][1] > 1") == "3x1 ");
  BOOST_TEST(count("count([x]) > 1 or a") == "0x1 ");
  BOOST_TEST(count("(function(p) p + x)(1)") == "3x2 ");
  world.set("b", Value(true));
  BOOST_TEST(count("if b then a else x > 1") == "0x1 ");
  BOOST_TEST(count("a and b") == "0x1 ");
}

BOOST_AUTO_TEST_SUITE_END()
