#include "pack/fact_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tepei::pack {

namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, 6> kinds{"text", "boolean", "number", "date", "enumeration", "code"};
constexpr std::array<std::string_view, 4> meanings{"member", "unknown", "undecided", "refused"};

template <typename Enum, std::size_t Count>
std::optional<Enum> find(const std::array<std::string_view, Count>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

}  // namespace

std::string_view to_string(facts::FactKind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

std::optional<facts::FactKind> parse_fact_kind(std::string_view word) {
  return find<facts::FactKind>(kinds, word);
}

std::vector<std::string> fact_kind_words() {
  return {kinds.begin(), kinds.end()};
}

std::string_view to_string(facts::SpellingMeaning meaning) {
  return meanings[static_cast<std::size_t>(meaning)];
}

std::optional<facts::SpellingMeaning> parse_spelling_meaning(std::string_view word) {
  return find<facts::SpellingMeaning>(meanings, word);
}

std::vector<std::string> spelling_meaning_words() {
  return {meanings.begin(), meanings.end()};
}

}  // namespace tepei::pack
