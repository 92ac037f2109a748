#include "batch/table_setting.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "batch/cell_judge.hpp"
#include "batch/column_reader.hpp"

namespace tepei::batch {
namespace {

// A cell that can be read, from which the cells that cannot lie apart on either side.
std::optional<std::uint64_t> middle_cell(const BoundColumn& column, const TableSetting& setting, ColumnReader& reader,
                                         CellJudge& judge) {
  const ColumnType& type = column.shape.value;
  if (type.family == Family::date) {
    const auto cell = cell_of_day(type, setting.query->question().as_of.days());
    if (cell && !reader.entry(reader.bits_reading(*cell, judge)).error) return cell;
    return std::nullopt;
  }
  // The bits of 0 and 1 as integers, and of 1 as binary32 and binary64.
  for (const std::uint64_t bits :
       {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{0x3F80'0000}, std::uint64_t{0x3FF0'0000'0000'0000}}) {
    const CellEntry& entry = reader.entry(reader.bits_reading(bits, judge));
    if (!entry.error && entry.value.is_known()) return bits;
  }
  return std::nullopt;
}

// Every criterion that reads the fact, under every choice of readings. Empty where one of them cannot do with
// intervals.
std::optional<std::vector<policy::Tabulation>> readers_of(const TableSetting& setting, std::size_t slot) {
  std::vector<policy::Tabulation> readers;
  for (const auto& choice : setting.criteria) {
    for (const policy::Tabulation& criterion : choice) {
      const auto& slots = criterion.slots();
      if (std::find(slots.begin(), slots.end(), slot) == slots.end() || !criterion.obstacle().empty()) continue;
      if (criterion.way(slot) != policy::Tabulation::Way::intervals) return std::nullopt;
      readers.push_back(criterion);
    }
  }
  return readers;
}

// Where the meaning of a column's cells changes, if it is of numbers or dates that all its criteria take by intervals.
std::optional<Intervals> find_intervals(const BoundColumn& column, const TableSetting& setting) {
  const facts::FactKind kind = setting.query->facts().at(column.slot).kind;
  const bool ordered = kind == facts::FactKind::date || kind == facts::FactKind::number;
  if (!ordered || column.shape.index || !cell_type_of(column.shape.value)) return std::nullopt;
  auto readers = readers_of(setting, column.slot);
  if (!readers) return std::nullopt;

  ColumnReader reader(column.shape, column.slot);
  CellJudge judge(setting.query, setting.options.strictness);
  const auto middle = middle_cell(column, setting, reader, judge);
  if (!middle) return std::nullopt;
  std::map<policy::Mark, std::uint32_t> meanings;
  return cut(column.shape.value, *middle, [&](std::uint64_t bits) {
    const CellEntry& entry = reader.entry(reader.bits_reading(bits, judge));
    policy::Mark mark;  // empty where nothing is known
    if (entry.error) {
      mark = {1};
    } else if (entry.value.is_known()) {
      mark = {2};
      for (policy::Tabulation& criterion : *readers) {
        const policy::Mark one = criterion.mark(column.slot, entry.value);
        mark.push_back(static_cast<std::int64_t>(one.size()));
        mark.insert(mark.end(), one.begin(), one.end());
      }
    }
    return meanings.emplace(std::move(mark), static_cast<std::uint32_t>(meanings.size())).first->second;
  });
}

}  // namespace

Result<const Kernels*> kernels_for(const std::string& name) {
  if (!name.empty()) return choose_kernels(name);
  const char* forced = std::getenv("TEPEI_KERNELS");
  return choose_kernels(forced == nullptr ? "" : forced);
}

bool TableSetting::shows(Shown shown) const {
  return std::any_of(outputs.begin(), outputs.end(), [&](const OutputColumn& column) { return column.shown == shown; });
}

Result<std::shared_ptr<const TableSetting>> set_table(const policy::Query& query, const ArrowSchema& table,
                                                      const TableOptions& options) {
  auto bound = bind_columns(table, query.facts(), options.extra_columns);
  auto outputs = choose_columns(options.columns, query.criteria());
  const auto kernels = kernels_for(options.kernels);
  Diagnostics problems = bound.diagnostics();
  append(problems, outputs.diagnostics());
  append(problems, kernels.diagnostics());
  if (!problems.empty()) return problems;

  auto setting = std::make_shared<TableSetting>();
  setting->query = std::make_shared<const policy::Query>(query);
  setting->bound = *std::move(bound);
  setting->outputs = *std::move(outputs);
  setting->options = options;
  setting->kernels = *kernels;
  setting->choices = policy::reading_choices(query);
  if (!setting->shows(Shown::reading_sensitive)) setting->choices.resize(1);
  for (const policy::ReadingChoice& choice : setting->choices) {
    setting->criteria.push_back(policy::tabulate(query, choice));
  }
  for (const BoundColumn& column : setting->bound.columns) {
    setting->intervals.push_back(find_intervals(column, *setting));
  }
  for (std::size_t i = 0; i < setting->criteria.front().size(); ++i) {
    setting->documents.push_back(policy::documents_of(query, i));
  }
  return std::shared_ptr<const TableSetting>(std::move(setting));
}

}  // namespace tepei::batch
