// The buffers of one array from the fuzzer's bytes, as long as a correct reader may go.
#pragma once

#include <cstdint>

#include "batch/table_builder.hpp"
#include "fuzz/byte_source.hpp"
#include "tepei/facts/definition.hpp"

namespace tepei::fuzz {

// What the buffers hold.
enum class Shape { none, bits, fixed, offsets32, offsets64, views };

struct Cells {
  Shape shape = Shape::none;
  std::size_t width = 0;  // bytes of a cell, an offset or a view
};

// Bits for so many cells, none of them or all of them mostly set.
batch::test::Bytes draw_bitmap(ByteSource& source, std::int64_t count);

// Fills `model.buffers` for its offset and length; texts are mostly words of the fact.
void draw_buffers(ByteSource& source, const Cells& cells, const facts::FactDefinition* fact, batch::test::Model& model);

// Brings indexes into a dictionary of so many values, mostly.
void bring_into(ByteSource& source, batch::test::Model& model, const Cells& cells, std::int64_t dictionary_length);

}  // namespace tepei::fuzz
