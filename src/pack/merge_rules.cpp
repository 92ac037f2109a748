#include "pack/merge_rules.hpp"

#include <algorithm>
#include <array>

namespace tepei::pack {

namespace {

struct Entry {
  std::string_view path;
  std::string_view key;  // empty: any, for the keys are ids of tracks
  MergeRule rule;
};

constexpr MergeRule object{MergeWay::object, {}};
constexpr MergeRule by_id{MergeWay::list, "id"};
constexpr MergeRule by_item{MergeWay::list, "item"};

// Texts, bounds, acts and the like stand here nowhere: half of one would mean what neither pack says.
constexpr std::array<Entry, 30> entries{{
    {"", "facts", by_id},
    {"", "documents", by_id},
    {"", "readings", by_id},
    {"", "tables", by_id},
    {"", "derived", by_id},
    {"", "tracks", by_id},
    {"", "eligibility", object},
    {"", "leave", object},
    {"", "assessment", object},
    {"", "funding", object},
    {"", "clauses", by_id},
    {"eligibility", "", by_id},
    {"leave", "kinds", by_id},
    {"leave", "roles", by_id},
    {"leave", "effects", by_id},
    {"leave", "tiers", by_id},
    {"leave", "caps", by_id},
    {"assessment", "scores", by_id},
    {"assessment", "grades", by_id},
    {"assessment", "roles", by_id},
    {"assessment", "violations", by_id},
    {"assessment", "benefits", by_id},
    {"assessment", "sanctions", by_id},
    {"assessment", "certificates", by_id},
    {"funding", "items", by_id},
    {"funding", "payers", by_id},
    {"funding", "timings", by_id},
    {"funding", "grades", by_id},
    {"funding", "tracks", object},
    {"funding.tracks", "", by_item},
}};

}  // namespace

MergeRule merge_rule(std::string_view path, std::string_view key) {
  const auto* const found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.path == path && (entry.key.empty() || entry.key == key);
  });
  return found == entries.end() ? MergeRule{} : found->rule;
}

}  // namespace tepei::pack
