#include "batch/criterion_rows.hpp"

#include <limits>
#include <utility>

namespace tepei::batch {
namespace {

constexpr ReadingId none = std::numeric_limits<ReadingId>::max();

}  // namespace

CriterionRows::CriterionRows(policy::Tabulation tabulation, std::vector<TableUse> uses, facts::Facts nobody)
    : tabulation_(std::move(tabulation)), uses_(std::move(uses)), person_(std::move(nobody)) {
  readings_.assign(uses_.size(), none);
}

void CriterionRows::answer(std::vector<ColumnCodes>& columns, std::size_t count, CellJudge& judge,
                           std::uint8_t* answers) {
  readings_.assign(uses_.size(), none);  // readings may have been forgotten since the last block
  std::uint8_t last = unanswered;
  for (std::size_t row = 0; row < count; ++row) {
    bool refused = false;
    const bool changed = take(columns, row, judge, refused);
    if (refused) {
      last = bad_cell;
    } else if (changed || last == unanswered) {
      last = static_cast<std::uint8_t>(tabulation_.judge(person_.values()).possible.outcome());
    }
    answers[row] = last;
  }
}

policy::Judgement CriterionRows::judgement(std::vector<ColumnCodes>& columns, std::size_t row, CellJudge& judge) {
  bool refused = false;
  take(columns, row, judge, refused);
  policy::Judgement judgement = tabulation_.judge(person_.values());
  judgement.missing = judgement.missing - person_.undecided();
  return judgement;
}

// Takes the row's facts; false where they are those taken last.
bool CriterionRows::take(std::vector<ColumnCodes>& columns, std::size_t row, CellJudge& judge, bool& refused) {
  bool changed = false;
  for (std::size_t i = 0; i < uses_.size(); ++i) {
    ColumnCodes& column = columns[uses_[i].column];
    const ReadingId reading = column.reading_at(row, judge);
    const CellEntry& entry = column.entry(reading);
    refused = refused || entry.error != nullptr;
    if (reading == readings_[i]) continue;
    person_.put(uses_[i].slot, {entry.value, entry.undecided, {}, {}});
    readings_[i] = reading;
    changed = true;
  }
  return changed;
}

}  // namespace tepei::batch
