// Distinct values of at most 64 bits as small numbers, for columns of numbers and dates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "batch/array_view.hpp"
#include "batch/probed_slots.hpp"

namespace tepei::batch {

// Numbers values from 1 on in order of first sight. Any values will do; chosen ones that collide cost the logarithm of
// their number. Belongs to one thread.
class BitsCodes {
 public:
  // A value's number, and whether it was new.
  struct Sight {
    std::uint32_t number;
    bool is_new;
  };

  // Finds or adds; holds at most 2^32 - 1 values.
  Sight find_or_add(std::uint64_t bits);

  // The numbers of `count` cells of `view`, integers of type `Cell` widened by their sign, from slot `first` on; 0 for
  // nulls. `on_new(number, bits)` is called for each new value before the next cell is looked at.
  template <typename Cell, typename OnNew>
  void encode(const ArrayView& view, std::int64_t first, std::size_t count, std::uint32_t* numbers, OnNew on_new);

  // A value by its number.
  std::uint64_t bits(std::uint32_t number) const noexcept { return values_[number - 1]; }
  // How many values there are.
  std::size_t size() const noexcept { return values_.size(); }
  // Forgets all, and gives back their memory.
  void clear();

 private:
  struct Slot {
    std::uint64_t bits = 0;
    std::uint32_t number = 0;

    bool is_empty() const noexcept { return number == 0; }
  };

  static std::uint64_t hash(std::uint64_t bits) noexcept { return (bits ^ (bits >> 32)) * 0x9E37'79B9'7F4A'7C15U; }

  void place(std::uint32_t number);
  void grow();

  ProbedSlots<Slot> slots_;
  std::map<std::uint64_t, std::uint32_t> crowded_out_;
  std::vector<std::uint64_t> values_;
};

template <typename Cell, typename OnNew>
void BitsCodes::encode(const ArrayView& view, std::int64_t first, std::size_t count, std::uint32_t* numbers,
                       OnNew on_new) {
  auto entrance = slots_.entrance();
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t slot = first + static_cast<std::int64_t>(i);
    if (view.is_null(slot)) {
      numbers[i] = 0;
      continue;
    }
    // Widened by the sign first.
    const auto bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(load<Cell>(view.values, slot)));
    const Slot& found = entrance.first_of(hash(bits));
    if (found.bits == bits && !found.is_empty()) {
      numbers[i] = found.number;
      continue;
    }
    const Sight sight = find_or_add(bits);
    numbers[i] = sight.number;
    if (!sight.is_new) continue;
    entrance = slots_.entrance();
    on_new(sight.number, bits);
  }
}

}  // namespace tepei::batch
