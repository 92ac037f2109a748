// The words of a FEEL source, as far as putting it into the reader's words needs them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "explain/vocabulary.hpp"

namespace tepei::explain {

enum class TokenKind : std::uint8_t { term, word, number, text, date, sign };

// A word of the source.
struct Token {
  TokenKind kind = TokenKind::sign;
  std::string_view source;  // as it stands, without the blanks before it
  std::string_view before;  // the blanks (and comments) before it
  const Term* term = nullptr;
  std::string content;  // of a text or a date, without quotes

  bool is(std::string_view word) const { return source == word && kind != TokenKind::text; }
};

// Cuts `source` into words. Never fails: what is not FEEL comes out as signs of one character. The tokens refer to
// `source` and to the vocabulary.
std::vector<Token> scan(std::string_view source, const Vocabulary& vocabulary);

}  // namespace tepei::explain
