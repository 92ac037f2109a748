// The fused loop with AVX2: a dictionary's table is kept as bits in registers, so that nothing is gathered from memory;
// a sign bit a row is moved to a mask, and the logic runs over 32 rows a word.
#include <immintrin.h>

#include "masks.hpp"

namespace tepei::benchmarks::columns {
namespace {

using Word = std::uint32_t;
constexpr std::size_t group = 32;

// A table of up to 256 yes-or-no entries: entry i is bit 31 - i % 32 of lane i / 32, so that a shift to the left by the
// index brings it to the sign.
[[gnu::target("avx2")]] __m256i table_of(const std::uint8_t* entries) {
  alignas(32) std::uint32_t words[8] = {};
  for (std::uint32_t i = 0; i < 256; ++i) {
    if (entries[i] != 0) words[i / 32] |= 0x8000'0000U >> (i % 32);
  }
  return _mm256_load_si256(reinterpret_cast<const __m256i*>(words));
}

struct Tables {
  __m256i in_region;
  __m256i outside_leagues;
  __m256i is_region;  // this and the last two: entries below 32 only, in every lane
  __m256i is_minority;
  __m256i has_education;
  __m256i has_title;
};

[[gnu::target("avx2")]] inline __m256i first_lane_everywhere(__m256i table) {
  return _mm256_permutevar8x32_epi32(table, _mm256_setzero_si256());
}

[[gnu::target("avx2")]] inline __m256i load_eight(const TepeiBenchColumn& column, std::size_t row) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(static_cast<const std::int32_t*>(column.values) + row));
}

[[gnu::target("avx2")]] inline Word signs(__m256i lanes) {
  return static_cast<Word>(_mm256_movemask_ps(_mm256_castsi256_ps(lanes)));
}

[[gnu::target("avx2")]] inline Word look_up(__m256i table, __m256i lane, __m256i bit) {
  return signs(_mm256_sllv_epi32(_mm256_permutevar8x32_epi32(table, lane), bit));
}

[[gnu::target("avx2")]] inline Word at_least(const double* years, __m256d least) {
  return static_cast<Word>(_mm256_movemask_pd(_mm256_cmp_pd(_mm256_loadu_pd(years), least, _CMP_GE_OQ)));
}

[[gnu::target("avx2")]] inline Word below(const double* years, __m256d least) {
  return static_cast<Word>(_mm256_movemask_pd(_mm256_cmp_pd(_mm256_loadu_pd(years), least, _CMP_LT_OQ)));
}

[[gnu::target("avx2")]] inline Tests<Word> run_tests(const TepeiBenchCandidates& all, const Tables& tables,
                                                     __m256i limit, __m256d least, std::size_t row) {
  Tests<Word> tests{};
  const __m256i low_bits = _mm256_set1_epi32(31);
  const double* years = static_cast<const double*>(all.columns[tepei_bench_profession_years].values) + row;
  for (unsigned i = 0; i < group; i += 8) {
    const __m256i division = load_eight(all.columns[tepei_bench_division], row + i);
    const __m256i lane = _mm256_srli_epi32(division, 5);
    const __m256i bit = _mm256_and_si256(division, low_bits);
    tests.in_region |= look_up(tables.in_region, lane, bit) << i;
    tests.outside_leagues |= look_up(tables.outside_leagues, lane, bit) << i;
    const __m256i ethnicity = load_eight(all.columns[tepei_bench_ethnicity], row + i);
    tests.is_minority |=
        look_up(tables.is_minority, _mm256_srli_epi32(ethnicity, 5), _mm256_and_si256(ethnicity, low_bits)) << i;
    tests.is_region |=
        signs(_mm256_sllv_epi32(tables.is_region, load_eight(all.columns[tepei_bench_employer_level], row + i))) << i;
    tests.has_education |=
        signs(_mm256_sllv_epi32(tables.has_education, load_eight(all.columns[tepei_bench_education], row + i))) << i;
    tests.has_title |=
        signs(_mm256_sllv_epi32(tables.has_title, load_eight(all.columns[tepei_bench_title_level], row + i))) << i;
    tests.young_enough |= signs(_mm256_cmpgt_epi32(load_eight(all.columns[tepei_bench_birth_date], row + i), limit))
                          << i;
    tests.has_years |= (at_least(years + i, least) | at_least(years + i + 4, least) << 4) << i;
    tests.no_years |= (below(years + i, least) | below(years + i + 4, least) << 4) << i;
  }
  return tests;
}

// Each of the 32 bits as a byte of ones or zeros.
[[gnu::target("avx2")]] inline __m256i widen(Word bits) {
  const __m256i byte_of_lane =
      _mm256_set_epi64x(0x0303'0303'0303'0303, 0x0202'0202'0202'0202, 0x0101'0101'0101'0101, 0);
  const __m256i bit_of_lane = _mm256_set1_epi64x(static_cast<long long>(0x8040'2010'0804'0201U));
  const __m256i spread = _mm256_shuffle_epi8(_mm256_set1_epi32(static_cast<int>(bits)), byte_of_lane);
  return _mm256_cmpeq_epi8(_mm256_and_si256(spread, bit_of_lane), bit_of_lane);
}

[[gnu::target("avx2")]] inline void write(Answers<Word> answers, std::uint8_t* verdicts) {
  // 1 + no - yes, where a byte of ones is -1.
  const __m256i worse = _mm256_sub_epi8(_mm256_set1_epi8(1), widen(answers.no));
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(verdicts), _mm256_add_epi8(worse, widen(answers.yes)));
}

}  // namespace
}  // namespace tepei::benchmarks::columns

[[gnu::target("avx2")]] void tepei_bench_fused_avx2(const TepeiBenchCandidates* candidates, std::size_t rows,
                                                    std::uint8_t* verdicts) {
  using namespace tepei::benchmarks::columns;
  const Tables tables{table_of(candidates->in_region),
                      table_of(candidates->outside_leagues),
                      first_lane_everywhere(table_of(candidates->is_region)),
                      table_of(candidates->is_minority),
                      first_lane_everywhere(table_of(candidates->has_education)),
                      first_lane_everywhere(table_of(candidates->has_title))};
  const __m256i limit = _mm256_set1_epi32(candidates->too_old_if_born_by);
  const __m256d least = _mm256_set1_pd(candidates->least_years);
  std::size_t row = 0;
  for (; row + group <= rows; row += group) {
    write(fold(*candidates, row, run_tests(*candidates, tables, limit, least, row)), verdicts + row);
  }
  fused_tail(*candidates, row, rows, verdicts);
}

int tepei_bench_has_avx2() {
  return __builtin_cpu_supports("avx2") != 0 ? 1 : 0;
}
