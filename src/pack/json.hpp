// A JSON value to be written, and its two ways of being written.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tepei/value/decimal.hpp"

namespace tepei::pack {

struct Json;
using JsonArray = std::vector<Json>;
using JsonObject = std::vector<std::pair<std::string, Json>>;  // in the order for people

struct Json {
  std::variant<bool, Decimal, std::string, JsonArray, JsonObject> value;
};

// For people: two blanks a level, what fits a line on one line.
std::string to_readable(const Json& json);
// For comparing (after RFC 8785): no blanks, keys by code point, the least escapes, numbers in plain decimals.
std::string to_canonical(const Json& json);

}  // namespace tepei::pack
