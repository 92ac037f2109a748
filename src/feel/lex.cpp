#include "feel/lex.hpp"

#include <array>
#include <utility>

#include "feel/lex_character.hpp"
#include "feel/lex_string.hpp"
#include "value/text_characters.hpp"

namespace tepei::feel {

namespace {

constexpr std::array<std::pair<std::string_view, TokenKind>, 33> signs{{
    // Two characters before one: the longest is meant.
    {"..", TokenKind::dots},
    {"**", TokenKind::power},
    {"!=", TokenKind::not_equal},
    {"<=", TokenKind::less_or_equal},
    {">=", TokenKind::greater_or_equal},
    {"->", TokenKind::arrow},
    {"==", TokenKind::equal},
    {"=>", TokenKind::greater_or_equal},
    {"=<", TokenKind::less_or_equal},
    {"<>", TokenKind::not_equal},
    {"&&", TokenKind::ampersands},
    {"||", TokenKind::bars},
    {"(", TokenKind::left_parenthesis},
    {")", TokenKind::right_parenthesis},
    {"[", TokenKind::left_bracket},
    {"]", TokenKind::right_bracket},
    {"{", TokenKind::left_brace},
    {"}", TokenKind::right_brace},
    {",", TokenKind::comma},
    {":", TokenKind::colon},
    {".", TokenKind::dot},
    {"+", TokenKind::plus},
    {"-", TokenKind::minus},
    {"*", TokenKind::star},
    {"/", TokenKind::slash},
    {"=", TokenKind::equal},
    {"<", TokenKind::less},
    {">", TokenKind::greater},
    {"@", TokenKind::at},
    {"'", TokenKind::apostrophe},
    {"!", TokenKind::exclamation},
    {"&", TokenKind::bad},
    {"|", TokenKind::bad},
}};

bool is_of_other_language(std::string_view sign) {
  return sign == "==" || sign == "=>" || sign == "=<" || sign == "<>" || sign == "&&" || sign == "||" || sign == "!";
}

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}

  std::vector<Token> run() {
    while (skip_blanks_and_comments()) read_token();
    tokens_.push_back({TokenKind::end, Slip::none, {source_.size(), source_.size()}});
    return std::move(tokens_);
  }

 private:
  // The code point at `place`, or -1 at the end and for bytes that are not UTF-8.
  CodePoint at(std::size_t place) const {
    return place < source_.size() ? character_at(source_, place).code_point.value_or(-1) : -1;
  }
  std::size_t width(std::size_t place) const { return character_at(source_, place).bytes.size(); }

  void add(TokenKind kind, std::size_t end, Slip slip = Slip::none) {
    tokens_.push_back({kind, slip, {place_, end}});
    place_ = end;
  }

  // False at the end of the source.
  bool skip_blanks_and_comments() {
    while (place_ < source_.size()) {
      const std::string_view rest = source_.substr(place_, 2);
      if (rest == "//") {
        while (place_ < source_.size() && !is_line_break(at(place_))) place_ += width(place_);
      } else if (rest == "/*") {
        const std::size_t close = source_.find("*/", place_ + 2);
        if (close == std::string_view::npos) {
          add(TokenKind::bad, source_.size(), Slip::unfinished_comment);
          return false;
        }
        place_ = close + 2;
      } else if (is_blank(at(place_))) {
        place_ += width(place_);
      } else {
        return true;
      }
    }
    return false;
  }

  void read_token() {
    const CodePoint character = at(place_);
    if (character < 0) return add(TokenKind::bad, place_ + width(place_), Slip::not_utf8);
    if (digit_value(character) >= 0 || starts_fraction(place_)) return read_number();
    if (starts_word(character)) return read_word();
    const std::string_view sign = ascii_sign(character);
    if (sign == "\"" || (sign == "'" && starts_quotation())) return read_string(sign);
    if (!sign.empty()) return read_sign();
    add(TokenKind::bad, place_ + width(place_), Slip::unknown_character);
  }

  // `.5`; the dot of `.5` is no full-width one.
  bool starts_fraction(std::size_t place) const { return source_[place] == '.' && digit_value(at(place + 1)) >= 0; }

  std::size_t after_digits(std::size_t place, bool& typed) const {
    while (digit_value(at(place)) >= 0) {
      typed = typed || width(place) > 1;
      place += width(place);
    }
    return place;
  }

  void read_number() {
    bool typed = false;
    std::size_t end = after_digits(place_, typed);
    if (const std::size_t dot = width_of_point(end); dot > 0 && digit_value(at(end + dot)) >= 0) {
      typed = typed || dot > 1;
      end = after_digits(end + dot, typed);
    }
    const CodePoint mark = at(end);
    if (mark == 'e' || mark == 'E') {
      const std::size_t sign = at(end + 1) == '+' || at(end + 1) == '-' ? 1 : 0;
      if (digit_value(at(end + 1 + sign)) >= 0) end = after_digits(end + 1 + sign, typed);
    }
    add(TokenKind::number, end, typed ? Slip::typed_sign : Slip::none);
  }

  std::size_t width_of_point(std::size_t place) const {
    return place < source_.size() && ascii_sign(at(place)) == "." ? width(place) : 0;
  }

  void read_word() {
    std::size_t end = place_;
    while (end < source_.size() && continues_word(at(end))) end += width(end);
    add(TokenKind::word, end);
  }

  // Whether a single quote begins a text in the manner of other languages, rather than standing in a name (`Jim's`).
  bool starts_quotation() const {
    if (!tokens_.empty() && tokens_.back().span.end == place_ && tokens_.back().kind == TokenKind::word) return false;
    return closing_quote(place_ + width(place_), "'") < source_.size();
  }

  // Where the next sign of this meaning stands; the source's size where none does.
  std::size_t closing_quote(std::size_t place, std::string_view quote) const {
    while (place < source_.size() && ascii_sign(at(place)) != quote) place += width(place);
    return place;
  }

  void read_string(std::string_view quote) {
    const bool proper = source_[place_] == '"';
    bool broken = false;
    std::size_t place = place_ + width(place_);
    while (place < source_.size()) {
      const CodePoint character = at(place);
      if (proper ? character == '"' : ascii_sign(character) == quote) break;
      broken = broken || is_line_break(character);
      place += width(place);
      if (character == '\\' && place < source_.size()) place += width(place);
    }
    if (place >= source_.size()) return add(TokenKind::string, source_.size(), Slip::unfinished_string);
    Slip slip = Slip::none;
    if (find_bad_escape(source_, {place_, place})) slip = Slip::bad_escape;
    if (broken) slip = Slip::line_break;
    if (!proper) slip = Slip::other_quotes;
    add(TokenKind::string, place + width(place), slip);
  }

  void read_sign() {
    const std::string_view first = ascii_sign(at(place_));
    const std::size_t middle = place_ + width(place_);
    std::string pair(first);
    if (first.size() == 1 && middle < source_.size()) pair += ascii_sign(at(middle));
    for (const auto& [sign, kind] : signs) {
      if (sign != pair.substr(0, sign.size())) continue;
      const std::size_t end = sign.size() > first.size() ? middle + width(middle) : middle;
      add(kind, end, sign_slip(sign, kind, end));
      return;
    }
    add(TokenKind::bad, middle, Slip::unknown_character);
  }

  Slip sign_slip(std::string_view sign, TokenKind kind, std::size_t end) const {
    if (kind == TokenKind::bad || kind == TokenKind::apostrophe) return Slip::unknown_character;
    if (is_of_other_language(sign)) return Slip::other_language;
    return source_.substr(place_, end - place_) == sign ? Slip::none : Slip::typed_sign;
  }

  std::string_view source_;
  std::size_t place_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex(std::string_view source) {
  return Lexer(source).run();
}

std::string with_single_blanks(std::string_view text) {
  std::string result;
  bool pending = false;
  for (std::size_t place = 0; place < text.size();) {
    const Character character = character_at(text, place);
    place += character.bytes.size();
    if (is_blank(character.code_point.value_or(-1))) {
      pending = !result.empty();
      continue;
    }
    if (pending) result += ' ';
    pending = false;
    result += character.bytes;
  }
  return result;
}

}  // namespace tepei::feel
