/// Constant data that a policy's rules read: a schedule, a list of codes, each from a source of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/policy/text.hpp"
#include "tepei/value/date.hpp"
#include "tepei/value/value.hpp"

namespace tepei::policy {

/// What the cells of a column are.
enum class CellKind : std::uint8_t { text, number, date, boolean };

std::string_view to_string(CellKind kind);
std::optional<CellKind> parse_cell_kind(std::string_view text);

/// A column, whose id is the name of its cells in expressions.
struct TableColumn {
  std::string id;
  CellKind kind = CellKind::text;
};

/// A row, with one cell for each column in their order.
struct TableRow {
  std::string id;  ///< its name in expressions; empty in a table whose rows are a list
  std::vector<Value> cells;
};

/// A table. In expressions its id is a constant: where the rows have ids, a context of them
/// (`retirement.men.cap_months`), else their list (`limits[1].years`, `limits[grade = "a"]`).
struct Table {
  std::string id;
  LocalText label;
  std::string source;                  ///< the document the data stand in, as people cite it
  std::optional<Date> effective_from;  ///< since when they hold
  std::string clause;                  ///< id of the clause that makes the policy read them; may be empty
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
};

}  // namespace tepei::policy
