#include "arrow_column.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tepei::python {

namespace py = pybind11;

namespace {

bool bit(const void* bits, std::int64_t place) {
  return ((static_cast<const std::uint8_t*>(bits)[place / 8] >> (place % 8)) & 1U) != 0;
}

bool is_null(const ArrowArray& array, std::int64_t row) {
  return array.buffers[0] != nullptr && !bit(array.buffers[0], array.offset + row);
}

py::str text_at(const ArrowArray& texts, std::int64_t place) {
  const auto* offsets = static_cast<const std::int32_t*>(texts.buffers[1]) + texts.offset + place;
  const auto* bytes = static_cast<const char*>(texts.buffers[2]);
  return py::str(bytes + offsets[0], static_cast<std::size_t>(offsets[1] - offsets[0]));
}

py::list list_at(const ArrowArray& lists, std::int64_t row) {
  const auto* offsets = static_cast<const std::int32_t*>(lists.buffers[1]) + lists.offset + row;
  py::list items;
  for (std::int32_t i = offsets[0]; i < offsets[1]; ++i) items.append(text_at(*lists.children[0], i));
  return items;
}

}  // namespace

void append_values(const ArrowSchema& schema, const ArrowArray& array, py::list& values) {
  const std::string_view format(schema.format);
  std::vector<py::str> members;  // each text once, shared by all rows
  if (array.dictionary != nullptr) {
    for (std::int64_t i = 0; i < array.dictionary->length; ++i) members.push_back(text_at(*array.dictionary, i));
  }
  for (std::int64_t row = 0; row < array.length; ++row) {
    if (is_null(array, row)) {
      values.append(py::none());
    } else if (array.dictionary != nullptr) {
      const auto index = static_cast<const std::int8_t*>(array.buffers[1])[array.offset + row];
      values.append(members[static_cast<std::size_t>(index)]);
    } else if (format == "b") {
      values.append(py::bool_(bit(array.buffers[1], array.offset + row)));
    } else {
      values.append(list_at(array, row));
    }
  }
}

}  // namespace tepei::python
