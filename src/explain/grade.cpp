#include "explain/answer_outline.hpp"
#include "tepei/explain/answers.hpp"

namespace tepei::explain {

namespace {

using policy::Consequence;
using policy::ConsequenceKind;
using policy::GradeAnswer;

std::string role_label(const policy::AssessmentDefinition& definition, const std::string& id, Language language) {
  for (const policy::AssessedRole& role : definition.roles) {
    if (role.id == id) return role.label.in(language == Language::chinese);
  }
  return party_label(id, language);
}

std::string grade_label(const policy::AssessmentDefinition& definition, const std::string& id, Language language) {
  for (const policy::GradeDefinition& grade : definition.grades) {
    if (grade.id == id) return grade.label.in(language == Language::chinese);
  }
  return id == "undetermined" ? std::string(words(Phrase::leave_open, language)) : id;
}

void add_reasons(const GradeAnswer& answer, AnswerOutline& outline) {
  std::vector<OutlineLine> lines;
  for (const policy::GradeReason& reason : answer.reasons) {
    OutlineLine line{{}, outline.in_language(reason.label), {}};
    const std::string clause =
        reason.cite + (reason.text.empty() ? std::string() : outline.fill(Phrase::quote, {reason.text}));
    if (line.text.empty()) {
      line.text = clause;
    } else if (!clause.empty()) {
      line.lines.push_back({outline.word(Phrase::clause), clause, {}});
    }
    line.folds = true;
    if (!line.text.empty()) lines.push_back(std::move(line));
  }
  outline.section(Phrase::grade_reasons, std::move(lines));
}

void add_scores(const GradeAnswer& answer, AnswerOutline& outline) {
  std::vector<OutlineLine> lines;
  lines.reserve(answer.scores.size());
  for (const policy::AssessorScore& score : answer.scores) {
    lines.push_back({outline.fill(Phrase::score_by,
                                  {outline.in_language(score.label), party_label(score.party, outline.language())}),
                     score.value ? score.value->to_plain_string() : outline.word(Phrase::score_missing),
                     {}});
  }
  outline.section(Phrase::grade_scores, std::move(lines));
}

void add_missing(const GradeAnswer& answer, AnswerOutline& outline) {
  std::vector<std::string> labels;
  for (const std::string& missing : answer.missing) {
    std::string label = missing == "attested" ? outline.word(Phrase::attested) : missing;
    for (const policy::AssessorScore& score : answer.scores) {
      if (score.score == missing) label = outline.in_language(score.label);
    }
    labels.push_back(std::move(label));
  }
  outline.section(Phrase::missing_scores, labels);
  std::vector<std::string> documents;
  if (!answer.missing_documents.empty()) {
    documents.push_back(document_list(answer.missing_documents, outline.language()));
  }
  outline.section(Phrase::documents, documents);
}

// The label with its conditions, its reach and who issues it.
std::string consequence_text(const Consequence& consequence, const AnswerOutline& outline) {
  const Language language = outline.language();
  std::vector<std::string> more;
  more.reserve(consequence.conditions.size());
  for (const policy::Term& condition : consequence.conditions) more.push_back(outline.in_language(condition.label));
  if (const std::string reach = outline.in_language(consequence.reach); !reach.empty()) more.push_back(reach);
  if (consequence.kind == ConsequenceKind::certificate && !consequence.parties.empty()) {
    std::vector<std::string> issuers;
    issuers.reserve(consequence.parties.size());
    for (const std::string& party : consequence.parties) issuers.push_back(party_label(party, language));
    more.push_back(outline.fill(Phrase::issued_by, {join(issuers, Phrase::list_comma, language)}));
  }
  std::string text = outline.in_language(consequence.label);
  if (!more.empty()) text = outline.fill(Phrase::conditions, {text, join(more, Phrase::semicolon, language)});
  return text;
}

void add_consequences(const GradeAnswer& answer, ConsequenceKind kind, Phrase heading, AnswerOutline& outline) {
  std::vector<std::string> lines;
  for (const Consequence& consequence : answer.consequences) {
    if (consequence.kind == kind) lines.push_back(consequence_text(consequence, outline));
  }
  outline.section(heading, lines);
}

Outline outline_of(const GradeAnswer& answer, const policy::Assessment& assessment, Language language) {
  const policy::AssessmentDefinition& definition = assessment.definition();
  AnswerOutline outline(answer.heading, language);
  outline.headline(outline.fill(Phrase::grade_is, {grade_label(definition, answer.grade, language)}));
  outline.head(outline.fill(Phrase::asked_by, {role_label(definition, answer.role, language)}));
  add_reasons(answer, outline);
  add_scores(answer, outline);
  add_missing(answer, outline);
  add_consequences(answer, ConsequenceKind::benefit, Phrase::benefits, outline);
  add_consequences(answer, ConsequenceKind::sanction, Phrase::sanctions, outline);
  add_consequences(answer, ConsequenceKind::certificate, Phrase::certificates, outline);
  outline.section(Phrase::procedure, act_texts(answer.acts, language));
  std::vector<std::string> readings;
  readings.reserve(answer.reading_effects.size());
  for (const policy::GradeEffect& effect : answer.reading_effects) {
    readings.push_back(
        outline.fill(Phrase::other_grade, {option_label(assessment.text(), effect.reading, effect.option, language),
                                           grade_label(definition, effect.grade, language)}));
  }
  outline.section(Phrase::other_reading, readings);
  outline.notes(Phrase::warnings, answer.warnings);
  outline.notes(Phrase::note, answer.notes);
  return std::move(outline).take();
}

}  // namespace

std::string text(const GradeAnswer& answer, const policy::Assessment& assessment, Language language) {
  return page(outline_of(answer, assessment, language), language);
}

std::string html(const GradeAnswer& answer, const policy::Assessment& assessment, Language language) {
  return fragment(outline_of(answer, assessment, language), language);
}

}  // namespace tepei::explain
