// Text to tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/value/diagnostic.hpp"

namespace tepei::feel {

enum class TokenKind : std::uint8_t {
  end,
  bad,  // no token of FEEL; its slip says why
  word,
  number,
  string,
  at,
  left_parenthesis,
  right_parenthesis,
  left_bracket,
  right_bracket,
  left_brace,
  right_brace,
  comma,
  colon,
  dot,
  dots,
  plus,
  minus,
  star,
  slash,
  power,
  equal,
  not_equal,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  arrow,
  apostrophe,  // may stand in names
  ampersands,  // `&&`, read as `and`
  bars,        // `||`, read as `or`
  exclamation  // `!`, read as `not`
};

// What is wrong with a token although its meaning is clear, or why it has none. The parser reports it when it comes to
// read the token: within a name in scope nothing is wrong with `（`.
enum class Slip : std::uint8_t {
  none,
  typed_sign,      // `（`, `≥`, `１８`: a sign or digit of Chinese typing
  other_language,  // `==`, `&&`, `<>`
  other_quotes,    // 'text' or “text”
  line_break,      // in a string
  unfinished_string,
  unfinished_comment,
  bad_escape,
  unknown_character,
  not_utf8
};

struct Token {
  TokenKind kind = TokenKind::end;
  Slip slip = Slip::none;
  Span span;
};

// The tokens of `source`, comments and white space left out, always ended by one of kind `end`. Never fails.
std::vector<Token> lex(std::string_view source);

// What to say of a token's slip; nothing in `source` and a span within it.
Diagnostic describe_slip(std::string_view source, const Token& token);

// The text that a string token stands for.
std::string string_content(std::string_view source, const Token& token);
// A number token in ASCII digits, fit for `Decimal::parse`.
std::string number_text(std::string_view source, const Token& token);

// `text` without outer white space, each run of white space within it as one blank: how names are compared.
std::string with_single_blanks(std::string_view text);

}  // namespace tepei::feel
