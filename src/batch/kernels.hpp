// The few loops that run over whole columns. Every column becomes codes of one byte a row; every criterion is a table
// over codes. Each loop exists portably and for AVX2, with equal results for every input.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tepei/value/result.hpp"

namespace tepei::batch {

// How the cells of a column lie in memory, little endian, not necessarily aligned.
enum class CellType : std::uint8_t { int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64 };

// What a row's cell stands for in its column, one byte. 0 is a null or NaN.
using Code = std::uint8_t;

// A table over all codes; its first `size` entries are used, the rest may be anything. Every code looked up is below
// `size`, which is 1 to 256; for others, no lookup says what it gives (but none reads or writes elsewhere).
struct CodeTable {
  alignas(32) std::array<std::uint8_t, 256> entries{};
  std::size_t size = 256;
};

// One set of loops. `first` is a bit's place; `count` may be any number; outputs never overlap inputs unless said.
struct Kernels {
  std::string_view name;

  // 1 where the bit is clear, 2 where it is set.
  void (*code_bits)(const std::uint8_t* bits, std::int64_t first, std::size_t count, Code* codes);
  // 1 + index where 0 <= index < size (at most 254), else 255; gives whether any is 255. `type` is an integer's.
  bool (*code_indexes)(CellType type, const void* cells, std::size_t count, std::uint32_t size, Code* codes);
  // 1 + how many of `thresholds` (ascending, of the cells' type, at most 253) are not above the cell; 0 for NaN.
  void (*code_numbers)(CellType type, const void* cells, std::size_t count, const void* thresholds,
                       std::size_t threshold_count, Code* codes);
  // 0 where the validity bit is clear; other codes stay.
  void (*clear_nulls)(const std::uint8_t* validity, std::int64_t first, std::size_t count, Code* codes);

  // out[i] = table[codes[i]]; `out` may be `codes`.
  void (*look_up)(const Code* codes, std::size_t count, const CodeTable& table, std::uint8_t* out);
  // out[i] += table[codes[i]], modulo 256.
  void (*look_up_and_add)(const Code* codes, std::size_t count, const CodeTable& table, std::uint8_t* out);
  // worst[i] = max(worst[i], outcomes[i]).
  void (*take_worse)(const std::uint8_t* outcomes, std::size_t count, std::uint8_t* worst);
  // Both at once: the worse into `worst`, and the outcomes counted as `count_outcomes` does.
  bool (*take_worse_and_count)(const std::uint8_t* outcomes, std::size_t count, std::uint8_t* worst,
                               std::array<std::int64_t, 4>& counts);
  // Adds to counts[k] how often k occurs, for k below 4; gives whether any byte is above 3.
  bool (*count_outcomes)(const std::uint8_t* outcomes, std::size_t count, std::array<std::int64_t, 4>& counts);
};

// Every processor's.
const Kernels& portable_kernels() noexcept;
// Those for AVX2, or null where this processor or build has none.
const Kernels* avx2_kernels() noexcept;

// The kernels called `name`: `portable`, `avx2`, or, where it is empty, the fastest that this processor has. Errors,
// with the names there are: `batch.kernels.unknown`, `batch.kernels.unsupported`.
Result<const Kernels*> choose_kernels(std::string_view name);

}  // namespace tepei::batch
