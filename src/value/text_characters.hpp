/// The characters of UTF-8 text from anywhere: where they begin, how wide they are, how to show them safely.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tepei {

/// One code point of a text, or one byte that is not part of UTF-8.
struct Character {
  std::optional<std::int32_t> code_point;  ///< nothing for a byte that is not UTF-8
  std::string_view bytes;
};

/// The character at byte `offset`, which is below the text's size.
Character character_at(std::string_view text, std::size_t offset);

/// The character that ends before byte `offset`, which is above 0 and at most the text's size.
Character character_before(std::string_view text, std::size_t offset);

/// How many columns a terminal gives the character: 2 for East Asian wide ones, 0 for combining ones.
std::size_t columns_of(const Character& character);

/// Whether a person sees the character as itself: not a control, not invisible, not broken.
bool is_visible(const Character& character);

/// Whether a text is ASCII only.
bool is_ascii(std::string_view text);

/// The character as visible text: itself, `\n`, `<U+200B>` or `<0xFF>`.
std::string visible_text(const Character& character);

}  // namespace tepei
