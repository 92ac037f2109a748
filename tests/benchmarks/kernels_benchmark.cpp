// What each columnar kernel takes for a row, over a block of 16,384 rows that lies in the cache.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "batch/kernels.hpp"

namespace {

using namespace tepei::batch;

constexpr std::size_t rows = 16'384;

// The set asked for by the first argument; skips the benchmark where this processor lacks it.
const Kernels* kernels_of(benchmark::State& state) {
  const Kernels* kernels = state.range(0) == 0 ? &portable_kernels() : avx2_kernels();
  if (kernels == nullptr) {
    state.SkipWithError("this processor has no AVX2");
  } else {
    state.SetLabel(std::string(kernels->name));
  }
  return kernels;
}

// Runs `pass`, which handles all rows, and reports the time for one.
template <typename Pass>
void measure(benchmark::State& state, Pass pass) {
  for (auto _ : state) {
    pass();
    benchmark::ClobberMemory();
  }
  state.counters["per_row"] = benchmark::Counter(
      static_cast<double>(rows), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

template <typename Cell>
std::vector<Cell> cells_below(std::uint64_t end) {
  std::mt19937_64 random(1);
  std::vector<Cell> cells(rows);
  for (Cell& cell : cells) cell = static_cast<Cell>(random() % end);
  return cells;
}

// One bit in fifty clear.
std::vector<std::uint8_t> validity() {
  std::mt19937_64 random(2);
  std::vector<std::uint8_t> bits(rows / 8, 0xFF);
  for (std::size_t i = 0; i < rows; ++i) {
    if (random() % 50 == 0) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] & ~(1U << (i % 8)));
  }
  return bits;
}

void kernel_code_bits(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state);
  if (kernels == nullptr) return;
  const std::vector<std::uint8_t> bits = validity();
  std::vector<Code> codes(rows);
  measure(state, [&] { kernels->code_bits(bits.data(), 0, rows, codes.data()); });
}

// The second argument: one validity bit in fifty is clear, or none.
void kernel_clear_nulls(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state);
  if (kernels == nullptr) return;
  const auto bits = state.range(1) != 0 ? validity() : std::vector<std::uint8_t>(rows / 8, 0xFF);
  std::vector<Code> codes(rows, 1);
  measure(state, [&] { kernels->clear_nulls(bits.data(), 0, rows, codes.data()); });
}

template <typename Cell, CellType type>
void kernel_code_indexes(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state);
  if (kernels == nullptr) return;
  const std::vector<Cell> cells = cells_below<Cell>(10);
  std::vector<Code> codes(rows);
  measure(state, [&] { kernels->code_indexes(type, cells.data(), rows, 9, codes.data()); });
}

// The second argument: the number of thresholds.
template <typename Cell, CellType type>
void kernel_code_numbers(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state);
  if (kernels == nullptr) return;
  const std::vector<Cell> cells = cells_below<Cell>(20'000);
  std::vector<Cell> thresholds;
  for (std::int64_t k = 0; k < state.range(1); ++k) thresholds.push_back(static_cast<Cell>(k * 100));
  std::vector<Code> codes(rows);
  measure(state,
          [&] { kernels->code_numbers(type, cells.data(), rows, thresholds.data(), thresholds.size(), codes.data()); });
}

// The second argument: the table's size. Every third entry differs from the rest, as criteria have it.
void kernel_look_up(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state);
  if (kernels == nullptr) return;
  CodeTable table;
  table.size = static_cast<std::size_t>(state.range(1));
  for (std::size_t i = 0; i < table.size; ++i) table.entries[i] = i % 3 == 1 ? 1 : 2;
  const auto codes = cells_below<Code>(table.size);
  std::vector<std::uint8_t> out(rows);
  measure(state, [&] { kernels->look_up(codes.data(), rows, table, out.data()); });
}

void kernel_look_up_and_add(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state);
  if (kernels == nullptr) return;
  CodeTable table;
  table.size = static_cast<std::size_t>(state.range(1));
  for (std::size_t i = 0; i < table.size; ++i) table.entries[i] = i % 3 == 1 ? 1 : 2;
  const auto codes = cells_below<Code>(table.size);
  std::vector<std::uint8_t> out(rows);
  measure(state, [&] { kernels->look_up_and_add(codes.data(), rows, table, out.data()); });
}

void kernel_take_worse(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state);
  if (kernels == nullptr) return;
  const auto outcomes = cells_below<std::uint8_t>(4);
  std::vector<std::uint8_t> worst(rows);
  measure(state, [&] { kernels->take_worse(outcomes.data(), rows, worst.data()); });
}

void kernel_count_outcomes(benchmark::State& state) {
  const Kernels* kernels = kernels_of(state);
  if (kernels == nullptr) return;
  const auto outcomes = cells_below<std::uint8_t>(4);
  std::array<std::int64_t, 4> counts{};
  measure(state, [&] { benchmark::DoNotOptimize(kernels->count_outcomes(outcomes.data(), rows, counts)); });
}

BENCHMARK(kernel_code_bits)->DenseRange(0, 1);
BENCHMARK(kernel_clear_nulls)->ArgsProduct({{0, 1}, {0, 1}});
BENCHMARK_TEMPLATE(kernel_code_indexes, std::int8_t, CellType::int8)->DenseRange(0, 1);
BENCHMARK_TEMPLATE(kernel_code_indexes, std::int16_t, CellType::int16)->DenseRange(0, 1);
BENCHMARK_TEMPLATE(kernel_code_indexes, std::int32_t, CellType::int32)->DenseRange(0, 1);
BENCHMARK_TEMPLATE(kernel_code_indexes, std::int64_t, CellType::int64)->DenseRange(0, 1);
BENCHMARK_TEMPLATE(kernel_code_numbers, std::uint8_t, CellType::uint8)->ArgsProduct({{0, 1}, {2, 8}});
BENCHMARK_TEMPLATE(kernel_code_numbers, std::int16_t, CellType::int16)->ArgsProduct({{0, 1}, {2, 8}});
BENCHMARK_TEMPLATE(kernel_code_numbers, std::int32_t, CellType::int32)
    ->ArgsProduct({{0, 1}, {1, 2, 4, 8, 16, 40, 200}});
BENCHMARK_TEMPLATE(kernel_code_numbers, std::int64_t, CellType::int64)
    ->ArgsProduct({{0, 1}, {1, 2, 4, 8, 16, 40, 200}});
BENCHMARK_TEMPLATE(kernel_code_numbers, float, CellType::float32)->ArgsProduct({{0, 1}, {2, 8}});
BENCHMARK_TEMPLATE(kernel_code_numbers, double, CellType::float64)->ArgsProduct({{0, 1}, {1, 2, 4, 8, 16, 40, 200}});
BENCHMARK(kernel_look_up)->ArgsProduct({{0, 1}, {3, 9, 16, 24, 32, 64, 128, 256}});
BENCHMARK(kernel_look_up_and_add)->ArgsProduct({{0, 1}, {3, 16, 32, 256}});
BENCHMARK(kernel_take_worse)->DenseRange(0, 1);
BENCHMARK(kernel_count_outcomes)->DenseRange(0, 1);

}  // namespace
