// A table made from the fuzzer's bytes: sound or spoilt in its schema, lengths, offsets, bitmaps, texts and
// dictionaries, within what the C Data Interface lets a reader notice.
//
// A reader cannot see how long a buffer is. So each buffer is as long as the counts around it, the spoilt ones, let a
// correct reader go, and not a byte longer: to read beyond it is the reader's fault, and the address sanitizer tells.
// Where counts ask for more than `max_slots` cells, a correct reader must have refused them before it reads any, and
// the buffers have no byte at all.
#pragma once

#include "batch/table_builder.hpp"
#include "fuzz/byte_source.hpp"
#include "tepei/facts/schema.hpp"

namespace tepei::fuzz {

// The most cells an array's buffers are made for.
constexpr std::int64_t max_slots = 4'096;

// A schema with its batches. Batches mostly have the schema's columns.
struct SpoiltTable {
  batch::test::Model schema;
  std::vector<batch::test::Model> batches;
};

SpoiltTable draw_table(ByteSource& source, const facts::FactSchema& facts);

// Spoils what a `Model` cannot say of an array: counts of buffers and children, null pointers.
void spoil_pointers(ByteSource& source, ArrowArray& array);
// The same for a schema; formats and names may become null.
void spoil_pointers(ByteSource& source, ArrowSchema& schema);

}  // namespace tepei::fuzz
