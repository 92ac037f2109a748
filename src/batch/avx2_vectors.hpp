// Vectors of AVX2 as its kernels use them. Every function that holds a vector is marked for AVX2 by itself, and none of
// them calls a template of the standard library: the compiler could then keep a copy made for AVX2 for callers that run
// on any processor.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__)
#define TEPEI_HAS_AVX2_KERNELS 1

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

#include "batch/kernels.hpp"

namespace tepei::batch::avx2 {

using Bytes = const std::uint8_t*;

constexpr std::size_t vector_bytes = 32;

[[gnu::target("avx2")]] inline __m256i load(const void* bytes) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(bytes));
}

[[gnu::target("avx2")]] inline void store(__m256i rows, void* bytes) {
  _mm256_storeu_si256(static_cast<__m256i*>(bytes), rows);
}

// How far ahead of the cells being read others are called into the cache. A table's columns are read in turns, a block
// of each, and the processor itself looks ahead only once it has seen a run of reads. Measured: 2 KiB gains little, 8
// KiB a third of the time, more no more.
constexpr std::size_t bytes_ahead = 8'192;

// Calls in what lies ahead of the next `size` bytes; it may lie beyond the column's end.
template <std::size_t size>
[[gnu::target("avx2")]] inline void call_ahead(Bytes cells) {
  constexpr std::size_t line = 64;
  const auto address = reinterpret_cast<std::uintptr_t>(cells) + bytes_ahead;
  for (std::size_t i = 0; i < size; i += line) {
    _mm_prefetch(reinterpret_cast<const char*>(address + i), _MM_HINT_T0);  // NOLINT(performance-no-int-to-ptr)
  }
}

// The low halves of the eight 64-bit numbers of two vectors, in order.
[[gnu::target("avx2")]] inline __m256i low_halves(__m256i first, __m256i second) {
  const __m256 lanes = _mm256_shuffle_ps(_mm256_castsi256_ps(first), _mm256_castsi256_ps(second), 0x88);
  return _mm256_permute4x64_epi64(_mm256_castps_si256(lanes), 0xD8);
}

// The high halves likewise.
[[gnu::target("avx2")]] inline __m256i high_halves(__m256i first, __m256i second) {
  const __m256 lanes = _mm256_shuffle_ps(_mm256_castsi256_ps(first), _mm256_castsi256_ps(second), 0xDD);
  return _mm256_permute4x64_epi64(_mm256_castps_si256(lanes), 0xD8);
}

// 32 numbers of 16 bits, all below 256, as bytes in order.
[[gnu::target("avx2")]] inline __m256i bytes_of_16(const __m256i* rows) {
  return _mm256_permute4x64_epi64(_mm256_packus_epi16(rows[0], rows[1]), 0xD8);
}

// 32 numbers of 32 bits, all below 256, as bytes in order.
[[gnu::target("avx2")]] inline __m256i bytes_of_32(const __m256i* rows) {
  const __m256i first = _mm256_packus_epi32(rows[0], rows[1]);
  const __m256i second = _mm256_packus_epi32(rows[2], rows[3]);
  const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  return _mm256_permutevar8x32_epi32(_mm256_packus_epi16(first, second), order);
}

// The kernel of that name; in a file of its own.
void code_numbers(CellType type, const void* cells, std::size_t count, const void* thresholds,
                  std::size_t threshold_count, Code* codes);

}  // namespace tepei::batch::avx2

#endif
