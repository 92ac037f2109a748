/// Who grants leave, as it is written down: what a pack holds, and what a developer fills in by hand.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tepei/policy/act.hpp"
#include "tepei/policy/instrument.hpp"
#include "tepei/value/decimal.hpp"

namespace tepei::policy {

/// Which days of a leave count.
enum class DayCount : std::uint8_t { calendar, working };

std::string_view to_string(DayCount count);
std::optional<DayCount> parse_day_count(std::string_view text);

/// One end of a tier. Every bound says for itself whether it belongs to the tier.
struct DayBound {
  Decimal days;
  bool inclusive = false;
};

/// The acts for leaves of some length.
struct LeaveTier {
  std::string id;                  ///< `up_to_3`: the rule `leave.up_to_3`
  std::vector<std::string> kinds;  ///< which kinds of leave it is for; empty: all that no tier names
  DayBound from;                   ///< the lower end
  std::optional<DayBound> to;      ///< the upper end; nothing where there is none
  std::vector<Act> acts;           ///< in the order of the text
  std::vector<std::string> effects;
  std::string clause;
  LocalText note;  ///< said in the answer; may be empty
};

/// A party whose acts another party does in its place.
struct Replacement {
  std::string party;
  std::string by;
};

/// Who asks for leave.
struct LeaveRole {
  std::string id;  ///< `group_leader`
  LocalText label;
  std::vector<Replacement> replaces;  ///< nobody consents to their own leave
  std::vector<std::string> effects;   ///< said where a replacement is made
  std::string clause;                 ///< what the replacement rests on
  LocalText note;
};

/// What all leaves together may come to.
struct LeaveCap {
  std::string id;                  ///< the rule `leave.<id>`
  std::vector<std::string> kinds;  ///< which kinds of leave count; empty: all
  DayBound to;                     ///< how many days the cap allows
  std::vector<Act> acts;           ///< the route of a leave beyond it; empty: it is referred
  std::vector<std::string> effects;
  std::string clause;
  LocalText note;
};

/// How training ends early where it cannot go on: the rule `leave.termination`.
struct Termination {
  std::vector<Act> acts;
  std::vector<std::string> effects;
  std::string clause;
  LocalText note;
};

struct LeaveFallback;

/// Everything an approval ladder is made from.
struct LeaveDefinition {
  std::string clause;              ///< of the whole
  std::vector<Term> kinds;         ///< kinds of leave the text names
  bool any_kind = false;           ///< whether a kind it does not name goes the same way; else it is referred
  std::string other_kinds_clause;  ///< what a kind not named is referred under
  LocalText other_kinds_note;      ///< said then
  std::vector<LeaveRole> roles;    ///< empty: `trainee` alone
  std::vector<Term> effects;       ///< the effects that tiers, roles and caps name
  std::vector<LeaveTier> tiers;    ///< for each kind from the shortest leave to the longest, without gap or overlap
  std::vector<LeaveCap> caps;      ///< on running totals
  std::optional<Termination> termination;
  DayCount day_count = DayCount::calendar;
  std::string day_reading;  ///< id of a reading with the options `calendar` and `working`; goes before
                            ///< `day_count`; may be empty
  std::vector<std::string>
      documents;  ///< ids of documents not at hand; where there are any every route is undetermined
  std::shared_ptr<const LeaveFallback> fallback;  ///< what another programme's rule would give meanwhile; may be null
};

/// The ladder of another programme, with the part of its text that it cites.
struct LeaveFallback {
  std::string programme;
  std::string title;  ///< of its instrument
  std::vector<Clause> clauses;
  LeaveDefinition leave;
};

/// The rules of a definition with the clause each carries: `leave.up_to_3` and `19`. Clauses name them in `rules`.
std::vector<std::pair<std::string, std::string>> rules_of(const LeaveDefinition& definition);

}  // namespace tepei::policy
