/// How a trainee is graded, and what follows from the grade.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tepei/policy/assessment_definition.hpp"
#include "tepei/policy/decision.hpp"
#include "tepei/value/result.hpp"

namespace tepei::policy {

/// What is asked.
struct GradeQuestion {
  /// Score by its key (id or Chinese label); a key that is left out or has no number is missing.
  std::vector<std::pair<std::string, std::optional<Decimal>>> scores;
  std::string role = "trainee";
  std::vector<std::string> violations;  ///< as established by the authority
  bool interrupted = false;             ///< whether training was interrupted
  std::optional<std::string> attested;  ///< the grade, where the text has no numeric rule
  /// What assessors suggested, grade by score key; it decides nothing, but a mismatch is said.
  std::vector<std::pair<std::string, std::string>> suggestions;
  ReadingChoices readings;
};

/// Why the grade is what it is.
struct GradeReason {
  std::string rule;  ///< `assessment.trainee.excellent`, `assessment.violations.no_show`; empty for what is missing
  LocalText label;   ///< what happened: 无正当理由不参加特培学习, 三项均80分以上
  std::string cite;
  std::string text;  ///< the clause, word for word
};

/// What kind of consequence it is.
enum class ConsequenceKind : std::uint8_t { benefit, sanction, certificate };

std::string_view to_string(ConsequenceKind kind);

/// A right or burden with its clause.
struct Consequence {
  ConsequenceKind kind = ConsequenceKind::benefit;
  std::string id;
  LocalText label;
  std::vector<Term> conditions;
  LocalText reach;
  std::vector<std::string> parties;
  std::string cite;
  std::string text;
};

/// Who gives a score, and the score given.
struct AssessorScore {
  std::string score;  ///< its key
  LocalText label;
  std::string party;
  std::optional<Decimal> value;
  std::string cite;
};

/// What another option of a reading would give.
struct GradeEffect {
  std::string reading;
  std::string option;
  std::string grade;
};

/// The answer. A plain value.
struct GradeAnswer {
  Heading heading;
  std::string role;
  std::string grade;  ///< an id, or `undetermined`
  LocalText label;    ///< of the grade
  std::vector<GradeReason> reasons;
  std::vector<std::string> benefits;  ///< ids, in the order of the text, as the following
  std::vector<std::string> sanctions;
  std::vector<std::string> certificates;
  std::vector<Consequence> consequences;  ///< all of them with label, conditions, reach and clause
  std::vector<std::string> missing;       ///< score keys that could change the grade, or `attested`
  std::vector<std::string> missing_documents;
  bool reading_sensitive = false;  ///< another option of one reading gives another grade
  std::vector<GradeEffect> reading_effects;
  ReadingChoices readings;  ///< every reading with the option taken
  std::vector<AssessorScore> scores;
  std::vector<Act> acts;  ///< who decides, reviews and files
  std::vector<LocalText> warnings;
  std::vector<LocalText> notes;
};

class CompiledAssessment;

/// How trainees of a programme are graded. Immutable and cheap to copy; safe to share between threads.
class Assessment {
 public:
  /// Checks and compiles a definition. All problems are found, each at the JSON pointer it would have in a pack
  /// (`/assessment/roles/0/rules/1/when`). `text` may be null. Errors: `policy.*` and those of FEEL.
  static Result<Assessment> build(AssessmentDefinition definition, std::shared_ptr<const ProgrammeText> text = nullptr);

  const AssessmentDefinition& definition() const noexcept;
  const ProgrammeText& text() const noexcept;

  /// The grade. A direct fail comes first, then interruption, then the scores; one known score that decides comes
  /// before a missing one. Errors, all of them at once: `policy.assessment.unknown_role`, `.unknown_score` (also a key
  /// of another role), `.duplicate_score`, `.score_out_of_range`, `.unknown_violation`, `.unknown_grade`,
  /// `.attested_not_taken`, `policy.reading.unknown`, `policy.reading.unknown_option`, those of `facts::normalise`.
  Result<GradeAnswer> grade(const GradeQuestion& question) const;

 private:
  explicit Assessment(std::shared_ptr<const CompiledAssessment> compiled);
  std::shared_ptr<const CompiledAssessment> compiled_;
};

}  // namespace tepei::policy
