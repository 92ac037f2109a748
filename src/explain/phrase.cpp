#include "explain/phrase.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "explain/operand.hpp"
#include "explain/scan.hpp"
#include "explain/words.hpp"

namespace tepei::explain {

namespace {

// A comparison by its sign, with what it is between operands of each kind.
struct Comparison {
  std::string_view sign;
  std::string_view symbol;  // between numbers
  Phrase rank;              // between members of an ordered enumeration
  Phrase date;
  std::size_t turned;    // place of the one with its sides exchanged
  std::size_t opposite;  // place of its negation
};

constexpr std::array<Comparison, 6> comparisons{{
    {"=", "=", Phrase::is, Phrase::is, 0, 1},
    {"!=", "≠", Phrase::is_not, Phrase::is_not, 1, 0},
    {"<", "<", Phrase::rank_below, Phrase::date_before, 4, 5},
    {"<=", "≤", Phrase::rank_at_most, Phrase::date_by, 5, 4},
    {">", ">", Phrase::rank_above, Phrase::date_after, 2, 3},
    {">=", "≥", Phrase::rank_at_least, Phrase::date_from, 3, 2},
}};

const Comparison* comparison(std::string_view sign) {
  const auto* found = std::find_if(comparisons.begin(), comparisons.end(),
                                   [sign](const Comparison& known) { return known.sign == sign; });
  return found == comparisons.end() ? nullptr : found;
}

const Token* closing_bracket(const Token* open, const Token* end) {
  int depth = 0;
  for (const Token* token = open; token != end; ++token) {
    if (token->is("(")) ++depth;
    if (token->is(")") && --depth == 0) return token;
  }
  return end;
}

TokenReader without_brackets(const std::vector<Token>& tokens) {
  const Token* begin = tokens.data();
  const Token* end = begin + tokens.size();
  // Nobody writes more pairs than this round one condition, and each costs a walk.
  constexpr int most_pairs = 8;
  for (int i = 0; i < most_pairs && end - begin > 2; ++i) {
    if (!begin->is("(") || closing_bracket(begin, end) != end - 1) break;
    ++begin;
    --end;
  }
  return {begin, end};
}

// Tries one pattern after the other on the same tokens.
class Translator {
 public:
  Translator(const Vocabulary& vocabulary, Sense sense)
      : vocabulary_(vocabulary), language_(vocabulary.language()), negated_(sense == Sense::negated) {}

  std::optional<std::string> translate(const std::vector<Token>& tokens) const {
    using Pattern = std::optional<std::string> (Translator::*)(TokenReader) const;
    constexpr std::array<Pattern, 7> patterns{
        &Translator::name_alone,  &Translator::compared,        &Translator::in_list, &Translator::in_range,
        &Translator::begins_with, &Translator::begins_with_one, &Translator::is_given};
    const TokenReader reader = without_brackets(tokens);
    for (const Pattern pattern : patterns) {
      if (auto text = (this->*pattern)(reader)) return text;
    }
    return std::nullopt;
  }

 private:
  std::string say(Phrase affirmed, Phrase negated, std::initializer_list<std::string_view> arguments) const {
    return fill(negated_ ? negated : affirmed, language_, arguments);
  }

  std::string statement(const std::string& label, bool holds) const {
    return holds ? label : fill(Phrase::negation, language_, {label});
  }

  std::optional<std::string> name_alone(TokenReader reader) const {
    const Term* term = reader.take_term();
    if (term == nullptr || !reader.done()) return std::nullopt;
    return statement(term->label, !negated_);
  }

  std::optional<std::string> compared(TokenReader reader) const {
    auto left = take_operand(reader, language_);
    const Token* sign = reader.take();
    const Comparison* found = sign == nullptr ? nullptr : comparison(sign->source);
    if (!left || found == nullptr) return std::nullopt;
    auto right = take_operand(reader, language_);
    if (!right || !reader.done()) return std::nullopt;
    if (left->is_literal() && !right->is_literal()) {
      std::swap(left, right);
      found = &comparisons[found->turned];
    }
    return comparison_text(*left, negated_ ? comparisons[found->opposite] : *found, *right);
  }

  std::string comparison_text(const Operand& left, const Comparison& how, const Operand& right) const {
    const bool equality = how.sign == "=" || how.sign == "!=";
    if (right.kind == Operand::Kind::truth && equality) {
      return statement(left.text, (right.text == "true") == (how.sign == "="));
    }
    const std::string other = shown(right, left.term);
    if (left.is_date || right.is_date) return fill(how.date, language_, {left.text, other});
    const bool by_rank = left.term != nullptr && is_enumeration(*left.term);
    const bool of_text = equality && right.kind == Operand::Kind::text;
    if (by_rank || of_text) return fill(how.rank, language_, {left.text, other});
    return left.text + " " + std::string(how.symbol) + " " + other;
  }

  // `other` as it is called where it is compared with `term`.
  std::string shown(const Operand& other, const Term* term) const {
    if (other.kind == Operand::Kind::truth) {
      return std::string(words(other.text == "true" ? Phrase::yes : Phrase::no, language_));
    }
    if (other.kind != Operand::Kind::text || term == nullptr) return other.text;
    if (term->reading != nullptr) {
      return fill(Phrase::quote, language_, {vocabulary_.option(term->reading->id, other.text)});
    }
    if (is_enumeration(*term)) {
      const EnumDomain& domain = *term->fact->domain;
      if (const auto member = domain.find(other.text)) return member_label(domain.members()[*member], language_);
    }
    return other.text;
  }

  // Items parted by commas up to the closing bracket, as they are called beside `term`.
  std::optional<std::string> items(TokenReader& reader, std::string_view close, const Term* term) const {
    std::vector<std::string> found;
    do {
      const auto item = take_operand(reader, language_);
      if (!item) return std::nullopt;
      found.push_back(shown(*item, term));
    } while (reader.take(","));
    if (!reader.take(close)) return std::nullopt;
    return join(found, Phrase::list_comma, language_);
  }

  std::optional<std::string> in_list(TokenReader reader) const {
    const Term* term = reader.take_term();
    if (term == nullptr || !reader.take("in")) return std::nullopt;
    const bool round = reader.take("(");
    const bool square = reader.take("[");
    if (!round && !square) return std::nullopt;
    const auto list = items(reader, square ? "]" : ")", term);
    if (!list || (round && square && !reader.take(")")) || !reader.done()) return std::nullopt;
    return say(Phrase::one_of, Phrase::not_one_of, {term->label, *list});
  }

  std::optional<std::string> in_range(TokenReader reader) const {
    const Term* term = reader.take_term();
    const bool between = term != nullptr && reader.take("between");
    if (!between && (term == nullptr || !reader.take("in") || !reader.take("["))) return std::nullopt;
    const auto low = take_operand(reader, language_);
    if (!low || !reader.take(between ? "and" : "..")) return std::nullopt;
    const auto high = take_operand(reader, language_);
    if (!high || (!between && !reader.take("]")) || !reader.done()) return std::nullopt;
    return say(Phrase::between, Phrase::not_between, {term->label, shown(*low, term), shown(*high, term)});
  }

  static const Term* take_starts_with(TokenReader& reader) {
    if (!reader.take("starts") || !reader.take("with") || !reader.take("(")) return nullptr;
    const Term* term = reader.take_term();
    return reader.take(",") ? term : nullptr;
  }

  std::optional<std::string> begins_with(TokenReader reader) const {
    const Term* term = take_starts_with(reader);
    if (term == nullptr) return std::nullopt;
    const auto start = take_operand(reader, language_);
    if (!start || !reader.take(")") || !reader.done()) return std::nullopt;
    return say(Phrase::starts_with, Phrase::starts_not_with, {term->label, start->text});
  }

  // `some p in ["1504", "1505"] satisfies starts with(division, p)`
  std::optional<std::string> begins_with_one(TokenReader reader) const {
    if (!reader.take("some")) return std::nullopt;
    const Token* bound = reader.take();
    if (bound == nullptr || !reader.take("in") || !reader.take("[")) return std::nullopt;
    const auto list = items(reader, "]", nullptr);
    if (!list || !reader.take("satisfies")) return std::nullopt;
    const Term* term = take_starts_with(reader);
    if (term == nullptr || !reader.take(bound->source) || !reader.take(")") || !reader.done()) return std::nullopt;
    return say(Phrase::starts_with_one, Phrase::starts_with_none, {term->label, *list});
  }

  // `is given(former_grade)`
  std::optional<std::string> is_given(TokenReader reader) const {
    if (!reader.take("is") || !reader.take("given") || !reader.take("(")) return std::nullopt;
    const Term* term = reader.take_term();
    if (term == nullptr || !reader.take(")") || !reader.done()) return std::nullopt;
    return say(Phrase::stated, Phrase::not_stated, {term->label});
  }

  const Vocabulary& vocabulary_;
  Language language_;
  bool negated_;
};

std::string with_labels(const std::vector<Token>& tokens) {
  std::string result;
  for (const Token& token : tokens) {
    result.append(token.before);
    result.append(token.term == nullptr ? token.source : std::string_view(token.term->label));
  }
  return result;
}

}  // namespace

Phrasing phrase(std::string_view source, const Vocabulary& vocabulary, Sense sense) {
  const std::vector<Token> tokens = scan(source, vocabulary);
  if (auto text = Translator(vocabulary, sense).translate(tokens)) return {std::move(*text), true};
  std::string text = with_labels(tokens);
  if (sense == Sense::negated) text = fill(Phrase::negation, vocabulary.language(), {text});
  return {std::move(text), false};
}

bool asks_reading(std::string_view source, const Vocabulary& vocabulary) {
  const std::vector<Token> tokens = scan(source, vocabulary);
  const bool compares = tokens.size() == 3 && comparison(tokens[1].source) != nullptr;
  return compares && tokens[0].term != nullptr && tokens[0].term->reading != nullptr;
}

}  // namespace tepei::explain
