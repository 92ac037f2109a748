// Our own columns as Arrow structures that own what they point to.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/owned.hpp"
#include "tepei/batch/arrow.hpp"

namespace tepei::batch {

// Leaves new bytes as they are where `std::vector` would set them to zero: they are written at once anyway.
template <typename T>
struct Unset : std::allocator<T> {
  // NOLINTBEGIN(readability-identifier-naming): the standard's names
  template <typename Other>
  struct rebind {
    using other = Unset<Other>;
  };
  // NOLINTEND(readability-identifier-naming)
  template <typename Other, typename... Arguments>
  void construct(Other* place, Arguments&&... arguments) {
    if constexpr (sizeof...(Arguments) == 0) {
      ::new (static_cast<void*>(place)) Other;
    } else {
      ::new (static_cast<void*>(place)) Other(static_cast<Other>(std::forward<Arguments>(arguments))...);
    }
  }
};

// A buffer of an array; never null once exported, so that no reader stumbles over an empty one. Resized, its new bytes
// are anything.
using Buffer = std::vector<std::uint8_t, Unset<std::uint8_t>>;

// What one array is made of.
struct ArrayParts {
  std::int64_t length = 0;
  std::int64_t null_count = 0;
  // The first is the validity bitmap where `has_validity`, and given as null where there are no nulls.
  bool has_validity = true;
  std::vector<Buffer> buffers;
  std::vector<Owned<ArrowArray>> children;
  Owned<ArrowArray> dictionary;
};

// An array whose release frees all parts. A child or dictionary moved out of it by its reader lives on.
Owned<ArrowArray> export_array(ArrayParts parts);

struct SchemaParts {
  std::string format;
  std::string name;
  std::int64_t flags = 0;
  std::vector<Owned<ArrowSchema>> children;
  Owned<ArrowSchema> dictionary;
};

Owned<ArrowSchema> export_schema(SchemaParts parts);

// Which cells are null.
struct Validity {
  Buffer bits;  // empty where none is
  std::int64_t null_count = 0;
};

// The validity of `length` cells of which those at `nulls`, in order and each once, are null.
Validity validity_of(std::size_t length, const std::vector<std::int64_t>& nulls);

// The bytes of a bitmap for `length` cells.
constexpr std::size_t bitmap_size(std::size_t length) {
  return (length + 7) / 8;
}

// A nullable field without children.
Owned<ArrowSchema> export_field(std::string format, std::string name);

// The beginning of an array: its length and which cells are null.
ArrayParts parts_of(std::size_t length, Validity validity);

// Where each text or list ends, from 0 on, in 32 bits: for whoever has seen that they fit.
Buffer export_ends(const std::vector<std::int64_t>& ends);

// Booleans given one a byte.
Owned<ArrowArray> export_flags(const std::vector<std::uint8_t>& flags, Validity validity);

// A dictionary of texts, each once.
Owned<ArrowArray> export_texts(const std::vector<std::string_view>& texts);

// Appends a value's bytes to a buffer.
template <typename T>
void append_bytes(Buffer& buffer, T value) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(&value);
  buffer.insert(buffer.end(), bytes, bytes + sizeof value);
}

}  // namespace tepei::batch
