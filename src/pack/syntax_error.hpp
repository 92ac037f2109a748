// What nlohmann's parser says of a text that is not JSON, in our words and with the place where it goes wrong.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tepei/value/diagnostic.hpp"

namespace tepei::pack {

// How far the parser came.
struct ParserReport {
  std::size_t last_token_end = 0;  // of the last token that was in order, separators apart
  std::size_t bytes_read = 0;      // one more than there are where it met the end
  std::string_view last_read;      // the text the message quotes
  std::string_view message;
  bool complete = false;  // a whole value had been read
};

struct SyntaxError {
  Diagnostic problem;
  std::size_t offset = 0;  // of the guilty byte
  bool at_end = false;     // the text breaks off
};

// Codes: `pack.json.truncated`, `pack.json.trailing_text`, `pack.json.number`, `pack.json.syntax`.
SyntaxError describe(std::string_view json, const ParserReport& report);

}  // namespace tepei::pack
