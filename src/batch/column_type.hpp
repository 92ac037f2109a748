// What an Arrow column holds, as far as facts can be read from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tepei/facts/definition.hpp"

namespace tepei::batch {

// What the cells mean.
enum class Family : std::uint8_t { nothing, boolean, integer, floating, decimal, date, text, unsupported };

// How the cells lie in memory.
enum class Layout : std::uint8_t { none, bits, fixed, offsets32, offsets64, views };

// A column's type, or the type of a dictionary's values.
struct ColumnType {
  Family family = Family::unsupported;
  Layout layout = Layout::none;
  std::size_t width = 0;           // bytes of a cell in a fixed layout
  bool is_signed = true;           // of integers
  int scale = 0;                   // of decimals: digits after the point
  std::int64_t ticks_per_day = 1;  // of dates and timestamps
  std::int64_t offset_ticks = 0;   // from UTC, of timestamps at a fixed offset
  std::string named_zone;          // of timestamps in a zone whose rules we do not have; else empty
  std::string name;                // for messages: `timestamp[us, tz=+08:00]`
};

// Reads a format string of the C Data Interface; what is not known or cannot hold a fact is `unsupported`, with a name.
ColumnType parse_format(std::string_view format);

// Whether cells of this family can be read as facts of this kind at all. Text always can (a cell may still be bad); so
// can floating point, since a column of NaN is how pandas writes an empty one.
bool accepts(facts::FactKind kind, Family family);

// The types a column of such a fact may have, for messages.
std::string_view accepted_types(facts::FactKind kind);

}  // namespace tepei::batch
