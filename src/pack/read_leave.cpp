#include <memory>

#include "pack/sections.hpp"
#include "pack/terms.hpp"

namespace tepei::pack {

namespace {

using policy::DayBound;
using policy::LeaveCap;
using policy::LeaveDefinition;
using policy::LeaveFallback;
using policy::LeaveRole;
using policy::LeaveTier;
using policy::Replacement;
using policy::Termination;

constexpr Field<DayBound> bound_fields[] = {
    {"days", Presence::required, Bearing::aside, into<&DayBound::days, read_decimal>},
    {"inclusive", Presence::required, Bearing::aside, into<&DayBound::inclusive, read_boolean>},
};

void read_bound(Reader& reader, NodeId id, DayBound& bound) {
  read_fields(reader, id, bound_fields, bound);
}

void read_end(Reader& reader, NodeId id, std::optional<DayBound>& bound) {
  read_bound(reader, id, bound.emplace());
}

constexpr Field<LeaveTier> tier_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&LeaveTier::id, read_id>},
    {"kinds", Presence::optional, Bearing::aside, into<&LeaveTier::kinds, read_ids>},
    {"from", Presence::required, Bearing::bears, into<&LeaveTier::from, read_bound>},
    {"to", Presence::optional, Bearing::bears, into<&LeaveTier::to, read_end>},
    {"acts", Presence::required, Bearing::aside, into<&LeaveTier::acts, read_acts>},
    {"effects", Presence::optional, Bearing::aside, into<&LeaveTier::effects, read_ids>},
    {"clause", Presence::required, Bearing::aside, into<&LeaveTier::clause, read_id>},
    {"note", Presence::optional, Bearing::aside, into<&LeaveTier::note, read_local_text>},
};

void read_tier(Reader& reader, NodeId id, LeaveTier& tier) {
  read_fields(reader, id, tier_fields, tier);
}

constexpr Field<Replacement> replacement_fields[] = {
    {"party", Presence::required, Bearing::aside, into<&Replacement::party, read_id>},
    {"by", Presence::required, Bearing::aside, into<&Replacement::by, read_id>},
};

void read_replacement(Reader& reader, NodeId id, Replacement& replacement) {
  read_fields(reader, id, replacement_fields, replacement);
}

constexpr Field<LeaveRole> leave_role_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&LeaveRole::id, read_id>},
    {"label", Presence::required, Bearing::aside, into<&LeaveRole::label, read_local_text>},
    {"replaces", Presence::optional, Bearing::aside,
     into<&LeaveRole::replaces, read_list<Replacement, read_replacement>>},
    {"effects", Presence::optional, Bearing::aside, into<&LeaveRole::effects, read_ids>},
    {"clause", Presence::optional, Bearing::aside, into<&LeaveRole::clause, read_id>},
    {"note", Presence::optional, Bearing::aside, into<&LeaveRole::note, read_local_text>},
};

void read_role(Reader& reader, NodeId id, LeaveRole& role) {
  read_fields(reader, id, leave_role_fields, role);
}

constexpr Field<LeaveCap> cap_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&LeaveCap::id, read_id>},
    {"kinds", Presence::optional, Bearing::aside, into<&LeaveCap::kinds, read_ids>},
    {"to", Presence::required, Bearing::aside, into<&LeaveCap::to, read_bound>},
    {"acts", Presence::optional, Bearing::aside, into<&LeaveCap::acts, read_acts>},
    {"effects", Presence::optional, Bearing::aside, into<&LeaveCap::effects, read_ids>},
    {"clause", Presence::required, Bearing::aside, into<&LeaveCap::clause, read_id>},
    {"note", Presence::optional, Bearing::aside, into<&LeaveCap::note, read_local_text>},
};

void read_cap(Reader& reader, NodeId id, LeaveCap& cap) {
  read_fields(reader, id, cap_fields, cap);
}

constexpr Field<Termination> termination_fields[] = {
    {"acts", Presence::required, Bearing::aside, into<&Termination::acts, read_acts>},
    {"effects", Presence::optional, Bearing::aside, into<&Termination::effects, read_ids>},
    {"clause", Presence::required, Bearing::aside, into<&Termination::clause, read_id>},
    {"note", Presence::optional, Bearing::aside, into<&Termination::note, read_local_text>},
};

void read_termination(Reader& reader, NodeId id, std::optional<Termination>& termination) {
  read_fields(reader, id, termination_fields, termination.emplace());
}

void read_day_count(Reader& reader, NodeId id, policy::DayCount& count) {
  read_choice(reader, id, policy::parse_day_count, {"calendar", "working"}, count);
}

void read_fallback(Reader& reader, NodeId id, std::shared_ptr<const LeaveFallback>& fallback);

constexpr Field<LeaveDefinition> leave_fields[] = {
    {"clause", Presence::required, Bearing::aside, into<&LeaveDefinition::clause, read_id>},
    {"kinds", Presence::optional, Bearing::bears, into<&LeaveDefinition::kinds, read_terms>},
    {"any_kind", Presence::optional, Bearing::aside, into<&LeaveDefinition::any_kind, read_boolean>},
    {"other_kinds_clause", Presence::optional, Bearing::aside, into<&LeaveDefinition::other_kinds_clause, read_id>},
    {"other_kinds_note", Presence::optional, Bearing::aside, into<&LeaveDefinition::other_kinds_note, read_local_text>},
    {"roles", Presence::optional, Bearing::aside, into<&LeaveDefinition::roles, read_list<LeaveRole, read_role>>},
    {"effects", Presence::optional, Bearing::bears, into<&LeaveDefinition::effects, read_terms>},
    {"tiers", Presence::optional, Bearing::bears, into<&LeaveDefinition::tiers, read_list<LeaveTier, read_tier>>},
    {"caps", Presence::optional, Bearing::aside, into<&LeaveDefinition::caps, read_list<LeaveCap, read_cap>>},
    {"termination", Presence::optional, Bearing::aside, into<&LeaveDefinition::termination, read_termination>},
    {"day_count", Presence::optional, Bearing::aside, into<&LeaveDefinition::day_count, read_day_count>},
    {"day_reading", Presence::optional, Bearing::aside, into<&LeaveDefinition::day_reading, read_id>},
    {"documents", Presence::optional, Bearing::aside, into<&LeaveDefinition::documents, read_ids>},
    {"fallback", Presence::optional, Bearing::aside, into<&LeaveDefinition::fallback, read_fallback>},
};

void read_leave_definition(Reader& reader, NodeId id, LeaveDefinition& leave) {
  read_fields(reader, id, leave_fields, leave);
}

constexpr Field<LeaveFallback> fallback_fields[] = {
    {"programme", Presence::required, Bearing::aside, into<&LeaveFallback::programme, read_id>},
    {"title", Presence::required, Bearing::aside, into<&LeaveFallback::title, read_text>},
    {"clauses", Presence::required, Bearing::aside, into<&LeaveFallback::clauses, read_clauses>},
    {"leave", Presence::required, Bearing::aside, into<&LeaveFallback::leave, read_leave_definition>},
};

// A fallback of a fallback would answer under a rule two programmes away: nothing asks for it.
void read_fallback(Reader& reader, NodeId id, std::shared_ptr<const LeaveFallback>& fallback) {
  auto read = std::make_shared<LeaveFallback>();
  read_fields(reader, id, fallback_fields, *read);
  const auto leave = reader.tree().member(id, "leave");
  const auto again = leave ? reader.tree().member(*leave, "fallback") : std::nullopt;
  if (again) reader.refuse_key(*again, "pack.key.out_of_place", "a fallback has no fallback of its own");
  read->leave.fallback.reset();
  fallback = std::move(read);
}

}  // namespace

void read_leave(Reader& reader, NodeId id, std::optional<LeaveDefinition>& leave) {
  read_leave_definition(reader, id, leave.emplace());
}

}  // namespace tepei::pack
