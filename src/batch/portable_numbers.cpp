// Numbers against thresholds in plain C++: compared with each where they are few, else by bisection.
#include "batch/portable_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

#include "batch/portable_vectors.hpp"

namespace tepei::batch::portable {
namespace {

using Bytes = const std::uint8_t*;

// A multiple of every vector's length.
constexpr std::size_t chunk_rows = 64;

template <typename Cell>
bool is_number(Cell cell) noexcept {
  if constexpr (std::is_floating_point_v<Cell>) return !std::isnan(cell);
  return true;
}

// Above this many thresholds, bisecting them beats comparing with each.
template <typename Cell>
constexpr std::size_t most_compared = sizeof(Cell) == 8 ? 8 : 24;

// A count as wide as the cell, as the mask of a comparison is; a byte for cells that few targets compare as vectors.
template <typename Cell>
using Count = std::conditional_t<sizeof(Cell) == 2, std::uint16_t,
                                 std::conditional_t<sizeof(Cell) == 4, std::uint32_t, std::uint8_t>>;

// Adds to each count how many of the thresholds its cell reaches. Their number is known here, so that they stay in
// registers.
template <typename Cell, std::size_t... places>
void add_reached(const Cell* __restrict cells, const Cell* thresholds, std::index_sequence<places...> /*places*/,
                 Count<Cell>* __restrict counts) {
  const std::array<Cell, sizeof...(places)> held{thresholds[places]...};
  for (std::size_t i = 0; i < chunk_rows; ++i) {
    const auto reached = (static_cast<Count<Cell>>(held[places] <= cells[i]) + ...);
    counts[i] = static_cast<Count<Cell>>(counts[i] + reached);
  }
}

template <typename Cell>
void compare_chunk(Bytes __restrict cells, const Cell* thresholds, std::size_t threshold_count,
                   Code* __restrict codes) {
  std::array<Cell, chunk_rows> chunk{};
  std::array<Count<Cell>, chunk_rows> counts{};
  std::memcpy(chunk.data(), cells, sizeof chunk);
  // No threshold is at or below a NaN, whose code is 0 so.
  for (std::size_t i = 0; i < chunk_rows; ++i) counts[i] = static_cast<Count<Cell>>(is_number(chunk[i]));
  std::size_t k = 0;
  for (; k + 4 <= threshold_count; k += 4) {
    add_reached<Cell>(chunk.data(), thresholds + k, std::make_index_sequence<4>(), counts.data());
  }
  for (; k + 2 <= threshold_count; k += 2) {
    add_reached<Cell>(chunk.data(), thresholds + k, std::make_index_sequence<2>(), counts.data());
  }
  for (; k < threshold_count; ++k) {
    add_reached<Cell>(chunk.data(), thresholds + k, std::make_index_sequence<1>(), counts.data());
  }
  for (std::size_t i = 0; i < chunk_rows; ++i) codes[i] = static_cast<Code>(counts[i]);
}

// The thresholds, padded with the greatest value up to one less than a power of two.
template <typename Cell>
class Bisection {
 public:
  Bisection(const Cell* thresholds, std::size_t count) : count_(static_cast<std::uint32_t>(count)) {
    while (first_step_ * 2 <= count) first_step_ *= 2;
    sorted_.fill(std::numeric_limits<Cell>::has_infinity ? std::numeric_limits<Cell>::infinity()
                                                         : std::numeric_limits<Cell>::max());
    std::copy(thresholds, thresholds + count, sorted_.begin());
  }

  // Many cells step by step, so that no step waits for the one before of the same cell. The greatest value finds the
  // padding not above it, hence the minimum.
  void code(Bytes cells, std::size_t count, Code* codes) const noexcept {
    std::array<Cell, group> held{};
    std::array<std::uint32_t, group> below{};
    std::memcpy(held.data(), cells, count * sizeof(Cell));
    for (std::uint32_t step = first_step_; step != 0; step /= 2) {
      for (std::size_t i = 0; i < group; ++i) {
        below[i] += sorted_[below[i] + step - 1] <= held[i] ? step : 0;
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      codes[i] = static_cast<Code>(std::min(below[i], count_) + static_cast<std::uint32_t>(is_number(held[i])));
    }
  }

  static constexpr std::size_t group = 16;

 private:
  std::array<Cell, 255> sorted_{};
  std::uint32_t count_;
  std::uint32_t first_step_ = 1;
};

template <typename Cell>
void code_numbers_of(Bytes __restrict cells, std::size_t count, const void* thresholds, std::size_t threshold_count,
                     Code* __restrict codes) {
  threshold_count = std::min<std::size_t>(threshold_count, 253);
  std::array<Cell, 253> aligned{};
  if (threshold_count > 0) std::memcpy(aligned.data(), thresholds, threshold_count * sizeof(Cell));
  std::size_t done = 0;
  if (threshold_count <= most_compared<Cell>) {
    if constexpr (std::is_same_v<Cell, double>) {
      done = portable::code_whole_numbers(cells, count, aligned.data(), threshold_count, codes);
    }
    for (; done + chunk_rows <= count; done += chunk_rows) {
      compare_chunk(cells + done * sizeof(Cell), aligned.data(), threshold_count, codes + done);
    }
  }
  if (done == count) return;
  const Bisection<Cell> bisection(aligned.data(), threshold_count);
  while (done < count) {
    const std::size_t rows = std::min(count - done, Bisection<Cell>::group);
    bisection.code(cells + done * sizeof(Cell), rows, codes + done);
    done += rows;
  }
}

}  // namespace

void code_numbers(CellType type, const void* cells, std::size_t count, const void* thresholds,
                  std::size_t threshold_count, Code* codes) {
  const auto* bytes = static_cast<Bytes>(cells);
  switch (type) {
    case CellType::int8:
      return code_numbers_of<std::int8_t>(bytes, count, thresholds, threshold_count, codes);
    case CellType::int16:
      return code_numbers_of<std::int16_t>(bytes, count, thresholds, threshold_count, codes);
    case CellType::int32:
      return code_numbers_of<std::int32_t>(bytes, count, thresholds, threshold_count, codes);
    case CellType::int64:
      return code_numbers_of<std::int64_t>(bytes, count, thresholds, threshold_count, codes);
    case CellType::uint8:
      return code_numbers_of<std::uint8_t>(bytes, count, thresholds, threshold_count, codes);
    case CellType::uint16:
      return code_numbers_of<std::uint16_t>(bytes, count, thresholds, threshold_count, codes);
    case CellType::uint32:
      return code_numbers_of<std::uint32_t>(bytes, count, thresholds, threshold_count, codes);
    case CellType::uint64:
      return code_numbers_of<std::uint64_t>(bytes, count, thresholds, threshold_count, codes);
    case CellType::float32:
      return code_numbers_of<float>(bytes, count, thresholds, threshold_count, codes);
    case CellType::float64:
      return code_numbers_of<double>(bytes, count, thresholds, threshold_count, codes);
  }
}

}  // namespace tepei::batch::portable
