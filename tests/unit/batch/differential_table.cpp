#include "batch/differential_table.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <sstream>
#include <string_view>
#include <utility>

namespace tepei::batch::test {
namespace {

// The places in its pool of each row's cell, by column.
using Picks = std::vector<std::vector<std::size_t>>;

PooledColumn draw_column(Dice& dice, const ColumnKind& kind, std::size_t pool_size) {
  PooledColumn column;
  column.kind = kind;
  const facts::FactDefinition& fact = kind.fact();
  std::vector<std::string> names{fact.id, fact.label};
  names.insert(names.end(), fact.headers.begin(), fact.headers.end());
  column.name = dice.of(names);
  const bool dictionary = kind.writing.name != "null" && dice.once_in(2);
  if (dictionary) column.index = static_cast<int>(dice.upto((pool_size < 100 ? index_types : wide_index_types) - 1));
  column.pool = draw_pool(dice, kind, pool_size);
  return column;
}

std::vector<PooledColumn> draw_columns(Dice& dice, const Subject& subject, const TableSize& size,
                                       facts::Strictness strictness) {
  std::vector<PooledColumn> columns;
  const facts::FactSchema& schema = subject.query.facts();
  for (std::size_t slot = 0; slot < schema.size(); ++slot) {
    const std::string& id = schema.at(slot).id;
    const bool read = std::find(subject.facts.begin(), subject.facts.end(), id) != subject.facts.end();
    const bool known = size.null_once_in >= 50;
    if (read ? !known && dice.once_in(12) : !dice.once_in(6)) continue;
    const ColumnKind kind{&subject.query, slot, dice.of(writings_of(schema.at(slot))), strictness};
    columns.push_back(draw_column(dice, kind, size.pool));
  }
  for (std::size_t i = columns.size(); i > 1; --i)
    std::swap(columns[i - 1], columns[static_cast<std::size_t>(dice.upto(static_cast<std::int64_t>(i) - 1))]);
  return columns;
}

std::size_t pick(Dice& dice, const CellPool& pool, const TableSize& size) {
  if (dice.once_in(size.null_once_in)) return 0;
  if (!pool.bad.empty() && (pool.good.empty() || dice.once_in(size.bad_once_in))) return dice.of(pool.bad);
  return pool.good.empty() ? 0 : dice.of(pool.good);
}

// The batch's own dictionary: the pool's cells in any order, some twice, used or not.
Model write_dictionary(Dice& dice, const PooledColumn& column, const std::vector<std::size_t>& picks) {
  const std::size_t count = column.pool.cells.size();
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < count; ++i) order.push_back(i);
  for (std::int64_t twice = dice.upto(5); twice > 0; --twice)
    order.push_back(static_cast<std::size_t>(dice.upto(static_cast<std::int64_t>(count) - 1)));
  for (std::size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[static_cast<std::size_t>(dice.upto(static_cast<std::int64_t>(i) - 1))]);
  std::vector<std::vector<std::size_t>> positions(count);
  for (std::size_t i = 0; i < order.size(); ++i) positions[order[i]].push_back(i);
  std::vector<std::optional<std::size_t>> indexes;
  indexes.reserve(picks.size());
  for (const std::size_t place : picks) {
    const bool null_index = place == 0 && dice.once_in(2);
    indexes.push_back(null_index ? std::nullopt : std::optional(dice.of(positions[place])));
  }
  return with_indexes(*column.index, indexes, write_cells(column.pool, order, column.kind.writing, dice), dice);
}

Model draw_batch(Dice& dice, const std::vector<PooledColumn>& columns, const TableSize& size, std::size_t rows,
                 Picks& picks) {
  const auto offset = static_cast<std::size_t>(dice.once_in(3) ? dice.upto(9) : 0);
  std::vector<Model> models;
  picks.assign(columns.size(), {});
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const PooledColumn& column = columns[c];
    std::vector<std::size_t> all(rows + offset);
    for (std::size_t& place : all) place = pick(dice, column.pool, size);
    models.push_back(named(column.name, column.index ? write_dictionary(dice, column, all)
                                                     : write_cells(column.pool, all, column.kind.writing, dice)));
    picks[c].assign(all.begin() + static_cast<std::ptrdiff_t>(offset), all.end());
  }
  return table(std::move(models), static_cast<std::int64_t>(rows), static_cast<std::int64_t>(offset));
}

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const std::string& item : items) all += (all.empty() ? "" : " ") + item;
  return all;
}

// Answers row by row on the scalar machine.
class ScalarMachine {
 public:
  ScalarMachine(const Subject& subject, const std::vector<PooledColumn>& columns, bool whole_decisions)
      : subject_(subject),
        columns_(columns),
        whole_(whole_decisions),
        facts_(std::shared_ptr<const facts::FactSchema>(std::shared_ptr<void>(), &subject.query.facts())),
        outcomes_(subject.references.size()) {}

  void answer(const Picks& picks, std::size_t row, RandomTable& table) {
    const auto errors_before = table.errors.size();
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Cell& cell = columns_[c].pool.cells[picks[c][row]];
      if (cell.error) {
        table.errors.push_back({static_cast<std::int64_t>(table.answers.size()), columns_[c].name,
                                columns_[c].kind.fact().id, *cell.error});
      }
      facts_.put(columns_[c].kind.slot, cell.reading);
    }
    RowAnswer answer;
    if (table.errors.size() == errors_before) answer.cells = cells(table.answers.size());
    table.answers.push_back(std::move(answer));
  }

 private:
  std::vector<std::string> cells(std::size_t row) {
    const policy::Verdict verdict = subject_.query.outcomes(facts_, scratch_, outcomes_.data());
    compare_with_references(row);
    std::vector<std::string> all{std::string(to_string(verdict))};
    for (const policy::Outcome outcome : outcomes_) all.emplace_back(to_string(outcome));
    if (!whole_) return all;
    const policy::Decision decision = subject_.query.decide(facts_).value();
    all.push_back(joined(decision.missing));
    all.push_back(joined(decision.missing_documents));
    all.emplace_back(decision.reading_sensitive ? "true" : "false");
    return all;
  }

  void compare_with_references(std::size_t row) {
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
      const auto wrong = disagreement(subject_.references[i], subject_.query, facts_.values(), outcomes_[i]);
      if (wrong)
        BOOST_ERROR(subject_.name << ", row " << row << ": " << subject_.references[i].id << " " << *wrong << ", for"
                                  << person());
    }
  }

  std::string person() const {
    std::string text;
    for (const std::string& fact : subject_.facts)
      text += " " + fact + "=" + to_feel(facts_.at(*subject_.query.facts().find(fact)));
    return text;
  }

  const Subject& subject_;
  const std::vector<PooledColumn>& columns_;
  bool whole_;
  facts::Facts facts_;
  policy::QueryScratch scratch_;
  std::vector<policy::Outcome> outcomes_;
};

std::optional<std::string> compare_errors(const std::vector<CellError>& wanted, const TableSummary& summary) {
  std::ostringstream wrong;
  if (summary.errors != static_cast<std::int64_t>(wanted.size()) || summary.listed_errors.size() != wanted.size()) {
    wrong << summary.errors << " errors, of which " << summary.listed_errors.size() << " listed, not " << wanted.size();
    return wrong.str();
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const CellError& got = summary.listed_errors[i];
    const CellError& want = wanted[i];
    // Of raw cells only the code is foretold.
    const bool same_text = want.diagnostic.message.empty() || got.diagnostic.message == want.diagnostic.message;
    const bool same = got.row == want.row && got.column == want.column && got.fact == want.fact &&
                      got.diagnostic.path == want.fact && got.diagnostic.code == want.diagnostic.code && same_text;
    if (same) continue;
    wrong << "error " << i << " is " << got.diagnostic.code << " in row " << got.row << " of " << got.column << ": "
          << got.diagnostic.message << "; not " << want.diagnostic.code << " in row " << want.row << " of "
          << want.column << ": " << want.diagnostic.message;
    return wrong.str();
  }
  return std::nullopt;
}

std::optional<std::string> compare_column(const RandomTable& table, std::size_t output, const TextColumn& column) {
  if (column.cells.size() != table.answers.size()) return "column " + column.name + " has another length";
  for (std::size_t row = 0; row < table.answers.size(); ++row) {
    const auto& got = column.cells[row];
    const auto& wanted = table.answers[row].cells;
    const bool same = wanted.empty() ? !got.has_value() : got == wanted[output];
    if (same) continue;
    std::ostringstream wrong;
    wrong << "row " << row << ", " << column.name << ": " << got.value_or("null") << ", not "
          << (wanted.empty() ? "null" : wanted[output]);
    return wrong.str();
  }
  return std::nullopt;
}

std::optional<std::string> compare_cells(const RandomTable& table, const std::vector<std::string>& asked,
                                         const std::vector<TextColumn>& columns) {
  const auto& names = asked.empty() ? table.outputs : asked;
  if (columns.size() != names.size()) return "another number of columns";
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (columns[c].name != names[c]) return "column " + names[c] + " is not in its place";
    const auto output = std::find(table.outputs.begin(), table.outputs.end(), names[c]) - table.outputs.begin();
    if (auto wrong = compare_column(table, static_cast<std::size_t>(output), columns[c])) return wrong;
  }
  return std::nullopt;
}

// How often each outcome of the output at this place occurred.
std::array<std::int64_t, 4> counts_of(const RandomTable& table, std::size_t output, bool verdicts) {
  std::array<std::int64_t, 4> counts{};
  for (const RowAnswer& answer : table.answers) {
    for (std::size_t i = 0; i < 4 && !answer.cells.empty(); ++i) {
      const std::string_view name =
          verdicts ? to_string(static_cast<policy::Verdict>(i)) : to_string(static_cast<policy::Outcome>(i));
      if (answer.cells[output] == name) ++counts[i];
    }
  }
  return counts;
}

// The counts of the report are those of the answers, whatever columns were asked for.
std::optional<std::string> compare_counts(const RandomTable& table, const TableSummary& summary) {
  const auto refused = std::count_if(table.answers.begin(), table.answers.end(),
                                     [](const RowAnswer& answer) { return answer.cells.empty(); });
  if (summary.rows != static_cast<std::int64_t>(table.answers.size())) return "a wrong count of rows";
  if (summary.rows_with_errors != refused) return "a wrong count of rows with errors";
  if (summary.verdicts != counts_of(table, 0, true)) return "wrong counts of verdicts";
  for (std::size_t i = 0; i < summary.criteria.size(); ++i) {
    const bool same = summary.criteria[i].criterion == table.outputs[i + 1] &&
                      summary.criteria[i].outcomes == counts_of(table, i + 1, false);
    if (!same) return "wrong counts of " + summary.criteria[i].criterion;
  }
  if (!summary.finished) return "the report is not finished";
  return std::nullopt;
}

}  // namespace

RandomTable draw_table(Dice& dice, const Subject& subject, const TableSize& size, bool whole_decisions) {
  RandomTable table;
  table.options.strictness = dice.once_in(4) ? facts::Strictness::typed : facts::Strictness::as_written;
  table.options.max_errors = SIZE_MAX;
  table.outputs = {"verdict"};
  for (const CriterionReference& reference : subject.references) table.outputs.push_back(reference.id);
  if (whole_decisions) {
    table.outputs.insert(table.outputs.end(), {"missing", "missing_documents", "reading_sensitive"});
    table.options.columns = table.outputs;
  }
  const auto columns = draw_columns(dice, subject, size, table.options.strictness);
  ScalarMachine machine(subject, columns, whole_decisions);
  for (const std::size_t rows : size.batches) {
    Picks picks;
    table.stream.batches.push_back(draw_batch(dice, columns, size, rows, picks));
    for (std::size_t row = 0; row < rows; ++row) machine.answer(picks, row, table);
  }
  table.stream.schema = table.stream.batches.front();
  return table;
}

std::optional<std::string> run_table(const RandomTable& table, const policy::Query& query,
                                     const TableOptions& options) {
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(table.stream, live);
  ArrowArrayStream out{};
  const auto report = check_stream(query, &in, &out, options);
  if (!report) return render(report.diagnostics());
  const Outcome outcome = drain(out);
  if (outcome.error_number != 0) return outcome.error;
  if (*live != 0) return "not everything was released";
  const TableSummary summary = report->summary();
  if (auto wrong = compare_cells(table, options.columns, outcome.columns)) return wrong;
  if (auto wrong = compare_errors(table.errors, summary)) return wrong;
  return compare_counts(table, summary);
}

}  // namespace tepei::batch::test
