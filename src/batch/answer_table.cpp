#include "batch/answer_table.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "batch/answered_stream.hpp"
#include "batch/report_state.hpp"

namespace tepei::batch {
namespace {

constexpr std::size_t block_rows = 16'384;
// Answers held; more are forgotten all together.
constexpr std::size_t max_answers = 65'536;

// The slot a path is about: `days`, `scores/group`, `violations/0`.
std::optional<std::size_t> slot_of(const facts::FactSchema& questions, std::string_view path) {
  const std::size_t slash = path.find('/');
  const std::string_view tail = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (const auto slot = questions.find(tail)) return slot;
  return questions.find(path.substr(0, slash));
}

}  // namespace

Result<AnswerTable> AnswerTable::build(AnswerPlan plan, const ArrowSchema& table, const AnswerTableOptions& options) {
  auto bound = bind_columns(table, *plan.questions, options.extra_columns);
  auto chosen = choose_answers(options.columns, plan.columns);
  Diagnostics problems = bound.diagnostics();
  append(problems, chosen.diagnostics());
  if (!problems.empty()) return problems;

  auto setting = std::make_shared<Setting>();
  setting->plan = std::move(plan);
  setting->bound = *std::move(bound);
  setting->chosen = *std::move(chosen);
  for (const std::size_t place : setting->chosen) setting->columns.push_back(setting->plan.columns[place]);
  setting->options = options;
  for (const BoundColumn& column : setting->bound.columns) setting->given.insert(column.slot);
  return AnswerTable(std::move(setting));
}

AnswerTable::AnswerTable(std::shared_ptr<const Setting> setting)
    : setting_(std::move(setting)),
      judge_(setting_->plan.questions, setting_->options.strictness),
      row_(setting_->plan.questions) {
  for (const BoundColumn& column : setting_->bound.columns) readers_.emplace_back(column.shape, column.slot);
  ids_.resize(readers_.size());
  report_.state_->summary.ignored_columns = setting_->bound.ignored;
}

Result<Owned<ArrowArray>> AnswerTable::check(const ArrowArray& batch) {
  const auto views = view_columns(setting_->bound, batch);
  if (!views) return views.diagnostics();
  for (std::size_t i = 0; i < views->size(); ++i) readers_[i].start((*views)[i]);
  counts_ = {};
  cells_.clear();
  for (const AnswerColumn& column : setting_->columns) cells_.emplace_back(column);
  for (std::int64_t first = 0; first < batch.length; first += static_cast<std::int64_t>(block_rows)) {
    const auto count = std::min(block_rows, static_cast<std::size_t>(batch.length - first));
    if (auto answered = answer_block(*views, first, count); !answered) return answered.diagnostics();
  }
  ArrayParts table;
  table.length = batch.length;
  table.buffers.resize(1);
  for (AnswerCells& cells : cells_) {
    auto column = std::move(cells).finish();
    if (!column) return column.diagnostics();
    table.children.push_back(*std::move(column));
  }
  add_to_report();
  return export_array(std::move(table));
}

Result<void> AnswerTable::answer_block(const std::vector<ColumnView>& views, std::int64_t first, std::size_t count) {
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    if (readers_[i].forget_if_full()) answers_.clear();
    if (readers_[i].shape().index) {
      auto sound = check_dictionary_indexes(readers_[i].shape(), views[i], first, static_cast<std::int64_t>(count),
                                            setting_->bound.columns[i].name);
      if (!sound) return sound;
    }
    ids_[i].resize(count);
    readers_[i].encode(first, count, judge_, ids_[i].data());
  }
  if (answers_.size() > max_answers) answers_.clear();
  for (std::size_t place = 0; place < count; ++place) answer_row(first + static_cast<std::int64_t>(place), place);
  return {};
}

void AnswerTable::answer_row(std::int64_t row, std::size_t place) {
  ++counts_.rows;
  if (!list_bad_cells(row, place)) {
    const Answer& answer = answer_of(place);
    if (answer.problems.empty()) {
      for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i].add(answer.cells[i]);
      return;
    }
    list(row, answer.problems);
  }
  ++counts_.rows_with_errors;
  for (AnswerCells& cells : cells_) cells.add({});
}

bool AnswerTable::list_bad_cells(std::int64_t row, std::size_t place) {
  bool bad = false;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    const CellEntry& entry = readers_[i].entry(ids_[i][place]);
    if (!entry.error) continue;
    list(row, readers_[i].slot(), *entry.error);
    bad = true;
  }
  return bad;
}

const AnswerTable::Answer& AnswerTable::answer_of(std::size_t place) {
  key_.clear();
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    // What is only carried, a name, changes no answer.
    const bool carried = setting_->plan.questions->at(readers_[i].slot()).carried_only;
    key_.push_back(carried ? ColumnReader::unknown : ids_[i][place]);
  }
  const auto [found, is_new] = answers_.try_emplace(key_);
  if (!is_new) return found->second;
  row_.clear();
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    row_.put(readers_[i].slot(), readers_[i].entry(ids_[i][place]).reading());
  }
  auto cells = setting_->plan.ask(row_, setting_->given);
  if (!cells) {
    found->second.problems = cells.diagnostics();
  } else {
    for (const std::size_t chosen : setting_->chosen) found->second.cells.push_back(std::move((*cells)[chosen]));
  }
  return found->second;
}

void AnswerTable::list(std::int64_t row, std::size_t slot, const Diagnostic& problem) {
  ++counts_.errors;
  if (counts_.listed_errors.size() >= setting_->options.max_errors) return;
  CellError error{row, {}, setting_->plan.questions->at(slot).id, problem};
  for (const BoundColumn& column : setting_->bound.columns) {
    if (column.slot == slot) error.column = column.name;
  }
  counts_.listed_errors.push_back(std::move(error));
}

void AnswerTable::list(std::int64_t row, const Diagnostics& problems) {
  for (const Diagnostic& problem : problems) {
    if (const auto slot = slot_of(*setting_->plan.questions, problem.path)) {
      list(row, *slot, problem);
      continue;
    }
    ++counts_.errors;
    if (counts_.listed_errors.size() < setting_->options.max_errors) {
      counts_.listed_errors.push_back({row, {}, {}, problem});
    }
  }
}

void AnswerTable::add_to_report() {
  const std::lock_guard<std::mutex> lock(report_.state_->mutex);
  TableSummary& sum = report_.state_->summary;
  add_rows(sum, std::move(counts_), sum.rows, setting_->options.max_errors);
}

void AnswerTable::finish() {
  const std::lock_guard<std::mutex> lock(report_.state_->mutex);
  report_.state_->summary.finished = true;
}

Result<TableReport> answer_table(Result<std::shared_ptr<const facts::FactSchema>> questions,
                                 std::vector<AnswerColumn> columns, AskRow ask, ArrowArrayStream* in,
                                 ArrowArrayStream* out, const AnswerTableOptions& options) {
  return answer_stream(in, out, [&](const ArrowSchema& table) -> Result<AnswerTable> {
    if (!questions) return questions.diagnostics();
    return AnswerTable::build({*std::move(questions), std::move(columns), std::move(ask)}, table, options);
  });
}

}  // namespace tepei::batch
