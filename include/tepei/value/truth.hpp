/// Three-valued truth with the connectives of strong Kleene logic.
#pragma once

#include <algorithm>
#include <cstdint>

namespace tepei {

/// False, unknown or true, in the order in which conjunction is the minimum.
enum class Truth : std::uint8_t { no = 0, unknown = 1, yes = 2 };

constexpr Truth truth(bool value) noexcept {
  return value ? Truth::yes : Truth::no;
}

/// False as soon as one side is false, whatever the other.
constexpr Truth conjunction(Truth left, Truth right) noexcept {
  return std::min(left, right);
}

/// True as soon as one side is true, whatever the other.
constexpr Truth disjunction(Truth left, Truth right) noexcept {
  return std::max(left, right);
}

constexpr Truth negation(Truth value) noexcept {
  return static_cast<Truth>(2 - static_cast<std::uint8_t>(value));
}

}  // namespace tepei
