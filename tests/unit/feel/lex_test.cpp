#include "feel/lex.hpp"

#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using tepei::feel::describe_slip;
using tepei::feel::lex;
using tepei::feel::number_text;
using tepei::feel::Slip;
using tepei::feel::string_content;
using tepei::feel::Token;
using tepei::feel::TokenKind;
using tepei::feel::with_single_blanks;

namespace {

// The texts of the tokens, the end left out.
std::vector<std::string> texts(const std::string& source) {
  std::vector<std::string> result;
  for (const Token& token : lex(source)) {
    if (token.kind != TokenKind::end) {
      result.push_back(source.substr(token.span.begin, token.span.end - token.span.begin));
    }
  }
  return result;
}

using Texts = std::vector<std::string>;

void check_texts(const std::string& source, const Texts& expected) {
  const Texts found = texts(source);
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

Token only_token(const std::string& source) {
  const auto tokens = lex(source);
  BOOST_REQUIRE_EQUAL(tokens.size(), 2U);
  return tokens.front();
}

std::string text_value(const std::string& source) {
  return string_content(source, only_token(source));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tokens)

BOOST_AUTO_TEST_CASE(signs_are_read_longest_first) {
  check_texts("a**b*c", {"a", "**", "b", "*", "c"});
  check_texts("[1..5]", {"[", "1", "..", "5", "]"});
  check_texts("x<=1>=2!=3=4<5>6", {"x", "<=", "1", ">=", "2", "!=", "3", "=", "4", "<", "5", ">", "6"});
  check_texts("function<>->Any", {"function", "<>", "->", "Any"});
  check_texts("{a:@\"P1D\"}", {"{", "a", ":", "@", "\"P1D\"", "}"});
}

BOOST_AUTO_TEST_CASE(numbers_as_in_rule_37) {
  check_texts("1 1.5 .5 1e3 1.5E-3 2e+4", {"1", "1.5", ".5", "1e3", "1.5E-3", "2e+4"});
  check_texts("1..n", {"1", "..", "n"});
  check_texts("1...5", {"1", "..", ".5"});
  check_texts("1e", {"1", "e"});
  check_texts("1.", {"1", "."});
  check_texts("a.5", {"a", ".5"});
  check_texts("1.2.3", {"1.2", ".3"});
}

BOOST_AUTO_TEST_CASE(words_may_be_chinese_or_hold_digits) {
  check_texts("周岁 >= 18", {"周岁", ">=", "18"});
  check_texts("age2 _b ?x 𠮷野", {"age2", "_b", "?x", "𠮷野"});
  check_texts("甲，乙、丙", {"甲", "，", "乙", "、", "丙"});
}

BOOST_AUTO_TEST_CASE(blanks_are_those_of_rule_61) {
  check_texts("a\u3000b\u00A0c\ufeffd\te\r\nf", {"a", "b", "c", "d", "e", "f"});
}

BOOST_AUTO_TEST_CASE(comments_are_left_out) {
  check_texts("1 // one\n+ /* a\nb */ 2", {"1", "+", "2"});
  check_texts("// nothing", {});
  check_texts("a /* b", {"a", "/* b"});
  BOOST_CHECK(lex("/* b")[0].slip == Slip::unfinished_comment);
  check_texts("/* * / */ a", {"a"});
}

BOOST_AUTO_TEST_CASE(spans_count_bytes) {
  const auto tokens = lex("周岁 > 5");
  BOOST_CHECK(tokens[0].span == (tepei::Span{0, 6}));
  BOOST_CHECK(tokens[1].span == (tepei::Span{7, 8}));
  BOOST_CHECK(tokens[3].span == (tepei::Span{10, 10}));
  BOOST_CHECK(tokens[3].kind == TokenKind::end);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(strings)

BOOST_AUTO_TEST_CASE(escapes) {
  BOOST_CHECK_EQUAL(text_value(R"("a\"b\\c\n\t\r\'")"), "a\"b\\c\n\t\r'");
  BOOST_CHECK_EQUAL(text_value(R"("\u5B66\u5386")"), "学历");
  BOOST_CHECK_EQUAL(text_value(R"("\ud83d\udc0e\uD83D\uDE00")"), "🐎😀");
  BOOST_CHECK_EQUAL(text_value(R"("\U01F40E\U000041")"), "🐎A");
  BOOST_CHECK_EQUAL(text_value(R"("\\u0009")"), "\\u0009");
}

BOOST_AUTO_TEST_CASE(a_backslash_before_another_character_is_itself) {
  BOOST_CHECK_EQUAL(text_value(R"-("(\d{3})")-"), "(\\d{3})");
}

BOOST_AUTO_TEST_CASE(quotes_of_other_kinds_are_text_within_a_string) {
  BOOST_CHECK_EQUAL(text_value("\"“甲”'乙'\""), "“甲”'乙'");
  BOOST_CHECK(only_token("\"“甲”\"").slip == Slip::none);
}

BOOST_AUTO_TEST_CASE(bad_escapes_have_the_span_of_the_escape) {
  const std::string source = R"("ab\uD800c")";
  const Token token = only_token(source);
  BOOST_CHECK(token.slip == Slip::bad_escape);
  BOOST_CHECK(describe_slip(source, token).span == (tepei::Span{3, 9}));
  for (const char* bad : {R"("\u12")", R"("\U110000")", R"("\uDC00")", R"("\uD800\u0041")", R"("\U00D800")"}) {
    BOOST_TEST_CONTEXT(bad) {
      BOOST_CHECK(only_token(bad).slip == Slip::bad_escape);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_string_ends_on_its_line) {
  BOOST_CHECK(only_token("\"a\nb\"").slip == Slip::line_break);
  BOOST_CHECK(only_token("\"a b").slip == Slip::unfinished_string);
  BOOST_CHECK_EQUAL(text_value("\"a b"), "a b");
  BOOST_CHECK(only_token("\"").slip == Slip::unfinished_string);
  BOOST_CHECK_EQUAL(text_value("\""), "");
  BOOST_CHECK(only_token("\"\\\"").slip == Slip::unfinished_string);
}

BOOST_AUTO_TEST_CASE(other_quotes_are_read_as_strings_and_noted) {
  for (const char* source : {"'ab'", "“ab”", "‘ab’", "“ab“", "＂ab＂"}) {
    BOOST_TEST_CONTEXT(source) {
      BOOST_CHECK(only_token(source).slip == Slip::other_quotes);
      BOOST_CHECK_EQUAL(text_value(source), "ab");
    }
  }
  BOOST_CHECK(lex("Jim's and Tom's")[1].kind == TokenKind::apostrophe);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(slips)

BOOST_AUTO_TEST_CASE(typed_signs_are_read_as_the_ascii_ones) {
  const std::pair<const char*, TokenKind> typed[] = {{"（", TokenKind::left_parenthesis},
                                                     {"）", TokenKind::right_parenthesis},
                                                     {"，", TokenKind::comma},
                                                     {"＜", TokenKind::less},
                                                     {"＝", TokenKind::equal},
                                                     {"≥", TokenKind::greater_or_equal},
                                                     {"≠", TokenKind::not_equal},
                                                     {"＞＝", TokenKind::greater_or_equal},
                                                     {"：", TokenKind::colon},
                                                     {"～", TokenKind::dots},
                                                     {"×", TokenKind::star},
                                                     {"－", TokenKind::minus}};
  for (const auto& [source, kind] : typed) {
    BOOST_TEST_CONTEXT(source) {
      const Token token = only_token(source);
      BOOST_CHECK(token.kind == kind);
      BOOST_CHECK(token.slip == Slip::typed_sign);
    }
  }
}

BOOST_AUTO_TEST_CASE(typed_digits_are_numbers) {
  BOOST_CHECK_EQUAL(number_text("１８．５", only_token("１８．５")), "18.5");
  BOOST_CHECK(only_token("１8").slip == Slip::typed_sign);
}

BOOST_AUTO_TEST_CASE(signs_of_other_languages) {
  for (const char* source : {"==", "=>", "=<", "<>", "&&", "||", "!"}) {
    BOOST_TEST_CONTEXT(source) {
      BOOST_CHECK(only_token(source).slip == Slip::other_language);
    }
  }
  BOOST_CHECK_EQUAL(describe_slip("=＝", only_token("=＝")).help, "write `=`");
}

BOOST_AUTO_TEST_CASE(what_is_no_token_says_so) {
  BOOST_CHECK(only_token("%").slip == Slip::unknown_character);
  BOOST_CHECK(only_token("\x01").slip == Slip::unknown_character);
  BOOST_CHECK(only_token("\xFF").slip == Slip::not_utf8);
  BOOST_CHECK(lex("a\xE5\x91").at(1).slip == Slip::not_utf8);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(names_have_single_blanks) {
  BOOST_CHECK_EQUAL(with_single_blanks("  a \t\u3000b\n "), "a b");
  BOOST_CHECK_EQUAL(with_single_blanks(" "), "");
  BOOST_CHECK_EQUAL(with_single_blanks("\xFF a"), "\xFF a");
}

// Tokens follow one another, are not empty, and end with the source, whatever the bytes.
RC_BOOST_PROP(tokens_part_any_bytes, (const std::string& bytes)) {
  std::size_t at = 0;
  const auto tokens = lex(bytes);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    RC_ASSERT(tokens[i].span.begin >= at);
    RC_ASSERT(tokens[i].span.end > tokens[i].span.begin);
    at = tokens[i].span.end;
    if (tokens[i].slip != Slip::none) RC_ASSERT(!describe_slip(bytes, tokens[i]).message.empty());
    if (tokens[i].kind == TokenKind::string) (void)string_content(bytes, tokens[i]);
  }
  RC_ASSERT(tokens.back().kind == TokenKind::end);
  RC_ASSERT(tokens.back().span == (tepei::Span{bytes.size(), bytes.size()}));
}
