#include <optional>
#include <utility>

#include "pack/fields.hpp"
#include "pack/scalars.hpp"
#include "pack/sections.hpp"

namespace tepei::pack {

namespace {

using policy::CellKind;
using policy::Table;
using policy::TableColumn;
using policy::TableRow;

void read_cell_kind(Reader& reader, NodeId id, CellKind& kind) {
  read_choice(reader, id, policy::parse_cell_kind, {"text", "number", "date", "boolean"}, kind);
}

constexpr Field<TableColumn> column_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&TableColumn::id, read_id>},
    {"kind", Presence::required, Bearing::bears, into<&TableColumn::kind, read_cell_kind>},
};

void read_column(Reader& reader, NodeId id, TableColumn& column) {
  read_fields(reader, id, column_fields, column);
  if (column.id == "id") {
    reader.refuse(*reader.tree().member(id, "id"), "pack.value.not_an_id", "a column cannot be called `id`",
                  "`id` is the name of a row");
  }
}

template <typename Held, typename Read>
Value read_optional(Reader& reader, NodeId id, Read read) {
  std::optional<Held> held;
  read(reader, id, held);
  return held ? Value(*std::move(held)) : Value(Null{});
}

Value read_cell(Reader& reader, NodeId id, CellKind kind) {
  switch (kind) {
    case CellKind::number:
      return read_optional<Decimal>(reader, id, read_number);
    case CellKind::date:
      return read_optional<Date>(reader, id, read_date);
    case CellKind::boolean: {
      bool value = false;
      read_boolean(reader, id, value);
      return value;
    }
    default: {
      std::string text;
      read_text(reader, id, text);
      return text;
    }
  }
}

TableRow read_row(Reader& reader, NodeId id, const std::vector<TableColumn>& columns) {
  TableRow row;
  if (!reader.is(id, NodeKind::object, "an object with a cell for each column")) return row;
  if (const auto name = reader.tree().member(id, "id")) read_id(reader, *name, row.id);
  std::vector<std::string> known{"id"};
  for (const TableColumn& column : columns) {
    known.push_back(column.id);
    const auto cell = reader.tree().member(id, column.id);
    if (!cell) reader.refuse_lack(id, column.id);
    row.cells.push_back(cell ? read_cell(reader, *cell, column.kind) : Value(Null{}));
  }
  refuse_unknown_keys(reader, id, known);
  return row;
}

// The columns stand before the rows in the list of fields, and so are read before them.
void read_rows(Reader& reader, NodeId id, Table& table) {
  if (!reader.is(id, NodeKind::array, "an array of rows")) return;
  for (const NodeId row : reader.at(id).items) table.rows.push_back(read_row(reader, row, table.columns));
}

constexpr Field<Table> table_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&Table::id, read_id>},
    {"label", Presence::required, Bearing::aside, into<&Table::label, read_local_text>},
    {"source", Presence::required, Bearing::aside, into<&Table::source, read_text>},
    {"effective_from", Presence::optional, Bearing::aside, into<&Table::effective_from, read_date>},
    {"clause", Presence::optional, Bearing::aside, into<&Table::clause, read_id>},
    {"columns", Presence::required, Bearing::bears, into<&Table::columns, read_list<TableColumn, read_column>>},
    {"rows", Presence::required, Bearing::bears, read_rows},
};

void read_table(Reader& reader, NodeId id, Table& table) {
  read_fields(reader, id, table_fields, table);
}

}  // namespace

void read_tables(Reader& reader, NodeId id, std::vector<Table>& tables) {
  read_list<Table, read_table>(reader, id, tables);
}

}  // namespace tepei::pack
