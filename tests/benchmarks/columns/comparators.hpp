// The pinned comparators of `make bench-columns`, called from Python through ctypes with the addresses of Arrow's
// buffers: the verdict of inner-mongolia-2025 / outside written by hand, and a copy of the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// One column's rows: a bit each that says whether the value is known, and the values.
struct TepeiBenchColumn {
  const std::uint8_t* known;
  const void* values;  // indexes (int32), bits, days (int32) or years (double)
};

enum TepeiBenchFact {
  tepei_bench_division,
  tepei_bench_employer_level,
  tepei_bench_political_ok,
  tepei_bench_ethnicity,
  tepei_bench_healthy,
  tepei_bench_birth_date,
  tepei_bench_education,
  tepei_bench_profession_years,
  tepei_bench_title_level,
  tepei_bench_facts
};

// The columns by fact, and what the rules say of each dictionary's entries: a byte an entry, 1 where the test holds.
// Every table has 256 entries, and indexes are below that, below 32 for levels, education and titles; null rows too
// hold such an index.
struct TepeiBenchCandidates {
  TepeiBenchColumn columns[tepei_bench_facts];
  const std::uint8_t* in_region;        // of division
  const std::uint8_t* outside_leagues;  // of division
  const std::uint8_t* is_region;        // of employer_level
  const std::uint8_t* is_minority;      // of ethnicity
  const std::uint8_t* has_education;
  const std::uint8_t* has_title;
  std::int32_t too_old_if_born_by;  // days since 1970-01-01
  double least_years;
};

// Verdicts as 0 eligible, 1 undetermined, 2 ineligible: one pass over all columns, 64 rows at a time.
void tepei_bench_fused_portable(const TepeiBenchCandidates* candidates, std::size_t rows, std::uint8_t* verdicts);
// The same with AVX2.
void tepei_bench_fused_avx2(const TepeiBenchCandidates* candidates, std::size_t rows, std::uint8_t* verdicts);
// Whether this machine has AVX2.
int tepei_bench_has_avx2();

struct TepeiBenchBuffer {
  const void* bytes;
  std::size_t size;
};

// Copies the buffers one after the other into `into`, on this thread alone or an equal part of each on every thread.
void tepei_bench_copy(const TepeiBenchBuffer* buffers, std::size_t count, unsigned char* into, unsigned threads);
}
