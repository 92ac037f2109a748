#include "batch/column_reader.hpp"

#include <utility>

#include "batch/cell_value.hpp"

namespace tepei::batch {
namespace {

// A cell of at most eight bytes as its bits, widened by its sign where it has one.
std::uint64_t bits_at(const ArrayView& view, const ColumnType& type, std::int64_t slot) noexcept {
  if (type.layout == Layout::bits) return bit_at(static_cast<const std::uint8_t*>(view.values), slot) ? 1 : 0;
  return static_cast<std::uint64_t>(index_at(view, type, slot));
}

bool is_wide(const ColumnType& type) {
  return type.layout == Layout::fixed && type.width > sizeof(std::uint64_t);
}

std::string_view bytes_at(const ArrayView& view, const ColumnType& type, std::int64_t slot) noexcept {
  if (!is_wide(type)) return text_at(view, type.layout, slot);
  return {static_cast<const char*>(view.values) + static_cast<std::size_t>(slot) * type.width, type.width};
}

bool keyed_by_bits(const ColumnType& type) {
  return type.layout == Layout::bits || (type.layout == Layout::fixed && !is_wide(type));
}

}  // namespace

ColumnReader::ColumnReader(ColumnShape shape, std::size_t slot, const ReadingLimits& limits)
    : shape_(std::move(shape)), slot_(slot), limits_(limits), entries_(1) {}

void ColumnReader::start(const ColumnView& view) {
  view_ = view;
  if (view_.dictionary) of_dictionary_.assign(static_cast<std::size_t>(view_.dictionary->count), unread);
}

void ColumnReader::encode(std::int64_t first, std::size_t count, CellJudge& judge, ReadingId* ids) {
  if (shape_.index) {
    encode_indexes(first, count, judge, ids);
  } else {
    encode_values(first, count, judge, ids);
  }
}

bool ColumnReader::forget_if_full() {
  if (entries_.size() <= limits_.max_readings && by_bytes_.bytes() <= limits_.max_text_bytes) return false;
  entries_.resize(1);
  has_errors_ = false;
  by_bits_.clear();
  by_bytes_.clear();
  of_dictionary_.assign(of_dictionary_.size(), unread);
  return true;
}

void ColumnReader::add(CellEntry entry) {
  has_errors_ = has_errors_ || entry.error != nullptr;
  entries_.push_back(std::move(entry));
}

CellEntry ColumnReader::read_bits(std::uint64_t bits, CellJudge& judge) const {
  const ColumnType& type = shape_.value;
  if (type.family == Family::boolean) return judge.read(slot_, Value(bits != 0));
  if (type.family == Family::integer) return judge.read(slot_, integer_value(type, bits));
  auto value = type.family == Family::date ? date_value(type, static_cast<std::int64_t>(bits))
               : type.family == Family::floating
                   ? floating_value(type, bits)
                   : decimal_value(type, {reinterpret_cast<const char*>(&bits), sizeof bits});
  return value ? judge.read(slot_, *value) : judge.refuse(slot_, value.diagnostics());
}

CellEntry ColumnReader::read_bytes(std::string_view bytes, CellJudge& judge) const {
  if (shape_.value.family == Family::text) return judge.read(slot_, Value(bytes));
  const auto value = decimal_value(shape_.value, bytes);
  return value ? judge.read(slot_, *value) : judge.refuse(slot_, value.diagnostics());
}

ReadingId ColumnReader::bits_reading(std::uint64_t bits, CellJudge& judge) {
  const auto [number, is_new] = by_bits_.find_or_add(bits);
  if (is_new) add(read_bits(bits, judge));
  return number;
}

ReadingId ColumnReader::bytes_reading(std::string_view bytes, CellJudge& judge) {
  const auto [number, is_new] = by_bytes_.find_or_add(bytes);
  if (is_new) add(read_bytes(bytes, judge));
  return number;
}

ReadingId ColumnReader::value_id(const ArrayView& view, std::int64_t slot, CellJudge& judge) {
  if (shape_.value.layout == Layout::none || view.is_null(slot)) return unknown;
  if (keyed_by_bits(shape_.value)) return bits_reading(bits_at(view, shape_.value, slot), judge);
  return bytes_reading(bytes_at(view, shape_.value, slot), judge);
}

template <typename Cell>
void ColumnReader::encode_cells(std::int64_t begin, std::size_t count, CellJudge& judge, ReadingId* ids) {
  by_bits_.encode<Cell>(view_.rows, begin, count, ids,
                        [&](std::uint32_t /*number*/, std::uint64_t bits) { add(read_bits(bits, judge)); });
}

template <typename Offset>
void ColumnReader::encode_texts(std::int64_t begin, std::size_t count, CellJudge& judge, ReadingId* ids) {
  by_bytes_.encode<Offset>(view_.rows, begin, count, ids,
                           [&](std::uint32_t /*number*/, std::string_view text) { add(read_bytes(text, judge)); });
}

void ColumnReader::encode_values(std::int64_t first, std::size_t count, CellJudge& judge, ReadingId* ids) {
  const std::int64_t begin = view_.rows.first + first;
  const ColumnType& type = shape_.value;
  if (type.layout == Layout::offsets32) return encode_texts<std::int32_t>(begin, count, judge, ids);
  if (type.layout == Layout::offsets64) return encode_texts<std::int64_t>(begin, count, judge, ids);
  if (type.layout == Layout::fixed) {
    switch (type.width) {
      case 1:
        return type.is_signed ? encode_cells<std::int8_t>(begin, count, judge, ids)
                              : encode_cells<std::uint8_t>(begin, count, judge, ids);
      case 2:
        return type.is_signed ? encode_cells<std::int16_t>(begin, count, judge, ids)
                              : encode_cells<std::uint16_t>(begin, count, judge, ids);
      case 4:
        return type.is_signed ? encode_cells<std::int32_t>(begin, count, judge, ids)
                              : encode_cells<std::uint32_t>(begin, count, judge, ids);
      case 8:
        return encode_cells<std::uint64_t>(begin, count, judge, ids);
      default:
        break;
    }
  }
  for (std::size_t i = 0; i < count; ++i) ids[i] = value_id(view_.rows, begin + static_cast<std::int64_t>(i), judge);
}

ReadingId ColumnReader::dictionary_reading(std::size_t place, CellJudge& judge) {
  ReadingId& known = of_dictionary_[place];
  if (known == unread) {
    known = value_id(*view_.dictionary, view_.dictionary->first + static_cast<std::int64_t>(place), judge);
  }
  return known;
}

void ColumnReader::encode_indexes(std::int64_t first, std::size_t count, CellJudge& judge, ReadingId* ids) {
  const std::int64_t begin = view_.rows.first + first;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t slot = begin + static_cast<std::int64_t>(i);
    if (view_.rows.is_null(slot)) {
      ids[i] = unknown;
      continue;
    }
    const auto place = static_cast<std::size_t>(index_at(view_.rows, *shape_.index, slot));
    ids[i] = of_dictionary_[place] != unread ? of_dictionary_[place] : dictionary_reading(place, judge);
  }
}

}  // namespace tepei::batch
