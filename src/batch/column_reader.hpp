// A column's cells as places in a table of distinct readings: each distinct cell is read once, and what runs over the
// rows handles small numbers only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "batch/array_view.hpp"
#include "batch/bits_codes.hpp"
#include "batch/cell_judge.hpp"
#include "batch/text_codes.hpp"

namespace tepei::batch {

// A reading's place. Valid until the reader forgets.
using ReadingId = std::uint32_t;

// What bounds the memory of readings, so that a stream of any length runs in constant memory. Both are checked between
// blocks: one block's readings are always held.
struct ReadingLimits {
  std::size_t max_readings = 65'536;
  std::size_t max_text_bytes = 16 * 1024 * 1024;  // of the texts they were read from
};

// Reads one column of a table, batch by batch. Belongs to one thread.
class ColumnReader {
 public:
  // The place of the unknown reading, in every reader at all times.
  static constexpr ReadingId unknown = 0;

  ColumnReader(ColumnShape shape, std::size_t slot, const ReadingLimits& limits = {});
  std::size_t slot() const noexcept { return slot_; }
  const ColumnShape& shape() const noexcept { return shape_; }

  // Turns to the next batch; `view` must stay alive until the last `encode` of it.
  void start(const ColumnView& view);
  // Forgets every place but the unknown one, where there are too many; true where it did. Only this forgets.
  bool forget_if_full();
  // The readings of `count` rows of the batch from `first` on into `ids`.
  void encode(std::int64_t first, std::size_t count, CellJudge& judge, ReadingId* ids);
  // The reading of the value at `place` of this batch's dictionary.
  ReadingId dictionary_reading(std::size_t place, CellJudge& judge);
  // The reading of a cell of at most eight bytes by its bits, widened to 64 by its sign where it has one.
  ReadingId bits_reading(std::uint64_t bits, CellJudge& judge);

  const CellEntry& entry(ReadingId id) const { return entries_[id]; }
  // How many places there are.
  std::size_t size() const noexcept { return entries_.size(); }
  // Whether any reading held is an error: where not, rows need not be looked through for one.
  bool has_errors() const noexcept { return has_errors_; }

 private:
  static constexpr ReadingId unread = std::numeric_limits<ReadingId>::max();

  void add(CellEntry entry);
  ReadingId value_id(const ArrayView& view, std::int64_t slot, CellJudge& judge);
  ReadingId bytes_reading(std::string_view bytes, CellJudge& judge);
  CellEntry read_bits(std::uint64_t bits, CellJudge& judge) const;
  CellEntry read_bytes(std::string_view bytes, CellJudge& judge) const;
  void encode_values(std::int64_t first, std::size_t count, CellJudge& judge, ReadingId* ids);
  template <typename Cell>
  void encode_cells(std::int64_t begin, std::size_t count, CellJudge& judge, ReadingId* ids);
  template <typename Offset>
  void encode_texts(std::int64_t begin, std::size_t count, CellJudge& judge, ReadingId* ids);
  void encode_indexes(std::int64_t first, std::size_t count, CellJudge& judge, ReadingId* ids);

  ColumnShape shape_;
  std::size_t slot_;
  ReadingLimits limits_;
  ColumnView view_;

  std::vector<CellEntry> entries_;
  bool has_errors_ = false;
  // The numbers of cells told apart by their bits, or by their bytes: a column has one of the two. A number is a place.
  BitsCodes by_bits_;
  TextCodes by_bytes_;
  std::vector<ReadingId> of_dictionary_;  // by place in this batch's dictionary
};

}  // namespace tepei::batch
