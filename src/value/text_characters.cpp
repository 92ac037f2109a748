#include "value/text_characters.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace tepei {

namespace {

constexpr std::size_t longest_sequence = 4;  // bytes of one code point in UTF-8

/// `value` in upper-case hexadecimal with at least `width` digits.
std::string hexadecimal(std::uint32_t value, std::size_t width) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (; value != 0 || text.size() < width; value >>= 4) text.insert(text.begin(), digits[value & 15U]);
  return text;
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset, longest_sequence);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(rest.data());
  utf8proc_int32_t code_point = 0;
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(rest.size()), &code_point);
  if (length <= 0) return {std::nullopt, rest.substr(0, 1)};
  return {code_point, rest.substr(0, static_cast<std::size_t>(length))};
}

Character character_before(std::string_view text, std::size_t offset) {
  std::size_t begin = offset - 1;
  while (begin > 0 && offset - begin < longest_sequence && is_continuation(text[begin])) --begin;
  const Character found = character_at(text, begin);
  if (begin + found.bytes.size() == offset) return found;
  return {std::nullopt, text.substr(offset - 1, 1)};
}

std::size_t columns_of(const Character& character) {
  if (!character.code_point) return 1;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(*character.code_point)));
}

bool is_visible(const Character& character) {
  if (!character.code_point) return false;
  switch (utf8proc_category(*character.code_point)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return false;
    default:
      return true;
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string visible_text(const Character& character) {
  if (!character.code_point) {
    return "<0x" + hexadecimal(static_cast<unsigned char>(character.bytes.front()), 2) + ">";
  }
  if (is_visible(character)) return std::string(character.bytes);
  switch (*character.code_point) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return "<U+" + hexadecimal(static_cast<std::uint32_t>(*character.code_point), 4) + ">";
  }
}

}  // namespace tepei
