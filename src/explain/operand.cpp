#include "explain/operand.hpp"

#include "explain/words.hpp"

namespace tepei::explain {

namespace {

using Kind = Operand::Kind;

bool is_date(const Term& term) {
  return term.is_day || (term.fact != nullptr && term.fact->kind == facts::FactKind::date);
}

// The text in the brackets of a call with one literal.
const std::string* called_with(TokenReader& reader) {
  if (!reader.take("(")) return nullptr;
  const Token* token = reader.take();
  const bool one_text = token != nullptr && token->kind == TokenKind::text && reader.take(")");
  return one_text ? &token->content : nullptr;
}

// `P45Y` as 45年; nothing for durations of several parts or with a time.
std::optional<std::string> duration_text(std::string_view iso, Language language) {
  if (iso.size() < 3 || iso.size() > 8 || iso.front() != 'P') return std::nullopt;
  const std::string_view digits = iso.substr(1, iso.size() - 2);
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  switch (iso.back()) {
    case 'Y':
      return fill(Phrase::years_of, language, {digits});
    case 'M':
      return fill(Phrase::months_of, language, {digits});
    case 'D':
      return fill(Phrase::days_of, language, {digits});
    default:
      return std::nullopt;
  }
}

std::optional<std::string> take_duration(TokenReader& reader, Language language) {
  if (reader.take("duration")) {
    const std::string* text = called_with(reader);
    return text == nullptr ? std::nullopt : duration_text(*text, language);
  }
  const Token* token = reader.take();
  if (token == nullptr || token->kind != TokenKind::date) return std::nullopt;
  return duration_text(token->content, language);
}

// A date, or a date moved by a duration.
std::optional<Operand> moved(const Term& term, TokenReader& reader, Language language) {
  const bool later = reader.take("+");
  if (!later && !reader.take("-")) return Operand{Kind::term, &term, term.label, is_date(term)};
  const auto by = take_duration(reader, language);
  if (!by) return std::nullopt;
  return Operand{Kind::date, nullptr, fill(later ? Phrase::later_by : Phrase::earlier_by, language, {term.label, *by}),
                 true};
}

// The rest of `full years(birth_date, as_of)`.
std::optional<Operand> full_years(TokenReader& reader, Language language) {
  if (!reader.take("years") || !reader.take("(")) return std::nullopt;
  const auto from = take_operand(reader, language);
  if (!from || !reader.take(",")) return std::nullopt;
  const auto to = take_operand(reader, language);
  if (!to || !reader.take(")")) return std::nullopt;
  return Operand{Kind::count, nullptr, fill(Phrase::full_years, language, {from->text, to->text}), false};
}

std::optional<Operand> literal(TokenReader& reader) {
  const bool negative = reader.take("-");
  const Token* token = reader.take();
  if (token == nullptr) return std::nullopt;
  if (token->kind == TokenKind::number) {
    return Operand{Kind::number, nullptr, (negative ? "-" : "") + std::string(token->source), false};
  }
  if (negative) return std::nullopt;
  if (token->kind == TokenKind::text) return Operand{Kind::text, nullptr, token->content, false};
  if (token->kind == TokenKind::date) return Operand{Kind::date, nullptr, token->content, true};
  return std::nullopt;
}

}  // namespace

std::optional<Operand> take_operand(TokenReader& reader, Language language) {
  if (const Term* term = reader.take_term()) return moved(*term, reader, language);
  for (const std::string_view truth : {"true", "false"}) {
    if (reader.take(truth)) return Operand{Kind::truth, nullptr, std::string(truth), false};
  }
  if (reader.take("full")) return full_years(reader, language);
  if (reader.take("date")) {
    const std::string* text = called_with(reader);
    return text == nullptr ? std::nullopt : std::optional(Operand{Kind::date, nullptr, *text, true});
  }
  return literal(reader);
}

bool is_enumeration(const Term& term) {
  return term.fact != nullptr && term.fact->kind == facts::FactKind::enumeration && term.fact->domain != nullptr;
}

}  // namespace tepei::explain
