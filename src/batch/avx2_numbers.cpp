// Numbers against thresholds for AVX2: as many cells at once as a vector holds, compared with each threshold in turn.
#include "batch/avx2_vectors.hpp"

#ifdef TEPEI_HAS_AVX2_KERNELS

#include <cstring>
#include <type_traits>

namespace tepei::batch::avx2 {
namespace {

// Above this many thresholds, the portable kernels' bisection is faster than comparing with each.
constexpr std::size_t most_compared = 96;

// How many vectors of cells are compared at once.
template <typename Cell>
constexpr std::size_t vectors_of = sizeof(Cell) < 4 ? sizeof(Cell) : 4;

// The vector of cells with each as `cell`. Unsigned cells have their highest bit turned, since there is no unsigned
// comparison.
template <typename Cell>
[[gnu::target("avx2")]] inline __m256i broadcast(Cell cell) {
  if constexpr (std::is_same_v<Cell, float>) return _mm256_castps_si256(_mm256_set1_ps(cell));
  if constexpr (std::is_same_v<Cell, double>) return _mm256_castpd_si256(_mm256_set1_pd(cell));
  if constexpr (sizeof(Cell) == 1) return _mm256_set1_epi8(static_cast<char>(cell));
  if constexpr (sizeof(Cell) == 2) return _mm256_set1_epi16(static_cast<std::int16_t>(cell));
  if constexpr (sizeof(Cell) == 4) return _mm256_set1_epi32(static_cast<std::int32_t>(cell));
  if constexpr (sizeof(Cell) == 8) return _mm256_set1_epi64x(static_cast<std::int64_t>(cell));
}

template <typename Cell>
constexpr Cell sign_bit() {
  if constexpr (std::is_unsigned_v<Cell>) {
    return static_cast<Cell>(Cell{1} << (sizeof(Cell) * 8 - 1));
  } else {
    return Cell{};
  }
}

template <typename Cell>
[[gnu::target("avx2")]] inline __m256i turned(__m256i cells) {
  if constexpr (std::is_unsigned_v<Cell>) return _mm256_xor_si256(cells, broadcast<Cell>(sign_bit<Cell>()));
  return cells;
}

// What a count begins with, such that every cell not below all thresholds ends at 1 + their number: integers count down
// for each threshold above; floats count up for each that is not, so that a NaN keeps 0.
template <typename Cell>
[[gnu::target("avx2")]] inline __m256i begin_count(__m256i cells, __m256i all) {
  if constexpr (std::is_same_v<Cell, float>) {
    const __m256 rows = _mm256_castsi256_ps(cells);
    return _mm256_sub_epi32(_mm256_setzero_si256(), _mm256_castps_si256(_mm256_cmp_ps(rows, rows, _CMP_ORD_Q)));
  } else if constexpr (std::is_same_v<Cell, double>) {
    const __m256d rows = _mm256_castsi256_pd(cells);
    return _mm256_sub_epi64(_mm256_setzero_si256(), _mm256_castpd_si256(_mm256_cmp_pd(rows, rows, _CMP_ORD_Q)));
  } else {
    return all;
  }
}

template <typename Cell>
[[gnu::target("avx2")]] inline __m256i go_on(__m256i count, __m256i threshold, __m256i cells) {
  if constexpr (std::is_same_v<Cell, float>) {
    const __m256 reached = _mm256_cmp_ps(_mm256_castsi256_ps(threshold), _mm256_castsi256_ps(cells), _CMP_LE_OQ);
    return _mm256_sub_epi32(count, _mm256_castps_si256(reached));
  } else if constexpr (std::is_same_v<Cell, double>) {
    const __m256d reached = _mm256_cmp_pd(_mm256_castsi256_pd(threshold), _mm256_castsi256_pd(cells), _CMP_LE_OQ);
    return _mm256_sub_epi64(count, _mm256_castpd_si256(reached));
  } else if constexpr (sizeof(Cell) == 1) {
    return _mm256_add_epi8(count, _mm256_cmpgt_epi8(threshold, cells));
  } else if constexpr (sizeof(Cell) == 2) {
    return _mm256_add_epi16(count, _mm256_cmpgt_epi16(threshold, cells));
  } else if constexpr (sizeof(Cell) == 4) {
    return _mm256_add_epi32(count, _mm256_cmpgt_epi32(threshold, cells));
  } else {
    return _mm256_add_epi64(count, _mm256_cmpgt_epi64(threshold, cells));
  }
}

// The counts of `vectors_of<Cell>` vectors of cells. `thresholds` are turned already.
template <typename Cell>
[[gnu::target("avx2")]] inline void count_thresholds(Bytes cells, const Cell* thresholds, std::size_t threshold_count,
                                                     __m256i* counts) {
  __m256i rows[vectors_of<Cell>];
  const __m256i all = broadcast(static_cast<Cell>(threshold_count + 1));
  for (std::size_t i = 0; i < vectors_of<Cell>; ++i) {
    rows[i] = turned<Cell>(load(cells + i * vector_bytes));
    counts[i] = begin_count<Cell>(rows[i], all);
  }
  for (std::size_t k = 0; k < threshold_count; ++k) {
    const __m256i threshold = broadcast(thresholds[k]);
    for (std::size_t i = 0; i < vectors_of<Cell>; ++i) counts[i] = go_on<Cell>(counts[i], threshold, rows[i]);
  }
}

template <typename Cell>
[[gnu::target("avx2")]] inline __m256i code_vector(Bytes cells, const Cell* thresholds, std::size_t threshold_count) {
  __m256i counts[4];
  count_thresholds(cells, thresholds, threshold_count, counts);
  if constexpr (sizeof(Cell) == 1) return counts[0];
  if constexpr (sizeof(Cell) == 2) return bytes_of_16(counts);
  if constexpr (sizeof(Cell) == 8) {
    __m256i further[4];
    count_thresholds(cells + 4 * vector_bytes, thresholds, threshold_count, further);
    counts[0] = low_halves(counts[0], counts[1]);
    counts[1] = low_halves(counts[2], counts[3]);
    counts[2] = low_halves(further[0], further[1]);
    counts[3] = low_halves(further[2], further[3]);
  }
  return bytes_of_32(counts);
}

template <typename Cell>
[[gnu::target("avx2")]] std::size_t code_whole_numbers(Bytes cells, std::size_t count, const void* thresholds,
                                                       std::size_t threshold_count, Code* codes) {
  Cell turned_thresholds[most_compared];
  if (threshold_count > 0) std::memcpy(turned_thresholds, thresholds, threshold_count * sizeof(Cell));
  if constexpr (std::is_unsigned_v<Cell>) {
    for (std::size_t k = 0; k < threshold_count; ++k) {
      turned_thresholds[k] = static_cast<Cell>(turned_thresholds[k] ^ sign_bit<Cell>());
    }
  }
  std::size_t done = 0;
  for (; done + vector_bytes <= count; done += vector_bytes) {
    call_ahead<vector_bytes * sizeof(Cell)>(cells + done * sizeof(Cell));
    store(code_vector(cells + done * sizeof(Cell), turned_thresholds, threshold_count), codes + done);
  }
  return done;
}

template <typename Cell>
void code_numbers_of(CellType type, const void* cells, std::size_t count, const void* thresholds,
                     std::size_t threshold_count, Code* codes) {
  const auto* bytes = static_cast<Bytes>(cells);
  std::size_t done = 0;
  if (threshold_count <= most_compared) {
    done = code_whole_numbers<Cell>(bytes, count, thresholds, threshold_count, codes);
  }
  portable_kernels().code_numbers(type, bytes + done * sizeof(Cell), count - done, thresholds, threshold_count,
                                  codes + done);
}

}  // namespace

void code_numbers(CellType type, const void* cells, std::size_t count, const void* thresholds,
                  std::size_t threshold_count, Code* codes) {
  switch (type) {
    case CellType::int8:
      return code_numbers_of<std::int8_t>(type, cells, count, thresholds, threshold_count, codes);
    case CellType::int16:
      return code_numbers_of<std::int16_t>(type, cells, count, thresholds, threshold_count, codes);
    case CellType::int32:
      return code_numbers_of<std::int32_t>(type, cells, count, thresholds, threshold_count, codes);
    case CellType::int64:
      return code_numbers_of<std::int64_t>(type, cells, count, thresholds, threshold_count, codes);
    case CellType::uint8:
      return code_numbers_of<std::uint8_t>(type, cells, count, thresholds, threshold_count, codes);
    case CellType::uint16:
      return code_numbers_of<std::uint16_t>(type, cells, count, thresholds, threshold_count, codes);
    case CellType::uint32:
      return code_numbers_of<std::uint32_t>(type, cells, count, thresholds, threshold_count, codes);
    case CellType::uint64:
      return code_numbers_of<std::uint64_t>(type, cells, count, thresholds, threshold_count, codes);
    case CellType::float32:
      return code_numbers_of<float>(type, cells, count, thresholds, threshold_count, codes);
    case CellType::float64:
      return code_numbers_of<double>(type, cells, count, thresholds, threshold_count, codes);
  }
}

}  // namespace tepei::batch::avx2

#endif
