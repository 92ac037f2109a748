#include "tepei/pack/dump.hpp"

#include <openssl/evp.h>

#include <array>
#include <string_view>
#include <utility>

#include "pack/json.hpp"
#include "pack/write_facts.hpp"
#include "pack/write_objects.hpp"
#include "pack/write_tables.hpp"
#include "pack/writing.hpp"

namespace tepei::pack {

namespace {

Json to_json(const policy::Instrument& instrument) {
  JsonObject object;
  put(object, "title", instrument.title);
  put(object, "number", instrument.number);
  put(object, "issuer", instrument.issuer);
  put(object, "issued", instrument.issued);
  put(object, "effective_from", instrument.effective_from);
  put(object, "effective_to", instrument.effective_to);
  put(object, "status", policy::to_string(instrument.status));
  put(object, "applies_to", instrument.applies_to);
  put(object, "source_digest", instrument.source_digest);
  return {std::move(object)};
}

Json to_json(const policy::Document& document) {
  JsonObject object;
  put(object, "id", document.id);
  put(object, "title", document.title);
  put(object, "clause", document.clause);
  return {std::move(object)};
}

Json to_json(const policy::ReadingOption& option) {
  JsonObject object;
  put(object, "id", option.id);
  put(object, "text", option.text);
  return {std::move(object)};
}

Json to_json(const policy::Reading& reading) {
  JsonObject object;
  put(object, "id", reading.id);
  put_list(object, "options", reading.options, [](const auto& option) { return to_json(option); });
  put(object, "reason", reading.reason);
  put(object, "clause", reading.clause);
  return {std::move(object)};
}

Json to_json(const policy::DerivedFact& fact) {
  JsonObject object;
  put(object, "id", fact.id);
  put(object, "label", fact.label);
  put(object, "expression", fact.expression);
  put(object, "clause", fact.clause);
  put(object, "source", fact.source);
  return {std::move(object)};
}

Json to_json(const policy::Track& track) {
  JsonObject object;
  put(object, "id", track.id);
  put(object, "label", track.label);
  return {std::move(object)};
}

Json to_json(const policy::Rule& rule) {
  JsonObject object;
  put(object, "when", rule.when);
  put(object, "outcome", policy::to_string(rule.outcome));
  put(object, "note", rule.note);
  return {std::move(object)};
}

Json to_json(const policy::Criterion& criterion) {
  JsonObject object;
  put(object, "id", criterion.id);
  put(object, "label", criterion.label);
  put(object, "clause", criterion.clause);
  put_list(object, "rules", criterion.rules, [](const auto& rule) { return to_json(rule); });
  // Without rules the loader wants the outcome said.
  if (criterion.otherwise != policy::Outcome::not_met || criterion.rules.empty()) {
    put(object, "otherwise", policy::to_string(criterion.otherwise));
  }
  put(object, "otherwise_note", criterion.otherwise_note);
  put(object, "authority", criterion.authority);
  put_texts(object, "documents", criterion.documents);
  return {std::move(object)};
}

Json to_json(const policy::Clause& clause) {
  return clause_to_json(clause);
}

Json to_json(const std::vector<policy::TrackCriteria>& eligibility) {
  JsonObject object;
  for (const policy::TrackCriteria& entry : eligibility) {
    JsonArray criteria;
    for (const policy::Criterion& criterion : entry.criteria) criteria.push_back(to_json(criterion));
    object.emplace_back(entry.track, Json{std::move(criteria)});
  }
  return {std::move(object)};
}

Json to_json(const policy::Programme& programme) {
  const policy::EligibilityDefinition& definition = programme.eligibility.definition();
  const auto item = [](const auto& value) { return to_json(value); };
  JsonObject object;
  object.emplace_back("format", Json{Decimal(1)});
  put(object, "id", programme.id);
  object.emplace_back("instrument", to_json(programme.instrument));
  put_list(object, "facts", own_facts(*definition.facts), [](const auto& fact) { return fact_to_json(fact); });
  put_list(object, "documents", definition.documents, item);
  put_list(object, "readings", definition.readings, item);
  put_list(object, "tables", definition.tables, table_to_json);
  put_list(object, "derived", definition.derived, item);
  put_list(object, "tracks", definition.tracks, item);
  object.emplace_back("eligibility", to_json(definition.eligibility));
  if (programme.leave) object.emplace_back("leave", leave_to_json(programme.leave->definition()));
  if (programme.assessment) {
    object.emplace_back("assessment", assessment_to_json(programme.assessment->definition()));
  }
  if (programme.funding) object.emplace_back("funding", funding_to_json(programme.funding->definition()));
  put_list(object, "clauses", definition.clauses, item);
  return {std::move(object)};
}

std::string sha256(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int size = 0;
  if (EVP_Digest(text.data(), text.size(), bytes.data(), &size, EVP_sha256(), nullptr) != 1) return {};
  constexpr std::string_view hex = "0123456789abcdef";
  std::string digits;
  for (std::size_t i = 0; i < size; ++i) (digits += hex[bytes[i] / 16U]) += hex[bytes[i] % 16U];
  return digits;
}

}  // namespace

Json clause_to_json(const policy::Clause& clause) {
  JsonObject object;
  put(object, "id", clause.id);
  put(object, "cite", clause.cite);
  put(object, "text", clause.text);
  put(object, "kind", policy::to_string(clause.kind));
  put_texts(object, "rules", clause.rules);
  return {std::move(object)};
}

std::string dump(const policy::Programme& programme) {
  return to_readable(to_json(programme));
}

std::string canonical(const policy::Programme& programme) {
  return to_canonical(to_json(programme));
}

std::string digest(const policy::Programme& programme) {
  return sha256(canonical(programme));
}

}  // namespace tepei::pack
