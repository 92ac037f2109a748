/// A small set of fact slots: what an unknown value depends on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tepei {

/// A set of fact slots, 0 to `capacity - 1`. A plain value of 16 bytes, so that unknowns can carry it through every
/// operator without allocating.
class FactSet {
 public:
  /// The most facts one schema may declare.
  static constexpr std::size_t capacity = 128;

  constexpr FactSet() = default;

  /// The set of one slot; `slot` is below `capacity`.
  static constexpr FactSet of(std::size_t slot) noexcept {
    FactSet result;
    result.insert(slot);
    return result;
  }

  constexpr void insert(std::size_t slot) noexcept { words_[slot / 64] |= std::uint64_t{1} << (slot % 64); }
  constexpr void erase(std::size_t slot) noexcept { words_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64)); }
  constexpr bool contains(std::size_t slot) const noexcept { return ((words_[slot / 64] >> (slot % 64)) & 1U) != 0; }
  constexpr bool empty() const noexcept { return words_[0] == 0 && words_[1] == 0; }

  friend constexpr FactSet operator|(FactSet left, FactSet right) noexcept {
    left.words_[0] |= right.words_[0];
    left.words_[1] |= right.words_[1];
    return left;
  }
  friend constexpr FactSet operator&(FactSet left, FactSet right) noexcept {
    left.words_[0] &= right.words_[0];
    left.words_[1] &= right.words_[1];
    return left;
  }
  /// What is in `left` and not in `right`.
  friend constexpr FactSet operator-(FactSet left, FactSet right) noexcept {
    left.words_[0] &= ~right.words_[0];
    left.words_[1] &= ~right.words_[1];
    return left;
  }
  constexpr FactSet& operator|=(FactSet other) noexcept { return *this = *this | other; }
  friend constexpr bool operator==(FactSet left, FactSet right) noexcept {
    return left.words_[0] == right.words_[0] && left.words_[1] == right.words_[1];
  }
  friend constexpr bool operator!=(FactSet left, FactSet right) noexcept { return !(left == right); }

 private:
  std::array<std::uint64_t, 2> words_{};
};

}  // namespace tepei
