#include "batch/table_checker.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <mutex>
#include <utility>

#include "batch/report_state.hpp"

namespace tepei::batch {
namespace {

// No reading of any column: what a column's current reading is before its first row.
constexpr ReadingId none = std::numeric_limits<ReadingId>::max();

template <std::size_t Size>
void add_counts(std::array<std::int64_t, Size>& sum, const std::array<std::int64_t, Size>& more) {
  for (std::size_t i = 0; i < Size; ++i) sum[i] += more[i];
}

std::vector<CriterionCount> zero_counts(const std::vector<std::string>& criteria) {
  std::vector<CriterionCount> counts;
  counts.reserve(criteria.size());
  for (const std::string& criterion : criteria) counts.push_back({criterion, {}});
  return counts;
}

void append(Diagnostics& all, const Diagnostics& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

Result<TableChecker> TableChecker::build(const policy::Query& query, const ArrowSchema& table,
                                         const TableOptions& options) {
  auto bound = bind_columns(table, query.facts(), options.extra_columns);
  auto outputs = choose_columns(options.columns, query.criteria());
  Diagnostics problems = bound.diagnostics();
  append(problems, outputs.diagnostics());
  if (!problems.empty()) return problems;
  return TableChecker(std::make_shared<const policy::Query>(query), *std::move(bound), *std::move(outputs), options);
}

TableChecker::TableChecker(std::shared_ptr<const policy::Query> query, BoundColumns bound,
                           std::vector<OutputColumn> outputs, const TableOptions& options)
    : query_(std::move(query)),
      bound_(std::move(bound)),
      outputs_(std::move(outputs)),
      max_errors_(options.max_errors),
      judge_(query_, options.strictness),
      ids_(bound_.columns.size() * stride),
      current_(bound_.columns.size(), none),
      facts_(judge_.facts()),
      outcomes_(query_->criteria().size()) {
  for (const BoundColumn& column : bound_.columns) readers_.emplace_back(column.shape, column.slot);
  for (const OutputColumn& column : outputs_) needs_decision_ = needs_decision_ || column.needs_decision();
  batch_.criteria = zero_counts(query_->criteria());
  report_.state_->summary.criteria = batch_.criteria;
  report_.state_->summary.ignored_columns = bound_.ignored;
}

Result<Owned<ArrowArray>> TableChecker::check(const ArrowArray& batch) {
  if (auto started = start(batch); !started) return started.diagnostics();
  for (std::int64_t first = 0; first < batch.length; first += block_rows) {
    const auto count = static_cast<std::size_t>(std::min<std::int64_t>(block_rows, batch.length - first));
    read_block(first, count);
    answer_block(first, count);
  }
  ArrayParts table;
  table.length = batch.length;
  table.buffers.resize(1);
  for (OutputBuilder& builder : builders_) {
    auto column = builder.finish();
    if (!column) return column.diagnostics();
    table.children.push_back(*std::move(column));
  }
  Owned<ArrowArray> result = export_array(std::move(table));
  add_to_report();
  return result;
}

Result<void> TableChecker::start(const ArrowArray& batch) {
  if (auto sound = check_batch_array(batch, bound_.n_columns); !sound) return sound;
  Diagnostics problems;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    const BoundColumn& column = bound_.columns[i];
    const auto view = view_column(column.shape, *batch.children[column.place], batch.offset, batch.length, column.name);
    append(problems, view.diagnostics());
    if (view) readers_[i].start(*view);
  }
  builders_.clear();
  for (const OutputColumn& column : outputs_) builders_.emplace_back(column, static_cast<std::size_t>(batch.length));
  batch_ = TableSummary();
  batch_.criteria = zero_counts(query_->criteria());
  batch_.rows = batch.length;
  return problems;
}

void TableChecker::read_block(std::int64_t first, std::size_t count) {
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    const bool forgot = readers_[i].encode(first, count, judge_, ids_.data() + i * stride);
    if (forgot) current_[i] = none;
  }
}

void TableChecker::answer_block(std::int64_t first, std::size_t count) {
  for (std::size_t row = 0; row < count; ++row) {
    const std::int64_t table_row = rows_before_ + first + static_cast<std::int64_t>(row);
    if (has_error(row)) {
      list_errors(table_row, row);
      refuse_row();
      continue;
    }
    const bool changed = take_facts(row);
    answered_ = (answered_ && !changed) || decide(table_row);
    if (!answered_) {
      refuse_row();
      continue;
    }
    count_answer();
    const RowAnswer answer{verdict_, outcomes_.data(), &decision_};
    for (OutputBuilder& builder : builders_) builder.append(answer);
  }
}

bool TableChecker::has_error(std::size_t row) const {
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    if (readers_[i].has_errors() && readers_[i].entry(ids_[i * stride + row]).error) return true;
  }
  return false;
}

void TableChecker::list_errors(std::int64_t table_row, std::size_t row) {
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    const CellEntry& entry = readers_[i].entry(ids_[i * stride + row]);
    if (!entry.error) continue;
    list_error(table_row, bound_.columns[i].name, query_->facts().at(readers_[i].slot()).id, *entry.error);
  }
}

void TableChecker::list_error(std::int64_t table_row, std::string column, std::string fact,
                              const Diagnostic& diagnostic) {
  ++batch_.errors;
  if (listed_before_ + batch_.listed_errors.size() >= max_errors_) return;
  batch_.listed_errors.push_back({table_row, std::move(column), std::move(fact), diagnostic});
}

void TableChecker::refuse_row() {
  ++batch_.rows_with_errors;
  for (OutputBuilder& builder : builders_) builder.append_null();
}

bool TableChecker::take_facts(std::size_t row) {
  bool changed = false;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    const ReadingId id = ids_[i * stride + row];
    if (id == current_[i]) continue;
    const CellEntry& entry = readers_[i].entry(id);
    facts_.put(readers_[i].slot(), {entry.value, entry.undecided, {}, {}});
    current_[i] = id;
    changed = true;
  }
  return changed;
}

bool TableChecker::decide(std::int64_t table_row) {
  if (!needs_decision_) {
    verdict_ = query_->outcomes(facts_, scratch_, outcomes_.data());
    return true;
  }
  auto decision = query_->decide(facts_);
  if (!decision) {
    for (const Diagnostic& diagnostic : decision.diagnostics()) list_error(table_row, "", diagnostic.path, diagnostic);
    return false;
  }
  decision_ = *std::move(decision);
  verdict_ = decision_.verdict;
  for (std::size_t i = 0; i < outcomes_.size(); ++i) outcomes_[i] = decision_.findings[i].outcome;
  return true;
}

void TableChecker::count_answer() {
  ++batch_.verdicts[static_cast<std::size_t>(verdict_)];
  for (std::size_t i = 0; i < outcomes_.size(); ++i) {
    ++batch_.criteria[i].outcomes[static_cast<std::size_t>(outcomes_[i])];
  }
}

void TableChecker::add_to_report() {
  rows_before_ += batch_.rows;
  listed_before_ += batch_.listed_errors.size();
  const std::lock_guard<std::mutex> lock(report_.state_->mutex);
  TableSummary& sum = report_.state_->summary;
  sum.rows += batch_.rows;
  sum.rows_with_errors += batch_.rows_with_errors;
  sum.errors += batch_.errors;
  add_counts(sum.verdicts, batch_.verdicts);
  for (std::size_t i = 0; i < sum.criteria.size(); ++i)
    add_counts(sum.criteria[i].outcomes, batch_.criteria[i].outcomes);
  std::move(batch_.listed_errors.begin(), batch_.listed_errors.end(), std::back_inserter(sum.listed_errors));
}

void TableChecker::finish() {
  const std::lock_guard<std::mutex> lock(report_.state_->mutex);
  report_.state_->summary.finished = true;
}

}  // namespace tepei::batch
