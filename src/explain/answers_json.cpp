#include "explain/json_parts.hpp"
#include "tepei/explain/answers.hpp"

namespace tepei::explain {

namespace {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json act(const policy::Act& act) {
  return {{"kind", to_string(act.kind)}, {"party", act.party}, {"written", act.written}};
}

Json term(const policy::Term& term) {
  return {{"id", term.id}, {"label", local(term.label)}};
}

Json place(const std::optional<std::size_t>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json route_effect(const policy::RouteEffect& effect) {
  return {{"reading", effect.reading}, {"option", effect.option}, {"tier", place(effect.tier)}};
}

Json route_json(const policy::LeaveRoute& route) {
  Json block = nullptr;
  if (route.block) block = {{"first", route.block->first.to_string()}, {"last", route.block->last.to_string()}};
  return {{"programme", route.heading.programme},
          {"status", to_string(route.heading.status)},
          {"outcome", to_string(route.outcome)},
          {"rule", text_or_null(route.rule)},
          {"tier", place(route.tier)},
          {"kind", text_or_null(route.kind)},
          {"role", route.role},
          {"days", number(route.days)},
          {"block", block},
          {"merged", route.merged},
          {"total", number(route.total)},
          {"acts", array(route.acts, act)},
          {"effects", route.effects},
          {"cite", route.cite},
          {"text", route.text},
          {"missing_documents", route.missing_documents},
          {"fallback", route.fallback ? route_json(*route.fallback) : Json(nullptr)},
          {"reading_sensitive", route.reading_sensitive},
          {"reading_effects", array(route.reading_effects, route_effect)},
          {"readings", readings(route.readings)},
          {"notes", array(route.notes, local)}};
}

Json reason(const policy::GradeReason& reason) {
  return {{"rule", text_or_null(reason.rule)},
          {"label", local(reason.label)},
          {"cite", reason.cite},
          {"text", reason.text}};
}

Json consequence(const policy::Consequence& consequence) {
  return {{"kind", to_string(consequence.kind)},
          {"id", consequence.id},
          {"label", local(consequence.label)},
          {"conditions", array(consequence.conditions, term)},
          {"reach", local(consequence.reach)},
          {"parties", consequence.parties},
          {"cite", consequence.cite},
          {"text", consequence.text}};
}

Json score(const policy::AssessorScore& score) {
  return {{"score", score.score},
          {"label", local(score.label)},
          {"party", score.party},
          {"value", number(score.value)},
          {"cite", score.cite}};
}

Json grade_effect(const policy::GradeEffect& effect) {
  return {{"reading", effect.reading}, {"option", effect.option}, {"grade", effect.grade}};
}

Json line(const policy::FundingLine& line) {
  return {{"item", line.item},
          {"rule", line.rule},
          {"label", local(line.label)},
          {"amount", number(line.amount)},
          {"rate", number(line.rate)},
          {"per", line.rate ? Json(to_string(line.per)) : Json(nullptr)},
          {"payer", text_or_null(line.payer)},
          {"payee", text_or_null(line.payee)},
          {"timing", text_or_null(line.timing)},
          {"cite", line.cite},
          {"text", line.text},
          {"flags", line.flags},
          {"notes", array(line.notes, local)}};
}

Json funding_effect(const policy::FundingEffect& effect) {
  return {{"reading", effect.reading}, {"option", effect.option}, {"total", number(effect.total)}};
}

Json row(const policy::BudgetRow& row) {
  return {{"track", row.track},
          {"item", row.item},
          {"heads", row.heads},
          {"each", number(row.each)},
          {"amount", number(row.amount)},
          {"payer", text_or_null(row.payer)},
          {"payee", text_or_null(row.payee)}};
}

Json sum(const policy::BudgetSum& sum) {
  return {{"payer", text_or_null(sum.payer)},
          {"payee", text_or_null(sum.payee)},
          {"amount", number(sum.amount)},
          {"unstated", sum.unstated}};
}

std::string written(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const policy::LeaveRoute& route, int indent) {
  return written(route_json(route), indent);
}

std::string to_json(const policy::GradeAnswer& answer, int indent) {
  const Json json = {{"programme", answer.heading.programme},
                     {"status", to_string(answer.heading.status)},
                     {"role", answer.role},
                     {"grade", answer.grade},
                     {"label", local(answer.label)},
                     {"reasons", array(answer.reasons, reason)},
                     {"benefits", answer.benefits},
                     {"sanctions", answer.sanctions},
                     {"certificates", answer.certificates},
                     {"consequences", array(answer.consequences, consequence)},
                     {"missing", answer.missing},
                     {"missing_documents", answer.missing_documents},
                     {"reading_sensitive", answer.reading_sensitive},
                     {"reading_effects", array(answer.reading_effects, grade_effect)},
                     {"readings", readings(answer.readings)},
                     {"scores", array(answer.scores, score)},
                     {"acts", array(answer.acts, act)},
                     {"warnings", array(answer.warnings, local)},
                     {"notes", array(answer.notes, local)}};
  return written(json, indent);
}

std::string to_json(const policy::Entitlement& entitlement, int indent) {
  const Json json = {{"programme", entitlement.heading.programme},
                     {"status", to_string(entitlement.heading.status)},
                     {"track", entitlement.track},
                     {"months", number(entitlement.months)},
                     {"days", entitlement.days},
                     {"grade", text_or_null(entitlement.grade)},
                     {"items", array(entitlement.items, line)},
                     {"total", number(entitlement.total)},
                     {"reading_sensitive", entitlement.reading_sensitive},
                     {"reading_effects", array(entitlement.reading_effects, funding_effect)},
                     {"readings", readings(entitlement.readings)}};
  return written(json, indent);
}

std::string to_json(const policy::Budget& budget, int indent) {
  Json heads = Json::object();
  for (const auto& [track, count] : budget.heads) heads[track] = count;
  const Json json = {{"programme", budget.heading.programme},
                     {"status", to_string(budget.heading.status)},
                     {"heads", heads},
                     {"rows", array(budget.rows, row)},
                     {"sums", array(budget.sums, sum)},
                     {"total", number(budget.total)}};
  return written(json, indent);
}

std::string to_json(const policy::Refund& refund, int indent) {
  const Json json = {{"programme", refund.heading.programme},
                     {"status", to_string(refund.heading.status)},
                     {"track", refund.track},
                     {"cause", refund.cause},
                     {"label", local(refund.cause_label)},
                     {"spent", number(refund.spent)},
                     {"items", array(refund.items, line)},
                     {"consequences", array(refund.consequences, term)},
                     {"flags", refund.flags},
                     {"cite", refund.cite},
                     {"text", refund.text},
                     {"notes", array(refund.notes, local)}};
  return written(json, indent);
}

}  // namespace tepei::explain
