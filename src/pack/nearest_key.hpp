// The nearest of what a pack names, of which there may be any number.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tepei/value/diagnostic.hpp"

namespace tepei::pack {

// The most names looked at for the nearest one, so that its cost stays small.
constexpr std::size_t most_names_compared = 2'000;

// The help for `word`, which is no key of `known`.
template <typename Map>
std::string nearest_key(const std::string& word, const Map& known) {
  std::vector<std::string> names;
  for (const auto& [name, place] : known) {
    if (names.size() == most_names_compared) break;
    names.emplace_back(name);
  }
  return suggest(word, names);
}

}  // namespace tepei::pack
