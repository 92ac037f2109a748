#include "batch/array_view.hpp"

#include <limits>

#include "tepei/value/diagnostic.hpp"

namespace tepei::batch {
namespace {

// An inline text of a view is at most this long; longer ones lie in a buffer.
constexpr std::int32_t max_inline_text = 12;

// What is wrong with one array; empty while nothing is.
using Problem = std::string;

std::int64_t buffers_of(Layout layout) {
  switch (layout) {
    case Layout::none:
      return 0;
    case Layout::bits:
    case Layout::fixed:
      return 2;
    default:
      return 3;  // a view has these and its long texts
  }
}

Problem check_header(const ArrowArray& array, Layout layout, bool has_dictionary) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  if (array.release == nullptr) return "it was released already";
  if (array.length < 0) return "its length is " + std::to_string(array.length);
  if (array.offset < 0) return "its offset is " + std::to_string(array.offset);
  if (array.length > most / 64 - array.offset) return "its offset and length reach beyond any memory";
  if (array.null_count < -1) return "its null count is " + std::to_string(array.null_count);
  if (array.null_count > array.length) return "it counts more nulls than cells";
  if (array.n_children != 0) return "it has children, which its type has not";
  if ((array.dictionary != nullptr) != has_dictionary) {
    return has_dictionary ? "its dictionary is missing" : "it has a dictionary, which its type has not";
  }
  const std::int64_t wanted = buffers_of(layout);
  // Before version 1.0 of the format, null arrays carried a validity bitmap.
  const bool enough = layout == Layout::views  ? array.n_buffers >= wanted
                      : layout == Layout::none ? array.n_buffers == 0 || array.n_buffers == 1
                                               : array.n_buffers == wanted;
  if (!enough) return "it has " + std::to_string(array.n_buffers) + " buffers, not " + std::to_string(wanted);
  if (array.n_buffers > 0 && array.buffers == nullptr) return "its list of buffers is null";
  return {};
}

template <typename Offset>
Problem check_offsets(const ArrayView& view) {
  const std::int64_t end = view.first + view.count;
  Offset previous = load<Offset>(view.values, view.first);
  if (previous < 0) return "its first offset is negative";
  for (std::int64_t slot = view.first; slot < end; ++slot) {
    const Offset next = load<Offset>(view.values, slot + 1);
    if (next < previous) return "its offsets run backwards at cell " + std::to_string(slot);
    previous = next;
  }
  // Even an empty text beyond offset 0 lies in a buffer.
  if (view.characters == nullptr && previous > 0) return "its text buffer is null";
  return {};
}

struct TextView {
  std::int32_t length;
  char prefix[4];
  std::int32_t buffer;
  std::int32_t offset;
};
static_assert(sizeof(TextView) == 16, "the view of the Arrow format");

Problem check_long_texts(const ArrowArray& array) {
  const std::int64_t count = array.n_buffers - 3;
  const void* sizes = array.buffers[array.n_buffers - 1];
  if (count == 0) return {};
  if (sizes == nullptr) return "the sizes of its text buffers are missing";
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t size = load<std::int64_t>(sizes, i);
    if (size < 0) return "one of its text buffers has a negative size";
    if (size > 0 && array.buffers[2 + i] == nullptr) return "one of its text buffers is null";
  }
  return {};
}

Problem check_views(const ArrowArray& array, const ArrayView& view) {
  if (Problem problem = check_long_texts(array); !problem.empty()) return problem;
  const void* sizes = array.buffers[array.n_buffers - 1];
  for (std::int64_t slot = view.first; slot < view.first + view.count; ++slot) {
    if (view.is_null(slot)) continue;
    const TextView text = load<TextView>(view.values, slot);
    if (text.length < 0) return "the length of cell " + std::to_string(slot) + " is negative";
    if (text.length <= max_inline_text) continue;
    const bool inside = sizes != nullptr && text.buffer >= 0 && text.buffer < array.n_buffers - 3 && text.offset >= 0 &&
                        std::int64_t{text.offset} + text.length <= load<std::int64_t>(sizes, text.buffer);
    if (!inside) return "the text of cell " + std::to_string(slot) + " lies outside its buffers";
  }
  return {};
}

// The cells from row `offset` on of an array whose header is sound.
Problem view_cells(const ColumnType& type, const ArrowArray& array, std::int64_t offset, std::int64_t count,
                   ArrayView& view) {
  if (offset + count > array.length) {
    return "it has " + std::to_string(array.length) + " cells where the table has " + std::to_string(offset + count) +
           " rows";
  }
  view.first = array.offset + offset;
  view.count = count;
  if (type.layout == Layout::none || count == 0) return {};
  view.validity = static_cast<const std::uint8_t*>(array.buffers[0]);
  if (view.validity == nullptr && array.null_count > 0) return "it counts nulls but has no validity bitmap";
  view.values = array.buffers[1];
  const bool has_offsets = type.layout == Layout::offsets32 || type.layout == Layout::offsets64;
  if (view.values == nullptr) return "its buffer of values is null";
  if (has_offsets) view.characters = static_cast<const char*>(array.buffers[2]);
  switch (type.layout) {
    case Layout::offsets32:
      return check_offsets<std::int32_t>(view);
    case Layout::offsets64:
      return check_offsets<std::int64_t>(view);
    case Layout::views:
      view.long_texts = array.buffers + 2;
      return check_views(array, view);
    default:
      return {};
  }
}

Problem view_shape(const ColumnShape& shape, const ArrowArray& array, std::int64_t offset, std::int64_t count,
                   ColumnView& view) {
  const ColumnType& row_type = shape.index ? *shape.index : shape.value;
  if (Problem problem = check_header(array, row_type.layout, shape.index.has_value()); !problem.empty()) return problem;
  if (Problem problem = view_cells(row_type, array, offset, count, view.rows); !problem.empty()) return problem;
  if (!shape.index) return {};
  const ArrowArray& dictionary = *array.dictionary;
  Problem problem = check_header(dictionary, shape.value.layout, false);
  if (problem.empty()) problem = view_cells(shape.value, dictionary, 0, dictionary.length, view.dictionary.emplace());
  if (!problem.empty()) return "of its dictionary, " + problem;
  return {};
}

Diagnostic malformed(std::string message) {
  return {"batch.array.malformed", std::move(message), "the table's producer broke the Arrow C Data Interface"};
}

Diagnostic malformed_column(std::string_view column, const Problem& problem) {
  Diagnostic diagnostic = malformed("column " + quoted(column) + " is malformed: " + problem);
  diagnostic.path = std::string(column);
  return diagnostic;
}

}  // namespace

std::string_view text_at(const ArrayView& view, Layout layout, std::int64_t slot) noexcept {
  if (layout == Layout::offsets32) {
    const auto begin = load<std::int32_t>(view.values, slot);
    return {view.characters + begin, static_cast<std::size_t>(load<std::int32_t>(view.values, slot + 1) - begin)};
  }
  if (layout == Layout::offsets64) {
    const auto begin = load<std::int64_t>(view.values, slot);
    return {view.characters + begin, static_cast<std::size_t>(load<std::int64_t>(view.values, slot + 1) - begin)};
  }
  const TextView text = load<TextView>(view.values, slot);
  const auto length = static_cast<std::size_t>(text.length);
  if (text.length <= max_inline_text) return {static_cast<const char*>(view.values) + slot * 16 + 4, length};
  return {static_cast<const char*>(view.long_texts[text.buffer]) + text.offset, length};
}

std::int64_t index_at(const ArrayView& view, const ColumnType& type, std::int64_t slot) noexcept {
  switch (type.width) {
    case 1:
      return type.is_signed ? load<std::int8_t>(view.values, slot) : load<std::uint8_t>(view.values, slot);
    case 2:
      return type.is_signed ? load<std::int16_t>(view.values, slot) : load<std::uint16_t>(view.values, slot);
    case 4:
      return type.is_signed ? load<std::int32_t>(view.values, slot)
                            : std::int64_t{load<std::uint32_t>(view.values, slot)};
    default:
      return load<std::int64_t>(view.values, slot);  // a uint64 beyond int64 turns negative, which no index is
  }
}

Result<void> check_batch_array(const ArrowArray& batch, std::int64_t n_columns) {
  if (batch.length < 0 || batch.offset < 0) return malformed("the batch has a negative length or offset");
  if (batch.length > max_batch_rows) {
    return Diagnostic{
        "batch.array.malformed",
        "the batch has " + std::to_string(batch.length) + " rows, and one may have " + std::to_string(max_batch_rows),
        "hand the table over in smaller batches"};
  }
  if (batch.offset > std::numeric_limits<std::int64_t>::max() / 64 - batch.length) {
    return malformed("the batch's offset reaches beyond any memory");
  }
  if (batch.n_children != n_columns) {
    return malformed("the batch has " + std::to_string(batch.n_children) + " columns where its schema has " +
                     std::to_string(n_columns));
  }
  if (n_columns > 0 && batch.children == nullptr) return malformed("the batch's list of columns is null");
  for (std::int64_t i = 0; i < n_columns; ++i) {
    if (batch.children[i] == nullptr) return malformed("column " + std::to_string(i) + " of the batch is null");
  }
  if (batch.null_count < -1) return malformed("the batch's null count is " + std::to_string(batch.null_count));
  const bool has_bitmap = batch.n_buffers > 0 && batch.buffers != nullptr && batch.buffers[0] != nullptr;
  if (!has_bitmap) return {};
  const auto* validity = static_cast<const std::uint8_t*>(batch.buffers[0]);
  for (std::int64_t row = batch.offset; row < batch.offset + batch.length; ++row) {
    if (!bit_at(validity, row)) return malformed("row " + std::to_string(row - batch.offset) + " of the batch is null");
  }
  return {};
}

Result<ColumnView> view_column(const ColumnShape& shape, const ArrowArray& array, std::int64_t offset,
                               std::int64_t count, std::string_view column) {
  ColumnView view;
  Problem problem = view_shape(shape, array, offset, count, view);
  if (!problem.empty()) return malformed_column(column, problem);
  return view;
}

Result<void> check_dictionary_indexes(const ColumnShape& shape, const ColumnView& view, std::int64_t first,
                                      std::int64_t count, std::string_view column) {
  const std::int64_t length = view.dictionary->count;
  for (std::int64_t slot = view.rows.first + first; slot < view.rows.first + first + count; ++slot) {
    if (view.rows.is_null(slot)) continue;
    const std::int64_t index = index_at(view.rows, *shape.index, slot);
    if (index >= 0 && index < length) continue;
    return malformed_column(column, "the index at cell " + std::to_string(slot) + " is outside its dictionary of " +
                                        std::to_string(length) + " values");
  }
  return {};
}

}  // namespace tepei::batch
