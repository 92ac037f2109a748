// What can be wrong with an approval ladder.
#include <algorithm>

#include "policy/leave_ladder.hpp"

namespace tepei::policy {

namespace {

std::string days_text(const Decimal& days) {
  return days.to_plain_string();
}

// Where no tier ends and none begins, whatever lies there has no answer or two.
void check_joint(const DayBound& end, const DayBound& begin, const std::string& kind, const std::string& path,
                 Problems& problems) {
  const std::string of = kind.empty() ? std::string() : " for leave of kind " + quoted(kind);
  if (begin.days == end.days) {
    if (begin.inclusive && end.inclusive) {
      problems.add("policy.leave.overlap", path, days_text(end.days) + " days stand in two tiers" + of,
                   "let one of the two bounds be inclusive");
    } else if (!begin.inclusive && !end.inclusive) {
      problems.add("policy.leave.gap", path, days_text(end.days) + " days stand in no tier" + of,
                   "let one of the two bounds be inclusive");
    }
  } else if (begin.days < end.days) {
    problems.add(
        "policy.leave.overlap", path,
        "leaves from " + days_text(begin.days) + " to " + days_text(end.days) + " days stand in two tiers" + of,
        "tiers stand from the shortest leave to the longest");
  } else {
    problems.add("policy.leave.gap", path,
                 "leaves from " + days_text(end.days) + " to " + days_text(begin.days) + " days stand in no tier" + of);
  }
}

// The tiers of one kind cover every length once.
void check_cover(const LeaveDefinition& definition, const std::string& kind, const std::string& path,
                 Problems& problems) {
  std::optional<DayBound> end = DayBound{Decimal(0), true};
  std::string last = path;
  for (std::size_t i = 0; i < definition.tiers.size(); ++i) {
    const LeaveTier& tier = definition.tiers[i];
    if (!is_for(definition, tier, kind)) continue;
    last = at(path, i);
    if (!end) {
      problems.add("policy.leave.overlap", last, "the tier before this one has no upper end",
                   "tiers stand from the shortest leave to the longest");
      return;
    }
    check_joint(*end, tier.from, kind, last + "/from", problems);
    end = tier.to;
  }
  if (!end) return;
  const std::string longest = end->inclusive ? "longer than " : "of ";
  problems.add("policy.leave.gap", last,
               "leaves " + longest + days_text(end->days) + " days" + (end->inclusive ? "" : " and more") +
                   " stand in no tier" + (kind.empty() ? std::string() : " for leave of kind " + quoted(kind)),
               "the last tier has no `to`");
}

void check_tier(const LeaveDefinition& definition, const LeaveTier& tier, const ProgrammeText& text,
                const std::string& path, Problems& problems) {
  check_references(tier.kinds, definition.kinds, path + "/kinds", "kind", problems);
  check_references(tier.effects, definition.effects, path + "/effects", "effect", problems);
  check_parties(tier.acts, text.clauses, path + "/acts", problems);
  check_reference(tier.clause, text.clauses, path + "/clause", "clause", problems);
  const bool empty = tier.to && (tier.to->days < tier.from.days ||
                                 (tier.to->days == tier.from.days && !(tier.to->inclusive && tier.from.inclusive)));
  if (empty) problems.add("policy.leave.empty_tier", path, "no leave is long enough and short enough for this tier");
}

void check_roles(const LeaveDefinition& definition, const ProgrammeText& text, const std::string& path,
                 Problems& problems) {
  check_ids(definition.roles, path, "role", problems);
  for (std::size_t i = 0; i < definition.roles.size(); ++i) {
    const LeaveRole& role = definition.roles[i];
    check_references(role.effects, definition.effects, at(path, i) + "/effects", "effect", problems);
    check_reference(role.clause, text.clauses, at(path, i) + "/clause", "clause", problems);
    for (std::size_t j = 0; j < role.replaces.size(); ++j) {
      const std::string place = at(at(path, i) + "/replaces", j);
      check_party(role.replaces[j].party, place + "/party", problems);
      check_party(role.replaces[j].by, place + "/by", problems);
    }
  }
}

void check_caps(const LeaveDefinition& definition, const ProgrammeText& text, const std::string& path,
                Problems& problems) {
  check_ids(definition.caps, path, "cap", problems);
  for (std::size_t i = 0; i < definition.caps.size(); ++i) {
    const LeaveCap& cap = definition.caps[i];
    check_references(cap.kinds, definition.kinds, at(path, i) + "/kinds", "kind", problems);
    check_references(cap.effects, definition.effects, at(path, i) + "/effects", "effect", problems);
    check_parties(cap.acts, text.clauses, at(path, i) + "/acts", problems);
    check_reference(cap.clause, text.clauses, at(path, i) + "/clause", "clause", problems);
  }
}

}  // namespace

bool is_for(const std::vector<std::string>& kinds, const std::string& kind) {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool is_for(const LeaveDefinition& definition, const LeaveTier& tier, const std::string& kind) {
  const auto names = [&kind](const LeaveTier& each) {
    return std::find(each.kinds.begin(), each.kinds.end(), kind) != each.kinds.end();
  };
  if (!tier.kinds.empty()) return names(tier);
  return std::none_of(definition.tiers.begin(), definition.tiers.end(), names);
}

bool takes_any_kind(const LeaveDefinition& definition) {
  return definition.any_kind || definition.kinds.empty();
}

bool holds(const LeaveTier& tier, const Decimal& days) {
  const int low = Decimal::compare(days, tier.from.days);
  if (low < 0 || (low == 0 && !tier.from.inclusive)) return false;
  if (!tier.to) return true;
  const int high = Decimal::compare(days, tier.to->days);
  return high < 0 || (high == 0 && tier.to->inclusive);
}

void check_leave(const LeaveDefinition& definition, const ProgrammeText& text, const std::string& path,
                 Problems& problems) {
  check_reference(definition.clause, text.clauses, path + "/clause", "clause", problems);
  check_reference(definition.other_kinds_clause, text.clauses, path + "/other_kinds_clause", "clause", problems);
  check_terms(definition.kinds, text, path + "/kinds", "kind", problems);
  check_terms(definition.effects, text, path + "/effects", "effect", problems);
  check_documents(definition.documents, text.documents, path, problems);
  check_object_reading(definition.day_reading, {"calendar", "working"}, text, path + "/day_reading", problems);
  check_roles(definition, text, path + "/roles", problems);
  check_caps(definition, text, path + "/caps", problems);
  if (const auto& termination = definition.termination) {
    check_parties(termination->acts, text.clauses, path + "/termination/acts", problems);
    check_references(termination->effects, definition.effects, path + "/termination/effects", "effect", problems);
    check_reference(termination->clause, text.clauses, path + "/termination/clause", "clause", problems);
  }
  check_ids(definition.tiers, path + "/tiers", "tier", problems);
  for (std::size_t i = 0; i < definition.tiers.size(); ++i) {
    check_tier(definition, definition.tiers[i], text, at(path + "/tiers", i), problems);
  }
  if (definition.tiers.empty()) {
    if (definition.documents.empty()) {
      problems.add("policy.leave.no_tiers", path, "no tier says who grants leave",
                   "give `tiers`, or the `documents` that the text leaves it to");
    }
    return;
  }
  const bool alike = std::all_of(definition.tiers.begin(), definition.tiers.end(),
                                 [](const LeaveTier& tier) { return tier.kinds.empty(); });
  if (alike || takes_any_kind(definition)) check_cover(definition, {}, path + "/tiers", problems);
  if (alike) return;
  for (const Term& kind : definition.kinds) check_cover(definition, kind.id, path + "/tiers", problems);
}

}  // namespace tepei::policy
