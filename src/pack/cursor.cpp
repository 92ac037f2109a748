#include "pack/cursor.hpp"

#include <algorithm>

namespace tepei::pack {

void Cursor::to(std::size_t offset) {
  offset = std::min(offset, json_.size());
  for (; place_.offset < offset; ++place_.offset) {
    const auto byte = static_cast<unsigned char>(json_[place_.offset]);
    if (byte == '\n') {
      ++place_.position.line;
      place_.position.column = 1;
    } else if ((byte & 0xC0U) != 0x80) {
      ++place_.position.column;
    }
  }
}

void Cursor::to_token() { to(json_.find_first_not_of(" \t\r\n,:", place_.offset)); }

std::size_t Cursor::token_end() const {
  const std::size_t begin = place_.offset;
  if (std::string_view("{}[]").find(json_[begin]) != std::string_view::npos) return begin + 1;
  if (json_[begin] != '"') return std::min(json_.find_first_of(" \t\r\n,:]}", begin), json_.size());
  std::size_t end = begin + 1;
  while (json_[end] != '"') end += json_[end] == '\\' ? 2 : 1;
  return end + 1;
}

std::string_view Cursor::over_token() {
  const std::size_t begin = place_.offset;
  to(token_end());
  return json_.substr(begin, place_.offset - begin);
}

}  // namespace tepei::pack
