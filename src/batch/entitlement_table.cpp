// Trainees funded by the table.
#include <algorithm>
#include <utility>

#include "batch/answer_table.hpp"
#include "batch/question_facts.hpp"

namespace tepei::batch {
namespace {

enum Slot : std::size_t { track, months, first, last, grade };

Result<std::shared_ptr<const facts::FactSchema>> question_schema() {
  using facts::FactKind;
  return facts::FactSchema::build(
      {part(FactKind::text, "track", "项目类别", {"项目"}), part(FactKind::number, "months", "培养月数", {"月数"}),
       part(FactKind::date, "first", "开始日期", {"培养开始日期"}),
       part(FactKind::date, "last", "结束日期", {"培养结束日期"}),
       part(FactKind::text, "grade", "结业考核等次", {"考核等次", "考核结果"}), name_part()});
}

// Every item that some track has, in the order of the definition.
std::vector<std::string> items_of(const policy::FundingDefinition& definition) {
  std::vector<std::string> items;
  items.reserve(definition.items.size());
  for (const policy::Term& item : definition.items) items.push_back(item.id);
  return items;
}

std::vector<AnswerColumn> result_columns(const std::vector<std::string>& items) {
  std::vector<AnswerColumn> columns;
  columns.reserve(items.size() + 4);
  for (const std::string& item : items) columns.push_back({item, AnswerType::money, {}});
  columns.push_back({"total", AnswerType::money, {}});
  columns.push_back({"whole_term", AnswerType::flag, {}});
  columns.push_back({"flags", AnswerType::texts, {}});
  columns.push_back({"reading_sensitive", AnswerType::flag, {}});
  return columns;
}

Result<policy::FundingQuestion> question_of(const facts::Facts& row, FactSet columns,
                                            const policy::FundingQuestion& otherwise) {
  policy::FundingQuestion question = otherwise;
  if (columns.contains(track)) question.track = text_given(row, track);
  if (columns.contains(months)) question.months = given<Decimal>(row, months);
  if (columns.contains(first) || columns.contains(last)) {
    auto period = span_given<policy::TrainingPeriod>(row, first, last);
    if (!period) return period.diagnostics();
    question.period = *period;
  }
  if (columns.contains(grade)) {
    question.grade.reset();
    if (row.at(grade).is_known()) question.grade = text_given(row, grade);
  }
  return question;
}

AnswerCell money(const std::optional<Decimal>& yuan) {
  return yuan ? AnswerCell(*yuan) : AnswerCell();
}

std::vector<AnswerCell> cells_of(const policy::Entitlement& entitlement, const policy::FundingQuestion& question,
                                 const std::vector<std::string>& items) {
  std::vector<AnswerCell> cells(items.size());
  std::vector<std::string> flags;
  for (const policy::FundingLine& line : entitlement.items) {
    const auto place = static_cast<std::size_t>(std::find(items.begin(), items.end(), line.item) - items.begin());
    if (place < items.size()) cells[place] = money(line.amount);
    for (const std::string& flag : line.flags) flags.push_back(line.item + ": " + flag);
  }
  cells.push_back(money(entitlement.total));
  cells.emplace_back(!question.months && !question.period);
  cells.emplace_back(std::move(flags));
  cells.emplace_back(entitlement.reading_sensitive);
  return cells;
}

}  // namespace

Result<TableReport> entitlement_table(const policy::FundingSchedule& schedule, const policy::FundingQuestion& otherwise,
                                      ArrowArrayStream* in, ArrowArrayStream* out, const AnswerTableOptions& options) {
  const std::vector<std::string> items = items_of(schedule.definition());
  const auto ask = [=](const facts::Facts& row, FactSet columns) -> Result<std::vector<AnswerCell>> {
    const auto question = question_of(row, columns, otherwise);
    if (!question) return question.diagnostics();
    const auto entitlement = schedule.entitlement(*question);
    if (!entitlement) return entitlement.diagnostics();
    return cells_of(*entitlement, *question, items);
  };
  return answer_table(question_schema(), result_columns(items), ask, in, out, options);
}

}  // namespace tepei::batch
