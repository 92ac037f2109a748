#include "feel/lex_string.hpp"

#include <algorithm>
#include <cstdint>

#include "feel/lex.hpp"
#include "feel/lex_character.hpp"
#include "value/text_characters.hpp"

namespace tepei::feel {

namespace {

constexpr std::uint32_t last_code_point = 0x10FFFF;

bool is_high_surrogate(std::uint32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(std::uint32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

// `digits` hexadecimal digits at `place`, or nothing.
std::optional<std::uint32_t> hexadecimal(std::string_view text, std::size_t place, std::size_t digits) {
  if (place + digits > text.size()) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text.substr(place, digits)) {
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!letter && (c < '0' || c > '9')) return std::nullopt;
    const int digit = letter ? (c | 0x20) - 'a' + 10 : c - '0';
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return value;
}

void append_utf8(std::string& text, std::uint32_t code_point) {
  const auto byte = [&text](std::uint32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  if (code_point < 0x80) return byte(code_point);
  if (code_point < 0x800) {
    byte(0xC0 | (code_point >> 6));
  } else {
    if (code_point < 0x10000) {
      byte(0xE0 | (code_point >> 12));
    } else {
      byte(0xF0 | (code_point >> 18));
      byte(0x80 | ((code_point >> 12) & 0x3F));
    }
    byte(0x80 | ((code_point >> 6) & 0x3F));
  }
  byte(0x80 | (code_point & 0x3F));
}

// An escape that begins with the backslash at `place`: its length, and its character where it has one.
struct Escape {
  std::size_t length = 1;
  std::optional<std::uint32_t> code_point;
};

Escape unicode_escape(std::string_view text, std::size_t place) {
  const bool long_form = text[place + 1] == 'U';
  const std::size_t digits = long_form ? 6 : 4;
  const auto unit = hexadecimal(text, place + 2, digits);
  if (!unit) return {2, std::nullopt};
  if (!is_high_surrogate(*unit) && !is_low_surrogate(*unit)) {
    if (*unit > last_code_point) return {2 + digits, std::nullopt};
    return {2 + digits, unit};
  }
  const bool paired = !long_form && is_high_surrogate(*unit) && text.substr(place + 6, 2) == "\\u";
  const auto low = paired ? hexadecimal(text, place + 8, 4) : std::nullopt;
  if (!low || !is_low_surrogate(*low)) return {2 + digits, std::nullopt};
  return {12, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00)};
}

Escape escape_at(std::string_view text, std::size_t place) {
  switch (place + 1 < text.size() ? text[place + 1] : '\0') {
    case 'n':
      return {2, '\n'};
    case 't':
      return {2, '\t'};
    case 'r':
      return {2, '\r'};
    case '"':
      return {2, '"'};
    case '\'':
      return {2, '\''};
    case '\\':
      return {2, '\\'};
    case 'u':
    case 'U':
      return unicode_escape(text, place);
    default:
      return {1, '\\'};
  }
}

}  // namespace

std::optional<Span> find_bad_escape(std::string_view source, Span span) {
  const std::string_view text = source.substr(0, span.end);
  for (std::size_t place = text.find('\\', span.begin); place != std::string_view::npos;) {
    const Escape escape = escape_at(text, place);
    if (!escape.code_point) return Span{place, place + escape.length};
    place = text.find('\\', place + escape.length);
  }
  return std::nullopt;
}

std::string string_content(std::string_view source, const Token& token) {
  std::size_t begin = token.span.begin + character_at(source, token.span.begin).bytes.size();
  std::size_t end = token.span.end;
  if (token.slip != Slip::unfinished_string) end -= character_before(source, end).bytes.size();
  const std::string_view text = source.substr(0, std::max(begin, end));
  std::string content;
  for (std::size_t place = begin; place < text.size();) {
    const std::size_t backslash = std::min(text.find('\\', place), text.size());
    content += text.substr(place, backslash - place);
    if (backslash == text.size()) break;
    const Escape escape = escape_at(text, backslash);
    append_utf8(content, escape.code_point.value_or(0xFFFD));
    place = backslash + escape.length;
  }
  return content;
}

std::string number_text(std::string_view source, const Token& token) {
  std::string text;
  for (std::size_t place = token.span.begin; place < token.span.end;) {
    const Character character = character_at(source, place);
    const CodePoint code_point = character.code_point.value_or(-1);
    const int digit = digit_value(code_point);
    if (digit >= 0) {
      text += static_cast<char>('0' + digit);
    } else if (ascii_sign(code_point) == ".") {
      text += '.';
    } else {
      text += character.bytes;
    }
    place += character.bytes.size();
  }
  return text;
}

}  // namespace tepei::feel
