/// The known name that a misspelt one was meant to be.
#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "tepei/value/diagnostic.hpp"
#include "value/text_characters.hpp"

namespace tepei {

namespace {

constexpr std::size_t longest_word = 256;  // code points

/// The code points of a word, ASCII capitals as small letters; nothing for one that is too long.
std::optional<std::u32string> folded(std::string_view word) {
  if (word.size() > 4 * longest_word) return std::nullopt;
  std::u32string characters;
  for (std::size_t at = 0; at < word.size();) {
    const Character character = character_at(word, at);
    at += character.bytes.size();
    // A broken byte becomes a value that no code point has.
    const std::int32_t value =
        character.code_point.value_or(0x110000 + static_cast<unsigned char>(character.bytes.front()));
    characters += static_cast<char32_t>(value >= 'A' && value <= 'Z' ? value - 'A' + 'a' : value);
  }
  if (characters.size() > longest_word) return std::nullopt;
  return characters;
}

/// The Levenshtein distance, or `limit + 1` where it is above `limit`.
std::size_t edit_distance(const std::u32string& left, const std::u32string& right, std::size_t limit) {
  if (left.size() > right.size() + limit || right.size() > left.size() + limit) return limit + 1;
  std::array<std::size_t, longest_word + 1> row{};
  const auto row_end = row.begin() + static_cast<std::ptrdiff_t>(right.size()) + 1;
  std::iota(row.begin(), row_end, std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
    if (*std::min_element(row.begin(), row_end) > limit) return limit + 1;
  }
  return row[right.size()];
}

// `quoted` is qualified where its argument would bring in `std::quoted`, which a unity build may have seen.
std::string listed(const std::vector<std::string>& candidates, std::size_t max_listed) {
  const std::size_t shown = std::min(candidates.size(), max_listed);
  std::string text = "one of ";
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : ", ") + tepei::quoted(candidates[i]);
  const std::size_t left = candidates.size() - shown;
  if (left == 0) return text;
  return text + (shown == 0 ? "" : " and ") + std::to_string(left) + (shown == 0 ? " known names" : " more");
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const auto wanted = folded(word);
  if (!wanted) return std::nullopt;
  std::size_t limit = std::max<std::size_t>(1, wanted->size() / 3);
  const std::string* best = nullptr;
  for (const std::string& candidate : candidates) {
    const auto known = folded(candidate);
    if (!known) continue;
    const std::size_t distance = edit_distance(*wanted, *known, limit);
    const bool something_common = distance < std::max(wanted->size(), known->size());
    if (distance > limit || !something_common) continue;
    best = &candidate;
    if (distance == 0) break;
    limit = distance - 1;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

std::string suggest(std::string_view word, const std::vector<std::string>& candidates, std::size_t max_listed) {
  if (const auto meant = nearest(word, candidates)) return "did you mean " + tepei::quoted(*meant) + "?";
  return candidates.empty() ? std::string() : listed(candidates, max_listed);
}

}  // namespace tepei
