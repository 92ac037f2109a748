// The kernels in plain C++. Inner loops run over a fixed number of rows and local arrays, so that compilers turn them
// into whatever vectors the target has.
#include <algorithm>
#include <cstring>
#include <type_traits>

#include "batch/kernels.hpp"
#include "batch/portable_numbers.hpp"
#include "batch/portable_vectors.hpp"

namespace tepei::batch {
namespace {

using Bytes = const std::uint8_t*;

// A multiple of every vector's length.
constexpr std::size_t chunk_rows = 64;
constexpr std::uint64_t each_byte = 0x0101'0101'0101'0101;

template <typename Cell>
Cell cell_at(Bytes cells, std::size_t row) noexcept {
  Cell cell{};
  std::memcpy(&cell, cells + row * sizeof cell, sizeof cell);
  return cell;
}

// ---- bits

using EightBytes = std::array<std::uint8_t, 8>;

// The eight bits of every byte as eight bytes: `clear` or `set`.
constexpr std::array<EightBytes, 256> spread_bits(std::uint8_t clear, std::uint8_t set) noexcept {
  std::array<EightBytes, 256> spread{};
  for (std::size_t byte = 0; byte < spread.size(); ++byte) {
    for (std::size_t bit = 0; bit < 8; ++bit) spread[byte][bit] = ((byte >> bit) & 1) != 0 ? set : clear;
  }
  return spread;
}

constexpr auto codes_of_bits = spread_bits(1, 2);
constexpr auto masks_of_bits = spread_bits(0x00, 0xFF);

bool is_set(Bytes bits, std::int64_t place) noexcept {
  return ((bits[place >> 3] >> (place & 7)) & 1) != 0;
}

// How many of `count` bits from `first` on come before the first that begins a byte.
std::size_t bits_before_byte(std::int64_t first, std::size_t count) noexcept {
  return std::min(count, static_cast<std::size_t>(-first & 7));
}

void code_single_bits(Bytes bits, std::int64_t first, std::size_t count, Code* codes) {
  for (std::size_t i = 0; i < count; ++i) codes[i] = is_set(bits, first + static_cast<std::int64_t>(i)) ? 2 : 1;
}

void code_bits(Bytes bits, std::int64_t first, std::size_t count, Code* codes) {
  const std::size_t head = bits_before_byte(first, count);
  code_single_bits(bits, first, head, codes);
  first += static_cast<std::int64_t>(head);
  const std::size_t whole = (count - head) / 8;
  const Bytes bytes = bits + (first >> 3);
  for (std::size_t i = 0; i < whole; ++i) std::memcpy(codes + head + i * 8, codes_of_bits[bytes[i]].data(), 8);
  const std::size_t done = head + whole * 8;
  code_single_bits(bits, first + static_cast<std::int64_t>(whole * 8), count - done, codes + done);
}

void clear_single_nulls(Bytes validity, std::int64_t first, std::size_t count, Code* codes) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_set(validity, first + static_cast<std::int64_t>(i))) codes[i] = 0;
  }
}

void clear_nulls_of_byte(std::uint8_t validity, Code* codes) {
  std::uint64_t eight = 0;
  std::uint64_t mask = 0;
  std::memcpy(&eight, codes, 8);
  std::memcpy(&mask, masks_of_bits[validity].data(), 8);
  eight &= mask;
  std::memcpy(codes, &eight, 8);
}

void clear_nulls(Bytes validity, std::int64_t first, std::size_t count, Code* codes) {
  const std::size_t head = bits_before_byte(first, count);
  clear_single_nulls(validity, first, head, codes);
  first += static_cast<std::int64_t>(head);
  codes += head;
  count -= head;
  // Most columns have few nulls: a word of set bits costs one comparison.
  for (; count >= 64; count -= 64, first += 64, codes += 64) {
    const Bytes bytes = validity + (first >> 3);
    if (cell_at<std::uint64_t>(bytes, 0) == ~std::uint64_t{0}) continue;
    for (std::size_t i = 0; i < 8; ++i) clear_nulls_of_byte(bytes[i], codes + i * 8);
  }
  clear_single_nulls(validity, first, count, codes);
}

// ---- indexes

template <typename Cell>
bool code_indexes_of(Bytes __restrict cells, std::size_t count, std::uint32_t size, Code* __restrict codes) {
  using Unsigned = std::make_unsigned_t<Cell>;
  // Negative indexes are large unsigned ones; among bytes, the size must not reach them.
  constexpr std::uint32_t most = std::is_same_v<Cell, std::int8_t> ? 128 : 254;
  const auto limit = static_cast<Unsigned>(std::min(size, most));
  Unsigned greatest = 0;
  std::size_t done = 0;
  if constexpr (sizeof(Cell) == 4) {
    bool outside = false;
    done = portable::code_whole_indexes(cells, count, limit, codes, outside);
    greatest = outside ? 255 : 0;
  }
  for (std::size_t i = done; i < count; ++i) {
    const auto index = cell_at<Unsigned>(cells, i);
    const auto code = static_cast<Unsigned>(index < limit ? index + 1U : 255U);
    greatest = std::max(greatest, code);
    codes[i] = static_cast<Code>(code);
  }
  return greatest == 255;
}

bool code_indexes(CellType type, const void* cells, std::size_t count, std::uint32_t size, Code* codes) {
  const auto* bytes = static_cast<Bytes>(cells);
  switch (type) {
    case CellType::int8:
      return code_indexes_of<std::int8_t>(bytes, count, size, codes);
    case CellType::int16:
      return code_indexes_of<std::int16_t>(bytes, count, size, codes);
    case CellType::int32:
      return code_indexes_of<std::int32_t>(bytes, count, size, codes);
    case CellType::int64:
      return code_indexes_of<std::int64_t>(bytes, count, size, codes);
    case CellType::uint8:
      return code_indexes_of<std::uint8_t>(bytes, count, size, codes);
    case CellType::uint16:
      return code_indexes_of<std::uint16_t>(bytes, count, size, codes);
    case CellType::uint32:
      return code_indexes_of<std::uint32_t>(bytes, count, size, codes);
    case CellType::uint64:
      return code_indexes_of<std::uint64_t>(bytes, count, size, codes);
    case CellType::float32:
    case CellType::float64:
      break;  // never an index
  }
  return false;
}

// ---- lookups

// A short table as its commonest entry and the few codes whose entry differs from it: comparing with those, many rows
// at once, is faster than fetching row by row.
struct Exceptions {
  static constexpr std::size_t most = 8;

  std::uint8_t usual = 0;
  std::size_t count = 0;
  std::array<Code, most> codes{};
  std::array<std::uint8_t, most> differences{};  // from `usual`, by exclusive or
};

std::uint8_t commonest(const CodeTable& table) noexcept {
  std::array<std::uint16_t, 256> occurrences{};
  for (std::size_t code = 0; code < table.size; ++code) ++occurrences[table.entries[code]];
  return static_cast<std::uint8_t>(std::max_element(occurrences.begin(), occurrences.end()) - occurrences.begin());
}

// False where there are too many.
bool find_exceptions(const CodeTable& table, Exceptions& exceptions) noexcept {
  exceptions.usual = commonest(table);
  for (std::size_t code = 0; code < table.size; ++code) {
    if (table.entries[code] == exceptions.usual) continue;
    if (exceptions.count == Exceptions::most) return false;
    exceptions.codes[exceptions.count] = static_cast<Code>(code);
    exceptions.differences[exceptions.count++] = table.entries[code] ^ exceptions.usual;
  }
  return true;
}

void put(std::uint8_t entry, std::uint8_t& out) noexcept {
  out = entry;
}
void add(std::uint8_t entry, std::uint8_t& out) noexcept {
  out = static_cast<std::uint8_t>(out + entry);
}

template <void (*take)(std::uint8_t, std::uint8_t&)>
void look_up_chunk(const Code* codes, const Exceptions& exceptions, std::uint8_t* out) {
  std::array<Code, chunk_rows> chunk{};
  std::array<std::uint8_t, chunk_rows> found{};
  std::memcpy(chunk.data(), codes, chunk_rows);
  found.fill(exceptions.usual);
  for (std::size_t k = 0; k < exceptions.count; ++k) {
    const Code code = exceptions.codes[k];
    const std::uint8_t difference = exceptions.differences[k];
    for (std::size_t i = 0; i < chunk_rows; ++i) {
      const auto mask = static_cast<std::uint8_t>(-static_cast<int>(chunk[i] == code));
      found[i] = static_cast<std::uint8_t>(found[i] ^ (mask & difference));
    }
  }
  for (std::size_t i = 0; i < chunk_rows; ++i) take(found[i], out[i]);
}

template <void (*take)(std::uint8_t, std::uint8_t&)>
void look_up_each(const Code* codes, std::size_t count, const CodeTable& table, std::uint8_t* out) {
  std::size_t done = 0;
  Exceptions exceptions;
  if (count >= chunk_rows && find_exceptions(table, exceptions)) {
    for (; done + chunk_rows <= count; done += chunk_rows) {
      look_up_chunk<take>(codes + done, exceptions, out + done);
    }
  }
  for (; done < count; ++done) take(table.entries[codes[done]], out[done]);
}

// ---- outcomes

void take_worse(const std::uint8_t* __restrict outcomes, std::size_t count, std::uint8_t* __restrict worst) {
  for (std::size_t i = 0; i < count; ++i) worst[i] = std::max(worst[i], outcomes[i]);
}

bool count_single_outcomes(Bytes outcomes, std::size_t count, std::array<std::int64_t, 4>& counts) {
  bool above = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (outcomes[i] < counts.size()) {
      ++counts[outcomes[i]];
    } else {
      above = true;
    }
  }
  return above;
}

// The sum of eight bytes, which is below 65536 - in pairs first, since one byte does not hold it.
std::int64_t sum_of_bytes(std::uint64_t bytes) noexcept {
  constexpr std::uint64_t even = 0x00FF'00FF'00FF'00FF;
  const std::uint64_t pairs = (bytes & even) + ((bytes >> 8) & even);
  return static_cast<std::int64_t>((pairs * 0x0001'0001'0001'0001) >> 48);
}

// At most 255 words of eight outcomes, so that no byte of a sum runs over. An outcome is two bits: how often either and
// both are set tells how often each outcome occurs.
bool count_words(Bytes outcomes, std::size_t words, std::array<std::int64_t, 4>& counts) {
  std::uint64_t all = 0;
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  std::uint64_t both = 0;
  for (std::size_t i = 0; i < words; ++i) {
    const auto word = cell_at<std::uint64_t>(outcomes, i);
    all |= word;
    low += word & each_byte;
    high += (word >> 1) & each_byte;
    both += word & (word >> 1) & each_byte;
  }
  if ((all & (each_byte * 0xFC)) != 0) return count_single_outcomes(outcomes, words * 8, counts);
  const std::int64_t threes = sum_of_bytes(both);
  const std::int64_t ones = sum_of_bytes(low) - threes;
  const std::int64_t twos = sum_of_bytes(high) - threes;
  counts[0] += static_cast<std::int64_t>(words * 8) - ones - twos - threes;
  counts[1] += ones;
  counts[2] += twos;
  counts[3] += threes;
  return false;
}

bool count_outcomes(Bytes outcomes, std::size_t count, std::array<std::int64_t, 4>& counts) {
  bool above = false;
  while (count >= 8) {
    const std::size_t words = std::min<std::size_t>(count / 8, 254);  // even, for vectors of two
    above = count_words(outcomes, words, counts) || above;
    outcomes += words * 8;
    count -= words * 8;
  }
  return count_single_outcomes(outcomes, count, counts) || above;
}

bool take_worse_and_count(const std::uint8_t* outcomes, std::size_t count, std::uint8_t* worst,
                          std::array<std::int64_t, 4>& counts) {
  take_worse(outcomes, count, worst);
  return count_outcomes(outcomes, count, counts);
}

constexpr Kernels kernels{"portable",        code_bits,         code_indexes, portable::code_numbers, clear_nulls,
                          look_up_each<put>, look_up_each<add>, take_worse,   take_worse_and_count,   count_outcomes};

}  // namespace

const Kernels& portable_kernels() noexcept {
  return kernels;
}

}  // namespace tepei::batch
