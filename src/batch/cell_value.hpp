// From the bits of one cell to the value that facts are read from.
#pragma once

#include <cstdint>
#include <string_view>

#include "batch/column_type.hpp"
#include "tepei/value/result.hpp"
#include "tepei/value/value.hpp"

namespace tepei::batch {

// The day that `ticks` since 1970-01-01 falls on, at the column's offset from UTC; unknown for INT64_MIN in columns of
// eight bytes (NumPy's NaT). Error: `batch.cell.date_out_of_range`.
Result<Value> date_value(const ColumnType& type, std::int64_t ticks);

// The integer whose bits, widened to 64 by its sign, are `bits`.
Value integer_value(const ColumnType& type, std::uint64_t bits);

// The number of shortest decimal text that rounds to the floating-point number of this width with these bits; unknown
// for NaN. Error: `batch.cell.infinite`.
Result<Value> floating_value(const ColumnType& type, std::uint64_t bits);

// The decimal whose unscaled value is the little-endian two's complement number in `bytes`, exactly. Errors:
// `batch.cell.too_many_digits` where it needs more than 34.
Result<Value> decimal_value(const ColumnType& type, std::string_view bytes);

}  // namespace tepei::batch
