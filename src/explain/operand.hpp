// The things a simple condition compares: names and literals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explain/scan.hpp"

namespace tepei::explain {

// A stretch of tokens, read from the left. Refers to them.
class TokenReader {
 public:
  TokenReader(const Token* begin, const Token* end) : at_(begin), end_(end) {}

  bool done() const { return at_ == end_; }
  const Token* take() { return done() ? nullptr : at_++; }
  // Takes the next token where it is this word.
  bool take(std::string_view word) {
    if (done() || !at_->is(word)) return false;
    ++at_;
    return true;
  }
  const Term* take_term() { return !done() && at_->kind == TokenKind::term ? (at_++)->term : nullptr; }

 private:
  const Token* at_;
  const Token* end_;
};

// One thing compared.
struct Operand {
  enum class Kind : std::uint8_t { term, number, text, date, truth, count };
  Kind kind = Kind::term;
  const Term* term = nullptr;  // of a name alone
  std::string text;            // a name's label, a literal's content
  bool is_date = false;

  bool is_literal() const { return kind != Kind::term && kind != Kind::count; }
};

// The operand `reader` stands before, or nothing: a name, a literal, a date some time before or after a name
// (`as_of - duration("P45Y")`), or `full years(a, b)`.
std::optional<Operand> take_operand(TokenReader& reader, Language language);

// Whether the term is a fact with a closed set of values.
bool is_enumeration(const Term& term);

}  // namespace tepei::explain
