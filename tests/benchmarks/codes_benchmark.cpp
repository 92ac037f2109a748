// What it takes for a row to turn a column of texts or numbers into small numbers, over 16,384 rows in random order.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "batch/bits_codes.hpp"
#include "batch/text_codes.hpp"

namespace tepei::benchmarks {
namespace {

constexpr std::size_t rows = 16'384;

// Text cells with offsets of 32 bits, and one null in fifty.
struct TextColumn {
  std::vector<std::int32_t> offsets{0};
  std::string characters;
  std::vector<std::uint8_t> validity = std::vector<std::uint8_t>(rows / 8, 0xFF);

  batch::ArrayView view(bool has_nulls) const {
    batch::ArrayView view;
    view.count = static_cast<std::int64_t>(rows);
    view.validity = has_nulls ? validity.data() : nullptr;
    view.values = offsets.data();
    view.characters = characters.data();
    return view;
  }
};

// Rows of `distinct` texts of `least` to `most` bytes.
TextColumn make_texts(std::size_t distinct, std::size_t least, std::size_t most) {
  std::mt19937_64 random(3);
  std::vector<std::string> texts(distinct);
  for (std::string& text : texts) {
    text.resize(least + random() % (most - least + 1));
    for (char& character : text) character = static_cast<char>('a' + random() % 26);
  }
  TextColumn column;
  for (std::size_t i = 0; i < rows; ++i) {
    column.characters += texts[random() % distinct];
    column.offsets.push_back(static_cast<std::int32_t>(column.characters.size()));
    if (random() % 50 == 0) column.validity[i / 8] &= static_cast<std::uint8_t>(~(1U << (i % 8)));
  }
  return column;
}

void report(benchmark::State& state) {
  state.counters["per_row"] = benchmark::Counter(
      static_cast<double>(rows), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

// Arguments: distinct texts, the least and the greatest length, whether there are nulls.
void text_codes(benchmark::State& state) {
  const TextColumn column =
      make_texts(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)),
                 static_cast<std::size_t>(state.range(2)));
  const batch::ArrayView view = column.view(state.range(3) != 0);
  std::vector<std::uint32_t> numbers(rows);
  batch::TextCodes codes;
  for (auto _ : state) {
    codes.encode<std::int32_t>(view, 0, rows, numbers.data(), [](std::uint32_t, std::string_view) {});
    benchmark::ClobberMemory();
  }
  report(state);
}
BENCHMARK(text_codes)
    ->ArgsProduct({{3, 30, 300, 3000}, {2}, {12}, {0, 1}})
    ->Args({30, 12, 24, 1})
    ->Args({30, 18, 32, 1})
    ->Args({300, 18, 32, 1})
    ->Args({30, 33, 100, 1});

// The same with the standard library's table, for comparison.
void text_standard_table(benchmark::State& state) {
  const TextColumn column =
      make_texts(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)),
                 static_cast<std::size_t>(state.range(2)));
  std::vector<std::uint32_t> numbers(rows);
  std::unordered_map<std::string_view, std::uint32_t> codes;
  for (auto _ : state) {
    for (std::size_t i = 0; i < rows; ++i) {
      const auto begin = static_cast<std::size_t>(column.offsets[i]);
      const std::string_view text(column.characters.data() + begin,
                                  static_cast<std::size_t>(column.offsets[i + 1]) - begin);
      numbers[i] = codes.try_emplace(text, static_cast<std::uint32_t>(codes.size() + 1)).first->second;
    }
    benchmark::ClobberMemory();
  }
  report(state);
}
BENCHMARK(text_standard_table)->Args({30, 2, 12})->Args({300, 2, 12})->Args({300, 18, 32});

// The argument: distinct values, of 64 bits.
void bits_codes(benchmark::State& state) {
  std::mt19937_64 random(4);
  std::vector<std::int64_t> cells(rows);
  const auto distinct = static_cast<std::uint64_t>(state.range(0));
  for (auto& cell : cells) cell = static_cast<std::int64_t>(random() % distinct);
  batch::ArrayView view;
  view.count = static_cast<std::int64_t>(rows);
  view.values = cells.data();
  std::vector<std::uint32_t> numbers(rows);
  batch::BitsCodes codes;
  for (auto _ : state) {
    codes.encode<std::int64_t>(view, 0, rows, numbers.data(), [](std::uint32_t, std::uint64_t) {});
    benchmark::ClobberMemory();
  }
  report(state);
}
BENCHMARK(bits_codes)->Arg(3)->Arg(300)->Arg(3000)->Arg(20000);

}  // namespace
}  // namespace tepei::benchmarks
