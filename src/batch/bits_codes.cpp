#include "batch/bits_codes.hpp"

namespace tepei::batch {

void BitsCodes::clear() {
  slots_.clear();
  crowded_out_.clear();
  std::vector<std::uint64_t>().swap(values_);
}

BitsCodes::Sight BitsCodes::find_or_add(std::uint64_t bits) {
  const Slot* slot = slots_.find(hash(bits), [bits](const Slot& candidate) { return candidate.bits == bits; });
  if (slot != nullptr && !slot->is_empty()) return {slot->number, false};
  if (slot == nullptr) {
    const auto known = crowded_out_.find(bits);
    if (known != crowded_out_.end()) return {known->second, false};
  }
  values_.push_back(bits);
  const auto number = static_cast<std::uint32_t>(values_.size());
  if (slots_.needs_growth(values_.size())) {
    grow();
  } else {
    place(number);
  }
  return {number, true};
}

// Puts a value that is in no slot yet into one, or where those go that find none.
void BitsCodes::place(std::uint32_t number) {
  const std::uint64_t added = bits(number);
  Slot* slot = slots_.find(hash(added), [](const Slot&) { return false; });
  if (slot == nullptr) {
    crowded_out_.emplace(added, number);
  } else {
    *slot = {added, number};
  }
}

void BitsCodes::grow() {
  slots_.grow();
  crowded_out_.clear();
  for (std::size_t number = 1; number <= values_.size(); ++number) place(static_cast<std::uint32_t>(number));
}

}  // namespace tepei::batch
