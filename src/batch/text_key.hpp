// Texts as a few words that tell them apart at a glance.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tepei::batch {

// What tells texts apart at a glance: texts of at most 16 bytes are equal when their keys are.
struct TextKey {
  static constexpr std::size_t most_held = 16;
  static constexpr std::uint32_t no_length = 0xFFFF'FFFF;

  std::uint64_t low = 0;             // the first eight bytes, zeros after the text's end
  std::uint64_t high = 0;            // the next eight likewise; of longer texts, a hash of all
  std::uint32_t length = no_length;  // at most `no_length - 1`, which stands for everything longer too

  // A sum of products: neither waits for the other.
  std::uint64_t hash() const noexcept {
    return low * 0x9E37'79B9'7F4A'7C15U + (high + length) * 0xC2B2'AE3D'27D4'EB4FU;
  }

  friend bool operator==(const TextKey& left, const TextKey& right) noexcept {
    return left.low == right.low && left.high == right.high && left.length == right.length;
  }
};

inline std::uint64_t word_at(const char* text) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return word;
}

// The key of a text of at most 16 bytes after which the buffer goes on up to `readable` bytes from the text's begin.
inline TextKey short_text_key(const char* text, std::size_t length, std::size_t readable) noexcept {
  // The window that begins 16 - length bytes in covers `length` bytes of ones.
  static constexpr std::array<char, 32> masks{'\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF',
                                              '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF'};
  if (readable < TextKey::most_held) {
    std::array<char, TextKey::most_held> copied{};
    if (length > 0) std::memcpy(copied.data(), text, length);
    return {word_at(copied.data()), word_at(copied.data() + 8), static_cast<std::uint32_t>(length)};
  }
  // Word by word: both at once would go through memory.
  const char* mask = masks.data() + TextKey::most_held - length;
  return {word_at(text) & word_at(mask), word_at(text + 8) & word_at(mask + 8), static_cast<std::uint32_t>(length)};
}

inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) noexcept {
  hash = (hash ^ word) * 0xFF51'AFD7'ED55'8CCDU;
  return hash ^ (hash >> 32);
}

// The key of a text of more than 16 bytes: sixteen bytes a step in two sums side by side; the last sixteen may overlap
// those before.
inline TextKey long_text_key(const char* text, std::size_t length) noexcept {
  std::uint64_t even = 0;
  std::uint64_t odd = 0;
  for (std::size_t i = 0; i + 16 < length; i += 16) {
    even = mixed(even, word_at(text + i));
    odd = mixed(odd, word_at(text + i + 8));
  }
  even = mixed(even, word_at(text + length - 16));
  odd = mixed(odd, word_at(text + length - 8));
  const auto held = static_cast<std::uint32_t>(std::min<std::uint64_t>(length, TextKey::no_length - 1));
  return {word_at(text), mixed(even, odd * 3), held};
}

// Whether two texts of one length, more than 16 bytes, are equal; without a call for those of at most 32.
inline bool are_equal_long_texts(std::string_view one, std::string_view other) noexcept {
  if (one.size() > 32) return one == other;
  const char* left = one.data();
  const char* right = other.data();
  const std::size_t last = one.size() - 16;
  return ((word_at(left) ^ word_at(right)) | (word_at(left + 8) ^ word_at(right + 8)) |
          (word_at(left + last) ^ word_at(right + last)) | (word_at(left + last + 8) ^ word_at(right + last + 8))) == 0;
}

}  // namespace tepei::batch
