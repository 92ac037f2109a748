// Trainees graded by the table.
#include <algorithm>
#include <utility>

#include "batch/answer_table.hpp"
#include "batch/question_facts.hpp"
#include "tepei/policy/party.hpp"

namespace tepei::batch {
namespace {

// The parts beside the scores, which come after them.
struct Slots {
  std::size_t scores = 0;  // their number: slots 0 to scores - 1
  std::size_t role() const { return scores; }
  std::size_t violations() const { return scores + 1; }
  std::size_t interrupted() const { return scores + 2; }
  std::size_t attested() const { return scores + 3; }
};

facts::FactDefinition score_part(const policy::ScoreDefinition& score) {
  // The range is left to the single call, so that a table's error is the one it gives.
  facts::FactDefinition fact = part(facts::FactKind::number, score.id, score.label.zh);
  const policy::Party* party = policy::find_party(score.party);
  if (party != nullptr && party->zh != score.label.zh) fact.headers.emplace_back(party->zh);
  return fact;
}

Result<std::shared_ptr<const facts::FactSchema>> question_schema(const policy::AssessmentDefinition& definition) {
  using facts::FactKind;
  std::vector<facts::FactDefinition> parts;
  parts.reserve(definition.scores.size());
  for (const policy::ScoreDefinition& score : definition.scores) parts.push_back(score_part(score));
  parts.push_back(part(FactKind::text, "role", "角色", {"身份"}));
  parts.push_back(part(FactKind::text, "violations", "违规情形", {"不合格情形"}));
  parts.push_back(part(FactKind::boolean, "interrupted", "培养中断", {"是否中断培养"}));
  parts.push_back(part(FactKind::text, "attested", "认定等次", {"考核结果"}));
  parts.push_back(name_part());
  return facts::FactSchema::build(std::move(parts));
}

std::vector<AnswerColumn> result_columns(const policy::AssessmentDefinition& definition) {
  AnswerColumn grade{"grade", AnswerType::code, {}};
  for (const policy::GradeDefinition& one : definition.grades) grade.members.push_back(one.id);
  grade.members.emplace_back("undetermined");
  return {std::move(grade),
          {"benefits", AnswerType::texts, {}},
          {"sanctions", AnswerType::texts, {}},
          {"certificates", AnswerType::texts, {}},
          {"missing", AnswerType::texts, {}},
          {"missing_documents", AnswerType::texts, {}},
          {"reasons", AnswerType::texts, {}},
          {"warnings", AnswerType::texts, {}},
          {"reading_sensitive", AnswerType::flag, {}}};
}

// The names in a cell.
std::vector<std::string> names_in(std::string text) {
  for (const std::string_view sign : {"；", "，", "、", ","}) {
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at)) {
      text.replace(at, sign.size(), ";");
    }
  }
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    std::string name = text.substr(begin, end - begin);
    if (name.find_first_not_of(" \t\r\n") != std::string::npos) names.push_back(std::move(name));
    begin = end + 1;
  }
  return names;
}

// A row as the single call is asked, but for whether training was interrupted where that is not known.
policy::GradeQuestion question_of(const facts::Facts& row, FactSet columns, const Slots& slots,
                                  const policy::GradeQuestion& otherwise) {
  policy::GradeQuestion question = otherwise;
  for (std::size_t slot = 0; slot < slots.scores; ++slot) {
    if (const auto score = given<Decimal>(row, slot)) question.scores.emplace_back(row.schema()->at(slot).id, score);
  }
  if (columns.contains(slots.role())) question.role = text_given(row, slots.role());
  if (columns.contains(slots.violations())) question.violations = names_in(text_given(row, slots.violations()));
  if (columns.contains(slots.interrupted())) {
    question.interrupted = given<bool>(row, slots.interrupted()).value_or(false);
  }
  if (columns.contains(slots.attested())) {
    question.attested.reset();
    if (row.at(slots.attested()).is_known()) question.attested = text_given(row, slots.attested());
  }
  return question;
}

// The answer where it is not known whether training was interrupted: what both possibilities say, else undetermined.
policy::GradeAnswer join(policy::GradeAnswer finished, const policy::GradeAnswer& interrupted) {
  if (finished.grade == interrupted.grade) return finished;
  policy::GradeAnswer open;
  open.heading = std::move(finished.heading);
  open.role = std::move(finished.role);
  open.grade = "undetermined";
  open.missing = std::move(finished.missing);
  open.missing.emplace_back("interrupted");
  open.missing_documents = std::move(finished.missing_documents);
  open.readings = std::move(finished.readings);
  open.reading_sensitive = finished.reading_sensitive;
  return open;
}

std::vector<std::string> in_language(const std::vector<policy::LocalText>& texts, bool chinese) {
  std::vector<std::string> result;
  result.reserve(texts.size());
  for (const policy::LocalText& text : texts) result.push_back(text.in(chinese));
  return result;
}

// What happened, with the clause in brackets.
std::string reason_text(const policy::GradeReason& reason, bool chinese) {
  std::string text = reason.label.in(chinese);
  if (text.empty() || reason.cite.empty()) return text.append(reason.cite);
  return text.append(chinese ? "（" : " (").append(reason.cite).append(chinese ? "）" : ")");
}

std::vector<std::string> reasons_of(const policy::GradeAnswer& answer, bool chinese) {
  std::vector<std::string> reasons;
  reasons.reserve(answer.reasons.size());
  for (const policy::GradeReason& reason : answer.reasons) reasons.push_back(reason_text(reason, chinese));
  return reasons;
}

std::vector<AnswerCell> cells_of(policy::GradeAnswer answer, bool chinese) {
  std::vector<std::string> reasons = reasons_of(answer, chinese);
  return {std::move(answer.grade),     std::move(answer.benefits),
          std::move(answer.sanctions), std::move(answer.certificates),
          std::move(answer.missing),   std::move(answer.missing_documents),
          std::move(reasons),          in_language(answer.warnings, chinese),
          answer.reading_sensitive};
}

}  // namespace

Result<TableReport> grade_table(const policy::Assessment& assessment, const policy::GradeQuestion& otherwise,
                                ArrowArrayStream* in, ArrowArrayStream* out, const AnswerTableOptions& options) {
  const Slots slots{assessment.definition().scores.size()};
  const bool chinese = options.language == explain::Language::chinese;
  const auto ask = [=](const facts::Facts& row, FactSet columns) -> Result<std::vector<AnswerCell>> {
    policy::GradeQuestion question = question_of(row, columns, slots, otherwise);
    auto answer = assessment.grade(question);
    if (!answer) return answer.diagnostics();
    if (!columns.contains(slots.interrupted()) || row.at(slots.interrupted()).is_known()) {
      return cells_of(*std::move(answer), chinese);
    }
    question.interrupted = true;
    const auto interrupted = assessment.grade(question);
    if (!interrupted) return interrupted.diagnostics();
    return cells_of(join(*std::move(answer), *interrupted), chinese);
  };
  const policy::AssessmentDefinition& definition = assessment.definition();
  return answer_table(question_schema(definition), result_columns(definition), ask, in, out, options);
}

}  // namespace tepei::batch
