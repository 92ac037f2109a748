// What the outlines of routes, grades and money have in common.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "explain/outline.hpp"
#include "explain/words.hpp"
#include "tepei/explain/answers.hpp"
#include "tepei/policy/act.hpp"
#include "tepei/policy/instrument.hpp"

namespace tepei::explain {

// Builds the outline of one answer.
class AnswerOutline {
 public:
  AnswerOutline(const policy::Heading& heading, Language language);

  Language language() const noexcept { return language_; }
  std::string in_language(const policy::LocalText& text) const;
  std::string word(Phrase phrase) const { return std::string(words(phrase, language_)); }
  std::string fill(Phrase phrase, std::initializer_list<std::string_view> arguments) const {
    return explain::fill(phrase, language_, arguments);
  }

  void headline(std::string text);
  // A line of the head, after the title.
  void head(std::string text);
  // A section; left out where it has no lines.
  void section(Phrase heading, std::vector<OutlineLine> lines);
  void section(Phrase heading, const std::vector<std::string>& texts);
  void notes(Phrase heading, const std::vector<policy::LocalText>& texts);
  // The clause, word for word.
  void clause(const std::string& cite, const std::string& text);

  Outline take() && { return std::move(outline_); }

 private:
  Language language_;
  Outline outline_;
};

std::vector<std::string> act_texts(const std::vector<policy::Act>& acts, Language language);
// The term's label, or `id` where none of them has it.
std::string term_label(const std::vector<policy::Term>& terms, const std::string& id, Language language);
// What an option of a reading means, or its id.
std::string option_label(const policy::ProgrammeText& text, const std::string& reading, const std::string& option,
                         Language language);
// The money, or that the text gives none.
std::string money_or_none(const std::optional<Decimal>& yuan, Language language);

}  // namespace tepei::explain
