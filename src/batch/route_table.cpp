// Leaves routed by the table.
#include <utility>

#include "batch/answer_table.hpp"
#include "batch/question_facts.hpp"

namespace tepei::batch {
namespace {

enum Slot : std::size_t { days, first, last, kind, role };

Result<std::shared_ptr<const facts::FactSchema>> question_schema() {
  using facts::FactKind;
  return facts::FactSchema::build({part(FactKind::number, "days", "请假天数", {"天数"}),
                                   part(FactKind::date, "first", "开始日期", {"起始日期", "请假开始日期"}),
                                   part(FactKind::date, "last", "结束日期", {"终止日期", "请假结束日期"}),
                                   part(FactKind::text, "kind", "请假种类", {"请假类型", "假别"}),
                                   part(FactKind::text, "role", "角色", {"身份"}), name_part()});
}

std::vector<AnswerColumn> result_columns() {
  return {{"outcome", AnswerType::code, {"routed", "referred", "undetermined"}},
          {"tier", AnswerType::count, {}},
          {"rule", AnswerType::text, {}},
          {"acts", AnswerType::acts, {}},
          {"effects", AnswerType::texts, {}},
          {"cite", AnswerType::text, {}},
          {"missing_documents", AnswerType::texts, {}},
          {"reading_sensitive", AnswerType::flag, {}}};
}

Result<policy::LeaveQuestion> question_of(const facts::Facts& row, FactSet columns,
                                          const policy::LeaveQuestion& otherwise) {
  policy::LeaveQuestion question = otherwise;
  if (columns.contains(days)) question.days = given<Decimal>(row, days);
  if (columns.contains(first) || columns.contains(last)) {
    auto span = span_given<policy::LeaveSpan>(row, first, last);
    if (!span) return span.diagnostics();
    question.span = *span;
  }
  if (columns.contains(kind)) question.kind = text_given(row, kind);
  if (columns.contains(role)) question.role = text_given(row, role);
  return question;
}

std::vector<AnswerCell> cells_of(policy::LeaveRoute route) {
  AnswerCell tier;
  if (route.tier) tier = static_cast<std::int32_t>(*route.tier);
  AnswerCell rule;
  if (!route.rule.empty()) rule = std::move(route.rule);
  return {std::string(to_string(route.outcome)),
          std::move(tier),
          std::move(rule),
          std::move(route.acts),
          std::move(route.effects),
          std::move(route.cite),
          std::move(route.missing_documents),
          route.reading_sensitive};
}

}  // namespace

Result<TableReport> route_table(const policy::ApprovalLadder& ladder, const policy::LeaveQuestion& otherwise,
                                ArrowArrayStream* in, ArrowArrayStream* out, const AnswerTableOptions& options) {
  const auto ask = [ladder, otherwise](const facts::Facts& row, FactSet columns) -> Result<std::vector<AnswerCell>> {
    const auto question = question_of(row, columns, otherwise);
    if (!question) return question.diagnostics();
    auto route = ladder.route(*question);
    if (!route) return route.diagnostics();
    return cells_of(*std::move(route));
  };
  return answer_table(question_schema(), result_columns(), ask, in, out, options);
}

}  // namespace tepei::batch
