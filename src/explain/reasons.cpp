#include <optional>

#include "explain/condition.hpp"
#include "explain/outline.hpp"
#include "explain/plain.hpp"
#include "explain/words.hpp"
#include "tepei/explain/text.hpp"

namespace tepei::explain {

namespace {

using policy::Finding;
using policy::Outcome;

// What the person would have to fulfil, where all of it can be said in words: any one of the conditions that would have
// led to `met`. Empty where there is none.
std::string requirement(const Finding& finding, const Vocabulary& vocabulary) {
  std::vector<std::string> ways;
  for (const policy::RuleRead& rule : finding.rules) {
    if (rule.outcome != Outcome::met || is_constant(rule.condition)) continue;
    auto way = sentence(rule.condition, vocabulary);
    if (!way) return {};
    ways.push_back(std::move(*way));
  }
  if (ways.empty()) return {};
  return fill(Phrase::requirement, vocabulary.language(), {join(ways, Phrase::disjunction, vocabulary.language())});
}

// The condition that excludes the person, where one does and it can be said in words.
std::string exclusion(const Finding& finding, const Vocabulary& vocabulary) {
  if (finding.rules.empty() || finding.rules.back().outcome != Outcome::not_met) return {};
  const policy::RuleRead& last = finding.rules.back();
  const bool* holds = last.holds.get_if<bool>();
  if (holds == nullptr || !*holds || is_constant(last.condition)) return {};
  const auto condition = sentence(last.condition, vocabulary);
  return condition ? fill(Phrase::exclusion, vocabulary.language(), {*condition}) : std::string();
}

std::string why_not_met(const Finding& finding, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  std::vector<std::string> pieces;
  for (const policy::ValueRead& value : finding.values) {
    if (value.value.is_known()) pieces.push_back(value_pair(value, vocabulary));
  }
  std::string condition = requirement(finding, vocabulary);
  if (condition.empty()) condition = exclusion(finding, vocabulary);
  if (!condition.empty()) pieces.push_back(std::move(condition));
  if (pieces.empty()) return std::string(label(finding.outcome, language));
  return join(pieces, Phrase::semicolon, language);
}

std::string why_undetermined(const Finding& finding, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  std::vector<std::string> pieces;
  if (!finding.missing.empty()) {
    pieces.push_back(fill(Phrase::lacking, language, {fact_list(finding.missing, vocabulary)}));
  }
  if (!finding.missing_documents.empty()) {
    pieces.push_back(fill(Phrase::lacking_document, language, {document_list(finding.missing_documents, language)}));
  }
  for (const policy::LocalText& note : finding.notes) {
    if (pieces.empty()) pieces.push_back(vocabulary.in_language(note));
  }
  if (pieces.empty()) return std::string(label(finding.outcome, language));
  return join(pieces, Phrase::semicolon, language);
}

std::string why(const Finding& finding, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  switch (finding.outcome) {
    case Outcome::not_met:
      return why_not_met(finding, vocabulary);
    case Outcome::undetermined:
      return why_undetermined(finding, vocabulary);
    case Outcome::discretionary:
      if (!finding.authority.empty()) {
        return fill(Phrase::left_to, language, {party_label(finding.authority, language)});
      }
      break;
    case Outcome::met:
      break;
  }
  return std::string(label(finding.outcome, language));
}

}  // namespace

std::vector<std::string> reasons(const policy::Decision& decision, const Basis& basis, Language language) {
  const Vocabulary vocabulary(basis, language);
  std::vector<std::string> sentences;
  for (const Finding& finding : decision.findings) {
    if (finding.outcome == Outcome::met) continue;
    std::string sentence =
        criterion_label(finding, vocabulary) + std::string(words(Phrase::colon, language)) + why(finding, vocabulary);
    if (!finding.cite.empty()) sentence = fill(Phrase::cited, language, {sentence, finding.cite});
    sentences.push_back(plain(sentence));
  }
  return sentences;
}

}  // namespace tepei::explain
