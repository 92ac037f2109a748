// Distinct texts of a column as small numbers, for columns that carry each text in full.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "batch/array_view.hpp"
#include "batch/probed_slots.hpp"
#include "batch/text_key.hpp"

namespace tepei::batch {

// Numbers texts from 1 on in order of first sight. Any texts will do; chosen ones that collide cost the logarithm of
// their number. Belongs to one thread.
class TextCodes {
 public:
  // A text's number, and whether it was new.
  struct Sight {
    std::uint32_t number;
    bool is_new;
  };

  // Finds or adds; holds at most 2^32 - 1 texts.
  Sight find_or_add(std::string_view text);

  // The numbers of `count` cells of `view`, whose values are offsets of type `Offset`, from slot `first` on; 0 for
  // nulls. `on_new(number, text)` is called for each new text before the next cell is looked at.
  template <typename Offset, typename OnNew>
  void encode(const ArrayView& view, std::int64_t first, std::size_t count, std::uint32_t* numbers, OnNew on_new);

  // A text by its number; valid until the next new one.
  std::string_view text(std::uint32_t number) const noexcept;
  // How many texts there are.
  std::size_t size() const noexcept { return ends_.size(); }
  // How many bytes they have together.
  std::size_t bytes() const noexcept { return characters_.size(); }
  // Forgets all, and gives back their memory.
  void clear();

 private:
  struct Slot {
    TextKey key;
    std::uint32_t number = 0;

    bool is_empty() const noexcept { return number == 0; }
  };
  static_assert(sizeof(Slot) == 32 || sizeof(Slot) == 24, "a slot is read with every cell");

  // How many rows' validity is held at once.
  static constexpr std::size_t rows_a_word = 56;

  Sight find_or_add(const TextKey& key, std::string_view text);
  bool is_long_text(std::uint32_t number, std::string_view text) const noexcept;
  void place(std::uint32_t number);
  void grow();

  ProbedSlots<Slot> slots_;
  std::map<std::string, std::uint32_t, std::less<>> crowded_out_;
  std::string characters_;         // of all texts, one after the other
  std::vector<std::size_t> ends_;  // of each among them
};

inline std::string_view TextCodes::text(std::uint32_t number) const noexcept {
  const std::size_t begin = number > 1 ? ends_[number - 2] : 0;
  return {characters_.data() + begin, ends_[number - 1] - begin};
}

inline bool TextCodes::is_long_text(std::uint32_t number, std::string_view text) const noexcept {
  const std::string_view held = this->text(number);
  return held.size() == text.size() && are_equal_long_texts(held, text);
}

template <typename Offset, typename OnNew>
void TextCodes::encode(const ArrayView& view, std::int64_t first, std::size_t count, std::uint32_t* numbers,
                       OnNew on_new) {
  if (count == 0) return;
  const auto last = first + static_cast<std::int64_t>(count);
  const auto readable_end = static_cast<std::size_t>(load<Offset>(view.values, last));
  auto begin = static_cast<std::size_t>(load<Offset>(view.values, first));
  auto entrance = slots_.entrance();
  const void* const offsets = view.values;
  const char* const characters = view.characters;
  for (std::size_t i = 0; i < count;) {
    const std::size_t rows = std::min(rows_a_word, count - i);
    std::uint64_t valid = validity_bits(view, first + static_cast<std::int64_t>(i), rows);
    for (const std::size_t group_end = i + rows; i < group_end; ++i, valid >>= 1) {
      const auto end = static_cast<std::size_t>(load<Offset>(offsets, first + static_cast<std::int64_t>(i) + 1));
      const char* text = characters + begin;
      const std::size_t length = end - begin;
      const std::size_t readable = readable_end - begin;
      begin = end;
      if ((valid & 1) == 0) {
        numbers[i] = 0;
        continue;
      }
      const bool is_short = length <= TextKey::most_held;
      const TextKey key = is_short ? short_text_key(text, length, readable) : long_text_key(text, length);
      const Slot& found = entrance.first_of(key.hash());
      if (found.key == key && (is_short || is_long_text(found.number, {text, length}))) {
        numbers[i] = found.number;
        continue;
      }
      // By the text alone: a key whose address were needed would not stay in registers.
      const Sight sight = find_or_add(std::string_view(text, length));
      numbers[i] = sight.number;
      if (!sight.is_new) continue;
      entrance = slots_.entrance();
      on_new(sight.number, std::string_view(text, length));
    }
  }
}

}  // namespace tepei::batch
