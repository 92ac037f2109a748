#include "feel/parse.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "feel/outline.hpp"
#include "feel/sample_scope.hpp"

using namespace tepei;
using namespace tepei::feel;

namespace {

Syntax parsed(const std::string& source) {
  auto result = parse_expression(source, sample::scope(), {});
  BOOST_REQUIRE_MESSAGE(result.ok(), source << "\n" << render(result.diagnostics()));
  return std::move(*result);
}

using Golden = std::pair<const char*, const char*>;

void check_outlines(const std::vector<Golden>& goldens) {
  for (const auto& [source, expected] : goldens) {
    const Syntax syntax = parsed(source);
    BOOST_CHECK_EQUAL(outline(syntax), expected);
    BOOST_CHECK_MESSAGE(syntax.unknown_names.empty(), source << "\n" << render(syntax.unknown_names));
  }
}

std::string cell(const std::string& source) {
  const auto result = parse_unary_tests(source, sample::scope(), {});
  return result.ok() ? outline(*result) : render(result.diagnostics());
}

std::string text_of(const Syntax& syntax, NodeId id) {
  const Span span = syntax.at(id).span;
  return syntax.source.substr(span.begin, span.end - span.begin);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(expressions)

BOOST_AUTO_TEST_CASE(literals) {
  check_outlines({{"null", "null"},
                  {"true", "true"},
                  {"1.50", "1.5"},
                  {".5", "0.5"},
                  {"1e3", "1000"},
                  {"-5", "-5"},
                  {"\"a\\\"学\"", "\"a\\\"学\""},
                  {"@\"2025-03-21\"", "@\"2025-03-21\""},
                  {"@\"P1Y2M\"", "@\"P1Y2M\""},
                  {"@\"-P1D\"", "@\"-P1D\""},
                  {"@\"10:30:00+08:00\"", "@\"10:30:00+08:00\""},
                  {"@\"2025-03-21T10:30:00\"", "@\"2025-03-21T10:30:00\""}});
}

// DMN 1.5, 10.3.1.2: the alternatives of rules 2 and 4 from loosest to tightest.
BOOST_AUTO_TEST_CASE(precedence) {
  check_outlines({{"1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"},
                  {"1 - 2 - 3", "(- (- 1 2) 3)"},
                  {"2 ** 3 ** 2", "(** (** 2 3) 2)"},
                  {"2 * 3 ** 2", "(* 2 (** 3 2))"},
                  {"-2 ** 2", "(** -2 2)"},
                  {"-x ** 2", "(** (neg x) 2)"},
                  {"2 ** -x", "(** 2 (neg x))"},
                  {"10--5", "(- 10 -5)"},
                  {"- -x", "(neg (neg x))"},
                  {"-x.y", "(neg (. x y))"},
                  {"-1 instance of number", "(is-a -1 number)"},
                  {"a or b and x = y", "(or a (and b (= x y)))"},
                  {"a = b = ok", "(= (= a b) ok)"},
                  {"x + 1 < y * 2", "(< (+ x 1) (* y 2))"},
                  {"(1 + 2) * 3", "(* (+ 1 2) 3)"},
                  {"not(a) and b", "(and (call not a) b)"},
                  {"1 + if ok then 2 else 3 + 4", "(+ 1 (if ok 2 (+ 3 4)))"}});
}

BOOST_AUTO_TEST_CASE(connectives_are_flat) {
  check_outlines({{"a and b and x", "(and a b x)"},
                  {"a or b or x and ok", "(or a b (and x ok))"},
                  {"a and (b and x)", "(and a (and b x))"}});
}

BOOST_AUTO_TEST_CASE(between_and_in) {
  check_outlines({{"x between 1 and 2 and ok", "(and (between x 1 2) ok)"},
                  {"x between a + 1 and b", "(between x (+ a 1) b)"},
                  {"x in 5", "(in x 5)"},
                  {"x in < 5", "(in x (? < 5))"},
                  {"x in (1, < 5, >= 10)", "(in x 1 (? < 5) (? >= 10))"},
                  {"x in (!= 10)", "(in x (? != 10))"},
                  {"x in = 10 and ok", "(and (in x (? = 10)) ok)"},
                  {"x in [1..5] or ok", "(or (in x [1..5]) ok)"},
                  {"x in (1..5)", "(in x (1..5))"},
                  {"x in (1..5] and ok", "(and (in x (1..5]) ok)"},
                  {"x in ([1..2], ]3..4[)", "(in x [1..2] (3..4))"},
                  {"x in (a)", "(in x a)"},
                  {"x in (a + 1) * 2", "(in x (* (+ a 1) 2))"},
                  {"x in (a)[1]", "(in x (filter a 1))"},
                  {"x in [1, 2]", "(in x [1, 2])"},
                  {"x in a in b", "(in (in x a) b)"}});
}

BOOST_AUTO_TEST_CASE(ranges) {
  check_outlines({{"[1..2]", "[1..2]"},
                  {"(1..2]", "(1..2]"},
                  {"]1..2[", "(1..2)"},
                  {"[1..2[", "[1..2)"},
                  {"[a[1]..b[1]]", "[(filter a 1)..(filter b 1)]"},
                  {"]a..b[ = x", "(= (a..b) x)"},
                  {"[ ]1..2[, ]3..4[ ]", "[(1..2), (3..4)]"},
                  {"{k: ]1..2[}.k", "(. {k: (1..2)} k)"},
                  {"[1..10[.start included", "(. [1..10) `start included`)"},
                  {"(< 5)", "(null..5)"},
                  {"(<= 5)", "(null..5]"},
                  {"(> 5)", "(5..null)"},
                  {"(>= x + 1)", "[(+ x 1)..null)"},
                  {"(= 5)", "[5..5]"},
                  {"(= f(x))", "[(call f x)..(call f x)]"},
                  {"[-1..-x]", "[-1..(neg x)]"}});
}

BOOST_AUTO_TEST_CASE(blocks) {
  check_outlines(
      {{"if a then b else if x then 1 else 2", "(if a b (if x 1 2))"},
       {"for i in [1, 2] return i * 2", "(for [i [1, 2]] (* i 2))"},
       {"for i in 1..10, j in a return i + j", "(for [i 1..10] [j a] (+ i j))"},
       {"for i in a return count(partial)", "(for [i a] (call count partial))"},
       {"for 员 in a return 员.年龄", "(for [员 a] (. 员 年龄))"},
       {"for an item in a, its part in an item return its part", "(for [an item a] [its part `an item`] `its part`)"},
       {"some i in a satisfies i > 1", "(some [i a] (> i 1))"},
       {"every i in a, j in i satisfies i = j", "(every [i a] [j i] (= i j))"},
       {"function(p, q: number) p + q", "(function (p, q: number) (+ p q))"},
       {"function() 1", "(function () 1)"},
       {"function(p: list<date and time>) external {java: {class: \"c\"}}",
        "(function (p: list<date and time>) external {java: {class: \"c\"}})"},
       {"(function(start date: date) start date.year)(x)",
        "(call (function (start date: date) (. `start date` year)) x)"}});
}

BOOST_AUTO_TEST_CASE(collections) {
  check_outlines(
      {{"[]", "[]"},
       {"[][1]", "(filter [] 1)"},
       {"[] = x", "(= [] x)"},
       {"[1, [2], {}]", "[1, [2], {}]"},
       {"{}", "{}"},
       {"{p: 1, q r: p + 1, \"s t\": q r}", "{p: 1, q r: (+ p 1), s t: `q r`}"},
       {"{foo+bar: 1}.foo+bar", "(. {foo+bar: 1} foo+bar)"},
       {"{甲: 1, 乙: 甲}", "{甲: 1, 乙: 甲}"},
       {"{if: 1}", "{if: 1}"},
       {"a[1]", "(filter a 1)"},
       {"a[-1][x]", "(filter (filter a -1) x)"},
       {"a[item > 1]", "(filter a (> item 1))"},
       {"people[age > 5 and dept num = 2].degree", "(. (filter people (and (> age 5) (= `dept num` 2))) degree)"},
       {"a[b[inner thing = 1] = 2]", "(filter a (= (filter b (= `inner thing` 1)) 2))"}});
}

BOOST_AUTO_TEST_CASE(calls) {
  check_outlines({{"f()", "(call f)"},
                  {"f(1)(2)", "(call (call f 1) 2)"},
                  {"substring(string: name, start position : 2)", "(call substring string: name start position: 2)"},
                  {"date and time(\"x\")", "(call `date and time` \"x\")"},
                  {"string length(name) > 3", "(> (call `string length` name) 3)"},
                  {"date(\"2020-01-01\").year", "(. (call date \"2020-01-01\") year)"},
                  {"count([1])[1]", "(filter (call count [1]) 1)"}});
}

BOOST_AUTO_TEST_CASE(types) {
  check_outlines(
      {{"x instance of number", "(is-a x number)"},
       {"x instance of date and time and ok", "(and (is-a x date and time) ok)"},
       {"x instance of date and ok", "(and (is-a x date) ok)"},
       {"x instance of list<context<k: string, l: range<number>>>",
        "(is-a x list<context<k: string, l: range<number>>>)"},
       {"x instance of function<>->Any", "(is-a x function<> -> Any)"},
       {"x instance of function<number, date> -> string = ok", "(= (is-a x function<number, date> -> string) ok)"},
       {"x instance of years and months duration", "(is-a x years and months duration)"}});
}

BOOST_AUTO_TEST_CASE(comments_stand_anywhere) {
  check_outlines({{"/* a */ 1 + // b\n 1 // c", "(+ 1 1)"}});
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(names)

// DMN 1.5, 10.3.1.5: the longest name in scope is meant.
BOOST_AUTO_TEST_CASE(longest_match) {
  check_outlines({{"a b", "`a b`"},
                  {"a  \n b", "`a b`"},
                  {"a-b", "a-b"},
                  {"a - b", "(- a b)"},
                  {"a-1", "(- a 1)"},
                  {"x and y", "`x and y`"},
                  {"x and y and b", "(and `x and y` b)"},
                  {"x and b and y", "(and x b y)"},
                  {"v1.2 + 1", "(+ v1.2 1)"},
                  {"Applicant Age", "`Applicant Age`"},
                  {"Applicant.Age", "(. Applicant Age)"},
                  {"C++ + 1", "(+ C++ 1)"},
                  {"名称（旧） = name", "(= 名称（旧） name)"},
                  {"周岁>=18", "(>= 周岁 18)"},
                  {"出生日期.year", "(. 出生日期 year)"}});
}

BOOST_AUTO_TEST_CASE(a_word_is_matched_as_a_whole) {
  const Syntax syntax = parsed("周岁数");
  BOOST_REQUIRE_EQUAL(syntax.unknown_names.size(), 1U);
  BOOST_CHECK_EQUAL(syntax.unknown_names.front().message, "unknown name `周岁数`");
}

BOOST_AUTO_TEST_CASE(locals_are_known_where_they_are_in_force) {
  check_outlines({{"for p in a return p", "(for [p a] p)"},
                  {"{long name: 1, k: long name}", "{long name: 1, k: `long name`}"},
                  {"a[item.Monthly-Income > 1]", "(filter a (> (. item Monthly-Income) 1))"},
                  {"a[Monthly-Income > 1]", "(filter a (> Monthly-Income 1))"}});
  BOOST_CHECK_EQUAL(parsed("for p in p return 1").unknown_names.size(), 1U);
  BOOST_CHECK_EQUAL(parsed("[for p in a return p, p]").unknown_names.size(), 1U);
  BOOST_CHECK_EQUAL(parsed("{k: l, l: 1}").unknown_names.size(), 1U);
  BOOST_CHECK_EQUAL(parsed("item").unknown_names.size(), 1U);
  BOOST_CHECK_EQUAL(parsed("partial").unknown_names.size(), 1U);
}

BOOST_AUTO_TEST_CASE(an_unknown_name_in_a_filter_is_left_to_the_checker) {
  BOOST_CHECK(parsed("a[zzz = 1]").unknown_names.empty());
  BOOST_CHECK_EQUAL(parsed("a[zzz = 1] = zzz").unknown_names.size(), 1U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(unary_tests)

BOOST_AUTO_TEST_CASE(cells) {
  BOOST_CHECK_EQUAL(cell("-"), "(tests -)");
  BOOST_CHECK_EQUAL(cell("-1"), "(tests -1)");
  BOOST_CHECK_EQUAL(cell(">= 18"), "(tests (? >= 18))");
  BOOST_CHECK_EQUAL(cell("< 18, >= 60"), "(tests (? < 18) (? >= 60))");
  BOOST_CHECK_EQUAL(cell("\"a\", \"b\""), "(tests \"a\" \"b\")");
  BOOST_CHECK_EQUAL(cell("[1..5], null"), "(tests [1..5] null)");
  BOOST_CHECK_EQUAL(cell("not(1, < 5)"), "(tests (none-of 1 (? < 5)))");
  BOOST_CHECK_EQUAL(cell("not(true)"), "(tests (none-of true))");
  BOOST_CHECK_EQUAL(cell("not(ok) or a"), "(tests (or (call not ok) a))");
  BOOST_CHECK_EQUAL(cell("? > 5 and ? < age"), "(tests (and (> ? 5) (< ? age)))");
  BOOST_CHECK_EQUAL(cell("(1..5)"), "(tests (1..5))");
}

BOOST_AUTO_TEST_CASE(the_tested_value_is_known_in_cells_only) {
  BOOST_CHECK_EQUAL(render(parsed("? > 5").unknown_names),
                    "error[feel.check.unknown_name]: unknown name `?`\n"
                    "   | ? > 5\n"
                    "   | ^\n"
                    "  help: `?` is the tested value, known in a decision table's cell only");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(spans)

BOOST_AUTO_TEST_CASE(cover_the_whole_sub_expression) {
  const Syntax syntax = parsed(" ( a + 周岁 ) * x.y[1] ");
  const Node& product = syntax.at(syntax.root);
  BOOST_CHECK_EQUAL(text_of(syntax, syntax.root), "( a + 周岁 ) * x.y[1]");
  BOOST_CHECK_EQUAL(text_of(syntax, product.children[0]), "a + 周岁");
  BOOST_CHECK_EQUAL(text_of(syntax, product.children[1]), "x.y[1]");
  BOOST_CHECK_EQUAL(text_of(syntax, syntax.at(product.children[1]).children[0]), "x.y");
}

BOOST_AUTO_TEST_CASE(children_stand_before_parents) {
  const Syntax syntax = parsed("for i in 1..3 return {k: i, l: [k, f(k)][1]}");
  for (NodeId id = 0; id < syntax.nodes.size(); ++id) {
    for (const NodeId child : syntax.at(id).children) BOOST_CHECK_LT(child, id);
  }
  BOOST_CHECK_EQUAL(syntax.root, syntax.nodes.size() - 1);
}

BOOST_AUTO_TEST_SUITE_END()
