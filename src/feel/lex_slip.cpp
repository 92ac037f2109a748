// What to say of text that is not FEEL although its meaning is often clear.
#include <array>
#include <optional>
#include <utility>

#include "feel/lex.hpp"
#include "feel/lex_character.hpp"
#include "feel/lex_string.hpp"
#include "value/text_characters.hpp"

namespace tepei::feel {

namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

constexpr std::array<Replacement, 7> replacements{
    {{"==", "="}, {"=>", ">="}, {"=<", "<="}, {"<>", "!="}, {"&&", "and"}, {"||", "or"}, {"!", "not(…)"}}};

constexpr std::array<Replacement, 7> unknown_helps{{{"&", "write `and` between two conditions"},
                                                    {"|", "write `or` between two conditions"},
                                                    {"^", "write `**` for a power"},
                                                    {"%", "write `modulo(a, b)` for a remainder, `0.05` for 5 %"},
                                                    {"'", "texts stand in double quotes: `\"…\"`"},
                                                    {";", "part items with `,`"},
                                                    {"#", "write `//` before a comment"}}};

template <std::size_t size>
std::string_view look_up(const std::array<Replacement, size>& table, std::string_view key) {
  for (const auto& [from, to] : table) {
    if (from == key) return to;
  }
  return {};
}

// The text with every sign and digit of Chinese typing replaced by its ASCII one.
std::string in_ascii(std::string_view text) {
  std::string result;
  for (std::size_t place = 0; place < text.size();) {
    const Character character = character_at(text, place);
    const CodePoint code_point = character.code_point.value_or(-1);
    const std::string_view sign = ascii_sign(code_point);
    if (const int digit = digit_value(code_point); digit >= 0) {
      result += static_cast<char>('0' + digit);
    } else {
      result += sign.empty() ? character.bytes : sign;
    }
    place += character.bytes.size();
  }
  return result;
}

Diagnostic report(std::string code, std::string message, std::string help, Span span) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  diagnostic.span = span;
  return diagnostic;
}

// The first line of a token that has no end, so that carets do not run over the whole rest.
Span first_line(std::string_view source, Span span) {
  std::size_t end = span.begin;
  while (end < span.end) {
    const Character character = character_at(source, end);
    if (is_line_break(character.code_point.value_or(-1))) break;
    end += character.bytes.size();
  }
  return {span.begin, end};
}

Diagnostic other_language(std::string_view text, Span span) {
  const std::string ascii = in_ascii(text);
  return report("feel.lex.other_language", quoted(text) + " is no operator of FEEL",
                "write `" + std::string(look_up(replacements, ascii)) + "`", span);
}

Diagnostic unknown_character(std::string_view text, Span span) {
  return report("feel.lex.unknown_character", quoted(text) + " has no meaning in FEEL",
                std::string(look_up(unknown_helps, in_ascii(text))), span);
}

Diagnostic other_quotes(std::string_view text, Span span) {
  const std::string_view open = character_at(text, 0).bytes;
  const std::string_view close = character_before(text, text.size()).bytes;
  const std::string_view inner = text.substr(open.size(), text.size() - open.size() - close.size());
  return report("feel.lex.other_quotes",
                "a text stands in double quotes, not in " + quoted(open) + " and " + quoted(close),
                "write " + quoted("\"" + std::string(inner) + "\""), span);
}

}  // namespace

Diagnostic describe_slip(std::string_view source, const Token& token) {
  const std::string_view text = source.substr(token.span.begin, token.span.end - token.span.begin);
  switch (token.slip) {
    case Slip::none:
      break;
    case Slip::typed_sign:
      return report("feel.lex.typed_sign", quoted(text) + " is not the sign that FEEL knows",
                    "write `" + in_ascii(text) + "`", token.span);
    case Slip::other_language:
      return other_language(text, token.span);
    case Slip::other_quotes:
      return other_quotes(text, token.span);
    case Slip::line_break:
      return report("feel.lex.line_break", "a text runs over the end of its line",
                    "write `\\n` for a line break within it", first_line(source, token.span));
    case Slip::unfinished_string:
      return report("feel.lex.unfinished_string", "a text is not closed", "add the closing `\"`",
                    first_line(source, token.span));
    case Slip::unfinished_comment:
      return report("feel.lex.unfinished_comment", "a comment is not closed", "add `*/`",
                    first_line(source, token.span));
    case Slip::bad_escape: {
      const Span escape = find_bad_escape(source, token.span).value_or(token.span);
      return report("feel.lex.bad_escape",
                    quoted(source.substr(escape.begin, escape.end - escape.begin)) + " is no character",
                    "write `\\u` and four hexadecimal digits, or `\\U` and six", escape);
    }
    case Slip::unknown_character:
      return unknown_character(text, token.span);
    case Slip::not_utf8:
      return report("feel.lex.not_utf8", "the text is not UTF-8", "save or send the text as UTF-8", token.span);
  }
  return report("feel.lex.unknown_character", quoted(text), {}, token.span);
}

}  // namespace tepei::feel
