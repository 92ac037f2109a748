#include "tepei/policy/assessment.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "policy/grading.hpp"
#include "tepei/policy/party.hpp"

namespace tepei::policy {

namespace {

constexpr std::array<std::string_view, 3> kind_ids{"benefit", "sanction", "certificate"};

// A question with its names found: everything by id.
struct Asked {
  std::size_t role = 0;
  std::vector<std::pair<const ScoreDefinition*, Decimal>> scores;  // those that are known
  std::vector<const Term*> violations;
  const GradeDefinition* attested = nullptr;
  std::vector<std::pair<const ScoreDefinition*, const GradeDefinition*>> suggestions;
  ReadingChoices readings;
};

// Finds what a question names, and every problem of it.
class Asking {
 public:
  Asking(const CompiledAssessment& assessment, const GradeQuestion& question)
      : definition_(assessment.definition), text_(*assessment.text), question_(question) {}

  Result<Asked> run() {
    find_role();
    if (role_ != nullptr) {
      read_scores();
      read_attested();
      read_suggestions();
    }
    for (std::size_t i = 0; i < question_.violations.size(); ++i) read_violation(i);
    auto readings = take_readings(text_.readings, question_.readings);
    if (readings) {
      asked_.readings = *std::move(readings);
    } else {
      append(problems_, readings.diagnostics());
    }
    if (!problems_.empty()) return std::move(problems_);
    return std::move(asked_);
  }

 private:
  void find_role() {
    const auto role = find_named(definition_.roles, question_.role, "role", "policy.assessment.unknown_role", "role");
    if (!role) return append(problems_, role.diagnostics());
    role_ = *role;
    asked_.role = static_cast<std::size_t>(role_ - definition_.roles.data());
  }

  // A score of this role by its id, its label or the label of the party that gives it.
  const ScoreDefinition* find_score(const std::string& name, const std::string& path) {
    auto plain = facts::normalise(name);
    if (!plain) {
      append(problems_, plain.diagnostics());
      return nullptr;
    }
    for (const std::string& id : role_->scores) {
      const ScoreDefinition* score = find_id(definition_.scores, id);
      if (score == nullptr) continue;
      const Party* party = find_party(score->party);
      const bool named = score->id == *plain || score->label.zh == *plain || (party != nullptr && party->zh == *plain);
      if (named) return score;
    }
    const std::string help = role_->scores.empty() ? "this programme has no numeric rule; give the grade in `attested`"
                                                   : suggest(*plain, role_->scores);
    problems_.push_back(refusal("policy.assessment.unknown_score",
                                quoted(name) + " is no score of role " + quoted(role_->id), help, path));
    return nullptr;
  }

  void read_scores() {
    std::vector<const ScoreDefinition*> seen;
    for (const auto& [key, value] : question_.scores) {
      const std::string path = "scores/" + key;
      const ScoreDefinition* score = find_score(key, path);
      if (score == nullptr) continue;
      if (std::find(seen.begin(), seen.end(), score) != seen.end()) {
        problems_.push_back(refusal("policy.assessment.duplicate_score",
                                    quoted(score->id) + " is given twice, by its id and by another name", {}, path));
        continue;
      }
      seen.push_back(score);
      if (!value) continue;
      if (*value < definition_.minimum || definition_.maximum < *value) {
        problems_.push_back(refusal("policy.assessment.score_out_of_range",
                                    quoted(score->id) + " is " + value->to_string() + ", outside " +
                                        definition_.minimum.to_plain_string() + " to " +
                                        definition_.maximum.to_plain_string(),
                                    "a score not yet known is left out", path));
        continue;
      }
      asked_.scores.emplace_back(score, *value);
    }
  }

  const GradeDefinition* find_grade(const std::string& name, const std::string& path) {
    const auto grade = find_named(definition_.grades, name, "grade", "policy.assessment.unknown_grade", path);
    if (grade) return *grade;
    append(problems_, grade.diagnostics());
    return nullptr;
  }

  void read_attested() {
    if (!question_.attested) return;
    if (!role_->scores.empty()) {
      problems_.push_back(refusal("policy.assessment.attested_not_taken",
                                  "this programme grades by scores; a grade cannot be attested",
                                  "give the scores; what assessors suggest stands in `suggestions`", "attested"));
      return;
    }
    const GradeDefinition* grade = find_grade(*question_.attested, "attested");
    if (grade == nullptr) return;
    asked_.attested = grade;
    const auto& allowed = role_->attested;
    if (allowed.empty() || std::find(allowed.begin(), allowed.end(), grade->id) != allowed.end()) return;
    problems_.push_back(refusal("policy.assessment.unknown_grade",
                                "the grade " + quoted(grade->id) + " cannot be attested", suggest({}, allowed),
                                "attested"));
  }

  void read_suggestions() {
    for (const auto& [key, grade] : question_.suggestions) {
      const std::string path = "suggestions/" + key;
      const ScoreDefinition* score = find_score(key, path);
      const GradeDefinition* found = find_grade(grade, path);
      if (score != nullptr && found != nullptr) asked_.suggestions.emplace_back(score, found);
    }
  }

  void read_violation(std::size_t place) {
    const auto found = find_named(definition_.violations, question_.violations[place], "violation",
                                  "policy.assessment.unknown_violation", "violations/" + std::to_string(place));
    if (!found) return append(problems_, found.diagnostics());
    const bool seen = std::find(asked_.violations.begin(), asked_.violations.end(), *found) != asked_.violations.end();
    if (!seen) asked_.violations.push_back(*found);
  }

  const AssessmentDefinition& definition_;
  const ProgrammeText& text_;
  const GradeQuestion& question_;
  const AssessedRole* role_ = nullptr;
  Asked asked_;
  Diagnostics problems_;
};

class Grader {
 public:
  Grader(const CompiledAssessment& assessment, const Asked& asked)
      : assessment_(assessment),
        definition_(assessment.definition),
        asked_(asked),
        role_(definition_.roles[asked.role]) {}

  GradeAnswer run(bool interrupted) {
    answer_.heading = assessment_.text->heading;
    answer_.role = role_.id;
    answer_.readings = asked_.readings;
    answer_.grade = "undetermined";
    list_assessors();
    if (!definition_.documents.empty()) {
      answer_.missing_documents = titles(assessment_.text->documents, definition_.documents);
      reason({}, {}, definition_.clause);
      return std::move(answer_);
    }
    answer_.acts = role_.acts;
    decide(interrupted);
    if (!empty(role_.note)) answer_.notes.push_back(role_.note);
    if (const GradeDefinition* grade = find_id(definition_.grades, answer_.grade)) {
      answer_.label = grade->label;
      add_consequences(*grade);
      compare_suggestions(*grade);
    }
    return std::move(answer_);
  }

 private:
  void list_assessors() {
    for (const std::string& id : role_.scores) {
      const ScoreDefinition* score = find_id(definition_.scores, id);
      if (score == nullptr) continue;
      std::optional<Decimal> value;
      for (const auto& [key, given] : asked_.scores) {
        if (key == score) value = given;
      }
      answer_.scores.push_back({score->id, score->label, score->party, value, cite(score->clause).cite});
    }
  }

  void decide(bool interrupted) {
    if (!asked_.violations.empty()) {
      answer_.grade = definition_.violation_grade;
      for (const Term* violation : asked_.violations) {
        reason("assessment.violations." + violation->id, violation->label, violation->clause);
      }
    } else if (interrupted && !definition_.interrupted_grade.empty()) {
      answer_.grade = definition_.interrupted_grade;
      reason("assessment.interrupted", {"培养中断，不进行结业考核", "training was interrupted: no final assessment"},
             definition_.interrupted_clause);
    } else if (role_.scores.empty()) {
      take_attested();
    } else {
      grade_scores();
    }
  }

  void take_attested() {
    if (asked_.attested == nullptr) {
      answer_.missing = {"attested"};
      reason({}, {"尚未认定考核结果", "the result of the assessment has not been attested"}, role_.clause);
      return;
    }
    answer_.grade = asked_.attested->id;
    reason("assessment." + role_.id + "." + asked_.attested->id,
           {"经认定考核结果为" + asked_.attested->label.zh, "attested as " + asked_.attested->label.in(false)},
           role_.clause);
  }

  // The decision over the scores under these readings; nothing can be refused, for all of it has been checked.
  Result<Decision> weigh(const ReadingChoices& readings) const {
    const RoleRules& rules = assessment_.roles[asked_.role];
    facts::Facts facts(rules.scores);
    for (const auto& [score, value] : asked_.scores) {
      if (auto set = facts.set(score->id, Value(value)); !set) return set.diagnostics();
    }
    return rules.grades->check(facts, {role_.id, Date(), readings});
  }

  static std::string grade_of(const Decision& decision) {
    const auto met = std::find_if(decision.findings.begin(), decision.findings.end(),
                                  [](const Finding& finding) { return finding.outcome == Outcome::met; });
    return met == decision.findings.end() ? "undetermined" : met->criterion;
  }

  void grade_scores() {
    const auto decision = weigh(asked_.readings);
    if (!decision) {
      for (const Diagnostic& problem : decision.diagnostics())
        answer_.warnings.push_back({problem.message, problem.message});
      return;
    }
    answer_.grade = grade_of(*decision);
    collect_missing(*decision);
    explain_scores(*decision);
    try_readings(*decision);
  }

  void collect_missing(const Decision& decision) {
    if (answer_.grade != "undetermined") return;
    for (const std::string& id : role_.scores) {
      const bool missing = std::any_of(decision.findings.begin(), decision.findings.end(), [&](const Finding& finding) {
        return std::find(finding.missing.begin(), finding.missing.end(), id) != finding.missing.end();
      });
      if (missing) answer_.missing.push_back(id);
    }
  }

  // The rule that decided is the last the met criterion read; where it read all and none held, the rest decided.
  void explain_scores(const Decision& decision) {
    if (answer_.grade == "undetermined") {
      reason({}, {"尚缺的考核分可能改变等次", "a missing score can still change the grade"}, role_.clause);
      return;
    }
    const GradeDefinition* grade = find_id(definition_.grades, answer_.grade);
    for (const Finding& finding : decision.findings) {
      if (finding.criterion != answer_.grade) continue;
      const bool by_rule = !finding.rules.empty() && finding.rules.back().holds.get_if<bool>() != nullptr &&
                           *finding.rules.back().holds.get_if<bool>();
      const std::string& clause = by_rule ? role_.rules[finding.rules.size() - 1].clause : role_.otherwise_clause;
      reason("assessment." + role_.id + "." + answer_.grade,
             {"按考核赋分为" + grade->label.zh, "by the scores: " + grade->label.in(false)},
             clause.empty() ? role_.clause : clause);
    }
  }

  // Only options that change whether some grade is reached can change the grade.
  void try_readings(const Decision& decision) {
    for (const Finding& finding : decision.findings) {
      for (const ReadingEffect& effect : finding.readings) {
        const bool seen = std::any_of(
            answer_.reading_effects.begin(), answer_.reading_effects.end(),
            [&](const GradeEffect& known) { return known.reading == effect.reading && known.option == effect.option; });
        if (seen) continue;
        ReadingChoices readings = asked_.readings;
        for (auto& [id, option] : readings) {
          if (id == effect.reading) option = effect.option;
        }
        const auto other = weigh(readings);
        if (!other || grade_of(*other) == answer_.grade) continue;
        answer_.reading_effects.push_back({effect.reading, effect.option, grade_of(*other)});
      }
    }
    answer_.reading_sensitive = !answer_.reading_effects.empty();
  }

  void add_consequences(const GradeDefinition& grade) {
    const GradeDefinition* benefits = &grade;
    for (const BenefitsAs& rule : role_.benefits_as) {
      if (rule.grade != grade.id) continue;
      if (const GradeDefinition* as = find_id(definition_.grades, rule.as)) benefits = as;
      reason("assessment." + role_.id + ".benefits_as",
             {"享受" + benefits->label.zh + "等次的优惠政策", "has the benefits of " + benefits->label.in(false)},
             rule.clause);
    }
    answer_.benefits = benefits->benefits;
    answer_.sanctions = grade.sanctions;
    answer_.certificates = grade.certificates;
    describe(ConsequenceKind::benefit, answer_.benefits, definition_.benefits, benefits->clause);
    describe(ConsequenceKind::sanction, answer_.sanctions, definition_.sanctions, grade.clause);
    describe(ConsequenceKind::certificate, answer_.certificates, definition_.certificates, grade.clause);
  }

  void describe(ConsequenceKind kind, const std::vector<std::string>& ids,
                const std::vector<ConsequenceDefinition>& known, const std::string& clause) {
    for (const std::string& id : ids) {
      const ConsequenceDefinition* found = find_id(known, id);
      if (found == nullptr) continue;
      const Citation cited = cite(found->clause.empty() ? clause : found->clause);
      answer_.consequences.push_back(
          {kind, found->id, found->label, found->conditions, found->reach, found->parties, cited.cite, cited.text});
    }
  }

  // 第二十四、二十五条 let assessors suggest a grade; the numbers of 第二十六条 decide.
  void compare_suggestions(const GradeDefinition& grade) {
    for (const auto& [score, suggested] : asked_.suggestions) {
      if (suggested == &grade) continue;
      answer_.warnings.push_back({score->label.zh + "建议等次为" + suggested->label.zh + "，与量化结果" +
                                      grade.label.zh + "不一致，以量化结果为准",
                                  score->id + " suggests " + suggested->label.in(false) + ", the scores give " +
                                      grade.label.in(false) + ": the scores decide"});
    }
  }

  Citation cite(const std::string& clause) const { return citation(assessment_.text->clauses, clause); }

  void reason(std::string rule, LocalText label, const std::string& clause) {
    const Citation cited = cite(clause.empty() ? definition_.clause : clause);
    answer_.reasons.push_back({std::move(rule), std::move(label), cited.cite, cited.text});
  }

  const CompiledAssessment& assessment_;
  const AssessmentDefinition& definition_;
  const Asked& asked_;
  const AssessedRole& role_;
  GradeAnswer answer_;
};

}  // namespace

std::string_view to_string(ConsequenceKind kind) {
  return kind_ids[static_cast<std::size_t>(kind)];
}

Assessment::Assessment(std::shared_ptr<const CompiledAssessment> compiled) : compiled_(std::move(compiled)) {}

Result<Assessment> Assessment::build(AssessmentDefinition definition, std::shared_ptr<const ProgrammeText> text) {
  auto compiled = std::make_shared<CompiledAssessment>();
  compiled->definition = std::move(definition);
  compiled->text = text ? std::move(text) : std::make_shared<const ProgrammeText>();
  Problems problems;
  check_assessment(compiled->definition, *compiled->text, problems);
  for (std::size_t i = 0; i < compiled->definition.roles.size(); ++i) {
    compiled->roles.push_back(compile_role(compiled->definition, *compiled->text, i, problems));
  }
  if (!problems.none()) return problems.take();
  return Assessment(std::move(compiled));
}

const AssessmentDefinition& Assessment::definition() const noexcept {
  return compiled_->definition;
}

const ProgrammeText& Assessment::text() const noexcept {
  return *compiled_->text;
}

Result<GradeAnswer> Assessment::grade(const GradeQuestion& question) const {
  const auto asked = Asking(*compiled_, question).run();
  if (!asked) return asked.diagnostics();
  return Grader(*compiled_, *asked).run(question.interrupted);
}

}  // namespace tepei::policy
