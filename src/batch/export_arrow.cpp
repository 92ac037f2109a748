#include "batch/export_arrow.hpp"

#include <utility>

namespace tepei::batch {
namespace {

// An empty vector may have no memory; readers get this instead.
alignas(64) constexpr std::uint8_t nothing[64] = {};

template <typename Struct>
std::vector<Struct*> pointers_to(std::vector<Owned<Struct>>& owned) {
  std::vector<Struct*> result;
  result.reserve(owned.size());
  for (Owned<Struct>& one : owned) result.push_back(one.address());
  return result;
}

// What an exported array keeps. The pointers stay good while their reader moves children out, since they point into
// this.
struct ArrayKeep {
  explicit ArrayKeep(ArrayParts given) : parts(std::move(given)), children(pointers_to(parts.children)) {
    for (std::size_t i = 0; i < parts.buffers.size(); ++i) {
      const bool no_nulls = i == 0 && parts.has_validity && parts.null_count == 0;
      const void* bytes = parts.buffers[i].empty() ? nothing : parts.buffers[i].data();
      buffers.push_back(no_nulls ? nullptr : bytes);
    }
  }
  ArrayParts parts;
  std::vector<ArrowArray*> children;
  std::vector<const void*> buffers;
};

struct SchemaKeep {
  explicit SchemaKeep(SchemaParts given) : parts(std::move(given)), children(pointers_to(parts.children)) {}
  SchemaParts parts;
  std::vector<ArrowSchema*> children;
};

template <typename Keep, typename Struct>
void release(Struct* exported) {
  delete static_cast<Keep*>(exported->private_data);
  exported->private_data = nullptr;
  exported->release = nullptr;
}

}  // namespace

Owned<ArrowArray> export_array(ArrayParts parts) {
  auto keep = std::make_unique<ArrayKeep>(std::move(parts));
  ArrowArray array{};
  array.length = keep->parts.length;
  array.null_count = keep->parts.null_count;
  array.n_buffers = static_cast<std::int64_t>(keep->buffers.size());
  array.buffers = keep->buffers.data();
  array.n_children = static_cast<std::int64_t>(keep->children.size());
  array.children = keep->children.empty() ? nullptr : keep->children.data();
  array.dictionary = keep->parts.dictionary.holds() ? keep->parts.dictionary.address() : nullptr;
  array.release = &release<ArrayKeep, ArrowArray>;
  array.private_data = keep.release();
  return Owned<ArrowArray>(&array);
}

Owned<ArrowSchema> export_schema(SchemaParts parts) {
  auto keep = std::make_unique<SchemaKeep>(std::move(parts));
  ArrowSchema schema{};
  schema.format = keep->parts.format.c_str();
  schema.name = keep->parts.name.c_str();
  schema.flags = keep->parts.flags;
  schema.n_children = static_cast<std::int64_t>(keep->children.size());
  schema.children = keep->children.empty() ? nullptr : keep->children.data();
  schema.dictionary = keep->parts.dictionary.holds() ? keep->parts.dictionary.address() : nullptr;
  schema.release = &release<SchemaKeep, ArrowSchema>;
  schema.private_data = keep.release();
  return Owned<ArrowSchema>(&schema);
}

Owned<ArrowSchema> export_field(std::string format, std::string name) {
  SchemaParts parts;
  parts.format = std::move(format);
  parts.name = std::move(name);
  parts.flags = ARROW_FLAG_NULLABLE;
  return export_schema(std::move(parts));
}

ArrayParts parts_of(std::size_t length, Validity validity) {
  ArrayParts parts;
  parts.length = static_cast<std::int64_t>(length);
  parts.null_count = validity.null_count;
  parts.buffers.push_back(std::move(validity.bits));
  return parts;
}

Buffer export_ends(const std::vector<std::int64_t>& ends) {
  Buffer buffer;
  buffer.reserve(ends.size() * sizeof(std::int32_t));
  for (const std::int64_t end : ends) append_bytes(buffer, static_cast<std::int32_t>(end));
  return buffer;
}

Owned<ArrowArray> export_flags(const std::vector<std::uint8_t>& flags, Validity validity) {
  ArrayParts parts = parts_of(flags.size(), std::move(validity));
  Buffer bits(bitmap_size(flags.size()), 0);
  for (std::size_t i = 0; i < flags.size(); ++i) {
    bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | (unsigned{flags[i]} << (i % 8)));
  }
  parts.buffers.push_back(std::move(bits));
  return export_array(std::move(parts));
}

Owned<ArrowArray> export_texts(const std::vector<std::string_view>& texts) {
  Buffer offsets;
  Buffer characters;
  append_bytes<std::int32_t>(offsets, 0);
  for (const std::string_view text : texts) {
    characters.insert(characters.end(), text.begin(), text.end());
    append_bytes(offsets, static_cast<std::int32_t>(characters.size()));
  }
  ArrayParts parts;
  parts.length = static_cast<std::int64_t>(texts.size());
  parts.buffers = {Buffer(), std::move(offsets), std::move(characters)};
  return export_array(std::move(parts));
}

Validity validity_of(std::size_t length, const std::vector<std::int64_t>& nulls) {
  if (nulls.empty()) return {};
  Validity validity{Buffer(bitmap_size(length), 0xFF), static_cast<std::int64_t>(nulls.size())};
  for (const std::int64_t place : nulls) {
    auto& byte = validity.bits[static_cast<std::size_t>(place) / 8];
    byte = static_cast<std::uint8_t>(byte & ~(1U << (place % 8)));
  }
  return validity;
}

}  // namespace tepei::batch
