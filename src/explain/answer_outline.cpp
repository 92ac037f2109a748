#include "explain/answer_outline.hpp"

#include "tepei/explain/answers.hpp"

namespace tepei::explain {

AnswerOutline::AnswerOutline(const policy::Heading& heading, Language language) : language_(language) {
  const std::string& title = heading.title.empty() ? heading.programme : heading.title;
  if (!title.empty()) outline_.head.push_back(title);
  if (heading.status == policy::Status::draft) outline_.head.push_back(word(Phrase::draft));
  if (heading.status == policy::Status::repealed) outline_.head.push_back(word(Phrase::repealed));
}

std::string AnswerOutline::in_language(const policy::LocalText& text) const {
  return text.in(language_ == Language::chinese);
}

void AnswerOutline::headline(std::string text) {
  outline_.headline = std::move(text);
}

void AnswerOutline::head(std::string text) {
  outline_.head.push_back(std::move(text));
}

void AnswerOutline::section(Phrase heading, std::vector<OutlineLine> lines) {
  if (!lines.empty()) outline_.closing.push_back({word(heading), std::move(lines)});
}

void AnswerOutline::section(Phrase heading, const std::vector<std::string>& texts) {
  std::vector<OutlineLine> lines;
  lines.reserve(texts.size());
  for (const std::string& text : texts) lines.push_back({{}, text, {}});
  section(heading, std::move(lines));
}

void AnswerOutline::notes(Phrase heading, const std::vector<policy::LocalText>& texts) {
  std::vector<std::string> lines;
  lines.reserve(texts.size());
  for (const policy::LocalText& text : texts) lines.push_back(in_language(text));
  section(heading, lines);
}

void AnswerOutline::clause(const std::string& cite, const std::string& text) {
  if (cite.empty() && text.empty()) return;
  section(Phrase::basis, std::vector<std::string>{cite + (text.empty() ? "" : fill(Phrase::quote, {text}))});
}

std::string act_text(const policy::Act& act, Language language) {
  constexpr auto first = static_cast<std::size_t>(Phrase::consent);
  const std::size_t place = first + 2 * static_cast<std::size_t>(act.kind) + (act.written ? 1U : 0U);
  return fill(static_cast<Phrase>(place), language, {party_label(act.party, language)});
}

std::vector<std::string> act_texts(const std::vector<policy::Act>& acts, Language language) {
  std::vector<std::string> texts;
  texts.reserve(acts.size());
  for (const policy::Act& act : acts) {
    texts.push_back(std::to_string(texts.size() + 1) + ". " + act_text(act, language));
  }
  return texts;
}

std::string term_label(const std::vector<policy::Term>& terms, const std::string& id, Language language) {
  for (const policy::Term& term : terms) {
    if (term.id == id) return term.label.in(language == Language::chinese);
  }
  return id;
}

std::string option_label(const policy::ProgrammeText& text, const std::string& reading, const std::string& option,
                         Language language) {
  for (const policy::Reading& known : text.readings) {
    if (known.id != reading) continue;
    for (const policy::ReadingOption& each : known.options) {
      if (each.id == option) return each.text.in(language == Language::chinese);
    }
  }
  return option;
}

std::string money(const Decimal& yuan, Language language) {
  constexpr int fen = 2;
  constexpr std::size_t group = 3;
  const auto rounded = yuan.round(fen, Decimal::Rounding::half_up);
  if (!rounded) return fill(Phrase::yuan, language, {yuan.to_plain_string()});
  std::string digits = rounded->abs().to_string();
  for (std::size_t at = digits.find('.'); at > group;) {
    at -= group;
    digits.insert(at, ",");
  }
  if (rounded->is_negative()) digits.insert(0, "-");
  return fill(Phrase::yuan, language, {digits});
}

std::string money_or_none(const std::optional<Decimal>& yuan, Language language) {
  return yuan ? money(*yuan, language) : std::string(words(Phrase::amount_open, language));
}

}  // namespace tepei::explain
