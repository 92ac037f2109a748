#include "explain/outline.hpp"
#include "explain/words.hpp"

namespace tepei::explain {

namespace {

using policy::Decision;
using policy::Finding;

// Who decides what: one line an authority, in the order of the text.
std::vector<OutlineLine> authority_lines(const Decision& decision, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  std::vector<std::pair<std::string, std::vector<std::string>>> authorities;
  for (const Finding& finding : decision.findings) {
    if (finding.authority.empty()) continue;
    const std::string& id = finding.authority;
    auto known = authorities.begin();
    while (known != authorities.end() && known->first != id) ++known;
    if (known == authorities.end()) known = authorities.insert(known, {id, {}});
    known->second.push_back(criterion_label(finding, vocabulary));
  }
  std::vector<OutlineLine> lines;
  lines.reserve(authorities.size());
  for (const auto& [id, criteria] : authorities) {
    lines.push_back({std::string(words(Phrase::authority, language)),
                     fill(Phrase::left_to_whom, language,
                          {party_label(id, language), join(criteria, Phrase::list_comma, language)}),
                     {}});
  }
  return lines;
}

// Nothing settles a verdict that is settled.
std::vector<OutlineLine> settling(const Decision& decision, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  if (decision.verdict == policy::Verdict::ineligible) return {};
  std::vector<OutlineLine> lines;
  if (!decision.missing.empty()) {
    lines.push_back({std::string(words(Phrase::missing, language)), fact_list(decision.missing, vocabulary), {}});
  }
  if (!decision.missing_documents.empty()) {
    lines.push_back(
        {std::string(words(Phrase::documents, language)), document_list(decision.missing_documents, language), {}});
  }
  for (OutlineLine& line : authority_lines(decision, vocabulary)) lines.push_back(std::move(line));
  return lines;
}

std::vector<OutlineLine> readings_taken(const Decision& decision, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  std::vector<OutlineLine> lines;
  lines.reserve(decision.readings.size());
  for (const auto& [reading, option] : decision.readings) {
    lines.push_back({vocabulary.reading(reading),
                     fill(Phrase::reading_choice, language, {vocabulary.option(reading, option), reading, option}),
                     {}});
  }
  return lines;
}

std::vector<OutlineLine> fact_notes(const Decision& decision, const Vocabulary& vocabulary) {
  std::vector<OutlineLine> lines;
  lines.reserve(decision.notes.size());
  for (const policy::LocalText& note : decision.notes) lines.push_back({{}, vocabulary.in_language(note), {}});
  return lines;
}

}  // namespace

std::vector<OutlineSection> closing(const Decision& decision, const Vocabulary& vocabulary) {
  std::vector<OutlineSection> sections;
  const auto add = [&](Phrase heading, std::vector<OutlineLine> lines) {
    if (!lines.empty()) sections.push_back({std::string(words(heading, vocabulary.language())), std::move(lines)});
  };
  add(Phrase::to_settle, settling(decision, vocabulary));
  add(Phrase::readings_taken, readings_taken(decision, vocabulary));
  if (!decision.readings.empty()) sections.back().folds = true;
  add(Phrase::fact_notes, fact_notes(decision, vocabulary));
  return sections;
}

}  // namespace tepei::explain
