/// Who pays what for a trainee and for a cohort.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tepei/policy/funding_definition.hpp"
#include "tepei/value/date.hpp"
#include "tepei/value/result.hpp"

namespace tepei::policy {

/// Training from its first day to its last, both included.
struct TrainingPeriod {
  Date first;
  Date last;
};

/// What is asked about one trainee.
struct FundingQuestion {
  std::string track;              ///< id or Chinese label; may be empty where there is one track
  std::optional<Decimal> months;  ///< trained, may have decimals; nothing: the whole term; or
  std::optional<TrainingPeriod> period;
  /// The final grade (id or Chinese label); nothing or `undetermined` where it is not known yet. By default the answer
  /// is that of somebody who passes.
  std::optional<std::string> grade = "qualified";
  ReadingChoices readings;
};

/// One item of an answer.
struct FundingLine {
  std::string rule;  ///< `funding.outside.tuition_and_board`
  std::string item;
  LocalText label;
  std::optional<Decimal> amount;  ///< yuan, to the fen; nothing where the text gives none
  std::optional<Decimal> rate;    ///< yuan a year or month
  RatePer per = RatePer::year;
  std::string payer;  ///< empty where the text names none
  LocalText payer_label;
  std::string payee;
  LocalText payee_label;
  std::string timing;
  LocalText timing_label;
  std::string cite;
  std::string text;
  /// The item's own, and `not_earned`, `grade_open`, `charged_in_full`, `rounded_to_fen`.
  std::vector<std::string> flags;
  std::vector<LocalText> notes;
};

/// What another option of a reading would give.
struct FundingEffect {
  std::string reading;
  std::string option;
  std::optional<Decimal> total;
};

/// What is paid for one trainee. A plain value.
struct Entitlement {
  Heading heading;
  std::string track;
  LocalText track_label;
  Decimal months;         ///< whole months trained, with the decimals given
  std::int64_t days = 0;  ///< days beyond them, where dates were given
  std::string grade;      ///< empty where it is not known
  std::vector<FundingLine> items;
  std::optional<Decimal> total;  ///< of the amounts stated; nothing where none is
  bool reading_sensitive = false;
  std::vector<FundingEffect> reading_effects;
  ReadingChoices readings;  ///< every reading the schedule turns on, with the option taken
};

/// One item of a cohort.
struct BudgetRow {
  std::string track;
  std::string item;
  std::int64_t heads = 0;
  std::optional<Decimal> each;
  std::optional<Decimal> amount;
  std::string payer;
  LocalText payer_label;
  std::string payee;
  LocalText payee_label;
};

/// What one payer pays one payee.
struct BudgetSum {
  std::string payer;
  LocalText payer_label;
  std::string payee;
  LocalText payee_label;
  std::optional<Decimal> amount;  ///< of the amounts stated; nothing where none is
  std::size_t unstated = 0;       ///< items without an amount
};

/// What a cohort costs. A plain value.
struct Budget {
  Heading heading;
  std::vector<std::pair<std::string, std::int64_t>> heads;  ///< by track
  std::vector<BudgetRow> rows;
  std::vector<BudgetSum> sums;   ///< by payer and payee, in the order of the text
  std::optional<Decimal> total;  ///< of the amounts stated; nothing where none is
};

/// What is asked about a refund.
struct RefundQuestion {
  std::string track;
  std::string cause;  ///< id or Chinese label
  std::optional<Decimal> months;
  std::optional<TrainingPeriod> period;
  std::optional<std::string> grade = "not_assessed";
  ReadingChoices readings;
};

/// What is to be paid back. The texts do not say how much, so the answer gives what was spent and says so.
struct Refund {
  Heading heading;
  std::string track;
  std::string cause;
  LocalText cause_label;
  std::optional<Decimal> spent;  ///< on the items the text may mean; not an amount that the text fixes
  std::vector<FundingLine> items;
  std::vector<Term> consequences;  ///< what else follows
  std::vector<std::string> flags;  ///< `amount_not_stated`
  std::string cite;
  std::string text;
  std::vector<LocalText> notes;
};

class CompiledFunding;

/// Who pays what in a programme. Immutable and cheap to copy; safe to share between threads.
class FundingSchedule {
 public:
  /// Checks a definition. All problems are found, each at the JSON pointer it would have in a pack
  /// (`/funding/tracks/outside/0/payer`). `text` may be null. Errors: `policy.*`.
  static Result<FundingSchedule> build(FundingDefinition definition,
                                       std::shared_ptr<const ProgrammeText> text = nullptr);

  const FundingDefinition& definition() const noexcept;
  const ProgrammeText& text() const noexcept;

  /// What is paid for one trainee. Errors, all of them at once: `policy.track.unknown`, `policy.track.required`,
  /// `policy.funding.months_out_of_range`, `.months_and_dates`, `.reversed`, `.unknown_grade`,
  /// `policy.reading.unknown`, `policy.reading.unknown_option`, those of `facts::normalise`.
  Result<Entitlement> entitlement(const FundingQuestion& question) const;

  /// What a cohort costs: heads by track, each as `each` has it (its track apart). Further errors:
  /// `policy.funding.bad_heads`, `policy.funding.duplicate_track`.
  Result<Budget> budget(const std::vector<std::pair<std::string, std::int64_t>>& heads,
                        const FundingQuestion& each = {}) const;

  /// What is to be paid back after `cause`. Further errors: `policy.funding.no_refund`,
  /// `policy.funding.unknown_cause`.
  Result<Refund> refund(const RefundQuestion& question) const;

 private:
  explicit FundingSchedule(std::shared_ptr<const CompiledFunding> compiled);
  std::shared_ptr<const CompiledFunding> compiled_;
};

/// The months of a period: whole months and the days beyond them. Nothing where it ends before it begins.
std::optional<std::pair<std::int64_t, std::int64_t>> months_of(const TrainingPeriod& period);

}  // namespace tepei::policy
