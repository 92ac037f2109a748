#include "batch/column_codes.hpp"

#include <algorithm>
#include <utility>

namespace tepei::batch {
namespace {

constexpr std::int64_t max_dictionary = 254;  // codes 1 to 254

const void* cell_address(const ArrayView& rows, const ColumnType& type, std::int64_t first) {
  return static_cast<const std::uint8_t*>(rows.values) + static_cast<std::size_t>(rows.first + first) * type.width;
}

}  // namespace

ColumnCodes::ColumnCodes(std::string name, ColumnShape shape, std::size_t slot, std::optional<Intervals> intervals)
    : name_(std::move(name)), shape_(shape), intervals_(std::move(intervals)), reader_(std::move(shape), slot) {}

ColumnCodes::Manner ColumnCodes::manner_for(const ColumnView& view) const {
  if (shape_.index) return view.dictionary->count <= max_dictionary ? Manner::indexes : Manner::readings;
  if (shape_.value.layout == Layout::none) return Manner::nothing;
  if (shape_.value.layout == Layout::bits) return Manner::bits;
  return intervals_ ? Manner::intervals : Manner::readings;
}

void ColumnCodes::start(const ColumnView& view, CellJudge& judge) {
  view_ = view;
  reader_.start(view);
  manner_ = manner_for(view);
  code_readings(judge);
}

// Finds what each code stands for.
void ColumnCodes::code_readings(CellJudge& judge) {
  std::array<ReadingId, 256> found{};
  std::size_t count = 1;
  if (manner_ == Manner::bits) {
    for (const std::uint64_t bit : {0U, 1U}) found[count++] = reader_.bits_reading(bit, judge);
  } else if (manner_ == Manner::indexes) {
    const auto size = static_cast<std::size_t>(view_.dictionary->count);
    for (std::size_t place = 0; place < size; ++place) found[count++] = reader_.dictionary_reading(place, judge);
  } else if (manner_ == Manner::intervals) {
    for (const std::uint64_t bits : intervals_->representatives) found[count++] = reader_.bits_reading(bits, judge);
  }
  if (found == reading_of_code_ && count == code_count_) return;
  reading_of_code_ = found;
  code_count_ = count;
  ++recodings_;
}

Result<void> ColumnCodes::code_indexes(std::int64_t first, std::size_t count, const Kernels& kernels) {
  const void* cells = cell_address(view_.rows, *shape_.index, first);
  const auto size = static_cast<std::uint32_t>(view_.dictionary->count);
  const bool some_outside = kernels.code_indexes(*cell_type_of(*shape_.index), cells, count, size, codes_.data());
  // A null cell's index may be anything.
  if (some_outside) return check_dictionary_indexes(shape_, view_, first, static_cast<std::int64_t>(count), name_);
  return {};
}

Result<void> ColumnCodes::start_block(std::int64_t first, std::size_t count, const Kernels& kernels, CellJudge& judge) {
  first_ = first;
  if (reader_.forget_if_full()) {
    ++forgettings_;
    ++recodings_;
    code_readings(judge);
  }
  if (manner_ == Manner::readings) {
    if (shape_.index) {
      if (auto sound = check_dictionary_indexes(shape_, view_, first, static_cast<std::int64_t>(count), name_); !sound)
        return sound;
    }
    readings_.resize(count);
    reader_.encode(first, count, judge, readings_.data());
    return {};
  }
  codes_.resize(count);
  const ArrayView& rows = view_.rows;
  if (manner_ == Manner::nothing) {
    std::fill(codes_.begin(), codes_.end(), Code{0});
    return {};
  }
  if (manner_ == Manner::bits) {
    kernels.code_bits(static_cast<const std::uint8_t*>(rows.values), rows.first + first, count, codes_.data());
  } else if (manner_ == Manner::indexes) {
    if (auto sound = code_indexes(first, count, kernels); !sound) return sound;
  } else {
    kernels.code_numbers(intervals_->type, cell_address(rows, shape_.value, first), count,
                         intervals_->thresholds.data(), intervals_->threshold_count(), codes_.data());
  }
  if (rows.validity != nullptr) kernels.clear_nulls(rows.validity, rows.first + first, count, codes_.data());
  return {};
}

ReadingId ColumnCodes::reading_at(std::size_t row, CellJudge& judge) {
  if (manner_ == Manner::readings) return readings_[row];
  if (manner_ != Manner::intervals) return reading_of_code_[codes_[row]];
  ReadingId id = ColumnReader::unknown;
  reader_.encode(first_ + static_cast<std::int64_t>(row), 1, judge, &id);
  return id;
}

}  // namespace tepei::batch
