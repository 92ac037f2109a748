#include "fuzz/spoilt_buffers.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/spoilt_table.hpp"

namespace tepei::fuzz {
namespace {

using batch::test::Bytes;
using batch::test::Model;

// How far a spoilt offset or size may reach.
constexpr std::int64_t max_characters = 65'536;

// The cells the counts let a reader touch; none where it must refuse them.
std::int64_t slots_of(const Model& model) {
  const bool backed =
      model.length >= 0 && model.offset >= 0 && model.offset <= max_slots && model.length <= max_slots - model.offset;
  return backed ? model.offset + model.length : 0;
}

Bytes draw_bytes(ByteSource& source, std::size_t size) {
  Bytes bytes(size);
  const std::uint8_t filler = source.byte();
  const std::size_t own = std::min<std::size_t>(size, source.below(64));
  for (std::size_t i = 0; i < size; ++i) bytes[i] = i < own ? source.byte() : filler;
  return bytes;
}

std::string draw_text(ByteSource& source, const facts::FactDefinition* fact) {
  static const std::vector<std::string> words{
      "",         "1985-03-21", "是",           "否", "4.5", "150102", "a text that is longer than twelve bytes",
      "\xFF\xFE", "2031年1月",  "１５０４００", "1",  "0",   "-1",     "?"};
  if (fact != nullptr && fact->domain && source.below(2) == 0) {
    const auto& member = source.of(fact->domain->members());
    return source.below(2) == 0 ? member.id : member.label;
  }
  if (!source.rarely()) return source.of(words);
  std::string text(source.below(20), '\0');
  for (char& c : text) c = static_cast<char>(source.byte());
  return text;
}

template <typename T>
T get(const Bytes& bytes, std::size_t place) {
  T value{};
  std::memcpy(&value, bytes.data() + place * sizeof(T), sizeof(T));
  return value;
}

template <typename T>
void put(Bytes& bytes, std::size_t place, T value) {
  std::memcpy(bytes.data() + place * sizeof(T), &value, sizeof(T));
}

batch::test::Cells<std::string> draw_texts(ByteSource& source, const facts::FactDefinition* fact, std::size_t count) {
  std::vector<std::string> few;
  for (std::size_t i = 0, n = 1 + source.below(6); i < n; ++i) few.push_back(draw_text(source, fact));
  batch::test::Cells<std::string> cells;
  for (std::size_t i = 0; i < count; ++i)
    cells.emplace_back(few[source.empty() ? i % few.size() : source.below(few.size())]);
  return cells;
}

// Spoils offsets: any may be lower or negative, so that they run backwards; none is beyond the texts, but the first,
// which the second then contradicts. The texts reach as far as the offsets go before they first run backwards.
template <typename Offset>
void spoil_offsets(ByteSource& source, Model& model, std::size_t slots) {
  Bytes& offsets = *model.buffers[1];
  while (source.rarely()) {
    const auto wrong = std::min<std::int64_t>(source.wrong_number(), max_characters);
    put<Offset>(offsets, source.byte() % (slots + 1), static_cast<Offset>(std::max<std::int64_t>(wrong, -8)));
  }
  if (slots > 0 && source.rarely()) {
    put<Offset>(offsets, 0, std::numeric_limits<Offset>::max());
    put<Offset>(offsets, 1, Offset{0});
  }
  // Sound texts may be longer than spoilt ones.
  const auto most = static_cast<Offset>(std::max<std::size_t>(max_characters, model.buffers[2]->size()));
  Offset reached = 0;
  // A reader begins at the array's own offset, or later within it.
  for (std::size_t slot = static_cast<std::size_t>(model.offset); slot <= slots; ++slot) {
    const Offset offset = get<Offset>(offsets, slot);
    if (offset <= most) reached = std::max(reached, offset);
  }
  model.buffers[2]->resize(static_cast<std::size_t>(reached), 'x');
}

// Spoils views, whose places a reader can check against the sizes of the texts; a size that is not negative is true.
void spoil_views(ByteSource& source, Model& model, std::size_t slots) {
  Bytes& views = *model.buffers[1];
  while (slots > 0 && source.rarely()) {
    const std::size_t field = source.byte() % slots * 4 + (source.below(4) + 2) % 4;
    put<std::int32_t>(views, field, static_cast<std::int32_t>(source.wrong_number()));
  }
  for (std::size_t i = 0; i < 2; ++i) {
    if (!source.rarely()) continue;
    const std::int64_t size = std::min<std::int64_t>(source.wrong_number(), max_characters);
    put<std::int64_t>(*model.buffers[4], i, size);
    if (size >= 0) model.buffers[2 + i]->resize(static_cast<std::size_t>(size));
  }
}

void draw_text_buffers(ByteSource& source, const Cells& cells, const facts::FactDefinition* fact, Model& model) {
  const std::int64_t slots = slots_of(model);
  const std::string format = cells.shape == Shape::offsets32 ? "u" : cells.shape == Shape::offsets64 ? "U" : "vu";
  model.buffers = batch::test::texts(format, draw_texts(source, fact, static_cast<std::size_t>(slots))).buffers;
  if (slots == 0) return;
  if (cells.shape == Shape::offsets32) spoil_offsets<std::int32_t>(source, model, static_cast<std::size_t>(slots));
  if (cells.shape == Shape::offsets64) spoil_offsets<std::int64_t>(source, model, static_cast<std::size_t>(slots));
  if (cells.shape == Shape::views) spoil_views(source, model, static_cast<std::size_t>(slots));
}

// Indexes within the dictionary, but for one at times that is just beyond it, or just before.
template <typename Index>
void fold(ByteSource& source, Bytes& indexes, std::int64_t length) {
  const std::size_t count = indexes.size() / sizeof(Index);
  for (std::size_t i = 0; i < count; ++i)
    put<Index>(indexes, i, static_cast<Index>(indexes[i * sizeof(Index)] % std::min<std::int64_t>(length, 127)));
  if (count == 0 || source.below(8) != 7) return;
  // A length beyond memory has no next number.
  const std::int64_t next = length < INT64_MAX ? length + 1 : length;
  const std::int64_t beyond[] = {length, next, -1, INT64_MAX, INT64_MIN, std::int64_t{1} << 32};
  put<Index>(indexes, source.byte() % count, static_cast<Index>(beyond[source.below(6)]));
}

}  // namespace

Bytes draw_bitmap(ByteSource& source, std::int64_t count) {
  Bytes bits(static_cast<std::size_t>((count + 7) / 8), 0xFF);
  for (std::size_t i = 0; i < bits.size() && !source.empty(); ++i) bits[i] = static_cast<std::uint8_t>(~source.byte());
  return bits;
}

void draw_buffers(ByteSource& source, const Cells& cells, const facts::FactDefinition* fact, Model& model) {
  const auto slots = static_cast<std::size_t>(slots_of(model));
  switch (cells.shape) {
    case Shape::none:
      if (source.rarely()) model.buffers = {std::nullopt};
      return;
    case Shape::bits:
      model.buffers = {std::nullopt, draw_bytes(source, (slots + 7) / 8)};
      break;
    case Shape::fixed:
      model.buffers = {std::nullopt, draw_bytes(source, slots * cells.width)};
      break;
    default:
      draw_text_buffers(source, cells, fact, model);
  }
  if (source.below(3) == 0) model.buffers[0] = draw_bitmap(source, static_cast<std::int64_t>(slots));
}

void bring_into(ByteSource& source, Model& model, const Cells& cells, std::int64_t dictionary_length) {
  if (cells.shape != Shape::fixed || dictionary_length <= 0) return;
  Bytes& indexes = *model.buffers[1];
  switch (cells.width) {
    case 1:
      return fold<std::uint8_t>(source, indexes, dictionary_length);
    case 2:
      return fold<std::uint16_t>(source, indexes, dictionary_length);
    case 4:
      return fold<std::uint32_t>(source, indexes, dictionary_length);
    case 8:
      return fold<std::uint64_t>(source, indexes, dictionary_length);
    default:
      return;
  }
}

}  // namespace tepei::fuzz
