#include "policy/tables.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace tepei::policy {

namespace {

constexpr std::array<std::pair<CellKind, std::string_view>, 4> kinds{
    {{CellKind::text, "text"}, {CellKind::number, "number"}, {CellKind::date, "date"}, {CellKind::boolean, "boolean"}}};

feel::TypeKind type_of(CellKind kind) {
  switch (kind) {
    case CellKind::number:
      return feel::TypeKind::number;
    case CellKind::date:
      return feel::TypeKind::date;
    case CellKind::boolean:
      return feel::TypeKind::boolean;
    default:
      return feel::TypeKind::string;
  }
}

bool is_of(const Value& value, CellKind kind) {
  switch (kind) {
    case CellKind::number:
      return value.get_if<Decimal>() != nullptr;
    case CellKind::date:
      return value.get_if<Date>() != nullptr;
    case CellKind::boolean:
      return value.get_if<bool>() != nullptr;
    default:
      return value.text() != nullptr;
  }
}

bool has_row_ids(const Table& table) {
  return !table.rows.empty() && !table.rows.front().id.empty();
}

// The first id of `items` that stands twice, by place.
template <typename Item>
std::optional<std::size_t> repeated(const std::vector<Item>& items) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!seen.insert(items[i].id).second) return i;
  }
  return std::nullopt;
}

class TableCheck {
 public:
  TableCheck(const Table& table, std::string path, Diagnostics& found)
      : table_(table), path_(std::move(path)), found_(found) {}

  void run() {
    if (table_.columns.empty()) add("policy.table.no_columns", "/columns", "has no columns");
    if (table_.rows.empty()) add("policy.table.no_rows", "/rows", "has no rows");
    if (const auto twice = repeated(table_.columns)) {
      add("policy.id.duplicate", "/columns/" + std::to_string(*twice) + "/id",
          "has two columns " + quoted(table_.columns[*twice].id));
    }
    check_row_ids();
    for (std::size_t i = 0; i < table_.rows.size(); ++i) check_row(i);
  }

 private:
  void add(std::string code, const std::string& place, const std::string& message, std::string help = {}) {
    found_.push_back({std::move(code), "table " + quoted(table_.id) + " " + message, std::move(help), path_ + place});
  }

  void check_row_ids() {
    const bool named = has_row_ids(table_);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (table_.rows[i].id.empty() != named) continue;
      add("policy.table.row_ids", "/rows/" + std::to_string(i), "has rows with ids and rows without",
          "give all rows an id, or none");
      return;
    }
    if (!named) return;
    if (const auto twice = repeated(table_.rows)) {
      add("policy.id.duplicate", "/rows/" + std::to_string(*twice) + "/id",
          "has two rows " + quoted(table_.rows[*twice].id));
    }
  }

  void check_row(std::size_t place) {
    const std::vector<Value>& cells = table_.rows[place].cells;
    const std::string row = "/rows/" + std::to_string(place);
    if (cells.size() != table_.columns.size()) {
      return add("policy.table.cells", row,
                 "has " + std::to_string(table_.columns.size()) + " columns, but this row has " +
                     std::to_string(cells.size()) + " cells");
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (is_of(cells[i], table_.columns[i].kind)) continue;
      add("policy.table.cells", row + "/" + table_.columns[i].id,
          "has in column " + quoted(table_.columns[i].id) + " a cell that is no " +
              std::string(to_string(table_.columns[i].kind)));
    }
  }

  const Table& table_;
  std::string path_;
  Diagnostics& found_;
};

}  // namespace

std::string_view to_string(CellKind kind) {
  return kinds[static_cast<std::size_t>(kind)].second;
}

std::optional<CellKind> parse_cell_kind(std::string_view text) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& entry) { return entry.second == text; });
  return found == kinds.end() ? std::nullopt : std::optional<CellKind>(found->first);
}

Diagnostics check_tables(const EligibilityDefinition& definition) {
  Diagnostics found;
  for (std::size_t i = 0; i < definition.tables.size(); ++i) {
    TableCheck(definition.tables[i], "/tables/" + std::to_string(i), found).run();
  }
  return found;
}

Value table_value(const Table& table) {
  Context by_id;
  List rows;
  for (const TableRow& row : table.rows) {
    Context cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) cells.emplace_back(table.columns[i].id, row.cells[i]);
    if (has_row_ids(table)) {
      by_id.emplace_back(row.id, Value(std::move(cells)));
    } else {
      rows.emplace_back(std::move(cells));
    }
  }
  return has_row_ids(table) ? Value(std::move(by_id)) : Value(std::move(rows));
}

feel::Type table_type(const Table& table) {
  std::vector<std::pair<std::string, feel::Type>> cells;
  cells.reserve(table.columns.size());
  for (const TableColumn& column : table.columns) cells.emplace_back(column.id, type_of(column.kind));
  const feel::Type row = feel::Type::context_of(std::move(cells));
  if (!has_row_ids(table)) return feel::Type::list_of(row);
  std::vector<std::pair<std::string, feel::Type>> rows;
  rows.reserve(table.rows.size());
  for (const TableRow& each : table.rows) rows.emplace_back(each.id, row);
  return feel::Type::context_of(std::move(rows));
}

}  // namespace tepei::policy
