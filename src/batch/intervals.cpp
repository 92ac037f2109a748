#include "batch/intervals.hpp"

#include <cstring>
#include <limits>

namespace tepei::batch {
namespace {

constexpr std::size_t max_intervals = 254;  // codes 1 to 254

// Cells of one type as places in their order, and back.
struct Order {
  CellType type;
  std::size_t width;
  std::int64_t first;
  std::int64_t last;
};

template <typename Integer>
Order order_of(CellType type) {
  return {type, sizeof(Integer), std::numeric_limits<Integer>::min(), std::numeric_limits<Integer>::max()};
}

// The bits of a floating-point number in order: negative ones run backwards.
template <typename Signed>
std::int64_t place_of_float(Signed bits) {
  return bits >= 0 ? bits : std::numeric_limits<Signed>::min() - bits - 1;
}

Order order_of_float(CellType type) {
  if (type == CellType::float32) {
    constexpr std::int32_t infinity = 0x7F80'0000;
    return {type, 4, place_of_float<std::int32_t>(infinity | std::numeric_limits<std::int32_t>::min()), infinity};
  }
  constexpr std::int64_t infinity = 0x7FF0'0000'0000'0000;
  return {type, 8, place_of_float<std::int64_t>(infinity | std::numeric_limits<std::int64_t>::min()), infinity};
}

Order order_of(CellType type) {
  switch (type) {
    case CellType::int8:
      return order_of<std::int8_t>(type);
    case CellType::int16:
      return order_of<std::int16_t>(type);
    case CellType::int32:
      return order_of<std::int32_t>(type);
    case CellType::uint8:
      return order_of<std::uint8_t>(type);
    case CellType::uint16:
      return order_of<std::uint16_t>(type);
    case CellType::uint32:
      return order_of<std::uint32_t>(type);
    case CellType::float32:
    case CellType::float64:
      return order_of_float(type);
    case CellType::int64:
    case CellType::uint64:
      break;
  }
  return order_of<std::int64_t>(type);  // unsigned ones are shifted down by 2^63
}

constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;

std::uint64_t bits_at(const Order& order, std::int64_t place) {
  if (order.type == CellType::uint64) return static_cast<std::uint64_t>(place) ^ sign_bit;
  if (order.type == CellType::float32) {
    return static_cast<std::uint32_t>(place_of_float<std::int32_t>(static_cast<std::int32_t>(place)));
  }
  if (order.type == CellType::float64) return static_cast<std::uint64_t>(place_of_float<std::int64_t>(place));
  return static_cast<std::uint64_t>(place);
}

std::int64_t place_at(const Order& order, std::uint64_t bits) {
  if (order.type == CellType::uint64) return static_cast<std::int64_t>(bits ^ sign_bit);
  if (order.type == CellType::float32) {
    return place_of_float<std::int32_t>(static_cast<std::int32_t>(static_cast<std::uint32_t>(bits)));
  }
  if (order.type == CellType::float64) return place_of_float<std::int64_t>(static_cast<std::int64_t>(bits));
  return static_cast<std::int64_t>(bits);
}

// Finds the places at which a meaning begins.
class Cutter {
 public:
  Cutter(const Order& order, const Meaning& meaning) : order_(order), meaning_(meaning) {}

  // From `low` to `high`, whose own beginning is not among them. False where there are too many.
  bool run(std::int64_t low, std::int64_t high) { return search(low, at(low), high, at(high)); }
  const std::vector<std::int64_t>& beginnings() const { return beginnings_; }

 private:
  std::uint32_t at(std::int64_t place) const { return meaning_(bits_at(order_, place)); }

  // Each call halves the way between its ends, so that it goes at most 64 deep.
  bool search(std::int64_t low, std::uint32_t at_low, std::int64_t high, std::uint32_t at_high) {
    if (at_low == at_high || beginnings_.size() >= max_intervals) return beginnings_.size() < max_intervals;
    const std::uint64_t distance = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    if (distance == 1) {
      beginnings_.push_back(high);
      return true;
    }
    const auto middle = static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + distance / 2);
    const std::uint32_t at_middle = at(middle);
    return search(low, at_low, middle, at_middle) && search(middle, at_middle, high, at_high);
  }

  const Order& order_;
  const Meaning& meaning_;
  std::vector<std::int64_t> beginnings_;
};

}  // namespace

std::optional<CellType> cell_type_of(const ColumnType& type) {
  if (type.layout != Layout::fixed) return std::nullopt;
  const bool is_signed = type.family != Family::integer || type.is_signed;
  if (type.family == Family::floating) {
    if (type.width == 4) return CellType::float32;
    if (type.width == 8) return CellType::float64;
    return std::nullopt;
  }
  switch (type.width) {
    case 1:
      return is_signed ? CellType::int8 : CellType::uint8;
    case 2:
      return is_signed ? CellType::int16 : CellType::uint16;
    case 4:
      return is_signed ? CellType::int32 : CellType::uint32;
    case 8:
      return is_signed ? CellType::int64 : CellType::uint64;
    default:
      return std::nullopt;
  }
}

std::optional<Intervals> cut(const ColumnType& type, std::uint64_t middle, const Meaning& meaning) {
  const auto cell_type = cell_type_of(type);
  if (!cell_type.has_value()) return std::nullopt;
  const Order order = order_of(*cell_type);
  const std::int64_t pivot = place_at(order, middle);
  Cutter cutter(order, meaning);
  if (!cutter.run(order.first, pivot) || !cutter.run(pivot, order.last)) return std::nullopt;
  Intervals result;
  result.type = *cell_type;
  result.representatives.push_back(bits_at(order, order.first));
  for (const std::int64_t place : cutter.beginnings()) {
    const std::uint64_t bits = bits_at(order, place);
    result.representatives.push_back(bits);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&bits);
    result.thresholds.insert(result.thresholds.end(), bytes, bytes + order.width);
  }
  return result;
}

std::optional<std::uint64_t> cell_of_day(const ColumnType& type, std::int64_t days) {
  // A day's noon: far from both its ends, whatever the offset.
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  if (days > most / type.ticks_per_day - 2 || days < -(most / type.ticks_per_day - 2)) return std::nullopt;
  const std::int64_t ticks = days * type.ticks_per_day + type.ticks_per_day / 2 - type.offset_ticks;
  if (type.width == 4 && static_cast<std::int32_t>(ticks) != ticks) return std::nullopt;
  return static_cast<std::uint64_t>(ticks);
}

}  // namespace tepei::batch
