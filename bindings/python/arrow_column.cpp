#include "arrow_column.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

#include "convert.hpp"
#include "tepei/value/decimal.hpp"

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

template <typename T>
T number_at(const ArrowArray& array, std::int64_t row) {
  return static_cast<const T*>(array.buffers[1])[array.offset + row];
}

// decimal128(38, 2) as decimal.Decimal: an integer of 128 bits that counts hundredths.
py::object money_at(const ArrowArray& array, std::int64_t row) {
  const auto* words = static_cast<const std::uint64_t*>(array.buffers[1]) + 2 * (array.offset + row);
  const bool negative = words[1] >> 63 != 0;
  const std::uint64_t low = negative ? ~words[0] + 1 : words[0];
  const std::uint64_t high = negative ? ~words[1] + (low == 0 ? 1 : 0) : words[1];
  return to_python(Value(Decimal::from_parts(negative, high, low, -2)));
}

py::object value_at(const ArrowSchema& schema, const ArrowArray& array, std::int64_t row);

py::list list_at(const ArrowSchema& schema, const ArrowArray& lists, std::int64_t row) {
  const auto* offsets = static_cast<const std::int32_t*>(lists.buffers[1]) + lists.offset + row;
  py::list items;
  for (std::int32_t i = offsets[0]; i < offsets[1]; ++i) {
    items.append(value_at(*schema.children[0], *lists.children[0], i));
  }
  return items;
}

py::dict struct_at(const ArrowSchema& schema, const ArrowArray& structs, std::int64_t row) {
  py::dict fields;
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    fields[schema.children[i]->name] = value_at(*schema.children[i], *structs.children[i], structs.offset + row);
  }
  return fields;
}

// A cell that is not null and not of a dictionary.
py::object value_at(const ArrowSchema& schema, const ArrowArray& array, std::int64_t row) {
  const std::string_view format(schema.format);
  if (format == "b") return py::bool_(bit(array.buffers[1], array.offset + row));
  if (format == "i") return py::int_(number_at<std::int32_t>(array, row));
  if (format == "u") return text_at(array, row);
  if (format == "+s") return struct_at(schema, array, row);
  if (format == "d:38,2") return money_at(array, row);
  return list_at(schema, array, row);
}

}  // namespace

void append_values(const ArrowSchema& schema, const ArrowArray& array, py::list& values) {
  std::vector<py::str> members;  // each text once, shared by all rows
  if (array.dictionary != nullptr) {
    for (std::int64_t i = 0; i < array.dictionary->length; ++i) members.push_back(text_at(*array.dictionary, i));
  }
  const bool small = std::string_view(schema.format) == "c";
  for (std::int64_t row = 0; row < array.length; ++row) {
    if (is_null(array, row)) {
      values.append(py::none());
    } else if (array.dictionary != nullptr) {
      const std::int32_t place = small ? number_at<std::int8_t>(array, row) : number_at<std::int32_t>(array, row);
      values.append(members[static_cast<std::size_t>(place)]);
    } else {
      values.append(value_at(schema, array, row));
    }
  }
}

}  // namespace tepei::python
