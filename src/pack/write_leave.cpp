#include "pack/terms.hpp"
#include "pack/write_objects.hpp"
#include "pack/writing.hpp"

namespace tepei::pack {

namespace {

using policy::DayBound;
using policy::LeaveCap;
using policy::LeaveRole;
using policy::LeaveTier;

Json bound_to_json(const DayBound& bound) {
  JsonObject object;
  object.emplace_back("days", Json{bound.days});
  object.emplace_back("inclusive", Json{bound.inclusive});
  return {std::move(object)};
}

// Acts are required also where there are none: nobody acts.
void put_acts(JsonObject& object, const std::vector<policy::Act>& acts) {
  JsonArray written;
  for (const policy::Act& act : acts) written.push_back(act_to_json(act));
  object.emplace_back("acts", Json{std::move(written)});
}

Json tier_to_json(const LeaveTier& tier) {
  JsonObject object;
  put(object, "id", tier.id);
  put_texts(object, "kinds", tier.kinds);
  object.emplace_back("from", bound_to_json(tier.from));
  if (tier.to) object.emplace_back("to", bound_to_json(*tier.to));
  put_acts(object, tier.acts);
  put_texts(object, "effects", tier.effects);
  put(object, "clause", tier.clause);
  put(object, "note", tier.note);
  return {std::move(object)};
}

Json replacement_to_json(const policy::Replacement& replacement) {
  JsonObject object;
  put(object, "party", replacement.party);
  put(object, "by", replacement.by);
  return {std::move(object)};
}

Json leave_role_to_json(const LeaveRole& role) {
  JsonObject object;
  put(object, "id", role.id);
  put(object, "label", role.label);
  put_list(object, "replaces", role.replaces, replacement_to_json);
  put_texts(object, "effects", role.effects);
  put(object, "clause", role.clause);
  put(object, "note", role.note);
  return {std::move(object)};
}

Json cap_to_json(const LeaveCap& cap) {
  JsonObject object;
  put(object, "id", cap.id);
  put_texts(object, "kinds", cap.kinds);
  object.emplace_back("to", bound_to_json(cap.to));
  put_list(object, "acts", cap.acts, act_to_json);
  put_texts(object, "effects", cap.effects);
  put(object, "clause", cap.clause);
  put(object, "note", cap.note);
  return {std::move(object)};
}

Json termination_to_json(const policy::Termination& termination) {
  JsonObject object;
  put_acts(object, termination.acts);
  put_texts(object, "effects", termination.effects);
  put(object, "clause", termination.clause);
  put(object, "note", termination.note);
  return {std::move(object)};
}

Json fallback_to_json(const policy::LeaveFallback& fallback) {
  JsonObject object;
  put(object, "programme", fallback.programme);
  put(object, "title", fallback.title);
  JsonArray clauses;
  for (const policy::Clause& clause : fallback.clauses) clauses.push_back(clause_to_json(clause));
  object.emplace_back("clauses", Json{std::move(clauses)});
  object.emplace_back("leave", leave_to_json(fallback.leave));
  return {std::move(object)};
}

}  // namespace

Json leave_to_json(const policy::LeaveDefinition& leave) {
  JsonObject object;
  put(object, "clause", leave.clause);
  put_list(object, "kinds", leave.kinds, term_to_json);
  put_flag(object, "any_kind", leave.any_kind);
  put(object, "other_kinds_clause", leave.other_kinds_clause);
  put(object, "other_kinds_note", leave.other_kinds_note);
  put_list(object, "roles", leave.roles, leave_role_to_json);
  put_list(object, "effects", leave.effects, term_to_json);
  put_list(object, "tiers", leave.tiers, tier_to_json);
  put_list(object, "caps", leave.caps, cap_to_json);
  if (leave.termination) object.emplace_back("termination", termination_to_json(*leave.termination));
  if (leave.day_count != policy::DayCount::calendar) put(object, "day_count", policy::to_string(leave.day_count));
  put(object, "day_reading", leave.day_reading);
  put_texts(object, "documents", leave.documents);
  if (leave.fallback) object.emplace_back("fallback", fallback_to_json(*leave.fallback));
  return {std::move(object)};
}

}  // namespace tepei::pack
