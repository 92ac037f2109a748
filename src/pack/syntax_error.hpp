// What nlohmann's parser says of a text that is not JSON, in our words and with the place where it goes wrong.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tepei/value/diagnostic.hpp"

namespace tepei::pack {

// What the parser hands over: how many bytes it has read, the token it stopped at with control characters spelt out,
// its message, and whether a whole value had been read before.
struct ParserReport {
  std::size_t bytes_read = 0;
  std::string_view token;
  std::string_view message;
  bool complete = false;
};

struct SyntaxError {
  Diagnostic problem;
  std::size_t offset = 0;  // of the guilty byte
  bool at_end = false;     // the text breaks off
};

// Codes: `pack.json.truncated`, `pack.json.trailing_text`, `pack.json.number`, `pack.json.syntax`.
SyntaxError describe(std::string_view json, const ParserReport& report);

}  // namespace tepei::pack
