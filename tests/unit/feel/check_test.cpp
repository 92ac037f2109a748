#include "feel/check.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "feel/outline.hpp"
#include "feel/parse.hpp"
#include "feel/sample_scope.hpp"

using namespace tepei;
using namespace tepei::feel;

namespace {

Result<Syntax> checked_as(const std::string& source, const Type& expected) {
  auto parsed = parse_expression(source, sample::scope(), {});
  if (!parsed.ok()) return parsed.diagnostics();
  return check(std::move(*parsed), sample::scope(), expected);
}

Syntax checked(const std::string& source, const Type& expected = {}) {
  auto result = checked_as(source, expected);
  BOOST_REQUIRE_MESSAGE(result.ok(), source << "\n" << render(result.diagnostics()));
  return std::move(*result);
}

std::string type_of(const std::string& source) {
  const auto result = checked_as(source, {});
  return result.ok() ? result->at(result->root).type.to_string() : render(result.diagnostics());
}

using Golden = std::pair<const char*, const char*>;

void check_types(const std::vector<Golden>& goldens) {
  for (const auto& [source, expected] : goldens) {
    BOOST_TEST_CONTEXT(source) {
      BOOST_CHECK_EQUAL(type_of(source), expected);
    }
  }
}

const Node& only(const Syntax& syntax, NodeKind kind, const std::string& text = {}) {
  const Node* found = nullptr;
  for (const Node& node : syntax.nodes) {
    if (node.kind == kind && (text.empty() || node.text == text)) found = &node;
  }
  BOOST_REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(resolution)

BOOST_AUTO_TEST_CASE(variables_by_name_and_alias) {
  const Syntax syntax = checked("周岁 + age");
  for (const NodeId side : syntax.at(syntax.root).children) {
    BOOST_CHECK(syntax.at(side).target == NameTarget::variable);
    BOOST_CHECK(syntax.at(side).slot == sample::scope().find("age")->slot);
    BOOST_CHECK(syntax.at(side).type.is(TypeKind::number));
  }
}

BOOST_AUTO_TEST_CASE(every_binding_has_a_number_of_its_own) {
  const Syntax syntax = checked("for i in [1], j in [i] return i + j + count(partial) + {k: i, l: k}.l");
  const Node& loop = only(syntax, NodeKind::iteration);
  BOOST_REQUIRE_EQUAL(loop.locals.size(), 3U);
  BOOST_CHECK_EQUAL(only(syntax, NodeKind::name, "j").local, loop.locals[1]);
  BOOST_CHECK_EQUAL(only(syntax, NodeKind::name, "partial").local, loop.locals[2]);
  BOOST_CHECK_EQUAL(only(syntax, NodeKind::name, "k").local, only(syntax, NodeKind::context).locals[0]);
  BOOST_CHECK_EQUAL(syntax.local_count, 5U);
}

BOOST_AUTO_TEST_CASE(inner_bindings_hide_outer_names) {
  const Syntax syntax = checked("for age in [\"x\"] return age");
  BOOST_CHECK(only(syntax, NodeKind::name, "age").target == NameTarget::local);
  check_types({{"for age in [\"x\"] return age", "list<string>"},
               {"(function(age: date) age.year)(birth date)", "number"},
               {"{age: birth date, k: age.year}.k", "number"}});
}

// DMN 1.5, 10.3.2.5: an item's members may be named without it, and hide what stands outside.
BOOST_AUTO_TEST_CASE(members_of_a_filters_item) {
  const Syntax syntax = checked("people[age > 5]");
  const Node& member = only(syntax, NodeKind::path);
  BOOST_CHECK_EQUAL(member.text, "age");
  const Node& item = syntax.at(member.children.front());
  BOOST_CHECK_EQUAL(item.text, "item");
  BOOST_CHECK(item.target == NameTarget::local);
  BOOST_CHECK_EQUAL(item.local, only(syntax, NodeKind::filter).locals.front());

  BOOST_CHECK_EQUAL(outline(checked("people[age > 周岁]")), "(filter people (> (. item age) 周岁))");
  BOOST_CHECK_EQUAL(outline(checked("a[age > zzz]")), "(filter a (> age (. item zzz)))");
  BOOST_CHECK_EQUAL(outline(checked("[{item: 1}][item > 0]")), "(filter [{item: 1}] (> (. item item) 0))");
  BOOST_CHECK_EQUAL(outline(checked("[1][item > 0]")), "(filter [1] (> item 0))");
  BOOST_CHECK_EQUAL(outline(checked("a[count(people[dept num = zzz]) = 1]")),
                    "(filter a (= (call count (filter people (= (. item `dept num`) (. item zzz)))) 1))");
}

BOOST_AUTO_TEST_CASE(the_least_and_the_greatest_are_of_the_kind_of_their_operands) {
  check_types({{"min(1, age)", "number"},
               {"max([age, 2])", "number"},
               {"max(birth date, birth date)", "date"},
               {"max(a, 1)", "Any"},
               {"min(degrees)", "Any"},
               {"min(name, name)", "Any"}});
}

BOOST_AUTO_TEST_CASE(a_called_name_means_the_function) {
  Scope scope;
  scope.add({"date", {}, TypeKind::date, {}}).value();
  auto parsed = parse_expression("date(\"2020-01-01\") = date", scope, {});
  const auto result = check(std::move(*parsed), scope, {});
  BOOST_REQUIRE_MESSAGE(result.ok(), render(result.diagnostics()));
  BOOST_CHECK(result->at(result->at(result->at(result->root).children[0]).children[0]).target == NameTarget::builtin);
  BOOST_CHECK(result->at(result->at(result->root).children[1]).target == NameTarget::variable);
}

BOOST_AUTO_TEST_CASE(the_checked_tree_has_no_loose_nodes) {
  for (const char* source :
       {"not(ok)", "people[age > 5]", "substring(length: 1, string: name, start position: 2)", "(= f(x))"}) {
    const Syntax syntax = checked(source);
    std::vector<int> reached(syntax.nodes.size());
    for (NodeId id = 0; id < syntax.nodes.size(); ++id) {
      for (const NodeId child : syntax.at(id).children) {
        BOOST_CHECK_LT(child, id);
        ++reached[child];
      }
    }
    BOOST_CHECK_EQUAL(syntax.root, syntax.nodes.size() - 1);
    for (NodeId id = 0; id < syntax.root; ++id) BOOST_CHECK_EQUAL(reached[id], 1);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(types)

// DMN 1.5, tables 58 to 60.
BOOST_AUTO_TEST_CASE(arithmetic) {
  check_types({{"1 + 2", "number"},
               {"name + \"x\"", "string"},
               {"birth date - birth date", "days and time duration"},
               {"start - birth date", "days and time duration"},
               {"birth date + @\"P1Y\"", "date"},
               {"@\"P1D\" + birth date", "date"},
               {"start - @\"PT1H\"", "date and time"},
               {"@\"10:00:00\" - @\"09:00:00\"", "days and time duration"},
               {"@\"10:00:00\" + @\"PT1H\"", "time"},
               {"@\"P1Y\" - @\"P1M\"", "years and months duration"},
               {"2 * @\"P1D\"", "days and time duration"},
               {"@\"P1Y\" / 2", "years and months duration"},
               {"@\"P2D\" / @\"P1D\"", "number"},
               {"a ** 2", "number"},
               {"a + 1", "Any"},
               {"null + 1", "Any"},
               {"-@\"P1Y\"", "years and months duration"}});
}

BOOST_AUTO_TEST_CASE(composed) {
  check_types({{"[1, 2]", "list<number>"},
               {"[1, null]", "list<number>"},
               {"[1, \"x\"]", "list<Any>"},
               {"[]", "list<Any>"},
               {"{k: 1, l: [k]}", "context<k: number, l: list<number>>"},
               {"[{k: 1}, {k: 2}].k", "list<number>"},
               {"[{k: 1}, {l: 2}]", "list<context>"},
               {"[1..5]", "range<number>"},
               {"(< birth date)", "range<date>"},
               {"[1..5].start included", "boolean"},
               {"[@\"2020-01-01\"..birth date].end.year", "number"},
               {"if ok then 1 else 2", "number"},
               {"if ok then 1 else null", "number"},
               {"if ok then 1 else \"x\"", "Any"},
               {"for i in 1..3 return {n: i}", "list<context<n: number>>"},
               {"for i in [1..3] return i", "list<number>"},
               {"people[1].degree", "enumeration education"},
               {"people[ok].dept num", "list<number>"},
               {"people[a]", "Any"},
               {"function(p: number) p + 1", "function<number> -> number"},
               {"(function(p: number) p > 1)(2)", "boolean"},
               {"f(1)", "Any"},
               {"x instance of number", "boolean"},
               {"some p in people satisfies p.age > 1", "boolean"}});
}

BOOST_AUTO_TEST_CASE(members) {
  check_types({{"birth date.weekday", "number"},
               {"start.time offset", "days and time duration"},
               {"@\"P1D\".hours", "number"},
               {"@\"P1Y\".months", "number"},
               {"a.anything", "Any"},
               {"{}.k", "Any"}});
}

BOOST_AUTO_TEST_CASE(negation_of_a_condition_is_a_node_of_its_own) {
  BOOST_CHECK_EQUAL(outline(checked("not(ok) and not(a = 1)")), "(and (not ok) (not (= a 1)))");
}

BOOST_AUTO_TEST_CASE(null_and_any_go_everywhere) {
  for (const char* source :
       {"a = 1", "a < birth date", "null = ok", "ok and null", "not(a)", "if a then 1 else 2", "a in [1..2]",
        "age in a", "null between 1 and 2", "a + a", "[1..null]", "(null..birth date)"}) {
    BOOST_TEST_CONTEXT(source) {
      BOOST_CHECK(checked_as(source, {}).ok());
    }
  }
}

BOOST_AUTO_TEST_CASE(expected_types) {
  BOOST_CHECK(checked_as("age > 5", TypeKind::boolean).ok());
  BOOST_CHECK(checked_as("a", TypeKind::boolean).ok());
  BOOST_CHECK(checked_as("null", TypeKind::number).ok());
  BOOST_CHECK_EQUAL(render(checked_as("age + 5", TypeKind::boolean).diagnostics()),
                    "error[feel.check.type_mismatch]: expected a boolean, but `age + 5` is a number\n"
                    "   | age + 5\n"
                    "   | ^^^^^^^");
  BOOST_CHECK(!checked_as("people[ok]", TypeKind::boolean).ok());
  BOOST_CHECK(!checked_as("[1]", Type::list_of(TypeKind::string)).ok());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(enumerations)

namespace {

// The ids of the members that the literals of the tree mean, in order.
std::string members_in(const std::string& source, const Type& expected = {}) {
  const Syntax syntax = checked(source, expected);
  std::string ids;
  for (const Node& node : syntax.nodes) {
    if (const auto* member = node.value.get_if<EnumValue>()) ids += (ids.empty() ? "" : " ") + member->id();
  }
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_CASE(text_literals_mean_members_by_id_or_label) {
  BOOST_CHECK_EQUAL(members_in("education >= \"master\""), "master");
  BOOST_CHECK_EQUAL(members_in("\"硕士研究生\" <= 学历"), "master");
  BOOST_CHECK_EQUAL(members_in("sex != \"女\""), "female");
  BOOST_CHECK_EQUAL(members_in("education between \"bachelor\" and \"doctor\""), "bachelor doctor");
  BOOST_CHECK_EQUAL(members_in("\"master\" between education and \"doctor\""), "master doctor");
  BOOST_CHECK_EQUAL(members_in("education in (\"college\", < \"master\", [\"master\"..\"doctor\"])"),
                    "college master master doctor");
  BOOST_CHECK_EQUAL(members_in("education in [\"master\", \"doctor\"]"), "master doctor");
  BOOST_CHECK_EQUAL(members_in("education in [[\"college\"..\"bachelor\"]]"), "college bachelor");
  BOOST_CHECK_EQUAL(members_in("\"master\" in degrees"), "master");
  BOOST_CHECK_EQUAL(members_in("education = if ok then \"master\" else \"doctor\""), "master doctor");
  BOOST_CHECK_EQUAL(members_in("if ok then sex else \"male\""), "male");
  BOOST_CHECK_EQUAL(members_in("[education, \"master\"]"), "master");
  BOOST_CHECK_EQUAL(members_in("degrees = [\"master\"]"), "master");
  BOOST_CHECK_EQUAL(members_in("people[degree = \"doctor\"]"), "doctor");
  BOOST_CHECK_EQUAL(members_in("degrees[item > \"college\"]"), "college");
  BOOST_CHECK_EQUAL(members_in("some p in people satisfies p.degree >= \"master\""), "master");
  BOOST_CHECK_EQUAL(members_in("list contains(degrees, \"master\")"), "master");
  BOOST_CHECK_EQUAL(members_in("if ok then \"master\" else null", Type::enumeration(sample::education())), "master");
}

BOOST_AUTO_TEST_CASE(their_values_are_of_the_declared_domain) {
  const Syntax syntax = checked("education = \"master\"");
  const Node& literal = only(syntax, NodeKind::literal);
  BOOST_CHECK(literal.value.get_if<EnumValue>()->domain == sample::education().get());
  BOOST_CHECK(literal.type == Type::enumeration(sample::education()));
}

BOOST_AUTO_TEST_CASE(texts_elsewhere_stay_texts) {
  BOOST_CHECK_EQUAL(members_in("name = \"master\""), "");
  BOOST_CHECK_EQUAL(members_in("education = \"master\" and name = \"master\""), "master");
}

BOOST_AUTO_TEST_SUITE_END()
