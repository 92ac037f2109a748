#include "batch/cell_pool.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

namespace tepei::batch::test {
namespace {

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool is_text(const Writing& writing) {
  return writing.name == "utf8" || writing.name == "large_utf8" || writing.name == "utf8_view";
}

// A day round the age limits of the programmes, the anniversaries of their years, 29 February and the day itself.
Date limit_date(Dice& dice, Date as_of) {
  if (dice.once_in(6)) return *Date::from_civil(static_cast<int>(1'956 + 4 * dice.upto(16)), 2, 29);
  const auto years = dice.of<std::int64_t>({0, 1, 4, 5, 8, 10, 35, 36, 45, 46, 55, 60});
  return *add_days(*add_years(as_of, -years), dice.between(-2, 2));
}

Value limit_number(Dice& dice, const ColumnKind& kind) {
  const std::string& writing = kind.writing.name;
  if (begins_with(writing, "int") || begins_with(writing, "uint")) return Value(dice.between(3, 9));
  if (writing == "float16") return Value(Decimal::scaled(dice.between(7, 17) * 5, -1));
  return Value(Decimal::scaled(dice.of<std::int64_t>({39, 40, 41, 49, 50, 51, 79, 80, 81, 100, 0}), -1));
}

std::int64_t limit_code(Dice& dice) {
  return dice.of<std::int64_t>({150'400, 150'500, 150'700, 152'200, 152'500, 150'781, 152'501, 152'900, 150'102,
                                110'101, 210'300, 15, 990'000, 999'999});
}

std::string limit_text(Dice& dice, const ColumnKind& kind) {
  if (dice.once_in(12)) {
    return dice.of<std::string>({"", " ", "　", std::string("a\0b", 3), std::string(4'097, 'a'), "null", "NaN", "-",
                                 "?", "０", "１", "Master ", "2025-03-22", "0000-01-01", "10000-01-01"});
  }
  switch (kind.fact().kind) {
    case facts::FactKind::date:
      return date_text(dice, limit_date(dice, kind.query->question().as_of));
    case facts::FactKind::number:
      return dice.of<std::string>({"3.9999999999", "4", "4.0", "4.9999999999", "5", "５", "5年", "5.0000000001", "1e1",
                                   "8", "7.99", "０.５", "4.999999999999999999999999999999999999"});
    case facts::FactKind::code:
      return std::to_string(limit_code(dice));
    case facts::FactKind::enumeration:
      return dice
          .of(kind.fact().spellings.empty() ? std::vector<facts::Spelling>{{"?", {}, {}, {}, {}}}
                                            : kind.fact().spellings)
          .text;
    default:
      return random_text(dice, kind.fact());
  }
}

// What the cell is read as, by the scalar way into the library.
void read_cell(const ColumnKind& kind, Cell& cell) {
  if (cell.raw && !cell.raw->refusal.empty()) {
    cell.error = Diagnostic{cell.raw->refusal, "", ""};
    return;
  }
  auto reading = facts::read(kind.fact(), cell.value, kind.strictness);
  if (!reading) {
    cell.error = reading.diagnostics().front();
    return;
  }
  cell.reading = *std::move(reading);
  // Facts that do not own their schema, which the query keeps.
  facts::Facts alone(std::shared_ptr<const facts::FactSchema>(std::shared_ptr<void>(), &kind.query->facts()));
  alone.put(kind.slot, cell.reading);
  const Diagnostics refusals = kind.query->refusals(alone);
  if (!refusals.empty()) cell.error = refusals.front();
}

Cell draw_cell(Dice& dice, const ColumnKind& kind) {
  Cell cell;
  const auto& raw = raw_cells(kind.writing.name);
  if (!raw.empty() && dice.once_in(10)) {
    cell.raw = dice.of(raw);
    cell.value = cell.raw->value;
  } else {
    if (dice.once_in(2)) cell.value = limit_value(dice, kind);
    if (!cell.value.is_known()) cell.value = kind.writing.draw(dice, kind.fact());
  }
  read_cell(kind, cell);
  return cell;
}

// Writes the raw cells over what stands in for them.
void put_raw_cells(const CellPool& pool, const std::vector<std::size_t>& places, Model& model) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& raw = pool.cells[places[i]].raw;
    if (!raw) continue;
    const std::size_t begin = (static_cast<std::size_t>(model.offset) + i) * raw->bytes.size();
    std::copy(raw->bytes.begin(), raw->bytes.end(), model.buffers[1]->begin() + static_cast<std::ptrdiff_t>(begin));
  }
}

// A known value that any writing of the column holds, so that a raw cell's place is not null.
Value stand_in(const CellPool& pool) {
  for (const Cell& cell : pool.cells) {
    if (!cell.raw && cell.value.is_known()) return cell.value;
  }
  return {};
}

}  // namespace

Value limit_value(Dice& dice, const ColumnKind& kind) {
  const Writing& writing = kind.writing;
  if (is_text(writing)) return Value(limit_text(dice, kind));
  if (begins_with(writing.name, "date") || begins_with(writing.name, "timestamp"))
    return Value(limit_date(dice, kind.query->question().as_of));
  if (writing.name == "bool" || writing.name == "null") return {};
  if (kind.fact().kind == facts::FactKind::number) return limit_number(dice, kind);
  if (kind.fact().kind == facts::FactKind::code) {
    // Messages show a decimal's places.
    const bool decimal = begins_with(writing.name, "decimal");
    return decimal ? Value(Decimal::scaled(limit_code(dice) * 10, -1)) : Value(limit_code(dice));
  }
  return {};
}

CellPool draw_pool(Dice& dice, const ColumnKind& kind, std::size_t size) {
  CellPool pool;
  pool.cells.emplace_back();
  // One that is sure to be no raw cell, to stand in for those.
  pool.cells.push_back({kind.writing.draw(dice, kind.fact()), {}, {}, {}});
  read_cell(kind, pool.cells.back());
  while (pool.cells.size() < size) pool.cells.push_back(draw_cell(dice, kind));
  for (std::size_t i = 1; i < pool.cells.size(); ++i) (pool.cells[i].error ? pool.bad : pool.good).push_back(i);
  return pool;
}

Model write_cells(const CellPool& pool, const std::vector<std::size_t>& places, const Writing& writing, Dice& dice) {
  const Value standing_in = stand_in(pool);
  Row row;
  row.reserve(places.size());
  for (const std::size_t place : places) row.push_back(pool.cells[place].raw ? standing_in : pool.cells[place].value);
  Model model = writing.write(row, dice);
  put_raw_cells(pool, places, model);
  return model;
}

}  // namespace tepei::batch::test
