#include "explain/scan.hpp"

#include <algorithm>
#include <array>

namespace tepei::explain {

namespace {

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}
bool is_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}
bool starts_name(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '?' ||
         static_cast<unsigned char>(byte) >= 0x80;
}

template <typename Test>
std::size_t run(std::string_view text, Test test) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), test) - text.begin());
}

// The bytes of the text literal that `text` begins with, with its quotes; all of it where it is not closed.
std::size_t quoted_length(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      return i + 1;
  }
  return text.size();
}

std::string unquoted(std::string_view literal) {
  std::string result;
  const bool closed = literal.size() > 1 && literal.back() == '"';
  literal = literal.substr(1, literal.size() - (closed ? 2 : 1));
  for (std::size_t i = 0; i < literal.size(); ++i) {
    const bool escape =
        literal[i] == '\\' && i + 1 < literal.size() && (literal[i + 1] == '"' || literal[i + 1] == '\\');
    if (escape) ++i;
    result.push_back(literal[i]);
  }
  return result;
}

std::size_t number_length(std::string_view text) {
  std::size_t length = run(text, is_digit);
  const bool has_fraction = text.size() > length + 1 && text[length] == '.' && is_digit(text[length + 1]);
  if (has_fraction) length += 1 + run(text.substr(length + 1), is_digit);
  return length;
}

std::size_t sign_length(std::string_view text) {
  constexpr std::array<std::string_view, 6> pairs{"<=", ">=", "!=", "..", "**", "->"};
  const bool paired = std::find(pairs.begin(), pairs.end(), text.substr(0, 2)) != pairs.end();
  return paired ? 2 : 1;
}

Token next(std::string_view rest, const Vocabulary& vocabulary) {
  Token token;
  std::size_t length = 0;
  if (rest[0] == '"') {
    token.kind = TokenKind::text;
    length = quoted_length(rest);
    token.content = unquoted(rest.substr(0, length));
  } else if (rest.size() > 1 && rest[0] == '@' && rest[1] == '"') {
    token.kind = TokenKind::date;
    length = 1 + quoted_length(rest.substr(1));
    token.content = unquoted(rest.substr(1, length - 1));
  } else if (is_digit(rest[0])) {
    token.kind = TokenKind::number;
    length = number_length(rest);
  } else if (starts_name(rest[0])) {
    token.term = vocabulary.longest(rest, length);
    token.kind = token.term == nullptr ? TokenKind::word : TokenKind::term;
    if (token.term == nullptr) length = run(rest, [](char byte) { return starts_name(byte) || is_digit(byte); });
  } else {
    length = sign_length(rest);
  }
  token.source = rest.substr(0, length);
  return token;
}

}  // namespace

std::vector<Token> scan(std::string_view source, const Vocabulary& vocabulary) {
  std::vector<Token> tokens;
  while (true) {
    const std::size_t blanks = run(source, is_blank);
    if (blanks == source.size()) return tokens;
    tokens.push_back(next(source.substr(blanks), vocabulary));
    tokens.back().before = source.substr(0, blanks);
    source.remove_prefix(blanks + tokens.back().source.size());
  }
}

}  // namespace tepei::explain
