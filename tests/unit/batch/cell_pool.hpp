// The distinct cells of one random column: ordinary values, values at the limits of the rules, and cells that hold what
// no value stands for (infinities, NaN, NaT, days outside the calendar), each with what it must be read as.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "batch/random_table.hpp"
#include "tepei/facts/reading.hpp"
#include "tepei/policy/eligibility.hpp"

namespace tepei::batch::test {

// A cell by its bytes.
struct RawCell {
  std::string bytes;
  Value value;          // what `facts::read` would be given for it
  std::string refusal;  // the code of the error with which the column itself refuses it; else empty
};

struct Cell {
  Value value;
  std::optional<RawCell> raw;
  facts::CellReading reading;
  std::optional<Diagnostic> error;  // of a raw cell that the column refuses, the code alone
};

// The cells one column draws from; the first is unknown. `good` and `bad` are places in `cells`.
struct CellPool {
  std::vector<Cell> cells;
  std::vector<std::size_t> good;
  std::vector<std::size_t> bad;
};

// How a column is written, and for which fact it is.
struct ColumnKind {
  const policy::Query* query = nullptr;
  std::size_t slot = 0;
  Writing writing;
  facts::Strictness strictness = facts::Strictness::typed;

  const facts::FactDefinition& fact() const { return query->facts().at(slot); }
};

// `size` cells, each read as `check` would read it.
CellPool draw_pool(Dice& dice, const ColumnKind& kind, std::size_t size);

// A value of the fact at a limit of some rule, that the writing can hold; unknown where there is none.
Value limit_value(Dice& dice, const ColumnKind& kind);

// The raw cells of a writing's type.
const std::vector<RawCell>& raw_cells(const std::string& writing);

// The array of the pool's cells at these places.
Model write_cells(const CellPool& pool, const std::vector<std::size_t>& places, const Writing& writing, Dice& dice);

}  // namespace tepei::batch::test
