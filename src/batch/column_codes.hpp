// A column's cells as codes: each row's cell by a byte where few are distinct or only its interval matters, else by the
// place of its reading.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "batch/array_view.hpp"
#include "batch/column_reader.hpp"
#include "batch/intervals.hpp"
#include "batch/kernels.hpp"

namespace tepei::batch {

// One column of a table, block by block. Belongs to one thread.
class ColumnCodes {
 public:
  // With `intervals`, numbers and dates are told apart by these only.
  ColumnCodes(std::string name, ColumnShape shape, std::size_t slot, std::optional<Intervals> intervals);

  std::size_t slot() const noexcept { return reader_.slot(); }
  // Turns to the next batch; `view` must stay alive until its last block.
  void start(const ColumnView& view, CellJudge& judge);
  // Turns to the rows [first, first + count) of the batch. Error, about an index beyond its dictionary:
  // `batch.array.malformed`.
  Result<void> start_block(std::int64_t first, std::size_t count, const Kernels& kernels, CellJudge& judge);

  // Whether this batch's rows have codes; where not, they have readings.
  bool has_codes() const noexcept { return manner_ != Manner::readings; }
  const Code* codes() const noexcept { return codes_.data(); }
  const ReadingId* readings() const noexcept { return readings_.data(); }
  // Of this batch: only codes below it occur.
  std::size_t code_count() const noexcept { return code_count_; }
  // A reading that stands for all cells of this code.
  ReadingId reading_of(Code code) const noexcept { return reading_of_code_[code]; }
  // The block's row, read exactly also where its code is that of an interval.
  ReadingId reading_at(std::size_t row, CellJudge& judge);
  const CellEntry& entry(ReadingId id) const { return reader_.entry(id); }
  std::size_t reading_count() const noexcept { return reader_.size(); }

  // Counts how often readings were forgotten, and how often codes came to stand for other readings.
  std::uint64_t forgettings() const noexcept { return forgettings_; }
  std::uint64_t recodings() const noexcept { return recodings_; }
  // Whether any reading of this column could not be read; where not, rows need not be looked through.
  bool has_errors() const noexcept { return reader_.has_errors(); }

 private:
  enum class Manner : std::uint8_t { nothing, bits, indexes, intervals, readings };

  Manner manner_for(const ColumnView& view) const;
  void code_readings(CellJudge& judge);
  Result<void> code_indexes(std::int64_t first, std::size_t count, const Kernels& kernels);

  std::string name_;
  ColumnShape shape_;
  std::optional<Intervals> intervals_;
  ColumnReader reader_;
  ColumnView view_;
  Manner manner_ = Manner::nothing;
  std::int64_t first_ = 0;  // of the block, in the batch

  std::vector<Code> codes_;
  std::vector<ReadingId> readings_;
  std::array<ReadingId, 256> reading_of_code_{};
  std::size_t code_count_ = 1;
  std::uint64_t forgettings_ = 0;
  std::uint64_t recodings_ = 0;
};

}  // namespace tepei::batch
