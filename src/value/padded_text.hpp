/// Numbers as text of a fixed width, and fractions of a second.
#pragma once

#include <cstdint>
#include <string>

namespace tepei {

/// `value`, not negative, with zeros before it up to `width` digits.
inline std::string padded(std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return digits.size() >= width ? digits : std::string(width - digits.size(), '0') + digits;
}

/// `.5` for half a second's nanoseconds; empty for none.
inline std::string fraction_text(std::int64_t nanoseconds) {
  if (nanoseconds == 0) return {};
  std::string text = "." + padded(nanoseconds, 9);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

}  // namespace tepei
