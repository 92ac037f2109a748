// What both fused loops share: 64 (or 32) answers in the bits of a word, with the unknown ones told apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "comparators.hpp"

namespace tepei::benchmarks::columns {

// Answers that are known to be yes, and those known to be no; the others are unknown.
template <typename Word>
struct Answers {
  Word yes;
  Word no;
};

template <typename Word>
Answers<Word> where_known(Word known, Word yes) {
  return {static_cast<Word>(known & yes), static_cast<Word>(known & ~yes)};
}

template <typename Word>
Answers<Word> operator&(Answers<Word> left, Answers<Word> right) {
  return {static_cast<Word>(left.yes & right.yes), static_cast<Word>(left.no | right.no)};
}

template <typename Word>
Answers<Word> operator|(Answers<Word> left, Answers<Word> right) {
  return {static_cast<Word>(left.yes | right.yes), static_cast<Word>(left.no & right.no)};
}

template <typename Word>
Word load_bits(const void* bits, std::size_t row) {
  Word word;
  std::memcpy(&word, static_cast<const unsigned char*>(bits) + row / 8, sizeof word);
  return word;
}

// The tests' results of one group of rows, whether or not the values they read are known.
template <typename Word>
struct Tests {
  Word in_region;
  Word outside_leagues;
  Word is_region;
  Word is_minority;
  Word young_enough;
  Word has_education;
  Word has_years;
  Word no_years;  // below the least: both are 0 for NaN
  Word has_title;
};

// The seven criteria in one word: all met, or any not met.
template <typename Word>
Answers<Word> fold(const TepeiBenchCandidates& all, std::size_t row, const Tests<Word>& tests) {
  const auto known = [row](const TepeiBenchColumn& column) { return load_bits<Word>(column.known, row); };
  const auto attested = [&](const TepeiBenchColumn& column) {
    return where_known(known(column), load_bits<Word>(column.values, row));
  };
  const Word division = known(all.columns[tepei_bench_division]);
  const Word years = known(all.columns[tepei_bench_profession_years]);
  const Answers<Word> has_years{static_cast<Word>(years & tests.has_years), static_cast<Word>(years & tests.no_years)};
  return where_known(division, tests.in_region) &
         (where_known(division, tests.outside_leagues) |
          where_known(known(all.columns[tepei_bench_employer_level]), tests.is_region)) &
         attested(all.columns[tepei_bench_political_ok]) &
         where_known(known(all.columns[tepei_bench_ethnicity]), tests.is_minority) &
         attested(all.columns[tepei_bench_healthy]) &
         where_known(known(all.columns[tepei_bench_birth_date]), tests.young_enough) &
         ((where_known(known(all.columns[tepei_bench_education]), tests.has_education) & has_years) |
          where_known(known(all.columns[tepei_bench_title_level]), tests.has_title));
}

// The last rows, fewer than a word's bits.
void fused_tail(const TepeiBenchCandidates& all, std::size_t first, std::size_t rows, std::uint8_t* verdicts);

}  // namespace tepei::benchmarks::columns
