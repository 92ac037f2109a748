// Numbers and dates cut where what they mean changes: instead of reading a cell, it is enough to find its interval.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "batch/column_type.hpp"
#include "batch/kernels.hpp"

namespace tepei::batch {

// The cells of one type in order, in intervals of equal meaning.
struct Intervals {
  CellType type = CellType::int32;
  std::vector<std::uint8_t> thresholds;        // the first cell of each interval but the first, as bytes of the type
  std::vector<std::uint64_t> representatives;  // a cell of each interval, its bits widened as `ColumnReader` does

  std::size_t threshold_count() const { return representatives.empty() ? 0 : representatives.size() - 1; }
};

// How the kernels see the cells of a column's type; nothing where they are not numbers of at most eight bytes.
std::optional<CellType> cell_type_of(const ColumnType& type);

// What a cell of these bits means; equal numbers stand for equal meanings.
using Meaning = std::function<std::uint32_t(std::uint64_t bits)>;

// Cuts the cells of `type` where `meaning` changes. On each side of the cell `middle`, two cells of equal meaning must
// have no other meaning between them. Nothing where there are more intervals than codes.
std::optional<Intervals> cut(const ColumnType& type, std::uint64_t middle, const Meaning& meaning);

// The bits of a cell of a column of dates that lies on the day `days` after 1970-01-01; nothing where there is none.
std::optional<std::uint64_t> cell_of_day(const ColumnType& type, std::int64_t days);

}  // namespace tepei::batch
