#include "batch/criterion_table.hpp"

#include <algorithm>

namespace tepei::batch {
namespace {

constexpr std::size_t max_classes = 250;
constexpr std::uint32_t max_entries = std::uint32_t{1} << 20;
constexpr std::uint8_t no_class = 255;

}  // namespace

CriterionTable::CriterionTable(policy::Tabulation tabulation, std::vector<TableUse> uses, facts::Facts nobody)
    : tabulation_(std::move(tabulation)),
      nobody_(std::move(nobody)),
      facts_(nobody_.values(), nobody_.values() + nobody_.schema()->size()),
      plain_uses_(std::move(uses)),
      entries_(1, unanswered) {
  for (const TableUse& use : plain_uses_) {
    uses_.emplace_back();
    uses_.back().use = use;
  }
  byte_entries_.entries.fill(unanswered);
  byte_entries_.size = 1;
}

bool CriterionTable::answer(const std::vector<ColumnCodes>& columns, std::size_t count, const Kernels& kernels,
                            std::uint8_t* answers) {
  if (!refresh(columns)) return false;
  if (entries_.size() <= 256) {
    answer_bytes(columns, count, kernels, answers);
  } else {
    answer_wide(columns, count, answers);
  }
  return true;
}

// Takes in what is new in the columns; false where there are too many classes or entries.
bool CriterionTable::refresh(const std::vector<ColumnCodes>& columns) {
  bool grown = false;
  bool changed = false;
  for (Use& use : uses_) {
    const ColumnCodes& column = columns[use.use.column];
    const std::size_t classes = use.classes.size();
    if (use.forgettings != column.forgettings()) use.of_reading.clear();
    const bool stale = use.forgettings != column.forgettings() || use.recodings != column.recodings() ||
                       use.of_reading.size() != column.reading_count() || use.classes.empty();
    if (!stale) continue;
    if (!classify(use, column)) return false;
    use.forgettings = column.forgettings();
    use.recodings = column.recodings();
    changed = true;
    grown = grown || use.classes.size() != classes;
  }
  if (grown) return lay_out(columns);
  if (!changed) return true;
  for (Use& use : uses_) add_steps(use, columns[use.use.column]);
  composed_is_current_ = false;
  return true;
}

bool CriterionTable::classify(Use& use, const ColumnCodes& column) {
  const std::size_t known = use.of_reading.size();
  use.of_reading.resize(column.reading_count(), no_class);
  if (!column.has_codes()) {
    for (std::size_t id = known; id < use.of_reading.size(); ++id) {
      if (!class_of(use, column, static_cast<ReadingId>(id), use.of_reading[id])) return false;
    }
    return true;
  }
  for (std::size_t code = 0; code < column.code_count(); ++code) {
    const ReadingId reading = column.reading_of(static_cast<Code>(code));
    if (use.of_reading[reading] != no_class) continue;
    if (!class_of(use, column, reading, use.of_reading[reading])) return false;
  }
  return true;
}

bool CriterionTable::class_of(Use& use, const ColumnCodes& column, ReadingId reading, ClassId& id) {
  Value value;
  const ClassKey key = key_of(use.use.slot, column.entry(reading), value);
  const auto [place, is_new] = use.ids.emplace(key, static_cast<ClassId>(use.classes.size()));
  id = place->second;
  if (!is_new) return true;
  use.classes.push_back({key.first, std::move(value)});
  return use.classes.size() <= max_classes;
}

CriterionTable::ClassKey CriterionTable::key_of(std::size_t slot, const CellEntry& entry, Value& value) {
  if (entry.error) return {Kind::bad, {}};
  nobody_.put(slot, {entry.value, entry.undecided, {}, {}});
  value = nobody_.at(slot);
  nobody_.put(slot, {});
  if (entry.undecided) return {Kind::undecided, {}};
  if (value.is_unknown()) return {Kind::unknown, {}};
  return {Kind::known, tabulation_.mark(slot, value)};
}

// Gives every combination of classes a place. All entries are forgotten: their places are new.
bool CriterionTable::lay_out(const std::vector<ColumnCodes>& columns) {
  std::uint64_t total = 1;
  for (Use& use : uses_) {
    use.stride = static_cast<std::uint32_t>(total);
    total *= use.classes.size();
    if (total > max_entries) return false;
  }
  entries_.assign(total, unanswered);
  byte_entries_.entries.fill(unanswered);
  byte_entries_.size = std::min<std::size_t>(total, 256);
  open_.clear();
  for (Use& use : uses_) add_steps(use, columns[use.use.column]);
  composed_is_current_ = false;
  return true;
}

void CriterionTable::add_steps(Use& use, const ColumnCodes& column) {
  const auto step = [&](ReadingId reading) { return use.stride * std::uint32_t{use.of_reading[reading]}; };
  if (!column.has_codes()) {
    use.reading_adds.resize(use.of_reading.size());
    for (std::size_t id = 0; id < use.of_reading.size(); ++id) {
      // A reading that only codes of an earlier batch stood for may have no class; then no row has it.
      use.reading_adds[id] = use.of_reading[id] == no_class ? 0 : step(static_cast<ReadingId>(id));
    }
    return;
  }
  use.code_adds.fill(0);
  for (std::size_t code = 0; code < column.code_count(); ++code) {
    use.code_adds[code] = step(column.reading_of(static_cast<Code>(code)));
  }
  for (std::size_t code = 0; code < 256; ++code) {
    use.code_steps.entries[code] = static_cast<std::uint8_t>(use.code_adds[code]);
  }
  use.code_steps.size = column.code_count();
}

void CriterionTable::compose(const ColumnCodes& column) {
  if (composed_is_current_) return;
  const Use& use = uses_.front();
  composed_.entries.fill(unanswered);
  for (std::size_t code = 0; code < column.code_count(); ++code) {
    composed_.entries[code] = entries_[use.code_adds[code]];
  }
  composed_.size = column.code_count();
  composed_is_current_ = true;
}

void CriterionTable::answer_bytes(const std::vector<ColumnCodes>& columns, std::size_t count, const Kernels& kernels,
                                  std::uint8_t* answers) {
  if (uses_.size() == 1 && columns[uses_.front().use.column].has_codes()) {
    const ColumnCodes& column = columns[uses_.front().use.column];
    compose(column);
    kernels.look_up(column.codes(), count, composed_, answers);
    return;
  }
  bool first = true;
  for (const Use& use : uses_) {
    const ColumnCodes& column = columns[use.use.column];
    if (column.has_codes()) {
      (first ? kernels.look_up : kernels.look_up_and_add)(column.codes(), count, use.code_steps, answers);
    } else {
      const ReadingId* readings = column.readings();
      const std::uint32_t* adds = use.reading_adds.data();
      for (std::size_t row = 0; row < count; ++row) {
        const auto step = static_cast<std::uint8_t>(adds[readings[row]]);
        answers[row] = first ? step : static_cast<std::uint8_t>(answers[row] + step);
      }
    }
    first = false;
  }
  if (first) std::fill(answers, answers + count, std::uint8_t{0});
  kernels.look_up(answers, count, byte_entries_, answers);
}

void CriterionTable::answer_wide(const std::vector<ColumnCodes>& columns, std::size_t count, std::uint8_t* answers) {
  places_.assign(count, 0);
  for (const Use& use : uses_) {
    const ColumnCodes& column = columns[use.use.column];
    if (column.has_codes()) {
      const Code* codes = column.codes();
      for (std::size_t row = 0; row < count; ++row) places_[row] += use.code_adds[codes[row]];
    } else {
      const ReadingId* readings = column.readings();
      for (std::size_t row = 0; row < count; ++row) places_[row] += use.reading_adds[readings[row]];
    }
  }
  for (std::size_t row = 0; row < count; ++row) answers[row] = entries_[places_[row]];
}

std::uint32_t CriterionTable::place_at(const std::vector<ColumnCodes>& columns, std::size_t row) const {
  std::uint32_t place = 0;
  for (const Use& use : uses_) {
    const ColumnCodes& column = columns[use.use.column];
    place += column.has_codes() ? use.code_adds[column.codes()[row]] : use.reading_adds[column.readings()[row]];
  }
  return place;
}

void CriterionTable::complete(const std::vector<ColumnCodes>& columns, std::size_t count, std::uint8_t* answers) {
  for (std::size_t row = 0; row < count; ++row) {
    if (answers[row] != unanswered) continue;
    const std::uint32_t place = place_at(columns, row);
    if (entries_[place] == unanswered) fill(place);
    answers[row] = entries_[place];
  }
}

void CriterionTable::fill(std::uint32_t place) {
  FactSet undecided;
  bool refused = false;
  for (const Use& use : uses_) {
    const Class& one = use.classes[place / use.stride % use.classes.size()];
    facts_[use.use.slot] = one.value;
    if (one.kind == Kind::undecided) undecided.insert(use.use.slot);
    refused = refused || one.kind == Kind::bad;
  }
  if (refused) return set_entry(place, bad_cell);
  policy::Judgement judgement = tabulation_.judge(facts_.data());
  judgement.missing = judgement.missing - undecided;
  const policy::Outcome outcome = judgement.possible.outcome();
  if (outcome == policy::Outcome::undetermined) open_.emplace(place, judgement);
  set_entry(place, static_cast<std::uint8_t>(outcome));
}

void CriterionTable::set_entry(std::uint32_t place, std::uint8_t answer) {
  entries_[place] = answer;
  if (place < 256) byte_entries_.entries[place] = answer;
  composed_is_current_ = false;
}

policy::Judgement CriterionTable::judgement(const std::vector<ColumnCodes>& columns, std::size_t row) {
  const std::uint32_t place = place_at(columns, row);
  const auto found = open_.find(place);
  if (found != open_.end()) return found->second;
  return {policy::OutcomeSet(static_cast<policy::Outcome>(entries_[place])), {}};
}

}  // namespace tepei::batch
