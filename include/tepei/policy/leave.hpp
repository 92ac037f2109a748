/// Who grants a leave, after how many days, and what follows from it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tepei/policy/leave_definition.hpp"
#include "tepei/value/date.hpp"
#include "tepei/value/result.hpp"

namespace tepei::policy {

/// A leave from its first day to its last, both included.
struct LeaveSpan {
  Date first;
  Date last;
};

/// A leave taken before. Give its span where it is known: only then can it be seen to run on into another.
struct EarlierLeave {
  std::string kind = "sick";
  std::optional<Decimal> days;  ///< or
  std::optional<LeaveSpan> span;
};

/// The host's calendar of working days. Saturdays and Sundays are off, but for those in `working`.
struct WorkCalendar {
  LeaveSpan covers;           ///< the days it knows
  std::vector<Date> off;      ///< statutory holidays and other days off
  std::vector<Date> working;  ///< weekend days that are worked (调休)
};

/// What is asked: one leave, with what came before it.
struct LeaveQuestion {
  std::optional<Decimal> days;    ///< above 0, may have decimals; or
  std::optional<LeaveSpan> span;  ///< first and last day
  std::string kind = "sick";      ///< id or Chinese label
  std::string role = "trainee";   ///< id or Chinese label
  std::vector<EarlierLeave> earlier;
  std::optional<WorkCalendar> calendar;
  ReadingChoices readings;  ///< others keep their default
};

/// Whether the text says who grants a leave.
enum class RouteOutcome : std::uint8_t {
  routed,       ///< it does
  referred,     ///< it does not rule this leave: whoever decides is not guessed
  undetermined  ///< it leaves it to a document that is not at hand
};

std::string_view to_string(RouteOutcome outcome);

/// What another option of a reading would give.
struct RouteEffect {
  std::string reading;
  std::string option;
  std::optional<std::size_t> tier;  ///< nothing where it would be referred
};

/// The answer. A plain value.
struct LeaveRoute {
  Heading heading;
  RouteOutcome outcome = RouteOutcome::undetermined;
  std::string rule;                 ///< `leave.up_to_3`; empty where no rule decides
  std::optional<std::size_t> tier;  ///< from 1, among the tiers of this kind
  std::string kind;                 ///< its id, or what was asked where the text does not name it
  std::string role;                 ///< empty for a termination, together with the kind, where neither matters
  std::optional<Decimal> days;      ///< of the whole block, as the text counts them
  std::optional<LeaveSpan> block;   ///< the leave with those it runs on from, where days were given as dates
  bool merged = false;              ///< whether earlier leaves are part of the block
  std::optional<Decimal> total;     ///< of this leave and all earlier ones, where there are any
  std::vector<Act> acts;            ///< in the order of the text
  std::vector<std::string> effects;
  std::string cite;
  std::string text;                            ///< the clause, word for word
  std::vector<std::string> missing_documents;  ///< titles
  std::shared_ptr<const LeaveRoute> fallback;  ///< of an undetermined route; null where there is none
  bool reading_sensitive = false;              ///< another option of one reading gives another route
  std::vector<RouteEffect> reading_effects;
  ReadingChoices readings;  ///< every reading the ladder turns on, with the option taken
  std::vector<LocalText> notes;
};

class CompiledLadder;

/// Who grants leave in a programme. Immutable and cheap to copy; safe to share between threads.
class ApprovalLadder {
 public:
  /// Checks a definition. All problems are found; each has as its path the JSON pointer it would have in a pack
  /// (`/leave/tiers/2/to`). A gap or an overlap between tiers is refused with the days concerned. `text` may be null.
  /// Errors: `policy.*`.
  static Result<ApprovalLadder> build(LeaveDefinition definition, std::shared_ptr<const ProgrammeText> text = nullptr);

  const LeaveDefinition& definition() const noexcept;
  const ProgrammeText& text() const noexcept;

  /// The route of a leave. Errors: `policy.leave.no_days`, `policy.leave.days_and_dates`, `policy.leave.not_positive`,
  /// `policy.leave.reversed`, `policy.leave.no_working_day`, `policy.leave.kind_empty`,
  /// `policy.leave.calendar_required`, `policy.leave.calendar_too_short`, `policy.leave.too_many_earlier`,
  /// `policy.leave.unknown_role`, `policy.reading.unknown`, `policy.reading.unknown_option`, and those of
  /// `facts::normalise`.
  Result<LeaveRoute> route(const LeaveQuestion& question) const;

  /// The route by which training ends early where it cannot go on. Errors: `policy.leave.no_termination`,
  /// `policy.leave.unknown_role`.
  Result<LeaveRoute> termination(const std::string& role = "trainee") const;

 private:
  explicit ApprovalLadder(std::shared_ptr<const CompiledLadder> compiled);
  std::shared_ptr<const CompiledLadder> compiled_;
};

}  // namespace tepei::policy
