#include "pack/terms.hpp"
#include "pack/write_objects.hpp"
#include "pack/writing.hpp"

namespace tepei::pack {

namespace {

Json score_to_json(const policy::ScoreDefinition& score) {
  JsonObject object;
  put(object, "id", score.id);
  put(object, "label", score.label);
  put(object, "party", score.party);
  put(object, "clause", score.clause);
  return {std::move(object)};
}

Json grade_to_json(const policy::GradeDefinition& grade) {
  JsonObject object;
  put(object, "id", grade.id);
  put(object, "label", grade.label);
  put_texts(object, "benefits", grade.benefits);
  put_texts(object, "sanctions", grade.sanctions);
  put_texts(object, "certificates", grade.certificates);
  put(object, "clause", grade.clause);
  return {std::move(object)};
}

Json rule_to_json(const policy::GradeRule& rule) {
  JsonObject object;
  put(object, "grade", rule.grade);
  put(object, "when", rule.when);
  put(object, "clause", rule.clause);
  return {std::move(object)};
}

Json benefits_as_to_json(const policy::BenefitsAs& rule) {
  JsonObject object;
  put(object, "grade", rule.grade);
  put(object, "as", rule.as);
  put(object, "clause", rule.clause);
  return {std::move(object)};
}

Json assessed_role_to_json(const policy::AssessedRole& role) {
  JsonObject object;
  put(object, "id", role.id);
  put(object, "label", role.label);
  put_texts(object, "scores", role.scores);
  put_list(object, "rules", role.rules, rule_to_json);
  put(object, "otherwise", role.otherwise);
  put(object, "otherwise_clause", role.otherwise_clause);
  put_texts(object, "attested", role.attested);
  put_list(object, "acts", role.acts, act_to_json);
  put_list(object, "benefits_as", role.benefits_as, benefits_as_to_json);
  put(object, "clause", role.clause);
  put(object, "note", role.note);
  return {std::move(object)};
}

Json consequence_to_json(const policy::ConsequenceDefinition& consequence) {
  JsonObject object;
  put(object, "id", consequence.id);
  put(object, "label", consequence.label);
  put_list(object, "conditions", consequence.conditions, term_to_json);
  put(object, "reach", consequence.reach);
  put_texts(object, "parties", consequence.parties);
  put(object, "clause", consequence.clause);
  return {std::move(object)};
}

}  // namespace

Json assessment_to_json(const policy::AssessmentDefinition& assessment) {
  const policy::AssessmentDefinition defaults;
  JsonObject object;
  put(object, "clause", assessment.clause);
  if (assessment.minimum != defaults.minimum) object.emplace_back("minimum", Json{assessment.minimum});
  if (assessment.maximum != defaults.maximum) object.emplace_back("maximum", Json{assessment.maximum});
  put_list(object, "scores", assessment.scores, score_to_json);
  put_list(object, "grades", assessment.grades, grade_to_json);
  put_list(object, "roles", assessment.roles, assessed_role_to_json);
  put_list(object, "violations", assessment.violations, term_to_json);
  put(object, "violation_grade", assessment.violation_grade);
  put(object, "violation_clause", assessment.violation_clause);
  put(object, "interrupted_grade", assessment.interrupted_grade);
  put(object, "interrupted_clause", assessment.interrupted_clause);
  put_list(object, "benefits", assessment.benefits, consequence_to_json);
  put_list(object, "sanctions", assessment.sanctions, consequence_to_json);
  put_list(object, "certificates", assessment.certificates, consequence_to_json);
  put_texts(object, "documents", assessment.documents);
  return {std::move(object)};
}

}  // namespace tepei::pack
