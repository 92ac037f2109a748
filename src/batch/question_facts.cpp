#include "batch/question_facts.hpp"

#include <algorithm>

namespace tepei::batch {

std::string text_given(const facts::Facts& row, std::size_t slot) {
  const std::string* text = row.at(slot).text();
  return text == nullptr ? std::string() : *text;
}

Result<std::optional<Date>> day_given(const facts::Facts& row, std::size_t slot) {
  // A month alone is read as its first day with a note; that is good for a birth date, not for the days of a leave.
  const auto& notes = row.notes();
  const bool noted =
      std::any_of(notes.begin(), notes.end(), [slot](const facts::FactNote& note) { return note.slot == slot; });
  if (noted) {
    const std::string& id = row.schema()->at(slot).id;
    Diagnostic problem{"batch.row.only_a_month", "`" + id + "` names a month, not a day", "give the day: 2025-03-21"};
    problem.path = id;
    return problem;
  }
  return given<Date>(row, slot);
}

}  // namespace tepei::batch
