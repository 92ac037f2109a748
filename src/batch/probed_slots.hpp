// An open-addressed table whose every search ends after a bounded number of slots, whatever keys it is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tepei::batch {

// `Slot` is default-constructed empty and says so by `is_empty()`.
template <typename Slot>
class ProbedSlots {
 public:
  // A key whose slots are all taken by others is kept elsewhere by the owner.
  static constexpr std::size_t most_probes = 32;

  ProbedSlots() { reset(least_slots); }

  // Where a search begins: read by loops that expect to find what they seek in its first slot.
  struct Entrance {
    const Slot* slots;
    unsigned shift;

    const Slot& first_of(std::uint64_t hash) const noexcept { return slots[hash >> shift]; }
  };
  Entrance entrance() const noexcept { return {slots_.data(), shift_}; }

  // The slot that `matches`, else the empty one where it would lie, else null. The hash's high bits decide.
  template <typename Matches>
  Slot* find(std::uint64_t hash, Matches matches) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = static_cast<std::size_t>(hash >> shift_);
    for (std::size_t i = 0; i < most_probes; ++i, place = (place + 1) & mask) {
      Slot& slot = slots_[place];
      if (slot.is_empty() || matches(slot)) return &slot;
    }
    return nullptr;
  }

  // Whether one more key than `size` would fill more than a quarter: in fuller tables, too many keys lie beside their
  // first slot.
  bool needs_growth(std::size_t size) const noexcept { return (size + 1) * 4 > slots_.size(); }
  // Twice as many slots, all empty.
  void grow() { reset(slots_.size() * 2); }
  // As it was made.
  void clear() { reset(least_slots); }

 private:
  static constexpr std::size_t least_slots = 256;

  void reset(std::size_t count) {
    std::vector<Slot>(count).swap(slots_);
    shift_ = 64;
    for (; count > 1; count /= 2) --shift_;
  }

  std::vector<Slot> slots_;  // a power of two of them
  unsigned shift_ = 0;
};

}  // namespace tepei::batch
