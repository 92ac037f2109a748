#include "batch/block_checker.hpp"

#include <algorithm>
#include <utility>

#include "tepei/explain/text.hpp"

namespace tepei::batch {
namespace {

constexpr auto undetermined = static_cast<std::uint8_t>(policy::Outcome::undetermined);
constexpr auto ineligible = static_cast<std::uint8_t>(policy::Verdict::ineligible);

std::vector<CriterionCount> zero_counts(const policy::Query& query) {
  std::vector<CriterionCount> counts;
  for (std::string& criterion : query.criteria()) counts.push_back({std::move(criterion), {}});
  return counts;
}

}  // namespace

BlockChecker::BlockChecker(std::shared_ptr<const TableSetting> setting)
    : setting_(std::move(setting)), judge_(setting_->query, setting_->options.strictness), person_(judge_.facts()) {
  for (std::size_t i = 0; i < setting_->bound.columns.size(); ++i) {
    const BoundColumn& column = setting_->bound.columns[i];
    columns_.emplace_back(column.name, column.shape, column.slot, setting_->intervals[i]);
    unused_.push_back(i);
  }
  for (const policy::Tabulation& tabulation : setting_->criteria.front()) {
    for (const TableUse& use : uses_of(tabulation)) {
      unused_.erase(std::remove(unused_.begin(), unused_.end(), use.column), unused_.end());
    }
    answers_.push_back(answers_of(tabulation));
  }
  for (std::size_t choice = 1; choice < setting_->criteria.size(); ++choice) {
    std::vector<Answers>& others = other_answers_.emplace_back();
    for (const policy::Tabulation& tabulation : setting_->criteria[choice]) others.push_back(answers_of(tabulation));
  }
}

std::vector<TableUse> BlockChecker::uses_of(const policy::Tabulation& tabulation) const {
  std::vector<TableUse> uses;
  for (const std::size_t slot : tabulation.slots()) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].slot() == slot) uses.push_back({slot, i});
    }
  }
  return uses;
}

BlockChecker::Answers BlockChecker::answers_of(const policy::Tabulation& tabulation) const {
  auto uses = uses_of(tabulation);
  if (tabulation.obstacle().empty()) {
    return {CriterionTable(tabulation, std::move(uses), judge_.facts()), {}, nullptr, {}};
  }
  return {CriterionRows(tabulation, std::move(uses), judge_.facts()), {}, nullptr, {}};
}

RunResult BlockChecker::run(const std::vector<ColumnView>& views, std::int64_t first, std::int64_t count,
                            const std::vector<std::uint8_t*>& codes) {
  result_ = RunResult();
  result_.counts.rows = count;
  result_.counts.criteria = zero_counts(*setting_->query);
  for (const OutputColumn& column : setting_->outputs) result_.cells.push_back(cells_for(column));
  for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].start(views[i], judge_);
  for (std::int64_t begin = first; begin < first + count; begin += block_rows) {
    const auto rows = static_cast<std::size_t>(std::min<std::int64_t>(block_rows, first + count - begin));
    if (!start_block(begin, rows)) break;
    place_answers(begin, rows, codes);
    answer_block(begin, rows);
    add_cells(rows);
  }
  return std::move(result_);
}

bool BlockChecker::start_block(std::int64_t first, std::size_t count) {
  for (ColumnCodes& column : columns_) {
    const auto started = column.start_block(first, count, *setting_->kernels, judge_);
    if (started) continue;
    result_.problems = started.diagnostics();
    return false;
  }
  return true;
}

// Lets each criterion write straight into its output column, or into memory of its own where there is none.
void BlockChecker::place_answers(std::int64_t first, std::size_t count, const std::vector<std::uint8_t*>& codes) {
  held_verdicts_.resize(block_rows);
  verdicts_ = held_verdicts_.data();
  for (Answers& one : answers_) {
    one.held.resize(block_rows);
    one.answers = one.held.data();
  }
  for (std::size_t i = 0; i < setting_->outputs.size(); ++i) {
    const OutputColumn& column = setting_->outputs[i];
    if (column.shown == Shown::verdict) verdicts_ = codes[i] + first;
    if (column.shown == Shown::criterion) answers_[column.criterion].answers = codes[i] + first;
  }
  for (std::vector<Answers>& choice : other_answers_) {
    for (Answers& one : choice) {
      one.held.resize(count);
      one.answers = one.held.data();
    }
  }
}

void BlockChecker::answer_block(std::int64_t first, std::size_t count) {
  for (Answers& one : answers_) answer(one, count);
  std::array<std::int64_t, 4> verdicts{};
  if (take_worst(count, verdicts)) {
    for (Answers& one : answers_) complete(one, count);
    if (take_worst(count, verdicts)) refuse_bad_rows(first, count);
  }
  for (std::size_t outcome = 0; outcome < 4; ++outcome) {
    result_.counts.verdicts[outcome] += verdicts[outcome];
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      result_.counts.criteria[i].outcomes[outcome] += answers_[i].counts[outcome];
    }
  }
  clear_bad_rows(first, count);
}

void BlockChecker::answer(Answers& one, std::size_t count) {
  if (auto* table = std::get_if<CriterionTable>(&one.criterion)) {
    if (table->answer(columns_, count, *setting_->kernels, one.answers)) return;
    auto uses = table->uses();
    CriterionRows rows(std::move(*table).take_tabulation(), std::move(uses), judge_.facts());
    one.criterion = std::move(rows);
  }
  std::get<CriterionRows>(one.criterion).answer(columns_, count, judge_, one.answers);
}

void BlockChecker::complete(Answers& one, std::size_t count) {
  if (auto* table = std::get_if<CriterionTable>(&one.criterion)) table->complete(columns_, count, one.answers);
}

// The rows' verdicts, with the counts of them and of each criterion's outcomes; whether any row is not answered yet, or
// has a bad cell.
bool BlockChecker::take_worst(std::size_t count, std::array<std::int64_t, 4>& verdicts) {
  const Kernels& kernels = *setting_->kernels;
  std::fill(verdicts_, verdicts_ + count, std::uint8_t{0});
  for (Answers& one : answers_) {
    one.counts = {};
    kernels.take_worse_and_count(one.answers, count, verdicts_, one.counts);
  }
  find_unused_errors(count);
  verdicts = {};
  return kernels.count_outcomes(verdicts_, count, verdicts);
}

// A bad cell refuses its row also where no criterion reads it.
void BlockChecker::find_unused_errors(std::size_t count) {
  for (const std::size_t place : unused_) {
    const ColumnCodes& column = columns_[place];
    if (!column.has_errors()) continue;
    if (column.has_codes()) {
      CodeTable table;
      table.size = column.code_count();
      for (std::size_t code = 0; code < table.size; ++code) {
        table.entries[code] = column.entry(column.reading_of(static_cast<Code>(code))).error ? bad_cell : 0;
      }
      unused_answers_.resize(count);
      setting_->kernels->look_up(column.codes(), count, table, unused_answers_.data());
      setting_->kernels->take_worse(unused_answers_.data(), count, verdicts_);
    } else {
      for (std::size_t row = 0; row < count; ++row) {
        if (column.entry(column.readings()[row]).error) verdicts_[row] = bad_cell;
      }
    }
  }
}

void BlockChecker::refuse_bad_rows(std::int64_t first, std::size_t count) {
  for (std::size_t row = 0; row < count; ++row) {
    if (verdicts_[row] != bad_cell) continue;
    result_.bad_rows.push_back(first + static_cast<std::int64_t>(row));
    ++result_.counts.rows_with_errors;
    list_errors(first + static_cast<std::int64_t>(row), row);
    // Not counted with the others.
    for (Answers& one : answers_) {
      const std::uint8_t answer = one.answers[row];
      if (answer < one.counts.size()) --one.counts[answer];
    }
  }
}

void BlockChecker::list_errors(std::int64_t batch_row, std::size_t row) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!columns_[i].has_errors()) continue;
    const CellEntry& entry = columns_[i].entry(columns_[i].reading_at(row, judge_));
    if (!entry.error) continue;
    ++result_.counts.errors;
    if (result_.counts.listed_errors.size() >= setting_->options.max_errors) continue;
    result_.counts.listed_errors.push_back(
        {batch_row, setting_->bound.columns[i].name, judge_.schema().at(columns_[i].slot()).id, *entry.error});
  }
}

// A null cell's code is 0, which every dictionary has.
void BlockChecker::clear_bad_rows(std::int64_t first, std::size_t count) {
  const auto begin = std::lower_bound(result_.bad_rows.begin(), result_.bad_rows.end(), first);
  refused_.assign(begin == result_.bad_rows.end() ? 0 : count, false);
  for (auto bad = begin; bad != result_.bad_rows.end(); ++bad) {
    const auto row = static_cast<std::size_t>(*bad - first);
    refused_[row] = true;
    verdicts_[row] = 0;
    for (const Answers& one : answers_) one.answers[row] = 0;
  }
}

bool BlockChecker::is_refused(std::size_t row) const {
  return !refused_.empty() && refused_[row];
}

void BlockChecker::add_cells(std::size_t count) {
  for (std::size_t i = 0; i < setting_->outputs.size(); ++i) {
    const Shown shown = setting_->outputs[i].shown;
    if (auto* flags = std::get_if<FlagCells>(&result_.cells[i])) {
      find_sensitive(count);
      for (std::size_t row = 0; row < count; ++row) flags->add(sensitive_[row] != 0);
    }
    auto* lists = std::get_if<ListCells>(&result_.cells[i]);
    if (lists == nullptr) continue;
    for (std::size_t row = 0; row < count; ++row) {
      if (!is_refused(row)) {
        if (shown == Shown::missing) add_missing(row, *lists);
        if (shown == Shown::missing_documents) add_documents(row, *lists);
        if (shown == Shown::reasons) add_reasons(row, *lists);
        if (shown == Shown::notes) add_notes(row, *lists);
      }
      lists->end_list();
    }
  }
}

void BlockChecker::add_missing(std::size_t row, ListCells& cells) {
  if (verdicts_[row] != undetermined) return;
  FactSet missing;
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    if (answers_[i].answers[row] == undetermined) missing |= judgement(i, row).missing;
  }
  const facts::FactSchema& schema = judge_.schema();
  for (std::size_t slot = 0; slot < schema.size(); ++slot) {
    if (missing.contains(slot)) cells.add(schema.at(slot).id);
  }
}

void BlockChecker::add_documents(std::size_t row, ListCells& cells) {
  if (verdicts_[row] == ineligible) return;
  std::vector<std::string_view> added;
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    const auto& documents = setting_->documents[i];
    if (documents.empty() || answers_[i].answers[row] != undetermined) continue;
    if (!judgement(i, row).possible.contains(policy::Outcome::undetermined)) continue;
    for (const std::string& title : documents) {
      if (std::find(added.begin(), added.end(), title) != added.end()) continue;
      added.push_back(title);
      cells.add(title);
    }
  }
}

policy::Judgement BlockChecker::judgement(std::size_t criterion, std::size_t row) {
  auto& held = answers_[criterion].criterion;
  if (auto* table = std::get_if<CriterionTable>(&held)) return table->judgement(columns_, row);
  return std::get<CriterionRows>(held).judgement(columns_, row, judge_);
}

void BlockChecker::add_notes(std::size_t row, ListCells& cells) {
  const bool english = setting_->options.language == explain::Language::english;
  for (ColumnCodes& column : columns_) {
    const auto& noted = column.entry(column.reading_at(row, judge_)).noted;
    if (noted == nullptr) continue;
    const std::string& text = english ? noted->note_en : noted->note;
    if (!text.empty()) cells.add(text);
  }
}

void BlockChecker::add_reasons(std::size_t row, ListCells& cells) {
  for (ColumnCodes& column : columns_) {
    person_.put(column.slot(), column.entry(column.reading_at(row, judge_)).reading());
  }
  const auto decision = setting_->query->decide(person_);
  if (!decision) return;  // no row without a bad cell is refused
  const explain::Basis basis(policy::definition_of(*setting_->query));
  for (const std::string& reason : explain::reasons(*decision, basis, setting_->options.language)) cells.add(reason);
}

// A verdict is sensitive where it would differ had one reading alone taken another option.
void BlockChecker::find_sensitive(std::size_t count) {
  const Kernels& kernels = *setting_->kernels;
  sensitive_.assign(count, 0);
  for (std::size_t choice = 0; choice < other_answers_.size(); ++choice) {
    const auto& changed = setting_->choices[choice + 1].changed;
    other_verdicts_.assign(count, 0);
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      const auto place = std::find(changed.begin(), changed.end(), i);
      if (place == changed.end()) {
        kernels.take_worse(answers_[i].answers, count, other_verdicts_.data());
        continue;
      }
      Answers& other = other_answers_[choice][static_cast<std::size_t>(place - changed.begin())];
      answer(other, count);
      complete(other, count);
      kernels.take_worse(other.answers, count, other_verdicts_.data());
    }
    for (std::size_t row = 0; row < count; ++row) {
      if (other_verdicts_[row] != verdicts_[row] && !is_refused(row)) sensitive_[row] = 1;
    }
  }
}

}  // namespace tepei::batch
