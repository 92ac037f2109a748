#include "tepei/value/diagnostic.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <string>

using tepei::Diagnostic;
using tepei::Diagnostics;
using tepei::Position;
using tepei::position_of;
using tepei::quoted;
using tepei::render;
using tepei::Severity;
using tepei::Span;

namespace {

Diagnostic at(std::string source, std::size_t begin, std::size_t end) {
  Diagnostic problem{"feel.parse.unexpected_token", "unexpected `)`"};
  problem.source = std::move(source);
  problem.span = Span{begin, end};
  return problem;
}

const std::string head = "error[feel.parse.unexpected_token]: unexpected `)`\n";

std::string repeated(const std::string& text, std::size_t count) {
  std::string result;
  for (; count > 0; --count) result += text;
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diagnostic_text)

BOOST_AUTO_TEST_CASE(renders_every_part) {
  Diagnostic problem = at("age <= )", 7, 8);
  problem.path = "/eligibility/outside/age/when";
  problem.position = Position{12, 8};
  problem.help = "an expression was expected";
  BOOST_TEST(render(problem) == head +
                                    "  --> /eligibility/outside/age/when (line 12, column 8)\n"
                                    "   | age <= )\n"
                                    "   |        ^\n"
                                    "  help: an expression was expected");
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_not_known) {
  Diagnostic problem{"facts.value.unlisted", "`硕` is not an education"};
  BOOST_TEST(render(problem) == "error[facts.value.unlisted]: `硕` is not an education");
  problem.position = Position{3, 4};
  BOOST_TEST(render(problem) == "error[facts.value.unlisted]: `硕` is not an education\n  --> line 3, column 4");
  problem.position.reset();
  problem.path = "row 3, column education";
  problem.severity = Severity::warning;
  BOOST_TEST(render(problem) ==
             "warning[facts.value.unlisted]: `硕` is not an education\n  --> row 3, column education");
  problem.severity = Severity::note;
  BOOST_TEST(render(problem).substr(0, 5) == "note[");
}

BOOST_AUTO_TEST_CASE(wide_characters_take_two_columns) {
  BOOST_TEST(render(at("学历 >= 硕士 x", 10, 16)) == head + "   | 学历 >= 硕士 x\n   |         ^^^^");
  BOOST_TEST(render(at("学历 ok", 7, 9)) == head + "   | 学历 ok\n   |      ^^");
}

BOOST_AUTO_TEST_CASE(combining_characters_take_none) {
  BOOST_TEST(render(at("e\u0301 + )", 6, 7)) == head + "   | e\u0301 + )\n   |     ^");
}

BOOST_AUTO_TEST_CASE(a_span_without_length_or_past_the_end_still_has_a_caret) {
  BOOST_TEST(render(at("age <=", 6, 6)) == head + "   | age <=\n   |       ^");
  BOOST_TEST(render(at("age <=", 90, 95)) == head + "   | age <=\n   |       ^");
  BOOST_TEST(render(at("age", 2, 1)) == head + "   | age\n   |   ^");
}

BOOST_AUTO_TEST_CASE(shows_the_spans_first_line_only) {
  BOOST_TEST(render(at("if a\r\nthen )\nelse b", 11, 19)) == head + "   | then )\n   |      ^");
  BOOST_TEST(render(at("a\n", 2, 2)) == head + "   | \n   | ^");
  BOOST_TEST(render(at("a\r\nb", 1, 4)) == head + "   | a\n   |  ^");
}

BOOST_AUTO_TEST_CASE(tabs_controls_and_broken_bytes_keep_the_caret_in_place) {
  BOOST_TEST(render(at("\ta\x1B[1m\xFF)", 7, 8)) ==
             head + "   |  a\uFFFD[1m\uFFFD)\n   | " + std::string(7, ' ') + "^");
}

BOOST_AUTO_TEST_CASE(a_span_inside_a_character_is_that_characters) {
  BOOST_TEST(render(at("硕士", 4, 5)) == head + "   | 硕士\n   |   ^^");
}

BOOST_AUTO_TEST_CASE(a_long_line_is_cut_round_the_caret) {
  const std::string line = std::string(200, 'a') + ")" + std::string(300, 'b');
  BOOST_TEST(render(at(line, 200, 201)) == head + "   | …" + std::string(60, 'a') + ")" + std::string(59, 'b') +
                                               "…\n   | " + std::string(61, ' ') + "^");
  BOOST_TEST(render(at(line, 0, 1)) == head + "   | " + std::string(120, 'a') + "…\n   | ^");
  BOOST_TEST(render(at(line, 500, 501)) ==
             head + "   | …" + std::string(119, 'b') + "b\n   | " + std::string(120, ' ') + "^");
  BOOST_TEST(render(at(line, 501, 501)) ==
             head + "   | …" + std::string(120, 'b') + "\n   | " + std::string(121, ' ') + "^");
}

BOOST_AUTO_TEST_CASE(a_long_span_ends_with_the_window) {
  const std::string line(500, 'a');
  BOOST_TEST(render(at(line, 0, 500)) == head + "   | " + std::string(120, 'a') + "…\n   | " + std::string(120, '^'));
}

BOOST_AUTO_TEST_CASE(a_vast_source_is_rendered_small_and_at_once) {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& piece : {std::string("x"), std::string("硕"), std::string("\u0301"), std::string("\xFF")}) {
    const std::string source = repeated(piece, 3'000'000);
    BOOST_TEST(render(at(source, source.size() / 2, source.size())).size() < 2000U);
    BOOST_TEST(render(at(source, source.size(), source.size())).size() < 2000U);
  }
  BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(2)));
}

BOOST_AUTO_TEST_CASE(all_diagnostics_are_parted_by_a_newline) {
  BOOST_TEST(render(Diagnostics{{"a.b.c", "one"}, {"a.b.d", "two", "do"}}) ==
             "error[a.b.c]: one\nerror[a.b.d]: two\n  help: do");
  BOOST_TEST(render(Diagnostics{}) == "");
}

BOOST_AUTO_TEST_CASE(positions_count_code_points_from_one) {
  const std::string text =
      "a\n学历 b\r\n\xFF"
      "c";
  BOOST_TEST((position_of(text, 0) == Position{1, 1}));
  BOOST_TEST((position_of(text, 1) == Position{1, 2}));
  BOOST_TEST((position_of(text, 2) == Position{2, 1}));
  BOOST_TEST((position_of(text, 5) == Position{2, 2}));
  BOOST_TEST((position_of(text, 4) == Position{2, 1}));
  BOOST_TEST((position_of(text, 8) == Position{2, 3}));
  BOOST_TEST((position_of(text, text.size() - 1) == Position{3, 2}));
  BOOST_TEST((position_of(text, text.size()) == Position{3, 3}));
  BOOST_TEST((position_of(text, 1000) == Position{3, 3}));
  BOOST_TEST((position_of("", 5) == Position{1, 1}));
}

BOOST_AUTO_TEST_CASE(quotes_users_words_safely) {
  BOOST_TEST(quoted("学历") == "`学历`");
  BOOST_TEST(quoted("") == "``");
  BOOST_TEST(quoted("a\nb\t\r") == "`a\\nb\\t\\r`");
  BOOST_TEST(quoted("\x1B[31m") == "`<U+001B>[31m`");
  BOOST_TEST(quoted(std::string_view("\0", 1)) == "`<U+0000>`");
  BOOST_TEST(quoted("\uFEFF姓名\u200B") == "`<U+FEFF>姓名<U+200B>`");
  BOOST_TEST(quoted("\u202Eabc") == "`<U+202E>abc`");
  BOOST_TEST(quoted("a\xFFz\xE8\x81") == "`a<0xFF>z<0xE8><0x81>`");
}

BOOST_AUTO_TEST_CASE(quotes_long_text_cut_between_characters) {
  BOOST_TEST(quoted(repeated("硕", 61)) == "`" + repeated("硕", 60) + "…`");
  BOOST_TEST(quoted(repeated("硕", 60)) == "`" + repeated("硕", 60) + "`");
  BOOST_TEST(quoted("abcdef", 3) == "`abc…`");
  BOOST_TEST(quoted("abc", 3) == "`abc`");
  BOOST_TEST(quoted(std::string(3'000'000, 'x')).size() == 60U + 2U + 3U);
}

BOOST_AUTO_TEST_SUITE_END()
