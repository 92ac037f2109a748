#include "pack/write_facts.hpp"

#include <set>
#include <string>
#include <utility>

#include "pack/fact_words.hpp"
#include "pack/writing.hpp"

namespace tepei::pack {

namespace {

using facts::FactDefinition;

Json spelling_to_json(const facts::Spelling& spelling) {
  JsonObject object;
  put(object, "text", spelling.text);
  if (spelling.meaning != facts::SpellingMeaning::member) put(object, "meaning", to_string(spelling.meaning));
  put(object, "target", spelling.target);
  put(object, "note", policy::LocalText{spelling.note, spelling.note_en});
  return {std::move(object)};
}

Json member_to_json(const EnumMember& member) {
  JsonObject object;
  put(object, "id", member.id);
  put(object, "label", member.label);
  return {std::move(object)};
}

Json default_to_json(const Value& value) {
  if (const bool* boolean = value.get_if<bool>()) return {*boolean};
  if (const Decimal* number = value.get_if<Decimal>()) return {*number};
  if (const Date* date = value.get_if<Date>()) return {date->to_string()};
  if (const EnumValue* member = value.get_if<EnumValue>()) return {member->id()};
  const std::string* text = value.text();
  return {text == nullptr ? std::string() : *text};
}

}  // namespace

std::vector<FactDefinition> own_facts(const facts::FactSchema& schema) {
  std::set<std::string> standard;
  for (const FactDefinition& fact : facts::standard_facts()) standard.insert(fact.id);
  std::vector<FactDefinition> own;
  for (const FactDefinition& fact : schema.definitions()) {
    if (standard.count(fact.id) == 0) own.push_back(fact);
  }
  return own;
}

Json fact_to_json(const FactDefinition& fact) {
  JsonObject object;
  put(object, "id", fact.id);
  put(object, "label", fact.label);
  put_texts(object, "headers", fact.headers);
  put(object, "kind", to_string(fact.kind));
  if (fact.domain != nullptr) {
    put_list(object, "values", fact.domain->members(), member_to_json);
    put_flag(object, "ordered", fact.domain->ordered());
  }
  put_list(object, "spellings", fact.spellings, spelling_to_json);
  put_texts(object, "prefixes", fact.prefixes);
  if (fact.digits > 0) object.emplace_back("digits", Json{Decimal(static_cast<std::int64_t>(fact.digits))});
  if (fact.minimum) object.emplace_back("minimum", Json{*fact.minimum});
  if (fact.maximum) object.emplace_back("maximum", Json{*fact.maximum});
  put_flag(object, "not_after_as_of", fact.not_after_as_of);
  if (fact.default_value) object.emplace_back("default", default_to_json(*fact.default_value));
  put_flag(object, "carried_only", fact.carried_only);
  return {std::move(object)};
}

}  // namespace tepei::pack
