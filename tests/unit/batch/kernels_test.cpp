// Every kernel of every set against its definition, written here as plainly as it reads.
#include "batch/kernels.hpp"

#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

using namespace tepei::batch;

namespace {

using ByteVector = std::vector<std::uint8_t>;

std::vector<const Kernels*> all_kernels() {
  std::vector<const Kernels*> sets{&portable_kernels()};
  if (const Kernels* avx2 = avx2_kernels()) sets.push_back(avx2);
  return sets;
}

// Bytes at a place of any alignment, with nothing after them: what reads beyond fails under a sanitizer.
class Unaligned {
 public:
  Unaligned(const void* bytes, std::size_t size, std::size_t offset) : bytes_(offset + size), offset_(offset) {
    if (size > 0) std::memcpy(bytes_.data() + offset, bytes, size);
    bytes_.shrink_to_fit();
  }
  template <typename Cell>
  Unaligned(const std::vector<Cell>& cells, std::size_t offset)
      : Unaligned(cells.data(), cells.size() * sizeof(Cell), offset) {}

  const std::uint8_t* data() const { return bytes_.data() + offset_; }

 private:
  ByteVector bytes_;
  std::size_t offset_;
};

// What a kernel writes, between bytes that it must leave alone.
class Guarded {
 public:
  Guarded(const ByteVector& initial, std::size_t offset)
      : bytes_(initial.size() + 2 * guard + offset, 0xA5), begin_(guard + offset), size_(initial.size()) {
    std::copy(initial.begin(), initial.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(begin_));
  }

  std::uint8_t* data() { return bytes_.data() + begin_; }

  // The bytes written; nothing where a guard was.
  ByteVector written() const {
    const auto begin = bytes_.begin() + static_cast<std::ptrdiff_t>(begin_);
    const auto end = begin + static_cast<std::ptrdiff_t>(size_);
    const auto is_guard = [](std::uint8_t byte) { return byte == 0xA5; };
    RC_ASSERT(std::all_of(bytes_.begin(), begin, is_guard) && std::all_of(end, bytes_.end(), is_guard));
    return {begin, end};
  }

 private:
  static constexpr std::size_t guard = 64;
  ByteVector bytes_;
  std::size_t begin_;
  std::size_t size_;
};

std::size_t any_length() {
  return *rc::gen::inRange<std::size_t>(0, 301);
}
std::size_t any_offset() {
  return *rc::gen::inRange<std::size_t>(0, 33);
}

ByteVector any_bytes(std::size_t count, int below = 256) {
  return *rc::gen::container<ByteVector>(count, rc::gen::cast<std::uint8_t>(rc::gen::inRange(0, below)));
}

// Few or no nulls as in most columns, or any bits.
ByteVector any_bits(std::size_t bits) {
  const std::size_t bytes = (bits + 7) / 8;
  if (*rc::gen::arbitrary<bool>()) return any_bytes(bytes);
  return *rc::gen::container<ByteVector>(bytes, rc::gen::element<std::uint8_t>(255, 255, 255, 255, 255, 255, 0, 0x7F));
}

bool bit_is_set(const ByteVector& bits, std::size_t place) {
  return ((bits[place / 8] >> (place % 8)) & 1) != 0;
}

template <typename Cell>
constexpr CellType type_of() {
  if constexpr (std::is_same_v<Cell, std::int8_t>) return CellType::int8;
  if constexpr (std::is_same_v<Cell, std::int16_t>) return CellType::int16;
  if constexpr (std::is_same_v<Cell, std::int32_t>) return CellType::int32;
  if constexpr (std::is_same_v<Cell, std::int64_t>) return CellType::int64;
  if constexpr (std::is_same_v<Cell, std::uint8_t>) return CellType::uint8;
  if constexpr (std::is_same_v<Cell, std::uint16_t>) return CellType::uint16;
  if constexpr (std::is_same_v<Cell, std::uint32_t>) return CellType::uint32;
  if constexpr (std::is_same_v<Cell, std::uint64_t>) return CellType::uint64;
  if constexpr (std::is_same_v<Cell, float>) return CellType::float32;
  if constexpr (std::is_same_v<Cell, double>) return CellType::float64;
}

// Calls `check` with a value of each type of cell.
template <typename Check>
void for_integers(Check check) {
  check(std::int8_t{});
  check(std::int16_t{});
  check(std::int32_t{});
  check(std::int64_t{});
  check(std::uint8_t{});
  check(std::uint16_t{});
  check(std::uint32_t{});
  check(std::uint64_t{});
}

template <typename Check>
void for_numbers(Check check) {
  for_integers(check);
  check(float{});
  check(double{});
}

template <typename Cell>
std::vector<Cell> extremes() {
  using Limits = std::numeric_limits<Cell>;
  const auto one = static_cast<Cell>(1);
  if constexpr (std::is_integral_v<Cell>) {
    return {Limits::min(),
            static_cast<Cell>(Limits::min() + one),
            static_cast<Cell>(-1),
            Cell{0},
            one,
            static_cast<Cell>(127),
            static_cast<Cell>(128),
            static_cast<Cell>(253),
            static_cast<Cell>(254),
            static_cast<Cell>(255),
            static_cast<Cell>(256),
            static_cast<Cell>(std::uint64_t{1} << 32),
            static_cast<Cell>((std::uint64_t{1} << 32) + 5),
            static_cast<Cell>((std::uint64_t{1} << 63) + 5),
            static_cast<Cell>(Limits::max() - one),
            Limits::max()};
  } else {
    return {-Limits::infinity(),  Limits::lowest(), -one, -Limits::min(), -Limits::denorm_min(), -Cell{0}, Cell{0},
            Limits::denorm_min(), Limits::min(),    one,  Limits::max(),  Limits::infinity()};
  }
}

template <typename Cell>
Cell any_cell() {
  const int kind = *rc::gen::inRange(0, 4);
  if (kind == 0) return *rc::gen::elementOf(extremes<Cell>());
  if (kind == 1) return static_cast<Cell>(*rc::gen::inRange(-300, 300));
  return *rc::gen::arbitrary<Cell>();
}

template <typename Cell>
std::vector<Cell> any_cells(std::size_t count) {
  std::vector<Cell> cells(count);
  for (Cell& cell : cells) cell = any_cell<Cell>();
  return cells;
}

// Cells at, right below and right above thresholds too; NaN among floats.
template <typename Cell>
std::vector<Cell> cells_near(const std::vector<Cell>& thresholds, std::size_t count) {
  std::vector<Cell> cells = any_cells<Cell>(count);
  for (Cell& cell : cells) {
    const int kind = *rc::gen::inRange(0, 6);
    if (kind < 3 && !thresholds.empty()) {
      cell = *rc::gen::elementOf(thresholds);
      if constexpr (std::is_integral_v<Cell>) {
        cell = static_cast<Cell>(static_cast<std::uint64_t>(cell) + static_cast<std::uint64_t>(kind) - 1);
      } else if (kind != 0) {
        cell = std::nextafter(cell, kind == 1 ? Cell{0} : std::numeric_limits<Cell>::infinity());
      }
    }
    if constexpr (std::is_floating_point_v<Cell>) {
      if (kind == 3) cell = std::numeric_limits<Cell>::quiet_NaN();
    }
  }
  return cells;
}

template <typename Cell>
Code naive_number(Cell cell, const std::vector<Cell>& thresholds) {
  if (cell != cell) return 0;
  return static_cast<Code>(
      1 + std::count_if(thresholds.begin(), thresholds.end(), [cell](Cell threshold) { return threshold <= cell; }));
}

template <typename Cell>
Code naive_index(Cell cell, std::uint32_t size) {
  if (cell < 0 || static_cast<std::uint64_t>(cell) >= size) return 255;
  return static_cast<Code>(cell + 1);
}

template <typename Cell>
void check_numbers(std::size_t count, std::size_t threshold_count) {
  std::vector<Cell> thresholds = any_cells<Cell>(threshold_count);
  std::sort(thresholds.begin(), thresholds.end());
  const std::vector<Cell> cells = cells_near(thresholds, count);
  const Unaligned input(cells, any_offset());
  const Unaligned limits(thresholds, any_offset());
  ByteVector expected;
  for (const Cell cell : cells) expected.push_back(naive_number(cell, thresholds));
  for (const Kernels* kernels : all_kernels()) {
    Guarded output(ByteVector(count), any_offset());
    kernels->code_numbers(type_of<Cell>(), input.data(), count, limits.data(), threshold_count, output.data());
    RC_ASSERT(output.written() == expected);
  }
}

template <typename Cell>
void check_indexes(std::size_t count, std::uint32_t size) {
  const std::vector<Cell> cells = any_cells<Cell>(count);
  const Unaligned input(cells, any_offset());
  ByteVector expected;
  for (const Cell cell : cells) expected.push_back(naive_index(cell, size));
  for (const Kernels* kernels : all_kernels()) {
    Guarded output(ByteVector(count), any_offset());
    const bool some_outside = kernels->code_indexes(type_of<Cell>(), input.data(), count, size, output.data());
    RC_ASSERT(output.written() == expected);
    RC_ASSERT(some_outside == (std::find(expected.begin(), expected.end(), 255) != expected.end()));
  }
}

CodeTable any_table(std::size_t size) {
  CodeTable table;
  table.size = size;
  const ByteVector entries = any_bytes(256, *rc::gen::element(2, 4, 256));
  std::copy(entries.begin(), entries.end(), table.entries.begin());
  return table;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kernels)

RC_BOOST_PROP(bits_become_one_or_two, ()) {
  const std::size_t count = any_length();
  const std::size_t first = any_offset();
  const ByteVector bits = any_bits(first + count);
  const Unaligned input(bits, any_offset());
  ByteVector expected;
  for (std::size_t i = 0; i < count; ++i) expected.push_back(bit_is_set(bits, first + i) ? 2 : 1);
  for (const Kernels* kernels : all_kernels()) {
    Guarded output(ByteVector(count), any_offset());
    kernels->code_bits(input.data(), static_cast<std::int64_t>(first), count, output.data());
    RC_ASSERT(output.written() == expected);
  }
}

RC_BOOST_PROP(nulls_become_zero_and_other_codes_stay, ()) {
  const std::size_t count = any_length();
  const std::size_t first = any_offset();
  const ByteVector validity = any_bits(first + count);
  const Unaligned input(validity, any_offset());
  const ByteVector codes = any_bytes(count);
  ByteVector expected = codes;
  for (std::size_t i = 0; i < count; ++i) {
    if (!bit_is_set(validity, first + i)) expected[i] = 0;
  }
  for (const Kernels* kernels : all_kernels()) {
    Guarded output(codes, any_offset());
    kernels->clear_nulls(input.data(), static_cast<std::int64_t>(first), count, output.data());
    RC_ASSERT(output.written() == expected);
  }
}

RC_BOOST_PROP(indexes_within_the_size_count_from_one_and_others_are_255, ()) {
  const std::size_t count = any_length();
  const auto size = *rc::gen::inRange<std::uint32_t>(0, 255);
  for_integers([&](auto cell) { check_indexes<decltype(cell)>(count, size); });
}

BOOST_AUTO_TEST_CASE(every_index_of_a_byte_and_of_two_has_the_code_defined) {
  for (const std::uint32_t size : {0U, 1U, 2U, 127U, 128U, 129U, 200U, 253U, 254U}) {
    std::vector<std::int16_t> cells(65536);
    std::iota(cells.begin(), cells.end(), std::numeric_limits<std::int16_t>::min());
    std::vector<std::int8_t> bytes(cells.begin(), cells.end());
    for (const Kernels* kernels : all_kernels()) {
      ByteVector codes(cells.size());
      kernels->code_indexes(CellType::int16, cells.data(), cells.size(), size, codes.data());
      for (std::size_t i = 0; i < cells.size(); ++i) BOOST_REQUIRE_EQUAL(codes[i], naive_index(cells[i], size));
      kernels->code_indexes(CellType::int8, bytes.data(), bytes.size(), size, codes.data());
      for (std::size_t i = 0; i < cells.size(); ++i) BOOST_REQUIRE_EQUAL(codes[i], naive_index(bytes[i], size));
    }
  }
}

RC_BOOST_PROP(numbers_become_the_count_of_thresholds_reached, ()) {
  const std::size_t count = any_length();
  const std::size_t threshold_count = *rc::gen::inRange<std::size_t>(0, *rc::gen::element(4, 48, 254));
  for_numbers([&](auto cell) { check_numbers<decltype(cell)>(count, threshold_count); });
}

BOOST_AUTO_TEST_CASE(every_count_of_thresholds_is_handled) {
  for (std::size_t threshold_count = 0; threshold_count <= 253; ++threshold_count) {
    std::vector<std::int32_t> thresholds(threshold_count);
    for (std::size_t k = 0; k < threshold_count; ++k) thresholds[k] = static_cast<std::int32_t>(k) * 3 - 100;
    std::vector<std::int32_t> cells(1000);
    std::iota(cells.begin(), cells.end(), -200);
    cells.push_back(std::numeric_limits<std::int32_t>::min());
    cells.push_back(std::numeric_limits<std::int32_t>::max());
    const std::vector<double> floats(cells.begin(), cells.end());
    const std::vector<double> float_thresholds(thresholds.begin(), thresholds.end());
    for (const Kernels* kernels : all_kernels()) {
      ByteVector codes(cells.size());
      kernels->code_numbers(CellType::int32, cells.data(), cells.size(), thresholds.data(), threshold_count,
                            codes.data());
      for (std::size_t i = 0; i < cells.size(); ++i) BOOST_REQUIRE_EQUAL(codes[i], naive_number(cells[i], thresholds));
      kernels->code_numbers(CellType::float64, floats.data(), floats.size(), float_thresholds.data(), threshold_count,
                            codes.data());
      for (std::size_t i = 0; i < cells.size(); ++i) {
        BOOST_REQUIRE_EQUAL(codes[i], naive_number(floats[i], float_thresholds));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(nan_is_zero_and_both_zeros_are_equal) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> cells{nan, -nan, -0.0, 0.0, -1.0, std::numeric_limits<double>::infinity()};
  for (const double threshold : {0.0, -0.0}) {
    for (const Kernels* kernels : all_kernels()) {
      for (std::size_t before = 0; before < 100; ++before) {  // in the vectors and in the rest
        std::vector<double> padded(before, nan);
        padded.insert(padded.end(), cells.begin(), cells.end());
        ByteVector codes(padded.size());
        kernels->code_numbers(CellType::float64, padded.data(), padded.size(), &threshold, 1, codes.data());
        const ByteVector last(codes.end() - 6, codes.end());
        BOOST_TEST(last == (ByteVector{0, 0, 2, 2, 1, 2}), boost::test_tools::per_element());
        BOOST_TEST(std::count(codes.begin(), codes.end(), 0) == static_cast<std::ptrdiff_t>(before + 2));
      }
    }
  }
}

RC_BOOST_PROP(a_lookup_gives_the_entry_of_each_code, ()) {
  const std::size_t count = any_length();
  const auto size = *rc::gen::inRange(1, *rc::gen::element(5, 40, 257));
  const CodeTable table = any_table(static_cast<std::size_t>(size));
  const ByteVector codes = any_bytes(count, size);
  const ByteVector before = any_bytes(count);
  const Unaligned input(codes, any_offset());
  ByteVector expected(count);
  ByteVector sums(count);
  for (std::size_t i = 0; i < count; ++i) {
    expected[i] = table.entries[codes[i]];
    sums[i] = static_cast<std::uint8_t>(before[i] + expected[i]);
  }
  for (const Kernels* kernels : all_kernels()) {
    Guarded output(before, any_offset());
    kernels->look_up(input.data(), count, table, output.data());
    RC_ASSERT(output.written() == expected);
    Guarded in_place(codes, any_offset());
    kernels->look_up(in_place.data(), count, table, in_place.data());
    RC_ASSERT(in_place.written() == expected);
    Guarded added(before, any_offset());
    kernels->look_up_and_add(input.data(), count, table, added.data());
    RC_ASSERT(added.written() == sums);
  }
}

BOOST_AUTO_TEST_CASE(every_code_is_looked_up_in_tables_of_every_size) {
  for (std::size_t size = 1; size <= 256; ++size) {
    CodeTable table;
    table.size = size;
    for (std::size_t code = 0; code < 256; ++code) table.entries[code] = static_cast<std::uint8_t>(code * 167 + 13);
    ByteVector codes(512);
    for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = static_cast<Code>(i % size);
    for (const Kernels* kernels : all_kernels()) {
      ByteVector found(codes.size());
      kernels->look_up(codes.data(), codes.size(), table, found.data());
      for (std::size_t i = 0; i < codes.size(); ++i) BOOST_REQUIRE_EQUAL(found[i], table.entries[codes[i]]);
    }
  }
}

RC_BOOST_PROP(the_worse_of_two_outcomes_stays, ()) {
  const std::size_t count = any_length();
  const ByteVector outcomes = any_bytes(count);
  const ByteVector before = any_bytes(count);
  const Unaligned input(outcomes, any_offset());
  ByteVector expected(count);
  for (std::size_t i = 0; i < count; ++i) expected[i] = std::max(before[i], outcomes[i]);
  for (const Kernels* kernels : all_kernels()) {
    Guarded worst(before, any_offset());
    kernels->take_worse(input.data(), count, worst.data());
    RC_ASSERT(worst.written() == expected);
  }
}

RC_BOOST_PROP(outcomes_are_counted_and_any_above_three_is_told, ()) {
  const std::size_t count = any_length();
  ByteVector outcomes = any_bytes(count, *rc::gen::element(4, 4, 256));
  if (count > 0 && *rc::gen::arbitrary<bool>()) {
    outcomes[*rc::gen::inRange<std::size_t>(0, count)] = *rc::gen::element<std::uint8_t>(3, 4, 8, 128, 255);
  }
  const Unaligned input(outcomes, any_offset());
  const bool above = std::any_of(outcomes.begin(), outcomes.end(), [](std::uint8_t outcome) { return outcome > 3; });
  for (const Kernels* kernels : all_kernels()) {
    std::array<std::int64_t, 4> counts{10, 20, 30, 40};
    RC_ASSERT(kernels->count_outcomes(input.data(), count, counts) == above);
    for (std::size_t k = 0; k < counts.size(); ++k) {
      const auto occurrences = std::count(outcomes.begin(), outcomes.end(), k);
      RC_ASSERT(counts[k] == static_cast<std::int64_t>(10 * (k + 1)) + occurrences);
    }
  }
}

RC_BOOST_PROP(taking_the_worse_and_counting_is_both_in_one, ()) {
  const std::size_t count = any_length();
  const ByteVector outcomes = any_bytes(count, *rc::gen::element(4, 4, 256));
  const ByteVector before = any_bytes(count, *rc::gen::element(4, 256));
  const Unaligned input(outcomes, any_offset());
  for (const Kernels* kernels : all_kernels()) {
    ByteVector expected = before;
    kernels->take_worse(input.data(), count, expected.data());
    std::array<std::int64_t, 4> expected_counts{10, 20, 30, 40};
    const bool above = kernels->count_outcomes(input.data(), count, expected_counts);
    Guarded worst(before, any_offset());
    std::array<std::int64_t, 4> counts{10, 20, 30, 40};
    RC_ASSERT(kernels->take_worse_and_count(input.data(), count, worst.data(), counts) == above);
    RC_ASSERT(worst.written() == expected);
    RC_ASSERT(counts == expected_counts);
  }
}

BOOST_AUTO_TEST_CASE(counts_of_long_columns_do_not_run_over) {
  for (const std::size_t count : {2032U, 2040U, 2048U, 8159U, 8160U, 8192U, 16384U, 100'003U}) {
    for (std::uint8_t outcome = 0; outcome < 4; ++outcome) {
      ByteVector outcomes(count, outcome);
      for (const Kernels* kernels : all_kernels()) {
        std::array<std::int64_t, 4> counts{};
        BOOST_TEST(!kernels->count_outcomes(outcomes.data(), count, counts));
        for (std::size_t k = 0; k < 4; ++k) BOOST_TEST(counts[k] == (k == outcome ? static_cast<long>(count) : 0));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_portable_kernels_are_always_there) {
  const auto chosen = choose_kernels("portable");
  BOOST_REQUIRE(chosen);
  BOOST_TEST(*chosen == &portable_kernels());
}

BOOST_AUTO_TEST_CASE(no_name_chooses_the_fastest_there_are) {
  const auto chosen = choose_kernels("");
  BOOST_REQUIRE(chosen);
  BOOST_TEST(*chosen == (avx2_kernels() != nullptr ? avx2_kernels() : &portable_kernels()));
}

BOOST_AUTO_TEST_CASE(kernels_that_this_processor_lacks_are_refused) {
  const auto chosen = choose_kernels("avx2");
  BOOST_TEST(chosen.ok() == (avx2_kernels() != nullptr));
  if (chosen) {
    BOOST_TEST((*chosen)->name == "avx2");
  } else {
    BOOST_TEST(chosen.diagnostics().front().code == "batch.kernels.unsupported");
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_refused_with_those_there_are) {
  const auto chosen = choose_kernels("portabel");
  BOOST_REQUIRE(!chosen);
  BOOST_TEST(chosen.diagnostics().front().code == "batch.kernels.unknown");
  BOOST_TEST(chosen.diagnostics().front().help == "did you mean `portable`?");
  BOOST_TEST(choose_kernels("AVX512").diagnostics().front().code == "batch.kernels.unknown");
}

BOOST_AUTO_TEST_SUITE_END()
