#include "tepei/explain/json.hpp"

#include <string_view>

#include "explain/json_parts.hpp"

namespace tepei::explain {

namespace {

Json value_json(const Value& value) {
  if (!value.is_known()) return nullptr;
  if (const auto* truth = value.get_if<bool>()) return *truth;
  if (const auto* decimal = value.get_if<Decimal>()) return number(*decimal);
  if (const auto* member = value.get_if<EnumValue>()) return member->id();
  if (const auto* date = value.get_if<Date>()) return date->to_string();
  if (const std::string* text = value.text()) return *text;
  if (const List* list = value.list()) {
    Json items = Json::array();
    for (const Value& item : *list) items.push_back(value_json(item));
    return items;
  }
  if (const Context* context = value.context()) {
    Json entries = Json::object();
    for (const auto& [key, entry] : *context) entries[key] = value_json(entry);
    return entries;
  }
  return to_feel(value);
}

std::string_view truth_id(const Value& value) {
  if (value.is_unknown()) return "unknown";
  const bool* truth = value.get_if<bool>();
  if (truth == nullptr) return "null";
  return *truth ? "true" : "false";
}

std::string_view connective_id(feel::Connective connective) {
  switch (connective) {
    case feel::Connective::atom:
      return "atom";
    case feel::Connective::conjunction:
      return "conjunction";
    case feel::Connective::disjunction:
      return "disjunction";
    case feel::Connective::negation:
      return "negation";
    case feel::Connective::conditional:
      return "conditional";
  }
  return "atom";
}

Json value_read(const policy::ValueRead& value) {
  return {{"id", value.id},
          {"label", local(value.label)},
          {"value", value_json(value.value)},
          {"known", !value.value.is_unknown()},
          {"derived", value.derived},
          {"cite", value.cite}};
}

Json part_read(const policy::PartRead& part) {
  return {{"connective", connective_id(part.connective)},
          {"text", part.text},
          {"value", part.value ? Json(truth_id(*part.value)) : Json(nullptr)},
          {"parts", array(part.parts, part_read)}};
}

Json rule_read(const policy::RuleRead& rule) {
  return {
      {"outcome", to_string(rule.outcome)}, {"holds", truth_id(rule.holds)}, {"condition", part_read(rule.condition)}};
}

Json reading_effect(const policy::ReadingEffect& effect) {
  return {{"reading", effect.reading}, {"option", effect.option}, {"outcome", to_string(effect.outcome)}};
}

Json diagnostic(const Diagnostic& problem) {
  return {{"code", problem.code}, {"message", problem.message}, {"help", problem.help}, {"path", problem.path}};
}

Json finding(const policy::Finding& finding) {
  return {{"criterion", finding.criterion},
          {"label", local(finding.label)},
          {"outcome", to_string(finding.outcome)},
          {"cite", finding.cite},
          {"text", finding.text},
          {"missing", finding.missing},
          {"missing_documents", finding.missing_documents},
          {"authority", finding.authority.empty() ? Json(nullptr) : Json(finding.authority)},
          {"reading_sensitive", finding.reading_sensitive},
          {"readings", array(finding.readings, reading_effect)},
          {"values", array(finding.values, value_read)},
          {"rules", array(finding.rules, rule_read)},
          {"notes", array(finding.notes, local)},
          {"diagnostics", array(finding.diagnostics, diagnostic)}};
}

}  // namespace

std::string to_json(const policy::Decision& decision, int indent) {
  const Json object = {{"programme", decision.programme},
                       {"status", to_string(decision.status)},
                       {"track", decision.track},
                       {"as_of", decision.as_of.to_string()},
                       {"verdict", to_string(decision.verdict)},
                       {"missing", decision.missing},
                       {"missing_documents", decision.missing_documents},
                       {"reading_sensitive", decision.reading_sensitive},
                       {"readings", readings(decision.readings)},
                       {"notes", array(decision.notes, local)},
                       {"findings", array(decision.findings, finding)}};
  return object.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tepei::explain
