// A place in a JSON text that moves forward from token to token.
#pragma once

#include <string_view>

#include "pack/tree.hpp"

namespace tepei::pack {

// Follows a JSON parser over the same bytes, so that each token the parser reports is known by its exact place. The
// parser's own count will not do: it has always read past a number, and never says where a token began. Lines and
// columns are counted on the way, so that all places of a text together cost one pass over it.
class Cursor {
 public:
  Cursor(std::string_view json, std::size_t offset) : json_(json) { place_.offset = offset; }

  const Place& place() const noexcept { return place_; }

  // Moves over blanks, commas and colons to the next token.
  void to_token();
  // Moves over the token the cursor stands at and returns its text. The parser has found it well formed.
  std::string_view over_token();
  // Moves forward to byte `offset`.
  void to(std::size_t offset);

 private:
  std::size_t token_end() const;

  std::string_view json_;
  Place place_;
};

}  // namespace tepei::pack
