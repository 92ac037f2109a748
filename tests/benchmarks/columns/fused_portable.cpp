// The fused loop without any instruction set's own functions: tests give bytes (which the compiler vectorises where no
// table is read), a multiplication packs eight of them into bits, and the logic runs over 64 rows a word.
#include <algorithm>

#include "masks.hpp"

namespace tepei::benchmarks::columns {
namespace {

using Word = std::uint64_t;
constexpr std::size_t group = 64;

Word pack(const std::uint8_t (&bytes)[group]) {
  Word bits = 0;
  for (std::size_t i = 0; i < group; i += 8) {
    Word eight;
    std::memcpy(&eight, bytes + i, sizeof eight);
    bits |= ((eight * 0x0102'0408'1020'4080U) >> 56) << i;
  }
  return bits;
}

template <typename T, typename Test>
Word test_all(const TepeiBenchColumn& column, std::size_t row, Test test) {
  const T* values = static_cast<const T*>(column.values) + row;
  std::uint8_t bytes[group];
  for (std::size_t i = 0; i < group; ++i) bytes[i] = static_cast<std::uint8_t>(test(values[i]));
  return pack(bytes);
}

Word look_up(const TepeiBenchColumn& column, std::size_t row, const std::uint8_t* table) {
  return test_all<std::int32_t>(column, row, [table](std::int32_t index) { return table[index]; });
}

Tests<Word> run_tests(const TepeiBenchCandidates& all, std::size_t row) {
  const std::int32_t limit = all.too_old_if_born_by;
  const double least = all.least_years;
  return {
      look_up(all.columns[tepei_bench_division], row, all.in_region),
      look_up(all.columns[tepei_bench_division], row, all.outside_leagues),
      look_up(all.columns[tepei_bench_employer_level], row, all.is_region),
      look_up(all.columns[tepei_bench_ethnicity], row, all.is_minority),
      test_all<std::int32_t>(all.columns[tepei_bench_birth_date], row,
                             [limit](std::int32_t day) { return day > limit; }),
      look_up(all.columns[tepei_bench_education], row, all.has_education),
      test_all<double>(all.columns[tepei_bench_profession_years], row,
                       [least](double years) { return years >= least; }),
      test_all<double>(all.columns[tepei_bench_profession_years], row, [least](double years) { return years < least; }),
      look_up(all.columns[tepei_bench_title_level], row, all.has_title)};
}

void write(Answers<Word> answers, std::uint8_t* verdicts) {
  for (std::size_t i = 0; i < group; ++i) {
    const Word yes = (answers.yes >> i) & 1;
    const Word no = (answers.no >> i) & 1;
    verdicts[i] = static_cast<std::uint8_t>(1 + no - yes);
  }
}

}  // namespace

// The rest is moved to where a whole group can be read.
void fused_tail(const TepeiBenchCandidates& all, std::size_t first, std::size_t rows, std::uint8_t* verdicts) {
  const std::size_t count = rows - first;
  if (count == 0) return;
  constexpr std::size_t widths[tepei_bench_facts] = {32, 32, 1, 32, 1, 32, 32, 64, 32};  // bits
  alignas(8) unsigned char values[tepei_bench_facts][group * sizeof(double)] = {};
  std::uint8_t known[tepei_bench_facts][group / 8] = {};
  TepeiBenchCandidates padded = all;
  for (std::size_t i = 0; i < tepei_bench_facts; ++i) {
    const auto* bytes = static_cast<const unsigned char*>(all.columns[i].values);
    std::memcpy(values[i], bytes + first * widths[i] / 8, (count * widths[i] + 7) / 8);
    std::memcpy(known[i], all.columns[i].known + first / 8, (count + 7) / 8);
    padded.columns[i] = {known[i], values[i]};
  }
  std::uint8_t answers[group];
  tepei_bench_fused_portable(&padded, group, answers);
  std::copy_n(answers, count, verdicts + first);
}

}  // namespace tepei::benchmarks::columns

void tepei_bench_fused_portable(const TepeiBenchCandidates* candidates, std::size_t rows, std::uint8_t* verdicts) {
  using namespace tepei::benchmarks::columns;
  std::size_t row = 0;
  for (; row + group <= rows; row += group) {
    write(fold(*candidates, row, run_tests(*candidates, row)), verdicts + row);
  }
  fused_tail(*candidates, row, rows, verdicts);
}
