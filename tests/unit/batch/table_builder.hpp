// Arrow tables built by hand, buffer by buffer, for tests: every type, slice, chunk and malformation.
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tepei/batch/arrow.hpp"

namespace tepei::batch::test {

using Bytes = std::vector<std::uint8_t>;

// One array with its type; its buffers are exactly as long as they must be, so that a sanitizer sees any step too far.
struct Model {
  std::string format;
  std::string name;
  std::int64_t length = 0;
  std::int64_t null_count = -1;
  std::int64_t offset = 0;
  std::vector<std::optional<Bytes>> buffers;  // nothing: a null pointer
  std::vector<Model> children;
  std::shared_ptr<Model> dictionary;
};

// How many exported structures were not released yet.
using Live = std::shared_ptr<int>;

inline Live no_structures() {
  return std::make_shared<int>(0);
}

template <typename Struct>
struct Keep {
  std::vector<std::unique_ptr<std::uint8_t[]>> memory;
  std::vector<const void*> buffers;
  std::vector<Struct> children;
  std::vector<Struct*> pointers;
  Struct dictionary{};
  std::string format;
  std::string name;
  Live live;
};

template <typename Struct>
void release(Struct* exported) {
  auto* keep = static_cast<Keep<Struct>*>(exported->private_data);
  for (Struct& child : keep->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (keep->dictionary.release != nullptr) keep->dictionary.release(&keep->dictionary);
  --*keep->live;
  exported->release = nullptr;
  delete keep;
}

inline void point_at(Keep<ArrowArray>& keep, const std::optional<Bytes>& buffer) {
  if (!buffer) {
    keep.buffers.push_back(nullptr);
    return;
  }
  keep.memory.push_back(std::make_unique<std::uint8_t[]>(buffer->size()));
  if (!buffer->empty()) std::memcpy(keep.memory.back().get(), buffer->data(), buffer->size());
  keep.buffers.push_back(keep.memory.back().get());
}

template <typename Struct>
std::unique_ptr<Keep<Struct>> keep_parts(const Model& model, const Live& live,
                                         Struct (*make)(const Model&, const Live&)) {
  auto keep = std::make_unique<Keep<Struct>>();
  for (const Model& child : model.children) keep->children.push_back(make(child, live));
  for (Struct& child : keep->children) keep->pointers.push_back(&child);
  if (model.dictionary) keep->dictionary = make(*model.dictionary, live);
  keep->live = live;
  ++*live;
  return keep;
}

inline ArrowArray export_array(const Model& model, const Live& live) {
  auto keep = keep_parts<ArrowArray>(model, live, &export_array);
  for (const auto& buffer : model.buffers) point_at(*keep, buffer);
  ArrowArray array{};
  array.length = model.length;
  array.null_count = model.null_count;
  array.offset = model.offset;
  array.n_buffers = static_cast<std::int64_t>(keep->buffers.size());
  array.buffers = keep->buffers.data();
  array.n_children = static_cast<std::int64_t>(keep->pointers.size());
  array.children = keep->pointers.data();
  array.dictionary = model.dictionary ? &keep->dictionary : nullptr;
  array.release = &release<ArrowArray>;
  array.private_data = keep.release();
  return array;
}

inline ArrowSchema export_schema(const Model& model, const Live& live) {
  auto keep = keep_parts<ArrowSchema>(model, live, &export_schema);
  keep->format = model.format;
  keep->name = model.name;
  ArrowSchema schema{};
  schema.format = keep->format.c_str();
  schema.name = keep->name.c_str();
  schema.flags = ARROW_FLAG_NULLABLE;
  schema.n_children = static_cast<std::int64_t>(keep->pointers.size());
  schema.children = keep->pointers.data();
  schema.dictionary = model.dictionary ? &keep->dictionary : nullptr;
  schema.release = &release<ArrowSchema>;
  schema.private_data = keep.release();
  return schema;
}

// A stream of batches, of which each is made when it is asked for.
struct StreamModel {
  Model schema;
  std::vector<Model> batches;
  std::size_t fail_at = SIZE_MAX;          // the batch that fails with EIO instead
  std::function<void(ArrowArray&)> spoil;  // what is done to each array before it is handed out
  int* asked = nullptr;                    // counts calls of get_next
};

struct StreamKeep {
  StreamModel model;
  Live live;
  std::size_t next = 0;
};

inline ArrowArrayStream export_stream(StreamModel model, const Live& live) {
  ArrowArrayStream stream{};
  stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
    auto& keep = *static_cast<StreamKeep*>(self->private_data);
    *out = export_schema(keep.model.schema, keep.live);
    return 0;
  };
  stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
    auto& keep = *static_cast<StreamKeep*>(self->private_data);
    if (keep.model.asked != nullptr) ++*keep.model.asked;
    out->release = nullptr;
    if (keep.next == keep.model.fail_at) return 5;
    if (keep.next == keep.model.batches.size()) return 0;
    *out = export_array(keep.model.batches[keep.next++], keep.live);
    if (keep.model.spoil) keep.model.spoil(*out);
    return 0;
  };
  stream.get_last_error = [](ArrowArrayStream*) -> const char* { return "the disk is gone"; };
  stream.release = [](ArrowArrayStream* self) {
    auto* keep = static_cast<StreamKeep*>(self->private_data);
    --*keep->live;
    self->release = nullptr;
    delete keep;
  };
  ++*live;
  stream.private_data = new StreamKeep{std::move(model), live, 0};
  return stream;
}

// Cells that lie before and after a slice.
struct Margins {
  std::int64_t before = 0;
  std::int64_t after = 0;
};

template <typename T>
using Cells = std::vector<std::optional<T>>;

template <typename T>
Cells<T> with_margins(const Cells<T>& cells, const Margins& margins, const T& filler) {
  Cells<T> all(static_cast<std::size_t>(margins.before), filler);
  all.insert(all.end(), cells.begin(), cells.end());
  all.insert(all.end(), static_cast<std::size_t>(margins.after), filler);
  return all;
}

template <typename T>
void put_bytes(Bytes& bytes, const T& value) {
  const auto* begin = reinterpret_cast<const std::uint8_t*>(&value);
  bytes.insert(bytes.end(), begin, begin + sizeof value);
}

template <typename Holds>
Bytes bitmap(std::size_t count, Holds holds) {
  Bytes bits((count + 7) / 8);
  for (std::size_t i = 0; i < count; ++i) {
    if (holds(i)) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | (1U << (i % 8)));
  }
  return bits;
}

template <typename T>
std::optional<Bytes> validity_of(const Cells<T>& cells) {
  bool any = false;
  for (const auto& cell : cells) any = any || !cell;
  if (!any) return std::nullopt;
  return bitmap(cells.size(), [&](std::size_t i) { return cells[i].has_value(); });
}

inline Model model_of(std::string format, std::size_t length, const Margins& margins) {
  Model model;
  model.format = std::move(format);
  model.length = static_cast<std::int64_t>(length);
  model.offset = margins.before;
  return model;
}

template <typename T>
Model fixed(std::string format, const Cells<T>& cells, const Margins& margins = {}) {
  Model model = model_of(std::move(format), cells.size(), margins);
  const auto all = with_margins(cells, margins, T{});
  Bytes values;
  for (const auto& cell : all) put_bytes(values, cell.value_or(T{}));
  model.buffers = {validity_of(all), std::move(values)};
  return model;
}

inline Model bits(const Cells<bool>& cells, const Margins& margins = {}) {
  Model model = model_of("b", cells.size(), margins);
  const auto all = with_margins(cells, margins, true);
  model.buffers = {validity_of(all), bitmap(all.size(), [&](std::size_t i) { return all[i].value_or(true); })};
  return model;
}

template <typename Offset>
Model texts_with_offsets(std::string format, const Cells<std::string>& cells, const Margins& margins) {
  Model model = model_of(std::move(format), cells.size(), margins);
  const auto all = with_margins(cells, margins, std::string("filler"));
  Bytes offsets;
  Bytes characters;
  put_bytes(offsets, Offset{0});
  for (const auto& cell : all) {
    if (cell) characters.insert(characters.end(), cell->begin(), cell->end());
    put_bytes(offsets, static_cast<Offset>(characters.size()));
  }
  model.buffers = {validity_of(all), std::move(offsets), std::move(characters)};
  return model;
}

// Long texts alternate between two buffers.
inline Model text_views(const Cells<std::string>& cells, const Margins& margins) {
  Model model = model_of("vu", cells.size(), margins);
  const auto all = with_margins(cells, margins, std::string("a filler of many characters"));
  Bytes views;
  Bytes long_texts[2];
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string text = all[i].value_or("");
    put_bytes(views, static_cast<std::int32_t>(text.size()));
    char rest[12] = {};
    if (text.size() <= 12) {
      std::memcpy(rest, text.data(), text.size());
    } else {
      Bytes& buffer = long_texts[i % 2];
      const std::int32_t place[2] = {static_cast<std::int32_t>(i % 2), static_cast<std::int32_t>(buffer.size())};
      std::memcpy(rest, text.data(), 4);
      std::memcpy(rest + 4, place, 8);
      buffer.insert(buffer.end(), text.begin(), text.end());
    }
    views.insert(views.end(), rest, rest + 12);
  }
  Bytes sizes;
  for (const Bytes& buffer : long_texts) put_bytes(sizes, static_cast<std::int64_t>(buffer.size()));
  model.buffers = {validity_of(all), std::move(views), long_texts[0], long_texts[1], std::move(sizes)};
  return model;
}

inline Model texts(const std::string& format, const Cells<std::string>& cells, const Margins& margins = {}) {
  if (format == "u") return texts_with_offsets<std::int32_t>(format, cells, margins);
  if (format == "U") return texts_with_offsets<std::int64_t>(format, cells, margins);
  return text_views(cells, margins);
}

inline Model nulls(std::size_t count, const Margins& margins = {}) {
  return model_of("n", count, margins);
}

template <typename Index>
Model dictionary(const std::string& index_format, const Cells<Index>& indexes, Model values,
                 const Margins& margins = {}) {
  Model model = fixed<Index>(index_format, indexes, margins);
  model.dictionary = std::make_shared<Model>(std::move(values));
  return model;
}

inline Model named(std::string name, Model model) {
  model.name = std::move(name);
  return model;
}

// A record batch of `rows` rows whose columns hold `offset` cells before them.
inline Model table(std::vector<Model> columns, std::int64_t rows, std::int64_t offset = 0) {
  Model model;
  model.format = "+s";
  model.length = rows;
  model.offset = offset;
  model.null_count = 0;
  model.buffers = {std::nullopt};
  model.children = std::move(columns);
  return model;
}

}  // namespace tepei::batch::test
