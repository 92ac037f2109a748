#include "policy/grading.hpp"

#include <algorithm>
#include <utility>

namespace tepei::policy {

namespace {

facts::FactDefinition fact_of(const ScoreDefinition& score, const AssessmentDefinition& definition) {
  facts::FactDefinition fact;
  fact.id = score.id;
  fact.label = score.label.zh;
  fact.kind = facts::FactKind::number;
  fact.minimum = definition.minimum;
  fact.maximum = definition.maximum;
  return fact;
}

// Whether some rule, or none, leads to the grade.
bool is_reached(const AssessedRole& role, const std::string& grade) {
  return role.otherwise == grade ||
         std::any_of(role.rules.begin(), role.rules.end(), [&](const GradeRule& rule) { return rule.grade == grade; });
}

// Met by exactly the scores that give this grade: the rules of the others stand in its way.
Criterion criterion_of(const AssessedRole& role, const GradeDefinition& grade) {
  Criterion criterion;
  criterion.id = grade.id;
  criterion.label = grade.label;
  criterion.clause = role.clause;
  for (const GradeRule& rule : role.rules) {
    criterion.rules.push_back({rule.when, rule.grade == grade.id ? Outcome::met : Outcome::not_met, {}});
  }
  criterion.otherwise = role.otherwise == grade.id ? Outcome::met : Outcome::not_met;
  return criterion;
}

// Every criterion holds every rule: the problems of the first are those of all.
void take_over(const Diagnostics& found, const std::string& role, const std::string& path, Problems& problems) {
  const std::string first = "/eligibility/" + role + "/0";
  for (const Diagnostic& problem : found) {
    const bool of_rule = problem.path.compare(0, first.size(), first) == 0 &&
                         (problem.path.size() == first.size() || problem.path[first.size()] == '/');
    if (of_rule) problems.add({problem}, path + problem.path.substr(first.size()));
  }
}

void check_consequences(const std::vector<ConsequenceDefinition>& items, const ProgrammeText& text,
                        const std::string& path, std::string_view noun, Problems& problems) {
  check_ids(items, path, noun, problems);
  for (std::size_t i = 0; i < items.size(); ++i) {
    check_reference(items[i].clause, text.clauses, at(path, i) + "/clause", "clause", problems);
    check_ids(items[i].conditions, at(path, i) + "/conditions", "condition", problems);
    for (std::size_t j = 0; j < items[i].parties.size(); ++j) {
      check_party(items[i].parties[j], at(at(path, i) + "/parties", j), problems);
    }
  }
}

void check_grades(const AssessmentDefinition& definition, const ProgrammeText& text, Problems& problems) {
  const std::string path = "/assessment/grades";
  check_ids(definition.grades, path, "grade", problems);
  for (std::size_t i = 0; i < definition.grades.size(); ++i) {
    const GradeDefinition& grade = definition.grades[i];
    if (grade.id == "undetermined") {
      problems.add("policy.assessment.reserved_grade", at(path, i) + "/id",
                   "`undetermined` is no grade: it says that none is known yet");
    }
    check_reference(grade.clause, text.clauses, at(path, i) + "/clause", "clause", problems);
    check_references(grade.benefits, definition.benefits, at(path, i) + "/benefits", "benefit", problems);
    check_references(grade.sanctions, definition.sanctions, at(path, i) + "/sanctions", "sanction", problems);
    check_references(grade.certificates, definition.certificates, at(path, i) + "/certificates", "certificate",
                     problems);
  }
}

void check_role(const AssessmentDefinition& definition, const AssessedRole& role, const ProgrammeText& text,
                const std::string& path, Problems& problems) {
  check_reference(role.clause, text.clauses, path + "/clause", "clause", problems);
  check_reference(role.otherwise_clause, text.clauses, path + "/otherwise_clause", "clause", problems);
  check_reference(role.otherwise, definition.grades, path + "/otherwise", "grade", problems);
  check_references(role.scores, definition.scores, path + "/scores", "score", problems);
  check_references(role.attested, definition.grades, path + "/attested", "grade", problems);
  check_parties(role.acts, text.clauses, path + "/acts", problems);
  for (std::size_t i = 0; i < role.rules.size(); ++i) {
    const std::string place = at(path + "/rules", i);
    check_reference(role.rules[i].grade, definition.grades, place + "/grade", "grade", problems);
    check_reference(role.rules[i].clause, text.clauses, place + "/clause", "clause", problems);
  }
  for (std::size_t i = 0; i < role.benefits_as.size(); ++i) {
    const std::string place = at(path + "/benefits_as", i);
    check_reference(role.benefits_as[i].grade, definition.grades, place + "/grade", "grade", problems);
    check_reference(role.benefits_as[i].as, definition.grades, place + "/as", "grade", problems);
    check_reference(role.benefits_as[i].clause, text.clauses, place + "/clause", "clause", problems);
  }
  if (role.scores.empty() != role.rules.empty() || role.rules.empty() != role.otherwise.empty()) {
    problems.add("policy.assessment.incomplete_rules", path,
                 "role " + quoted(role.id) + " has only some of `scores`, `rules` and `otherwise`",
                 "give all three, or none where the grade is attested");
  }
  if (role.scores.empty() && role.attested.empty() && definition.documents.empty()) {
    problems.add("policy.assessment.no_grades", path, "nothing says how role " + quoted(role.id) + " is graded",
                 "give `scores` with `rules`, or `attested`");
  }
}

}  // namespace

void check_assessment(const AssessmentDefinition& definition, const ProgrammeText& text, Problems& problems) {
  const std::string path = "/assessment";
  check_reference(definition.clause, text.clauses, path + "/clause", "clause", problems);
  if (definition.maximum < definition.minimum) {
    problems.add("policy.assessment.empty_scale", path + "/maximum", "the greatest score lies below the least");
  }
  check_documents(definition.documents, text.documents, path, problems);
  check_ids(definition.scores, path + "/scores", "score", problems);
  for (std::size_t i = 0; i < definition.scores.size(); ++i) {
    const std::string place = at(path + "/scores", i);
    check_reference(definition.scores[i].clause, text.clauses, place + "/clause", "clause", problems);
    check_party(definition.scores[i].party, place + "/party", problems);
  }
  check_grades(definition, text, problems);
  check_ids(definition.roles, path + "/roles", "role", problems);
  if (definition.roles.empty()) {
    problems.add("policy.assessment.no_roles", path + "/roles", "an assessment has at least one role");
  }
  for (std::size_t i = 0; i < definition.roles.size(); ++i) {
    check_role(definition, definition.roles[i], text, at(path + "/roles", i), problems);
  }
  check_terms(definition.violations, text, path + "/violations", "violation", problems);
  if (!definition.violations.empty() && definition.violation_grade.empty()) {
    problems.add("policy.assessment.no_violation_grade", path, "nothing says which grade the violations lead to",
                 "give `violation_grade`");
  }
  check_reference(definition.violation_grade, definition.grades, path + "/violation_grade", "grade", problems);
  check_reference(definition.violation_clause, text.clauses, path + "/violation_clause", "clause", problems);
  check_reference(definition.interrupted_grade, definition.grades, path + "/interrupted_grade", "grade", problems);
  check_reference(definition.interrupted_clause, text.clauses, path + "/interrupted_clause", "clause", problems);
  check_consequences(definition.benefits, text, path + "/benefits", "benefit", problems);
  check_consequences(definition.sanctions, text, path + "/sanctions", "sanction", problems);
  check_consequences(definition.certificates, text, path + "/certificates", "certificate", problems);
}

RoleRules compile_role(const AssessmentDefinition& definition, const ProgrammeText& text, std::size_t place,
                       Problems& problems) {
  const AssessedRole& role = definition.roles[place];
  const std::string path = at("/assessment/roles", place);
  RoleRules result;
  std::vector<facts::FactDefinition> facts;
  for (const std::string& id : role.scores) {
    if (const ScoreDefinition* score = find_id(definition.scores, id)) facts.push_back(fact_of(*score, definition));
  }
  auto schema = facts::FactSchema::build(std::move(facts));
  if (!schema) {
    problems.add(schema.diagnostics(), path + "/scores");
    return result;
  }
  result.scores = *std::move(schema);
  if (role.rules.empty()) return result;
  EligibilityDefinition rules;
  rules.facts = result.scores;
  rules.tracks = {{role.id, role.label}};
  rules.clauses = text.clauses;
  rules.readings = text.readings;
  rules.eligibility = {{role.id, {}}};
  for (const GradeDefinition& grade : definition.grades) {
    if (is_reached(role, grade.id)) rules.eligibility.front().criteria.push_back(criterion_of(role, grade));
  }
  auto built = Eligibility::build(std::move(rules), text.heading);
  if (built) {
    result.grades = *std::move(built);
  } else {
    take_over(built.diagnostics(), role.id, path, problems);
  }
  return result;
}

}  // namespace tepei::policy
