// Random tables over every type of column, and the values that `check` would be given for their cells.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/table_builder.hpp"
#include "tepei/facts/schema.hpp"
#include "tepei/value/value.hpp"

namespace tepei::batch::test {

// A random source whose draws are the same on every platform.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::int64_t upto(std::int64_t most) {
    return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(most + 1));
  }
  std::int64_t between(std::int64_t least, std::int64_t most) { return least + upto(most - least); }
  bool once_in(std::int64_t n) { return upto(n - 1) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(upto(static_cast<std::int64_t>(all.size()) - 1))];
  }
  Margins margins() { return once_in(2) ? Margins{} : Margins{upto(11), upto(3)}; }

 private:
  std::mt19937_64 engine_;
};

using Row = std::vector<Value>;

inline std::string date_text(Dice& dice, Date date) {
  char text[40] = {};
  const std::vector<const char*> forms{"%d-%02u-%02u", "%d/%u/%u", "%d%02u%02u", "%d年%u月%u日"};
  std::snprintf(text, sizeof text, dice.of(forms), date.year(), date.month(), date.day());
  return text;
}

inline Date random_date(Dice& dice) {
  return *Date::from_days(dice.between(-11'000, 20'300));
}

// The spellings of a fact that stand for something, of digits only where asked.
inline std::vector<std::string> usable_spellings(const facts::FactDefinition& fact, bool digits_only) {
  std::vector<std::string> usable;
  for (const facts::Spelling& spelling : fact.spellings) {
    const bool digits = spelling.text.find_first_not_of("0123456789") == std::string::npos;
    if (spelling.meaning != facts::SpellingMeaning::refused && (digits || !digits_only))
      usable.push_back(spelling.text);
  }
  return usable;
}

// A text cell of a fact as people write it; one in two hundred is nonsense.
inline std::string random_text(Dice& dice, const facts::FactDefinition& fact) {
  if (dice.once_in(200)) return dice.of<std::string>({"?", "1985-13-01", "mastre", "\xFF\xFE", "七", "2031-01-01"});
  switch (fact.kind) {
    case facts::FactKind::text:
      return dice.of<std::string>({"张三", "Ａ", "a name that is longer than twelve bytes"});
    case facts::FactKind::boolean:
      return dice.of<std::string>({"是", "否", "有", " 无 ", "true", "FALSE", "1", "0"});
    case facts::FactKind::number:
      return std::to_string(dice.upto(12)) + dice.of<std::string>({"", ".5", ".25"});
    case facts::FactKind::date:
      return date_text(dice, random_date(dice));
    case facts::FactKind::code:
      return dice.of<std::string>({"150102", "150400", "210100", "１５０１０２"});
    case facts::FactKind::enumeration:
      break;
  }
  const auto& member = dice.of(fact.domain->members());
  const auto spellings = usable_spellings(fact, false);
  const std::string spelling = spellings.empty() ? member.id : dice.of(spellings);
  return dice.of<std::string>({member.id, member.label, spelling, " " + member.label + "　"});
}

// A whole number that means something for the fact, mostly.
inline std::int64_t random_whole(Dice& dice, const facts::FactDefinition& fact) {
  switch (fact.kind) {
    case facts::FactKind::boolean:
      return dice.once_in(200) ? 2 : dice.upto(1);
    case facts::FactKind::enumeration:
      return dice.once_in(200) ? 99 : std::stoi(dice.of(usable_spellings(fact, true)));
    case facts::FactKind::code:
      return dice.of<std::int64_t>({150'102, 150'400, 210'100});
    default:
      return dice.once_in(200) ? -1 : dice.upto(15);
  }
}

// How one column is written: the values `check` is given for a cell, and the array that holds them.
struct Writing {
  std::string name;  // of the type, for messages
  Value (*draw)(Dice&, const facts::FactDefinition&);
  Model (*write)(const Row&, Dice&);
};

template <typename T, typename From>
Cells<T> cells_of(const Row& row, From from) {
  Cells<T> cells;
  for (const Value& value : row) cells.push_back(value.is_known() ? std::optional<T>(from(value)) : std::nullopt);
  return cells;
}

// A whole number `coefficient` where the value is `coefficient` / 10^scale.
inline std::int64_t unscaled(const Value& value, int scale) {
  Decimal number = *value.get_if<Decimal>();
  for (int i = 0; i < scale; ++i) number = *Decimal::multiply(number, 10);
  return *number.to_int64();
}

// Every writing that may hold the fact.
std::vector<Writing> writings_of(const facts::FactDefinition& fact);

// The types of a dictionary's indexes, of which the last two hold up to 127 values only.
constexpr int index_types = 8;
constexpr int wide_index_types = 6;

// Indexes of the type `index`, which is below `index_types`, into a dictionary of these values.
Model with_indexes(int index, const std::vector<std::optional<std::size_t>>& places, Model values, Dice& dice);

// The same array with a dictionary between, of values some twice and one null; `index` is below `index_types`.
Model with_dictionary(const Row& row, const Writing& writing, int index, Dice& dice);

}  // namespace tepei::batch::test
