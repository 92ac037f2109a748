#include <string_view>

#include "fuzz/spoilt_table.hpp"

namespace tepei::fuzz {
namespace {

// Takes one column away, as a reader sees it: null, or released already.
template <typename Struct>
void spoil_child(ByteSource& source, Struct& parent) {
  if (parent.n_children <= 0) return;
  Struct*& child = parent.children[source.byte() % static_cast<std::size_t>(parent.n_children)];
  if (source.below(2) == 0) {
    child = nullptr;
  } else if (child != nullptr && child->release != nullptr) {
    child->release(child);
  }
}

// Counts of an array's buffers that no reader may take for its own. Of views a reader finds the sizes of the texts by
// the count, so that one below three is all that it can tell.
void spoil_buffer_count(ByteSource& source, ArrowArray& array) {
  const bool views = array.n_buffers > 3;
  const std::int64_t wrong = views ? static_cast<std::int64_t>(source.below(4)) - 1 : source.wrong_number();
  // A null array may have one buffer, which nobody reads.
  const bool harmless = wrong <= 0 || array.n_buffers == 0 || wrong > 3;
  if (views || harmless || wrong < array.n_buffers) array.n_buffers = wrong;
}

void spoil_column(ByteSource& source, ArrowArray& array) {
  switch (source.below(6)) {
    case 0:
      array.buffers = nullptr;
      return;
    case 1:
      return spoil_buffer_count(source, array);
    case 2:
      array.n_children = source.wrong_number();
      return;
    case 3:
      array.dictionary = array.dictionary == nullptr ? &array : nullptr;
      return;
    default:
      if (array.n_buffers > 0) array.buffers[source.byte() % static_cast<std::size_t>(array.n_buffers)] = nullptr;
  }
}

}  // namespace

void spoil_pointers(ByteSource& source, ArrowArray& array) {
  for (std::int64_t i = 0; i < array.n_children; ++i) {
    if (!source.rarely()) continue;
    ArrowArray& column = *array.children[i];
    spoil_column(source, column.dictionary != nullptr && source.below(2) == 0 ? *column.dictionary : column);
  }
  if (source.rarely()) spoil_child(source, array);
  if (source.rarely()) array.n_children = source.wrong_number();
  if (source.rarely() && source.rarely()) array.children = nullptr;
}

void spoil_pointers(ByteSource& source, ArrowSchema& schema) {
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    if (!source.rarely() || !source.rarely()) continue;
    ArrowSchema& column = *schema.children[i];
    if (source.below(2) == 0) column.name = nullptr;
    if (source.below(2) == 0) (column.dictionary == nullptr ? column : *column.dictionary).format = nullptr;
  }
  if (source.rarely() && source.rarely()) spoil_child(source, schema);
  if (source.rarely() && source.rarely()) schema.format = nullptr;
  if (source.rarely() && source.rarely()) schema.children = nullptr;
}

}  // namespace tepei::fuzz
