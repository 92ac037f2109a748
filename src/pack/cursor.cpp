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

void Cursor::to_token() {
  to(json_.find_first_not_of(" \t\r\n,:", place_.offset));
}

namespace {

std::size_t string_end(std::string_view json, std::size_t begin) {
  std::size_t end = begin + 1;
  while (json[end] != '"') end += json[end] == '\\' ? 2 : 1;
  return end + 1;
}

// After a leading zero only a fraction or an exponent can follow: `01` is two tokens, and so no JSON.
std::size_t number_end(std::string_view json, std::size_t begin) {
  const std::size_t digit = json[begin] == '-' ? begin + 1 : begin;
  const bool zero = json[digit] == '0';
  if (zero && (digit + 1 == json.size() || std::string_view(".eE").find(json[digit + 1]) == std::string_view::npos)) {
    return digit + 1;
  }
  return std::min(json.find_first_not_of("+-.0123456789eE", begin), json.size());
}

}  // namespace

std::size_t Cursor::token_end() const {
  const std::size_t begin = place_.offset;
  switch (json_[begin]) {
    case '{':
    case '}':
    case '[':
    case ']':
      return begin + 1;
    case '"':
      return string_end(json_, begin);
    case 't':
    case 'n':
      return begin + 4;
    case 'f':
      return begin + 5;
    default:
      return number_end(json_, begin);
  }
}

std::string_view Cursor::over_token() {
  const std::size_t begin = place_.offset;
  to(token_end());
  return json_.substr(begin, place_.offset - begin);
}

}  // namespace tepei::pack
