#include <limits>
#include <string>

#include "batch/cell_value.hpp"
#include "tepei/value/date.hpp"

namespace tepei::batch {
namespace {

std::int64_t floor_divide(std::int64_t dividend, std::int64_t divisor) {
  const std::int64_t quotient = dividend / divisor;
  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

Diagnostic out_of_range(const ColumnType& type, std::int64_t ticks) {
  return {"batch.cell.date_out_of_range",
          "`" + std::to_string(ticks) + "` as " + type.name + " is no day of the years 1 to 9999",
          "check the unit in which the dates were written"};
}

}  // namespace

Result<Value> date_value(const ColumnType& type, std::int64_t ticks) {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  if (type.width == 8 && ticks == least) return Value();
  // Days first: adding the offset to the ticks themselves might overflow.
  const std::int64_t day = floor_divide(ticks, type.ticks_per_day);
  const std::int64_t remainder = ticks % type.ticks_per_day;
  const std::int64_t time = remainder < 0 ? remainder + type.ticks_per_day : remainder;
  const std::int64_t shift = floor_divide(time + type.offset_ticks, type.ticks_per_day);
  const auto date = Date::from_days(day + shift);
  if (!date) return out_of_range(type, ticks);
  return Value(*date);
}

}  // namespace tepei::batch
