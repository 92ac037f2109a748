#include "facts/normal_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "tepei/facts/reading.hpp"
#include "value/text_characters.hpp"

namespace tepei::facts {
namespace {

// Blanks outside ASCII: next line, no-break space, the spaces of U+1680 and U+2000 to U+200B (the last is the
// zero-width space that web pages paste), line and paragraph separator, narrow and mathematical space, full-width
// space, and the byte order mark that table programs put before the first cell.
constexpr std::array<std::string_view, 22> wide_blanks = {
    "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82",
    "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88",
    "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\x8B", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF",
    "\xE2\x81\x9F", "\xE3\x80\x80", "\xE2\x80\x8D", "\xEF\xBB\xBF"};

constexpr bool is_ascii_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_ascii_byte(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) == 0;
}
constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t blank_at_start(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_byte(text.front())) return is_ascii_blank(text.front()) ? 1 : 0;
  for (const auto blank : wide_blanks) {
    if (text.substr(0, blank.size()) == blank) return blank.size();
  }
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_byte(text.back())) return is_ascii_blank(text.back()) ? 1 : 0;
  for (const auto blank : wide_blanks) {
    if (text.size() >= blank.size() && text.substr(text.size() - blank.size()) == blank) return blank.size();
  }
  return 0;
}

// Whether a Chinese character of the block U+4E00 to U+9FFF starts at `place`. Each is its own NFKC form and combines
// with nothing, so text of these and ASCII needs no work.
bool is_unified_ideograph(std::string_view text, std::size_t place) {
  if (place + 3 > text.size() || !is_continuation(text[place + 1]) || !is_continuation(text[place + 2])) return false;
  const auto lead = static_cast<unsigned char>(text[place]);
  return lead == 0xE4 ? static_cast<unsigned char>(text[place + 1]) >= 0xB8 : lead > 0xE4 && lead <= 0xE9;
}

bool is_normal_already(std::string_view text) {
  std::size_t place = 0;
  while (place < text.size()) {
    if (is_ascii_byte(text[place])) {
      ++place;
    } else if (is_unified_ideograph(text, place)) {
      place += 3;
    } else {
      return false;
    }
  }
  return true;
}

struct Free {
  void operator()(utf8proc_uint8_t* memory) const { std::free(memory); }  // NOLINT: utf8proc hands out malloc's memory
};

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const auto bytes = blank_at_start(text)) text.remove_prefix(bytes);
  while (const auto bytes = blank_at_end(text)) text.remove_suffix(bytes);
  return text;
}

Result<std::string_view> normal_view(std::string_view text, std::string& storage) {
  if (text.size() > max_text_bytes) return too_long(text);
  if (is_normal_already(text)) return trimmed(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto bytes =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(mapped);
  if (bytes < 0) return invalid_utf8(text);
  storage.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(bytes));
  return trimmed(storage);
}

Result<std::string> normalise(std::string_view text) {
  std::string storage;
  const auto normal = normal_view(text, storage);
  if (!normal) return normal.diagnostics();
  return std::string(*normal);
}

std::string folded(std::string_view normal) {
  const bool ascii = is_ascii(normal);
  std::string key;
  key.reserve(normal.size());
  for (const char c : normal) {
    const bool gap = is_ascii_blank(c) || (ascii && (c == '-' || c == '_'));
    if (!gap) {
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (ascii && (key.empty() || key.back() != '_')) {
      key += '_';
    }
  }
  return key;
}

std::string lookup_key(std::string_view text) {
  std::string storage;
  const auto normal = normal_view(text, storage);
  return normal ? folded(*normal) : std::string();
}

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t code_point = 0;
    const auto taken = utf8proc_iterate(bytes, left, &code_point);
    if (taken <= 0) return false;
    bytes += taken;
    left -= taken;
  }
  return true;
}

Diagnostic invalid_utf8(std::string_view text) {
  return {"facts.text.invalid_utf8", "the text " + quoted(text) + " is not valid UTF-8",
          "convert the file to UTF-8; tables from Chinese systems are often GB18030", ""};
}

Diagnostic too_long(std::string_view text) {
  return {"facts.text.too_long",
          "the text " + quoted(text) + " has " + std::to_string(text.size()) + " bytes, more than the " +
              std::to_string(max_text_bytes) + " a name or cell may have",
          "look for a missing quotation mark or line end before it", ""};
}

}  // namespace tepei::facts
