#include "explain/answer_outline.hpp"
#include "tepei/explain/answers.hpp"

namespace tepei::explain {

namespace {

using policy::LeaveRoute;
using policy::RouteOutcome;

bool is_termination(const LeaveRoute& route) {
  return route.rule == "leave.termination" || (!route.days && !route.block && route.kind.empty());
}

std::string result(const LeaveRoute& route, const AnswerOutline& outline) {
  if (route.outcome == RouteOutcome::undetermined) return outline.word(Phrase::leave_open);
  if (route.tier) return outline.fill(Phrase::leave_tier, {std::to_string(*route.tier)});
  if (route.outcome == RouteOutcome::routed) return outline.word(Phrase::as_below);
  return outline.word(route.rule.empty() ? Phrase::leave_referred : Phrase::leave_capped);
}

std::string headline(const LeaveRoute& route, const AnswerOutline& outline) {
  if (is_termination(route)) return outline.fill(Phrase::leave_ends, {result(route, outline)});
  const std::string days = route.days ? outline.fill(Phrase::leave_days, {route.days->to_plain_string()}) : "";
  return outline.fill(Phrase::leave_is, {days, result(route, outline)});
}

std::string role_label(const policy::LeaveDefinition& definition, const std::string& id, Language language) {
  for (const policy::LeaveRole& role : definition.roles) {
    if (role.id == id) return role.label.in(language == Language::chinese);
  }
  return party_label(id, language);
}

void add_head(const LeaveRoute& route, const policy::LeaveDefinition& definition, AnswerOutline& outline) {
  const Language language = outline.language();
  const std::string role = role_label(definition, route.role, language);
  if (is_termination(route)) {
    outline.head(outline.fill(Phrase::asked_by, {role}));
    return;
  }
  outline.head(outline.fill(Phrase::leave_of, {term_label(definition.kinds, route.kind, language), role}));
  if (route.block) {
    outline.head(outline.fill(Phrase::leave_block, {route.block->first.to_string(), route.block->last.to_string()}));
  }
  if (route.total) outline.head(outline.fill(Phrase::leave_total, {route.total->to_plain_string()}));
}

void add_fallback(const LeaveRoute& route, AnswerOutline& outline) {
  if (!route.fallback) return;
  const LeaveRoute& other = *route.fallback;
  std::vector<OutlineLine> lines;
  for (const std::string& act : act_texts(other.acts, outline.language())) lines.push_back({{}, act, {}});
  std::string source = other.heading.title.empty() ? other.heading.programme : other.heading.title;
  if (!other.cite.empty()) source = outline.fill(Phrase::cited, {source, other.cite});
  outline.section(Phrase::fallback, {{{}, std::move(source), std::move(lines)}});
}

void add_readings(const LeaveRoute& route, const policy::ProgrammeText& text, AnswerOutline& outline) {
  std::vector<std::string> lines;
  for (const policy::RouteEffect& effect : route.reading_effects) {
    const std::string option = option_label(text, effect.reading, effect.option, outline.language());
    lines.push_back(outline.fill(Phrase::other_tier, {option, std::to_string(effect.tier.value_or(0))}));
  }
  outline.section(Phrase::other_reading, lines);
}

Outline outline_of(const LeaveRoute& route, const policy::ApprovalLadder& ladder, Language language) {
  AnswerOutline outline(route.heading, language);
  outline.headline(headline(route, outline));
  add_head(route, ladder.definition(), outline);
  outline.section(Phrase::procedure, act_texts(route.acts, language));
  std::vector<std::string> effects;
  effects.reserve(route.effects.size());
  for (const std::string& effect : route.effects) {
    effects.push_back(term_label(ladder.definition().effects, effect, language));
  }
  outline.section(Phrase::effects, effects);
  outline.clause(route.cite, route.text);
  std::vector<std::string> documents;
  if (!route.missing_documents.empty()) documents.push_back(document_list(route.missing_documents, language));
  outline.section(Phrase::documents, documents);
  add_fallback(route, outline);
  add_readings(route, ladder.text(), outline);
  outline.notes(Phrase::note, route.notes);
  return std::move(outline).take();
}

}  // namespace

std::string text(const LeaveRoute& route, const policy::ApprovalLadder& ladder, Language language) {
  return page(outline_of(route, ladder, language), language);
}

std::string html(const LeaveRoute& route, const policy::ApprovalLadder& ladder, Language language) {
  return fragment(outline_of(route, ladder, language), language);
}

}  // namespace tepei::explain
