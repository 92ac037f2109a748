/// How trainees are graded, as it is written down.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tepei/policy/act.hpp"
#include "tepei/policy/instrument.hpp"
#include "tepei/value/decimal.hpp"

namespace tepei::policy {

/// One score of an assessment, and who gives it.
struct ScoreDefinition {
  std::string id;  ///< `sending_unit`; a name in the rules
  LocalText label;
  std::string party;  ///< who assesses
  std::string clause;
};

/// A right or burden that follows from a grade: a benefit, a sanction, a certificate.
struct ConsequenceDefinition {
  std::string id;  ///< `early_application_once`
  LocalText label;
  std::vector<Term> conditions;      ///< what it depends on: once, first review only, other things equal
  LocalText reach;                   ///< how far it goes: for life, in this year's annual assessment; may be empty
  std::vector<std::string> parties;  ///< who grants, imposes or issues it
  std::string clause;                ///< empty: that of the grade it follows from
};

/// A grade with what follows from it; the lists hold ids.
struct GradeDefinition {
  std::string id;  ///< `excellent`
  LocalText label;
  std::vector<std::string> benefits;
  std::vector<std::string> sanctions;
  std::vector<std::string> certificates;
  std::string clause;
};

/// Where `when` holds, the grade is `grade`.
struct GradeRule {
  std::string grade;
  std::string when;  ///< FEEL, boolean, over the role's scores and the programme's readings
  std::string clause;
};

/// A grade that has the benefits of another: 小组负责人合格的，享受优秀等次政策.
struct BenefitsAs {
  std::string grade;
  std::string as;
  std::string clause;
};

/// Who is assessed, by whom, and how.
struct AssessedRole {
  std::string id;  ///< `trainee`
  LocalText label;
  std::vector<std::string> scores;  ///< ids; empty where the text has no numeric rule: the grade is attested
  std::vector<GradeRule> rules;     ///< the first that holds decides
  std::string otherwise;            ///< the grade where none does; required with rules
  std::string otherwise_clause;
  std::vector<std::string> attested;  ///< without scores: the grades that may be attested
  std::vector<Act> acts;              ///< who decides, reviews and files, in the order of the text
  std::vector<BenefitsAs> benefits_as;
  std::string clause;
  LocalText note;
};

/// Everything an assessment is made from.
struct AssessmentDefinition {
  std::string clause;
  Decimal minimum = 0;  ///< of every score, inclusive
  Decimal maximum = 100;
  std::vector<ScoreDefinition> scores;
  std::vector<GradeDefinition> grades;  ///< from the best to the worst
  std::vector<AssessedRole> roles;      ///< at least one
  std::vector<Term> violations;         ///< what leads to `violation_grade` whatever the scores
  std::string violation_grade;
  std::string violation_clause;
  std::string interrupted_grade;  ///< of training that was interrupted
  std::string interrupted_clause;
  std::vector<ConsequenceDefinition> benefits;
  std::vector<ConsequenceDefinition> sanctions;
  std::vector<ConsequenceDefinition> certificates;
  std::vector<std::string>
      documents;  ///< ids of documents not at hand; where there are any every grade is undetermined
};

/// The rules of a definition with the clause each carries: `assessment.trainee.excellent` and `26.1`. Clauses name them
/// in `rules`.
std::vector<std::pair<std::string, std::string>> rules_of(const AssessmentDefinition& definition);

}  // namespace tepei::policy
