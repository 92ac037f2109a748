// The result of a table read back, for tests, without any of the library's own readers.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tepei/batch/arrow.hpp"

namespace tepei::batch::test {

// A column as text, nothing where a cell is null: the dictionary's text, `true` or `false`, a number in digits, money
// as fen, items joined by blanks, fields by colons.
struct TextColumn {
  std::string name;
  std::string format;
  std::vector<std::optional<std::string>> cells;
};

inline bool bit(const void* bits, std::int64_t i) {
  return ((static_cast<const std::uint8_t*>(bits)[i / 8] >> (i % 8)) & 1) != 0;
}

inline std::string utf8(const ArrowArray& array, std::int64_t i) {
  const auto* offsets = static_cast<const std::int32_t*>(array.buffers[1]);
  const auto* characters = static_cast<const char*>(array.buffers[2]);
  return {characters + offsets[i], characters + offsets[i + 1]};
}

inline std::string cell_text(const ArrowSchema& schema, const ArrowArray& array, std::int64_t i) {
  const std::string format = schema.format;
  if (format == "b") return bit(array.buffers[1], i) ? "true" : "false";
  if (format == "c") return utf8(*array.dictionary, static_cast<const std::int8_t*>(array.buffers[1])[i]);
  if (format == "i") {
    const std::int32_t number = static_cast<const std::int32_t*>(array.buffers[1])[i];
    return array.dictionary == nullptr ? std::to_string(number) : utf8(*array.dictionary, number);
  }
  if (format == "u") return utf8(array, i);
  if (format == "d:38,2") {
    const auto* words = static_cast<const std::int64_t*>(array.buffers[1]) + 2 * i;
    if (words[1] != (words[0] < 0 ? -1 : 0)) throw std::runtime_error("a sum of money beyond 64 bits");
    return std::to_string(words[0]);
  }
  if (format == "+s") {
    std::string joined;
    for (std::int64_t field = 0; field < schema.n_children; ++field) {
      joined += (field == 0 ? "" : ":") + cell_text(*schema.children[field], *array.children[field], i);
    }
    return joined;
  }
  if (format != "+l") throw std::runtime_error("an unforeseen format: " + format);
  const auto* offsets = static_cast<const std::int32_t*>(array.buffers[1]);
  std::string joined;
  for (std::int32_t item = offsets[i]; item < offsets[i + 1]; ++item) {
    joined += (joined.empty() ? "" : " ") + cell_text(*schema.children[0], *array.children[0], item);
  }
  return joined;
}

// Appends a batch's rows to `columns`, which it makes where there are none.
inline void read_batch(const ArrowSchema& schema, const ArrowArray& batch, std::vector<TextColumn>& columns) {
  columns.resize(static_cast<std::size_t>(schema.n_children));
  for (std::size_t c = 0; c < columns.size(); ++c) {
    columns[c].name = schema.children[c]->name;
    columns[c].format = schema.children[c]->format;
    const ArrowArray& array = *batch.children[c];
    if (array.length != batch.length) throw std::runtime_error("a column of another length than its batch");
    std::int64_t null_count = 0;
    for (std::int64_t i = 0; i < array.length; ++i) {
      const bool known = array.buffers[0] == nullptr || bit(array.buffers[0], i);
      null_count += known ? 0 : 1;
      columns[c].cells.push_back(known ? std::optional(cell_text(*schema.children[c], array, i)) : std::nullopt);
    }
    if (null_count != array.null_count) throw std::runtime_error("a wrong count of nulls");
  }
}

struct Outcome {
  int error_number = 0;
  std::string error;
  std::vector<std::int64_t> batch_rows;
  std::vector<TextColumn> columns;
};

// Reads a stream to its end or first failure and releases it.
inline Outcome drain(ArrowArrayStream& stream) {
  Outcome outcome;
  ArrowSchema schema{};
  if (stream.get_schema(&stream, &schema) != 0) throw std::runtime_error("no schema");
  for (;;) {
    ArrowArray batch{};
    outcome.error_number = stream.get_next(&stream, &batch);
    if (outcome.error_number != 0) outcome.error = stream.get_last_error(&stream);
    if (outcome.error_number != 0 || batch.release == nullptr) break;
    outcome.batch_rows.push_back(batch.length);
    read_batch(schema, batch, outcome.columns);
    batch.release(&batch);
  }
  schema.release(&schema);
  stream.release(&stream);
  return outcome;
}

}  // namespace tepei::batch::test
