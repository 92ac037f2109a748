#include "pack/write_tables.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "pack/writing.hpp"

namespace tepei::pack {

namespace {

Json cell_to_json(const Value& cell) {
  if (const bool* boolean = cell.get_if<bool>()) return {*boolean};
  if (const Decimal* number = cell.get_if<Decimal>()) return {*number};
  if (const Date* date = cell.get_if<Date>()) return {date->to_string()};
  const std::string* text = cell.text();
  return {text == nullptr ? std::string() : *text};
}

Json column_to_json(const policy::TableColumn& column) {
  JsonObject object;
  put(object, "id", column.id);
  put(object, "kind", policy::to_string(column.kind));
  return {std::move(object)};
}

}  // namespace

Json table_to_json(const policy::Table& table) {
  JsonObject object;
  put(object, "id", table.id);
  put(object, "label", table.label);
  put(object, "source", table.source);
  put(object, "effective_from", table.effective_from);
  put(object, "clause", table.clause);
  put_list(object, "columns", table.columns, column_to_json);
  put_list(object, "rows", table.rows, [&](const policy::TableRow& row) {
    JsonObject cells;
    put(cells, "id", row.id);
    for (std::size_t i = 0; i < std::min(row.cells.size(), table.columns.size()); ++i) {
      cells.emplace_back(table.columns[i].id, cell_to_json(row.cells[i]));
    }
    return Json{std::move(cells)};
  });
  return {std::move(object)};
}

}  // namespace tepei::pack
