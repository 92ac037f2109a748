// No text is too deep, too long or too broken for the front end: it answers, and soon.
#include <rapidcheck/boost_test.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "feel/check.hpp"
#include "feel/outline.hpp"
#include "feel/parse.hpp"
#include "feel/sample_scope.hpp"

using namespace tepei;
using namespace tepei::feel;

namespace {

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string result;
  while (result.size() + text.size() <= bytes) result += text;
  return result;
}

constexpr std::size_t most_bytes = 64 * 1024;

// The codes of parsing, or of checking where that succeeds, within some seconds even in a slow build.
std::string codes(const std::string& source, const Limits& limits = {}) {
  const auto start = std::chrono::steady_clock::now();
  auto parsed = parse_expression(source, sample::scope(), limits);
  Diagnostics found = parsed.diagnostics();
  if (parsed.ok()) found = check(std::move(*parsed), sample::scope(), {}).diagnostics();
  BOOST_CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
  std::string all;
  for (const Diagnostic& diagnostic : found) all += (all.empty() ? "" : " ") + diagnostic.code;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(limits)

BOOST_AUTO_TEST_CASE(nesting) {
  for (const char* opening :
       {"(", "[", "{k:", "- ", "not(", "not ", "!", "f(", "a[", "if ok then ", "for p in ", "function() ", "1+(",
        "a or b and x = 1 + 2 * 3 ** (", "(= ", "[1..", "]1..", "x in (", "if "}) {
    BOOST_TEST_CONTEXT(opening) {
      BOOST_CHECK_NE(codes(repeated(opening, most_bytes)).find("feel.parse.too_deep"), std::string::npos);
    }
  }
  BOOST_CHECK_EQUAL(codes("x instance of " + repeated("list<", 60'000)), "feel.parse.too_deep");
  BOOST_CHECK_EQUAL(codes(repeated("if ok then 1 else ", most_bytes)), "feel.parse.too_deep");
}

BOOST_AUTO_TEST_CASE(the_bound_is_exact) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "1" + std::string(depth, ')'); };
  Limits limits;
  BOOST_CHECK_EQUAL(codes(nested(199), limits), "");
  BOOST_CHECK_EQUAL(codes(nested(200), limits), "feel.parse.too_deep");
  limits.max_depth = 3;
  BOOST_CHECK_EQUAL(codes("((1))", limits), "");
  BOOST_CHECK_EQUAL(codes("(((1)))", limits), "feel.parse.too_deep");
  // The host's stack is not the caller's to give away.
  limits.max_depth = 1'000'000;
  BOOST_CHECK_EQUAL(codes(nested(30'000), limits), "feel.parse.too_deep");
}

BOOST_AUTO_TEST_CASE(long_chains_are_not_deep) {
  BOOST_CHECK_EQUAL(codes("1" + repeated("+1", 15'000)), "");
  BOOST_CHECK_EQUAL(codes("a" + repeated(".k", 15'000)), "");
  BOOST_CHECK_EQUAL(codes("a" + repeated("[1]", 15'000)), "");
  BOOST_CHECK_EQUAL(codes("f" + repeated("()", 15'000)), "");
  BOOST_CHECK_EQUAL(codes("ok" + repeated(" and ok", most_bytes - 2)), "");
  BOOST_CHECK_EQUAL(codes("[1" + repeated(",1", 30'000) + "]"), "");
  BOOST_CHECK_EQUAL(codes("x" + repeated(" in x", 15'000)), "");
  BOOST_CHECK_EQUAL(codes("x" + repeated(" instance of Any", 15'000)), "");
}

BOOST_AUTO_TEST_CASE(size) {
  Limits limits;
  limits.max_source_bytes = 10;
  BOOST_CHECK_EQUAL(codes("1234567890", limits), "");
  const auto refused = parse_expression("12345678901", sample::scope(), limits);
  BOOST_CHECK_EQUAL(render(refused.diagnostics()),
                    "error[feel.parse.too_long]: the expression has 11 bytes, more than the 10 allowed\n"
                    "  help: part it into several named expressions, or raise `max_source_bytes`");
  BOOST_CHECK_EQUAL(codes(std::string(3'000'000, 'x')), "feel.parse.too_long");
}

BOOST_AUTO_TEST_CASE(nodes) {
  Limits limits;
  limits.max_nodes = 3;
  BOOST_CHECK_EQUAL(codes("1 + 2", limits), "");
  BOOST_CHECK_EQUAL(codes("1 + 2 + 3", limits), "feel.parse.too_many_nodes");
  BOOST_CHECK_EQUAL(codes("1" + repeated("+1", most_bytes - 1)), "feel.parse.too_many_nodes");
  // Each `(= …)` holds its end twice.
  std::string doubling = "1";
  for (int i = 0; i < 100; ++i) doubling = "(= " + doubling + ")";
  BOOST_CHECK_EQUAL(codes(doubling), "feel.parse.too_many_nodes");
}

// What would take quadratic time or memory if each word, name or problem cost as much as the text is long.
BOOST_AUTO_TEST_CASE(long_texts_of_one_kind) {
  const std::vector<std::string> parts{"zzz ",
                                       "zzz.",
                                       "zzz+",
                                       "zzz,",
                                       "'",
                                       "\"",
                                       "\"\\u",
                                       "，",
                                       "（",
                                       "\xFF",
                                       "% ",
                                       "/*",
                                       "//\n",
                                       "?",
                                       ")",
                                       "]",
                                       "}",
                                       ",",
                                       "..",
                                       "@",
                                       "{k:1,",
                                       "{k:1}",
                                       "{a b:1,k:a b}",
                                       "a b ",
                                       "a-b-",
                                       "if ",
                                       "then ",
                                       "for ",
                                       "for p in ",
                                       "some p in a ",
                                       "and ",
                                       "AND ",
                                       "instance of ",
                                       "x instance of zzz and ",
                                       "f(p:",
                                       "1e",
                                       "1 ",
                                       ".",
                                       "周岁 ",
                                       "zzz[",
                                       "a[zzz=1] and ",
                                       "zzz-zzz-"};
  for (const std::string& part : parts) {
    BOOST_TEST_CONTEXT(part) {
      BOOST_CHECK_NE(codes(repeated(part, most_bytes)), "nothing");
    }
  }
}

BOOST_AUTO_TEST_CASE(many_locals) {
  std::string entries;
  std::string uses;
  for (int i = 0; i < 2'500; ++i) {
    entries += "k" + std::to_string(i) + " x: " + (i == 0 ? "1" : "k" + std::to_string(i - 1) + " x") + ", ";
  }
  BOOST_CHECK_EQUAL(codes("{" + entries + "last: 1}"), "");
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

// Words that stand for every family of the grammar, and some that belong nowhere.
rc::Gen<std::string> soup() {
  static const std::vector<std::string> words{"1",
                                              "2.5",
                                              "-3",
                                              "\"x\"",
                                              "\"master\"",
                                              "@\"P1D\"",
                                              "@\"x\"",
                                              "null",
                                              "true",
                                              "a",
                                              "a b",
                                              "a-b",
                                              "age",
                                              "周岁",
                                              "education",
                                              "birth date",
                                              "ok",
                                              "people",
                                              "item",
                                              "partial",
                                              "?",
                                              "zzz",
                                              "f",
                                              "not",
                                              "date",
                                              "substring",
                                              "string length",
                                              "(",
                                              ")",
                                              "[",
                                              "]",
                                              "{",
                                              "}",
                                              ",",
                                              ":",
                                              ".",
                                              "..",
                                              "+",
                                              "-",
                                              "*",
                                              "/",
                                              "**",
                                              "=",
                                              "!=",
                                              "<",
                                              "<=",
                                              ">",
                                              ">=",
                                              "->",
                                              "and",
                                              "or",
                                              "between",
                                              "in",
                                              "instance",
                                              "of",
                                              "list",
                                              "<",
                                              "number",
                                              "if",
                                              "then",
                                              "else",
                                              "for",
                                              "return",
                                              "some",
                                              "every",
                                              "satisfies",
                                              "function",
                                              "external",
                                              "k",
                                              "degree",
                                              "start position",
                                              "==",
                                              "&&",
                                              "!",
                                              "（",
                                              "）",
                                              "，",
                                              "'x'",
                                              "THEN",
                                              "%",
                                              "\xFF",
                                              "\"open",
                                              "/*",
                                              "//\n"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const std::string& word : chosen) text += word + " ";
                        return text;
                      });
}

// Whatever the text: every problem has a place in it and a message, and what parses is a tree whose spans lie within
// it.
void check_answer(const std::string& source) {
  for (const bool cell : {false, true}) {
    auto parsed = cell ? parse_unary_tests(source, sample::scope(), {}) : parse_expression(source, sample::scope(), {});
    const bool ok = parsed.ok();
    Diagnostics found = parsed.diagnostics();
    if (ok) {
      for (const Node& node : parsed->nodes) {
        RC_ASSERT(node.span.begin <= node.span.end);
        RC_ASSERT(node.span.end <= source.size());
      }
      found = check(std::move(*parsed), sample::scope(), {}).diagnostics();
    }
    RC_ASSERT(ok || !found.empty());
    for (const Diagnostic& diagnostic : found) {
      RC_ASSERT(!diagnostic.message.empty());
      RC_ASSERT(diagnostic.span.has_value());
      RC_ASSERT(diagnostic.span->end <= source.size());
      RC_ASSERT(!render(diagnostic).empty());
    }
  }
}

// Whether something in the tree binds names that its parts need.
bool binds(const Syntax& syntax) {
  for (const Node& node : syntax.nodes) {
    const bool block = node.kind == NodeKind::iteration || node.kind == NodeKind::some ||
                       node.kind == NodeKind::every || node.kind == NodeKind::filter ||
                       node.kind == NodeKind::context || node.kind == NodeKind::function;
    if (block) return true;
  }
  return false;
}

rc::Gen<std::string> expression_text(int depth) {
  const auto leaf =
      rc::gen::element<std::string>("1", "2.5", "-3", "\"x\"", "@\"P1D\"", "null", "a", "a b", "a-b", "x and y", "周岁",
                                    "f()", "[1..2]", "(< 5)", "[]", "v1.2", "( a )", "/* c */ b");
  if (depth == 0) return leaf;
  const auto inner = expression_text(depth - 1);
  const auto sign =
      rc::gen::element<std::string>(" + ", " - ", "*", " / ", "**", " = ", " != ", " < ", ">=", " and ", " or ");
  const auto joined = rc::gen::apply(
      [](const std::string& l, const std::string& s, const std::string& r) { return l + s + r; }, inner, sign, inner);
  const auto wrap = [&](const std::string& before, const std::string& after) {
    return rc::gen::map(inner, [before, after](const std::string& text) { return before + text + after; });
  };
  return rc::gen::oneOf(leaf, joined, joined, wrap("(", ")"), wrap("not( ", ")"), wrap("[", ", 1]"), wrap("f(p: ", ")"),
                        wrap("if ", " then 1 else 2"), wrap("x in ", ""), wrap("x in (< 1, ", ")"), wrap("- ", ""),
                        wrap("x between 1 and ", ""), wrap("[a..", "["), wrap("(", ").k"),
                        wrap("(", ") instance of list<Any>"));
}

}  // namespace

RC_BOOST_PROP(any_bytes_are_answered, (const std::string& bytes)) {
  check_answer(bytes);
}

RC_BOOST_PROP(any_words_are_answered, ()) {
  check_answer(*soup());
}

// Every sub-expression is itself an expression, and the same one.
RC_BOOST_PROP(every_part_reparses_from_its_span, ()) {
  const std::string source = *expression_text(4);
  const auto whole = parse_expression(source, sample::scope(), {});
  if (!whole.ok()) RC_DISCARD("too deep or not to be parsed as built");
  RC_ASSERT(!binds(*whole));
  for (NodeId id = 0; id < whole->nodes.size(); ++id) {
    const Node& node = whole->at(id);
    if (node.kind == NodeKind::test_comparison || node.text == "not" || node.span.begin == node.span.end) continue;
    const std::string text = source.substr(node.span.begin, node.span.end - node.span.begin);
    const auto part = parse_expression(text, sample::scope(), {});
    RC_ASSERT(part.ok());
    RC_ASSERT(outline(*part) == outline(*whole, id));
  }
}
