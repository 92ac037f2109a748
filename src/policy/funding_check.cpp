// What can be wrong with a funding schedule.
#include <algorithm>
#include <set>

#include "policy/schedule.hpp"
#include "tepei/policy/party.hpp"

namespace tepei::policy {

namespace {

void check_payer(const FundingDefinition& definition, const std::string& id, const std::string& path,
                 Problems& problems) {
  auto known = ids_of(definition.payers);
  if (id.empty() || find_party(id) != nullptr || std::find(known.begin(), known.end(), id) != known.end()) return;
  for (const Party& party : parties()) known.emplace_back(party.id);
  problems.add("policy.funding.unknown_payer", path, "there is no payer or party " + quoted(id), suggest(id, known));
}

bool is_in_fen(const Decimal& yuan) {
  const auto rounded = yuan.round(2);
  return rounded && Decimal::compare(*rounded, yuan) == 0 && yuan < Decimal(std::int64_t{1'000'000'000'000});
}

void check_item(const FundingDefinition& definition, const FundingItem& item, const ProgrammeText& text,
                const std::string& path, Problems& problems) {
  check_reference(item.item, definition.items, path + "/item", "item", problems);
  check_payer(definition, item.payer, path + "/payer", problems);
  check_payer(definition, item.payee, path + "/payee", problems);
  check_reference(item.timing, definition.timings, path + "/timing", "timing", problems);
  check_reference(item.clause, text.clauses, path + "/clause", "clause", problems);
  if (!definition.grades.empty()) {
    check_references(item.earned_by, definition.grades, path + "/earned_by", "grade", problems);
  }
  if (item.amount && item.amount->is_negative()) {
    problems.add("policy.funding.negative_amount", path + "/amount", "an amount below zero");
  }
  if (item.amount && !is_in_fen(*item.amount)) {
    problems.add("policy.funding.not_in_fen", path + "/amount",
                 "the amount " + item.amount->to_plain_string() + " is no sum of yuan and fen below a million million");
  }
}

void check_tracks(const FundingDefinition& definition, const ProgrammeText& text, Problems& problems) {
  std::set<std::string> seen;
  for (const TrackFunding& track : definition.tracks) {
    const std::string path = "/funding/tracks/" + track.track;
    if (!text.tracks.empty()) check_reference(track.track, text.tracks, path, "track", problems);
    if (!seen.insert(track.track).second) {
      problems.add("policy.id.duplicate", path, "two lists of items for track " + quoted(track.track));
    }
    std::set<std::string> items;
    for (std::size_t i = 0; i < track.items.size(); ++i) {
      check_item(definition, track.items[i], text, at(path, i), problems);
      if (!items.insert(track.items[i].item).second) {
        problems.add("policy.id.duplicate", at(path, i) + "/item",
                     "two of the same item " + quoted(track.items[i].item) + " in " + path);
      }
    }
  }
  for (const Track& track : text.tracks) {
    if (seen.count(track.id) == 0) {
      problems.add("policy.funding.no_track", "/funding/tracks", "track " + quoted(track.id) + " has no items",
                   "where the text gives no rate an item has no `amount`");
    }
  }
}

}  // namespace

void check_funding(const FundingDefinition& definition, const ProgrammeText& text, Problems& problems) {
  const std::string path = "/funding";
  check_reference(definition.clause, text.clauses, path + "/clause", "clause", problems);
  check_terms(definition.items, text, path + "/items", "item", problems);
  check_terms(definition.payers, text, path + "/payers", "payer", problems);
  check_terms(definition.timings, text, path + "/timings", "timing", problems);
  check_terms(definition.grades, text, path + "/grades", "grade", problems);
  check_object_reading(definition.month_reading, {"by_day", "whole_months"}, text, path + "/month_reading", problems);
  if (definition.term_months <= Decimal(0)) {
    problems.add("policy.funding.empty_term", path + "/term_months", "the term has no months");
  }
  check_tracks(definition, text, problems);
  if (!definition.refund) return;
  check_terms(definition.refund->causes, text, path + "/refund/causes", "cause", problems);
  check_terms(definition.refund->consequences, text, path + "/refund/consequences", "consequence", problems);
  check_references(definition.refund->items, definition.items, path + "/refund/items", "item", problems);
  check_reference(definition.refund->clause, text.clauses, path + "/refund/clause", "clause", problems);
}

}  // namespace tepei::policy
