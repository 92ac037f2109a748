// Our own columns as Arrow structures that own what they point to.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "batch/owned.hpp"
#include "tepei/batch/arrow.hpp"

namespace tepei::batch {

// A buffer of an array; never null once exported, so that no reader stumbles over an empty one.
using Buffer = std::vector<std::uint8_t>;

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

// A dictionary of texts, each once.
Owned<ArrowArray> export_texts(const std::vector<std::string_view>& texts);

// Which cells are null, as a bitmap that is only made where one is.
class Validity {
 public:
  void append(bool valid);
  std::int64_t null_count() const noexcept { return null_count_; }
  // The bitmap; empty where no cell is null.
  Buffer take();

 private:
  Buffer bits_;
  std::int64_t length_ = 0;
  std::int64_t null_count_ = 0;
};

// Appends a value's bytes to a buffer.
template <typename T>
void append_bytes(Buffer& buffer, T value) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(&value);
  buffer.insert(buffer.end(), bytes, bytes + sizeof value);
}

}  // namespace tepei::batch
