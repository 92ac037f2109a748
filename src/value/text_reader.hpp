/// Reading fixed forms of ASCII text from left to right.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tepei {

/// A text of which parts are taken from the front.
class TextReader {
 public:
  explicit constexpr TextReader(std::string_view text) : rest_(text) {}

  constexpr bool at_end() const noexcept { return rest_.empty(); }
  constexpr char peek() const noexcept { return rest_.empty() ? '\0' : rest_.front(); }
  constexpr bool at_digit() const noexcept { return peek() >= '0' && peek() <= '9'; }

  constexpr bool take(char expected) noexcept {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Exactly `count` digits, at most nine, as a number.
  constexpr std::optional<int> take_digits(int count) noexcept {
    int value = 0;
    for (; count > 0; --count) {
      if (!at_digit()) return std::nullopt;
      value = value * 10 + (peek() - '0');
      rest_.remove_prefix(1);
    }
    return value;
  }

  /// One digit or more; a number that does not fit is `saturated`.
  constexpr std::optional<std::uint64_t> take_number() noexcept {
    if (!at_digit()) return std::nullopt;
    std::uint64_t value = 0;
    for (; at_digit(); rest_.remove_prefix(1)) {
      value = value > (saturated - 9) / 10 ? saturated : value * 10 + static_cast<std::uint64_t>(peek() - '0');
    }
    return value;
  }

  /// The digits of a second's fraction after its point, one to nine of them, in nanoseconds.
  constexpr std::optional<std::int64_t> take_nanoseconds() noexcept {
    if (!at_digit()) return std::nullopt;
    std::int64_t value = 0;
    std::int64_t unit = 1'000'000'000;
    for (; at_digit(); rest_.remove_prefix(1)) {
      unit /= 10;
      if (unit == 0) return std::nullopt;
      value += unit * (peek() - '0');
    }
    return value;
  }

  static constexpr std::uint64_t saturated = ~std::uint64_t{0};

 private:
  std::string_view rest_;
};

}  // namespace tepei
