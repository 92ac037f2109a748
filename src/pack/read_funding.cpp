#include "pack/sections.hpp"
#include "pack/terms.hpp"

namespace tepei::pack {

namespace {

using policy::FundingDefinition;
using policy::FundingItem;
using policy::RefundRule;
using policy::TrackFunding;

void read_per(Reader& reader, NodeId id, policy::RatePer& per) {
  read_choice(reader, id, policy::parse_rate_per, {"year", "month"}, per);
}

void read_month_count(Reader& reader, NodeId id, policy::MonthCount& count) {
  read_choice(reader, id, policy::parse_month_count, {"by_day", "whole_months"}, count);
}

constexpr Field<FundingItem> item_fields[] = {
    {"item", Presence::required, Bearing::bears, into<&FundingItem::item, read_id>},
    {"amount", Presence::optional, Bearing::aside, into<&FundingItem::amount, read_number>},
    {"per", Presence::optional, Bearing::aside, into<&FundingItem::per, read_per>},
    {"payer", Presence::optional, Bearing::aside, into<&FundingItem::payer, read_id>},
    {"payee", Presence::optional, Bearing::aside, into<&FundingItem::payee, read_id>},
    {"timing", Presence::optional, Bearing::aside, into<&FundingItem::timing, read_id>},
    {"earned_by", Presence::optional, Bearing::aside, into<&FundingItem::earned_by, read_ids>},
    {"flags", Presence::optional, Bearing::aside, into<&FundingItem::flags, read_ids>},
    {"clause", Presence::required, Bearing::aside, into<&FundingItem::clause, read_id>},
    {"note", Presence::optional, Bearing::aside, into<&FundingItem::note, read_local_text>},
};

// A rate is for something: of an amount it must be said.
void read_item(Reader& reader, NodeId id, FundingItem& item) {
  read_fields(reader, id, item_fields, item);
  const Tree& tree = reader.tree();
  if (reader.at(id).kind != NodeKind::object ||
      tree.member(id, "amount").has_value() == tree.member(id, "per").has_value()) {
    return;
  }
  const bool sound = reader.sound();
  reader.refuse(id, "pack.key.missing", "`amount` and `per` stand together: what the amount is for must be said");
  reader.set_sound(sound);
}

void read_tracks_funding(Reader& reader, NodeId id, std::vector<TrackFunding>& tracks) {
  if (!reader.is(id, NodeKind::object, "an object with a list of items for each track")) return;
  for (const NodeId track : reader.at(id).items) {
    TrackFunding& entry = tracks.emplace_back();
    entry.track = reader.at(track).key;
    read_list<FundingItem, read_item>(reader, track, entry.items);
  }
}

constexpr Field<RefundRule> refund_fields[] = {
    {"causes", Presence::required, Bearing::aside, into<&RefundRule::causes, read_terms>},
    {"consequences", Presence::optional, Bearing::aside, into<&RefundRule::consequences, read_terms>},
    {"items", Presence::optional, Bearing::aside, into<&RefundRule::items, read_ids>},
    {"clause", Presence::required, Bearing::aside, into<&RefundRule::clause, read_id>},
    {"note", Presence::optional, Bearing::aside, into<&RefundRule::note, read_local_text>},
};

void read_refund(Reader& reader, NodeId id, std::optional<RefundRule>& refund) {
  read_fields(reader, id, refund_fields, refund.emplace());
}

constexpr Field<FundingDefinition> funding_fields[] = {
    {"clause", Presence::required, Bearing::aside, into<&FundingDefinition::clause, read_id>},
    {"term_months", Presence::optional, Bearing::aside, into<&FundingDefinition::term_months, read_decimal>},
    {"items", Presence::required, Bearing::bears, into<&FundingDefinition::items, read_terms>},
    {"payers", Presence::optional, Bearing::bears, into<&FundingDefinition::payers, read_terms>},
    {"timings", Presence::optional, Bearing::bears, into<&FundingDefinition::timings, read_terms>},
    {"grades", Presence::optional, Bearing::bears, into<&FundingDefinition::grades, read_terms>},
    {"tracks", Presence::required, Bearing::bears, into<&FundingDefinition::tracks, read_tracks_funding>},
    {"month_count", Presence::optional, Bearing::aside, into<&FundingDefinition::month_count, read_month_count>},
    {"month_reading", Presence::optional, Bearing::aside, into<&FundingDefinition::month_reading, read_id>},
    {"refund", Presence::optional, Bearing::aside, into<&FundingDefinition::refund, read_refund>},
};

}  // namespace

void read_funding(Reader& reader, NodeId id, std::optional<FundingDefinition>& funding) {
  read_fields(reader, id, funding_fields, funding.emplace());
}

}  // namespace tepei::pack
