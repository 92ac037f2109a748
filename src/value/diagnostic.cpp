#include "tepei/value/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "value/text_characters.hpp"

namespace tepei {

void append(Diagnostics& all, Diagnostics more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string quoted(std::string_view user_text, std::size_t max_characters) {
  std::string text = "`";
  std::size_t shown = 0;
  for (std::size_t offset = 0; offset < user_text.size(); ++shown) {
    if (shown == max_characters) {
      text += "…";
      break;
    }
    const Character character = character_at(user_text, offset);
    text += visible_text(character);
    offset += character.bytes.size();
  }
  return text + "`";
}

Position position_of(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  Position position;
  const std::size_t newline = text.substr(0, offset).rfind('\n');
  const std::size_t line_begin = newline == std::string_view::npos ? 0 : newline + 1;
  position.line +=
      static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(line_begin), '\n'));
  for (std::size_t at = line_begin; at < offset; ++position.column) {
    const std::size_t length = character_at(text, at).bytes.size();
    if (at + length > offset) break;  // an offset inside a character is that character's place
    at += length;
  }
  return position;
}

}  // namespace tepei
