// A column of one batch, checked as far as the C Data Interface allows, so that what reads it need not check again.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "batch/column_type.hpp"
#include "tepei/batch/arrow.hpp"
#include "tepei/value/result.hpp"

namespace tepei::batch {

// The value of `T` at place `index` of a buffer that need not be aligned.
template <typename T>
T load(const void* buffer, std::int64_t index) noexcept {
  T value{};
  std::memcpy(&value, static_cast<const unsigned char*>(buffer) + static_cast<std::size_t>(index) * sizeof(T),
              sizeof(T));
  return value;
}

inline bool bit_at(const std::uint8_t* bits, std::int64_t index) noexcept {
  return ((bits[index / 8] >> (index % 8)) & 1) != 0;
}

// `count` cells from slot `first` of an array's buffers.
struct ArrayView {
  std::int64_t first = 0;
  std::int64_t count = 0;
  const std::uint8_t* validity = nullptr;   // null: no cell is null
  const void* values = nullptr;             // cells, bits, offsets or views
  const char* characters = nullptr;         // of text with offsets
  const void* const* long_texts = nullptr;  // of text views

  bool is_null(std::int64_t slot) const noexcept { return validity != nullptr && !bit_at(validity, slot); }
};

// The validity of at most 56 slots from `first` on, the first in the lowest bit; bits beyond them may be anything.
inline std::uint64_t validity_bits(const ArrayView& view, std::int64_t first, std::size_t count) noexcept {
  if (view.validity == nullptr) return ~std::uint64_t{0};
  const auto shift = static_cast<std::size_t>(first & 7);
  std::uint64_t bits = 0;
  std::memcpy(&bits, view.validity + (first >> 3), (shift + count + 7) / 8);
  return bits >> shift;
}

// A column's rows; where it is dictionary-encoded, they are indexes into `dictionary`.
struct ColumnView {
  ArrayView rows;
  std::optional<ArrayView> dictionary;
};

// A column's type; where it is dictionary-encoded, `index` is that of its rows and `value` that of its dictionary.
struct ColumnShape {
  ColumnType value;
  std::optional<ColumnType> index;
};

// The text at `slot`, which is not null.
std::string_view text_at(const ArrayView& view, Layout layout, std::int64_t slot) noexcept;
// The index at `slot` of a dictionary's rows, which is not null.
std::int64_t index_at(const ArrayView& view, const ColumnType& type, std::int64_t slot) noexcept;

// The most rows one batch may have.
constexpr std::int64_t max_batch_rows = INT32_MAX;

// Checks the struct array that is a record batch: lengths, children, no null rows. Error: `batch.array.malformed`.
Result<void> check_batch_array(const ArrowArray& batch, std::int64_t n_columns);

// The cells of `array` that are the batch's rows [offset, offset + count), with everything checked that can be without
// the buffers' sizes: counts, pointers, offsets in order, views within their buffers. Indexes into a dictionary are
// left to `check_dictionary_indexes`. `column` is for messages. Error: `batch.array.malformed`.
Result<ColumnView> view_column(const ColumnShape& shape, const ArrowArray& array, std::int64_t offset,
                               std::int64_t count, std::string_view column);

// Whether the indexes of rows [first, first + count) of a view lie within its dictionary. Error:
// `batch.array.malformed`.
Result<void> check_dictionary_indexes(const ColumnShape& shape, const ColumnView& view, std::int64_t first,
                                      std::int64_t count, std::string_view column);

}  // namespace tepei::batch
