// The kernels for AVX2: 32 rows at a time, the rows left over by the portable kernels.
#include "batch/kernels.hpp"

#include <cstring>

#include "batch/avx2_vectors.hpp"

#ifdef TEPEI_HAS_AVX2_KERNELS

namespace tepei::batch {
namespace avx2 {
namespace {

// ---- bits

// 32 bits as bytes: 0xFF where the bit is set.
[[gnu::target("avx2")]] inline __m256i spread_bits(Bytes bits) {
  std::uint32_t word = 0;
  std::memcpy(&word, bits, sizeof word);
  const __m256i byte_of_row =
      _mm256_setr_epi64x(0, 0x0101'0101'0101'0101, 0x0202'0202'0202'0202, 0x0303'0303'0303'0303);
  const __m256i bit_of_row = _mm256_set1_epi64x(static_cast<std::int64_t>(0x8040'2010'0804'0201));
  const __m256i bytes = _mm256_shuffle_epi8(_mm256_set1_epi32(static_cast<std::int32_t>(word)), byte_of_row);
  return _mm256_cmpeq_epi8(_mm256_and_si256(bytes, bit_of_row), bit_of_row);
}

// How many of `count` bits from `first` on come before the first that begins a byte.
std::size_t bits_before_byte(std::int64_t first, std::size_t count) noexcept {
  const auto before = static_cast<std::size_t>(-first & 7);
  return before < count ? before : count;
}

[[gnu::target("avx2")]] void code_bits(Bytes bits, std::int64_t first, std::size_t count, Code* codes) {
  std::size_t done = bits_before_byte(first, count);
  portable_kernels().code_bits(bits, first, done, codes);
  const __m256i one = _mm256_set1_epi8(1);
  for (; done + vector_bytes <= count; done += vector_bytes) {
    const Bytes bytes = bits + ((first + static_cast<std::int64_t>(done)) >> 3);
    store(_mm256_sub_epi8(one, spread_bits(bytes)), codes + done);
  }
  portable_kernels().code_bits(bits, first + static_cast<std::int64_t>(done), count - done, codes + done);
}

[[gnu::target("avx2")]] void clear_nulls(Bytes validity, std::int64_t first, std::size_t count, Code* codes) {
  std::size_t done = bits_before_byte(first, count);
  portable_kernels().clear_nulls(validity, first, done, codes);
  for (; done + vector_bytes <= count; done += vector_bytes) {
    const Bytes bytes = validity + ((first + static_cast<std::int64_t>(done)) >> 3);
    store(_mm256_and_si256(load(codes + done), spread_bits(bytes)), codes + done);
  }
  portable_kernels().clear_nulls(validity, first + static_cast<std::int64_t>(done), count - done, codes + done);
}

// ---- indexes

// 32 indexes as bytes, 255 for what is above (or, being negative, far above as an unsigned number).
template <std::size_t width>
[[gnu::target("avx2")]] inline __m256i clamped_indexes(Bytes cells) {
  if constexpr (width == 1) return load(cells);
  __m256i rows[4];
  if constexpr (width == 2) {
    const __m256i most = _mm256_set1_epi16(255);
    for (std::size_t i = 0; i < 2; ++i) rows[i] = _mm256_min_epu16(load(cells + i * vector_bytes), most);
    return bytes_of_16(rows);
  }
  const __m256i most = _mm256_set1_epi32(255);
  if constexpr (width == 4) {
    for (std::size_t i = 0; i < 4; ++i) rows[i] = _mm256_min_epu32(load(cells + i * vector_bytes), most);
  }
  if constexpr (width == 8) {
    const __m256i zero = _mm256_setzero_si256();
    const __m256i ones = _mm256_cmpeq_epi8(zero, zero);
    for (std::size_t i = 0; i < 4; ++i) {
      const __m256i first = load(cells + i * 2 * vector_bytes);
      const __m256i second = load(cells + (i * 2 + 1) * vector_bytes);
      const __m256i small = _mm256_cmpeq_epi32(high_halves(first, second), zero);
      const __m256i large = _mm256_xor_si256(small, ones);
      rows[i] = _mm256_min_epu32(_mm256_or_si256(low_halves(first, second), large), most);
    }
  }
  return bytes_of_32(rows);
}

template <std::size_t width>
[[gnu::target("avx2")]] std::size_t code_whole_indexes(Bytes cells, std::size_t count, std::uint32_t size, Code* codes,
                                                       bool& outside) {
  const __m256i limit = _mm256_set1_epi8(static_cast<char>(size));
  const __m256i one = _mm256_set1_epi8(1);
  __m256i any_beyond = _mm256_setzero_si256();
  std::size_t done = 0;
  for (; done + vector_bytes <= count; done += vector_bytes) {
    call_ahead<vector_bytes * width>(cells + done * width);
    const __m256i indexes = clamped_indexes<width>(cells + done * width);
    const __m256i beyond = _mm256_cmpeq_epi8(_mm256_max_epu8(indexes, limit), indexes);
    any_beyond = _mm256_or_si256(any_beyond, beyond);
    store(_mm256_or_si256(_mm256_add_epi8(indexes, one), beyond), codes + done);
  }
  outside = _mm256_testz_si256(any_beyond, any_beyond) == 0;
  return done;
}

bool code_indexes(CellType type, const void* cells, std::size_t count, std::uint32_t size, Code* codes) {
  const auto* bytes = static_cast<Bytes>(cells);
  const std::uint32_t limit = size < 254 ? size : 254;
  std::size_t width = 0;
  std::size_t done = 0;
  bool outside = false;
  switch (type) {
    case CellType::int8:
    case CellType::uint8:
      width = 1;
      // A negative byte is 128 or more without its sign.
      done = code_whole_indexes<1>(bytes, count, type == CellType::int8 && limit > 128 ? 128 : limit, codes, outside);
      break;
    case CellType::int16:
    case CellType::uint16:
      width = 2;
      done = code_whole_indexes<2>(bytes, count, limit, codes, outside);
      break;
    case CellType::int32:
    case CellType::uint32:
      width = 4;
      done = code_whole_indexes<4>(bytes, count, limit, codes, outside);
      break;
    case CellType::int64:
    case CellType::uint64:
      width = 8;
      done = code_whole_indexes<8>(bytes, count, limit, codes, outside);
      break;
    case CellType::float32:
    case CellType::float64:
      return false;  // never an index
  }
  const bool rest = portable_kernels().code_indexes(type, bytes + done * width, count - done, size, codes + done);
  return outside || rest;
}

// ---- lookups

// A shuffle finds a byte among 16 by the low four bits of its index, and zero where the index's highest bit is set. So
// step k, with the code less 16 k, adds by exclusive or what part k of the table differs from part k - 1: nothing for
// codes below 16 k, which are negative. That serves codes below 128; the others, negative from the start, have their
// own eight steps, in which the highest bit is turned.
constexpr std::size_t steps_of_half = 8;

template <std::size_t steps>
[[gnu::target("avx2")]] inline void split_table(Bytes table, __m256i* parts) {
  __m256i before = _mm256_setzero_si256();
  for (std::size_t k = 0; k < steps; ++k) {
    __m128i entries{};
    std::memcpy(&entries, table + k * sizeof entries, sizeof entries);
    const __m256i part = _mm256_broadcastsi128_si256(entries);
    parts[k] = _mm256_xor_si256(part, before);
    before = k + 1 == steps_of_half ? _mm256_setzero_si256() : part;
  }
}

template <std::size_t steps>
[[gnu::target("avx2")]] inline __m256i shuffled(const __m256i* parts, __m256i codes) {
  const __m256i sixteen = _mm256_set1_epi8(16);
  const __m256i highest_bit = _mm256_set1_epi8(-128);
  __m256i found = _mm256_setzero_si256();
  __m256i index = codes;
  for (std::size_t k = 0; k < steps; ++k) {
    if (k == steps_of_half) index = _mm256_xor_si256(codes, highest_bit);
    found = _mm256_xor_si256(found, _mm256_shuffle_epi8(parts[k], index));
    index = _mm256_subs_epi8(index, sixteen);
  }
  return found;
}

template <bool adds, std::size_t steps>
[[gnu::target("avx2")]] std::size_t look_up_whole(const Code* codes, std::size_t count, Bytes table,
                                                  std::uint8_t* out) {
  __m256i parts[steps];
  split_table<steps>(table, parts);
  std::size_t done = 0;
  for (; done + vector_bytes <= count; done += vector_bytes) {
    __m256i found = shuffled<steps>(parts, load(codes + done));
    if constexpr (adds) found = _mm256_add_epi8(found, load(out + done));
    store(found, out + done);
  }
  return done;
}

template <bool adds>
std::size_t look_up_steps(const Code* codes, std::size_t count, const CodeTable& table, std::uint8_t* out) {
  const Bytes entries = table.entries.data();
  if (table.size <= 16) return look_up_whole<adds, 1>(codes, count, entries, out);
  if (table.size <= 32) return look_up_whole<adds, 2>(codes, count, entries, out);
  if (table.size <= 64) return look_up_whole<adds, 4>(codes, count, entries, out);
  if (table.size <= 128) return look_up_whole<adds, 8>(codes, count, entries, out);
  if (table.size <= 160) return look_up_whole<adds, 10>(codes, count, entries, out);
  if (table.size <= 192) return look_up_whole<adds, 12>(codes, count, entries, out);
  return look_up_whole<adds, 16>(codes, count, entries, out);
}

void look_up(const Code* codes, std::size_t count, const CodeTable& table, std::uint8_t* out) {
  const std::size_t done = look_up_steps<false>(codes, count, table, out);
  portable_kernels().look_up(codes + done, count - done, table, out + done);
}

void look_up_and_add(const Code* codes, std::size_t count, const CodeTable& table, std::uint8_t* out) {
  const std::size_t done = look_up_steps<true>(codes, count, table, out);
  portable_kernels().look_up_and_add(codes + done, count - done, table, out + done);
}

// ---- outcomes

[[gnu::target("avx2")]] void take_worse(const std::uint8_t* outcomes, std::size_t count, std::uint8_t* worst) {
  std::size_t done = 0;
  for (; done + vector_bytes <= count; done += vector_bytes) {
    store(_mm256_max_epu8(load(outcomes + done), load(worst + done)), worst + done);
  }
  portable_kernels().take_worse(outcomes + done, count - done, worst + done);
}

[[gnu::target("avx2")]] inline std::int64_t sum_of_bytes(__m256i bytes) {
  const __m256i sums = _mm256_sad_epu8(bytes, _mm256_setzero_si256());
  return _mm256_extract_epi64(sums, 0) + _mm256_extract_epi64(sums, 1) + _mm256_extract_epi64(sums, 2) +
         _mm256_extract_epi64(sums, 3);
}

// At most 255 vectors, so that no byte of a sum runs over; the greatest outcome of each byte's place into `greatest`.
// With `takes_worse`, `worst` takes the worse of the two. The count of 0 is what the others leave, so that it is only
// right where no outcome is above 3.
template <bool takes_worse>
[[gnu::target("avx2")]] inline void count_vectors(const std::uint8_t* outcomes, std::size_t vectors,
                                                  std::uint8_t* worst, std::int64_t* counts, __m256i& greatest) {
  __m256i sums[3] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256()};
  for (std::size_t i = 0; i < vectors; ++i) {
    const __m256i rows = load(outcomes + i * vector_bytes);
    greatest = _mm256_max_epu8(greatest, rows);
    if constexpr (takes_worse) {
      store(_mm256_max_epu8(rows, load(worst + i * vector_bytes)), worst + i * vector_bytes);
    }
    for (char outcome = 1; outcome < 4; ++outcome) {
      __m256i& sum = sums[static_cast<std::size_t>(outcome - 1)];
      sum = _mm256_sub_epi8(sum, _mm256_cmpeq_epi8(rows, _mm256_set1_epi8(outcome)));
    }
  }
  counts[0] += static_cast<std::int64_t>(vectors * vector_bytes);
  for (std::size_t outcome = 1; outcome < 4; ++outcome) {
    const std::int64_t sum = sum_of_bytes(sums[outcome - 1]);
    counts[outcome] += sum;
    counts[0] -= sum;
  }
}

[[gnu::target("avx2")]] inline bool any_above_3(__m256i outcomes) {
  const __m256i most = _mm256_set1_epi8(3);
  return _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_max_epu8(outcomes, most), most)) != -1;
}

// Whole vectors only, into `counts` unless an outcome above 3 makes them wrong, which `above` tells.
template <bool takes_worse>
[[gnu::target("avx2")]] std::size_t count_whole(const std::uint8_t* outcomes, std::size_t count, std::uint8_t* worst,
                                                std::int64_t* counts, bool& above) {
  __m256i greatest = _mm256_setzero_si256();
  std::int64_t counted[4] = {};
  std::size_t done = 0;
  while (count - done >= vector_bytes) {
    const std::size_t left = (count - done) / vector_bytes;
    const std::size_t vectors = left < 255 ? left : 255;
    count_vectors<takes_worse>(outcomes + done, vectors, takes_worse ? worst + done : nullptr, counted, greatest);
    done += vectors * vector_bytes;
  }
  above = any_above_3(greatest);
  for (std::size_t i = 0; i < 4 && !above; ++i) counts[i] += counted[i];
  return done;
}

template <bool takes_worse>
bool count_or_take(const std::uint8_t* outcomes, std::size_t count, std::uint8_t* worst,
                   std::array<std::int64_t, 4>& counts) {
  const Kernels& portable = portable_kernels();
  bool above = false;
  const std::size_t done = count_whole<takes_worse>(outcomes, count, worst, counts.data(), above);
  if (above) portable.count_outcomes(outcomes, done, counts);
  if (takes_worse) portable.take_worse(outcomes + done, count - done, worst + done);
  return portable.count_outcomes(outcomes + done, count - done, counts) || above;
}

bool count_outcomes(const std::uint8_t* outcomes, std::size_t count, std::array<std::int64_t, 4>& counts) {
  return count_or_take<false>(outcomes, count, nullptr, counts);
}

bool take_worse_and_count(const std::uint8_t* outcomes, std::size_t count, std::uint8_t* worst,
                          std::array<std::int64_t, 4>& counts) {
  return count_or_take<true>(outcomes, count, worst, counts);
}

constexpr Kernels kernels{"avx2",  code_bits,       code_indexes, code_numbers,         clear_nulls,
                          look_up, look_up_and_add, take_worse,   take_worse_and_count, count_outcomes};

}  // namespace
}  // namespace avx2

const Kernels* avx2_kernels() noexcept {
  return __builtin_cpu_supports("avx2") ? &avx2::kernels : nullptr;
}

}  // namespace tepei::batch

#else

namespace tepei::batch {

const Kernels* avx2_kernels() noexcept {
  return nullptr;
}

}  // namespace tepei::batch

#endif
