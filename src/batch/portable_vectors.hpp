// The commonest cells for the portable kernels, sixteen at a time: compilers make little of loops that narrow numbers
// to bytes. SSE2 is part of every x86-64; elsewhere these do nothing, and the plain loops do all.
#pragma once

#include <cstddef>
#include <cstdint>

#include "batch/kernels.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tepei::batch::portable {

// Each codes as many of the first rows as it can, and gives how many those are.

// Indexes of 32 bits, with a sign or without; `limit` is at most 254. Sets `outside` where any is 255.
inline std::size_t code_whole_indexes(const std::uint8_t* cells, std::size_t count, std::uint32_t limit, Code* codes,
                                      bool& outside) noexcept;
// Float64 cells against at most 127 thresholds.
inline std::size_t code_whole_numbers(const std::uint8_t* cells, std::size_t count, const double* thresholds,
                                      std::size_t threshold_count, Code* codes) noexcept;

#ifdef __SSE2__

namespace sse2 {

constexpr std::size_t vector_bytes = 16;

// How far ahead of the cells being read others are called into the cache, as the kernels for AVX2 do.
constexpr std::size_t bytes_ahead = 8'192;

template <std::size_t size>
inline void call_ahead(const std::uint8_t* cells) noexcept {
  const auto address = reinterpret_cast<std::uintptr_t>(cells) + bytes_ahead;
  for (std::size_t i = 0; i < size; i += 64) {
    _mm_prefetch(reinterpret_cast<const char*>(address + i), _MM_HINT_T0);  // NOLINT(performance-no-int-to-ptr)
  }
}

inline __m128i load(const std::uint8_t* bytes) noexcept {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}

inline void store(__m128i rows, std::uint8_t* bytes) noexcept {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(bytes), rows);
}

// Eight indexes as codes of 16 bits. Packing keeps what is negative negative, and what is large large.
inline __m128i codes_of_eight(const std::uint8_t* cells, __m128i limit) noexcept {
  const __m128i indexes = _mm_packs_epi32(load(cells), load(cells + vector_bytes));
  const __m128i inside = _mm_and_si128(_mm_cmpgt_epi16(indexes, _mm_set1_epi16(-1)), _mm_cmpgt_epi16(limit, indexes));
  const __m128i codes = _mm_add_epi16(indexes, _mm_set1_epi16(1));
  return _mm_or_si128(_mm_and_si128(inside, codes), _mm_andnot_si128(inside, _mm_set1_epi16(255)));
}

// How many thresholds eight cells reach, and one more where they are no NaN; negative, in 16 bits.
inline __m128i reached_by_eight(const std::uint8_t* cells, const double* thresholds,
                                std::size_t threshold_count) noexcept {
  __m128d rows[4];
  __m128i counts[4];
  for (std::size_t i = 0; i < 4; ++i) {
    rows[i] = _mm_castsi128_pd(load(cells + i * vector_bytes));
    counts[i] = _mm_castpd_si128(_mm_cmpord_pd(rows[i], rows[i]));
  }
  for (std::size_t k = 0; k < threshold_count; ++k) {
    const __m128d threshold = _mm_set1_pd(thresholds[k]);
    for (std::size_t i = 0; i < 4; ++i) {
      counts[i] = _mm_add_epi64(counts[i], _mm_castpd_si128(_mm_cmple_pd(threshold, rows[i])));
    }
  }
  const __m128 first = _mm_shuffle_ps(_mm_castsi128_ps(counts[0]), _mm_castsi128_ps(counts[1]), 0x88);
  const __m128 second = _mm_shuffle_ps(_mm_castsi128_ps(counts[2]), _mm_castsi128_ps(counts[3]), 0x88);
  return _mm_packs_epi32(_mm_castps_si128(first), _mm_castps_si128(second));
}

}  // namespace sse2

inline std::size_t code_whole_indexes(const std::uint8_t* cells, std::size_t count, std::uint32_t limit, Code* codes,
                                      bool& outside) noexcept {
  constexpr std::size_t rows = sse2::vector_bytes;
  const __m128i limits = _mm_set1_epi16(static_cast<std::int16_t>(limit));
  __m128i greatest = _mm_setzero_si128();
  std::size_t done = 0;
  for (; done + rows <= count; done += rows) {
    const std::uint8_t* first = cells + done * 4;
    sse2::call_ahead<rows * 4>(first);
    const __m128i coded =
        _mm_packus_epi16(sse2::codes_of_eight(first, limits), sse2::codes_of_eight(first + 32, limits));
    greatest = _mm_max_epu8(greatest, coded);
    sse2::store(coded, codes + done);
  }
  outside = _mm_movemask_epi8(_mm_cmpeq_epi8(greatest, _mm_set1_epi8(-1))) != 0;
  return done;
}

inline std::size_t code_whole_numbers(const std::uint8_t* cells, std::size_t count, const double* thresholds,
                                      std::size_t threshold_count, Code* codes) noexcept {
  constexpr std::size_t rows = sse2::vector_bytes;
  std::size_t done = 0;
  for (; done + rows <= count; done += rows) {
    const std::uint8_t* first = cells + done * 8;
    sse2::call_ahead<rows * 8>(first);
    const __m128i reached = _mm_packs_epi16(sse2::reached_by_eight(first, thresholds, threshold_count),
                                            sse2::reached_by_eight(first + 64, thresholds, threshold_count));
    sse2::store(_mm_sub_epi8(_mm_setzero_si128(), reached), codes + done);
  }
  return done;
}

#else

inline std::size_t code_whole_indexes(const std::uint8_t* /*cells*/, std::size_t /*count*/, std::uint32_t /*limit*/,
                                      Code* /*codes*/, bool& outside) noexcept {
  outside = false;
  return 0;
}

inline std::size_t code_whole_numbers(const std::uint8_t* /*cells*/, std::size_t /*count*/,
                                      const double* /*thresholds*/, std::size_t /*threshold_count*/,
                                      Code* /*codes*/) noexcept {
  return 0;
}

#endif

}  // namespace tepei::batch::portable
