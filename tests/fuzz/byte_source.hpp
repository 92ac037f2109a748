// The fuzzer's bytes, taken from the front as decisions; after their end every answer is zero.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace tepei::fuzz {

class ByteSource {
 public:
  ByteSource(const std::uint8_t* bytes, std::size_t size) : bytes_(bytes), left_(size) {}

  bool empty() const { return left_ == 0; }

  std::uint8_t byte() {
    if (left_ == 0) return 0;
    --left_;
    return *bytes_++;
  }

  // Below `n`, which is at most 256.
  std::size_t below(std::size_t n) { return byte() % n; }
  // True for one byte in sixteen, and never after the end.
  bool rarely() { return (byte() & 15) == 15; }

  std::int64_t whole() {
    std::int64_t value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
      value = static_cast<std::int64_t>((static_cast<std::uint64_t>(value) << 8) | byte());
    return value;
  }

  // A number a producer may get wrong: small, negative, or at an end of its type.
  std::int64_t wrong_number() {
    constexpr std::int64_t far[] = {-1,        -2,        INT64_MIN,      INT64_MAX,      INT64_MAX / 64, INT64_MAX / 8,
                                    INT32_MAX, INT32_MIN, INT32_MAX + 1L, INT64_MIN + 1L, 1L << 40,       -(1L << 40)};
    constexpr std::size_t n_far = sizeof far / sizeof *far;
    const std::size_t choice = below(4 * n_far);
    if (choice < n_far) return far[choice];
    return choice < 2 * n_far ? whole() : static_cast<std::int64_t>(byte()) - 8;
  }

  template <typename T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

 private:
  const std::uint8_t* bytes_;
  std::size_t left_;
};

}  // namespace tepei::fuzz
