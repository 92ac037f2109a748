#include "pack/terms.hpp"
#include "pack/write_objects.hpp"
#include "pack/writing.hpp"

namespace tepei::pack {

namespace {

Json item_to_json(const policy::FundingItem& item) {
  JsonObject object;
  put(object, "item", item.item);
  if (item.amount) {
    object.emplace_back("amount", Json{*item.amount});
    put(object, "per", policy::to_string(item.per));
  }
  put(object, "payer", item.payer);
  put(object, "payee", item.payee);
  put(object, "timing", item.timing);
  put_texts(object, "earned_by", item.earned_by);
  put_texts(object, "flags", item.flags);
  put(object, "clause", item.clause);
  put(object, "note", item.note);
  return {std::move(object)};
}

Json tracks_to_json(const std::vector<policy::TrackFunding>& tracks) {
  JsonObject object;
  for (const policy::TrackFunding& track : tracks) {
    JsonArray items;
    for (const policy::FundingItem& item : track.items) items.push_back(item_to_json(item));
    object.emplace_back(track.track, Json{std::move(items)});
  }
  return {std::move(object)};
}

Json refund_to_json(const policy::RefundRule& refund) {
  JsonObject object;
  JsonArray causes;
  for (const policy::Term& cause : refund.causes) causes.push_back(term_to_json(cause));
  object.emplace_back("causes", Json{std::move(causes)});
  put_list(object, "consequences", refund.consequences, term_to_json);
  put_texts(object, "items", refund.items);
  put(object, "clause", refund.clause);
  put(object, "note", refund.note);
  return {std::move(object)};
}

}  // namespace

Json funding_to_json(const policy::FundingDefinition& funding) {
  const policy::FundingDefinition defaults;
  JsonObject object;
  put(object, "clause", funding.clause);
  if (funding.term_months != defaults.term_months) object.emplace_back("term_months", Json{funding.term_months});
  JsonArray items;
  for (const policy::Term& item : funding.items) items.push_back(term_to_json(item));
  object.emplace_back("items", Json{std::move(items)});
  put_list(object, "payers", funding.payers, term_to_json);
  put_list(object, "timings", funding.timings, term_to_json);
  put_list(object, "grades", funding.grades, term_to_json);
  object.emplace_back("tracks", tracks_to_json(funding.tracks));
  if (funding.month_count != defaults.month_count) {
    put(object, "month_count", policy::to_string(funding.month_count));
  }
  put(object, "month_reading", funding.month_reading);
  if (funding.refund) object.emplace_back("refund", refund_to_json(*funding.refund));
  return {std::move(object)};
}

}  // namespace tepei::pack
