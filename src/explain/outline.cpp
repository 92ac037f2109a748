#include "explain/outline.hpp"

#include <algorithm>

#include "explain/condition.hpp"
#include "explain/value_text.hpp"
#include "explain/words.hpp"

namespace tepei::explain {

namespace {

using policy::Decision;
using policy::Finding;
using policy::Outcome;

std::vector<OutlineLine> part_lines(const policy::PartRead& part, const Vocabulary& vocabulary) {
  constexpr Phrase branches[] = {Phrase::if_part, Phrase::then_part, Phrase::else_part};
  const bool conditional = part.connective == feel::Connective::conditional;
  std::vector<OutlineLine> lines;
  for (const policy::PartRead& given : lines_below(part)) {
    const policy::PartRead& below = as_read(given, vocabulary);
    OutlineLine line;
    if (conditional && lines.size() < 3) line.label = words(branches[lines.size()], vocabulary.language());
    line.text = std::string(mark(below.value)) + " " + part_text(below, vocabulary);
    line.lines = part_lines(below, vocabulary);
    lines.push_back(std::move(line));
  }
  return lines;
}

// Builds the lines of one criterion.
class FindingLines {
 public:
  FindingLines(const Finding& finding, const Decision& decision, const Vocabulary& vocabulary)
      : finding_(finding), decision_(decision), vocabulary_(vocabulary), language_(vocabulary.language()) {}

  std::vector<OutlineLine> make() {
    add_clause();
    add_values();
    add_rules();
    add(Phrase::missing, fact_list(finding_.missing, vocabulary_));
    add(Phrase::documents, document_list(finding_.missing_documents, language_));
    add(Phrase::authority, party_label(finding_.authority, language_));
    add_readings();
    for (const policy::LocalText& note : finding_.notes) add(Phrase::note, vocabulary_.in_language(note));
    for (const Diagnostic& problem : finding_.diagnostics) {
      add(Phrase::no_answer, fill(Phrase::no_result, language_, {problem.message}));
    }
    return std::move(lines_);
  }

 private:
  void add(Phrase label, std::string text) {
    if (!text.empty()) lines_.push_back({std::string(words(label, language_)), std::move(text), {}});
  }

  void add_clause() {
    if (finding_.cite.empty() && finding_.text.empty()) return;
    add(Phrase::clause, finding_.cite + (finding_.text.empty() ? "" : fill(Phrase::quote, language_, {finding_.text})));
  }

  void add_values() {
    std::vector<std::string> values;
    values.reserve(finding_.values.size());
    for (const policy::ValueRead& value : finding_.values) {
      values.push_back(value_line(value, finding_.cite, vocabulary_));
    }
    add(Phrase::values, join(values, Phrase::semicolon, language_));
  }

  void add_rules() {
    const bool one_way = ways_to_met() == 1;
    for (const policy::RuleRead& rule : finding_.rules) {
      const policy::PartRead& condition = as_read(rule.condition, vocabulary_);
      if (is_constant(condition)) continue;
      OutlineLine line;
      line.label = words(rule_phrase(rule.outcome, one_way), language_);
      line.text = std::string(mark(rule.holds)) + " " + part_text(condition, vocabulary_);
      line.lines = part_lines(condition, vocabulary_);
      lines_.push_back(std::move(line));
    }
  }

  void add_readings() {
    for (const policy::ReadingEffect& effect : finding_.readings) {
      add(Phrase::reading, fill(Phrase::turns_on, language_,
                                {vocabulary_.option(effect.reading, taken(effect.reading)),
                                 vocabulary_.option(effect.reading, effect.option), label(effect.outcome, language_)}));
    }
  }

  // How many rules of the criterion lead to `met`; those after the one that decided were not read.
  std::ptrdiff_t ways_to_met() const {
    const auto leads_to_met = [](const auto& rule) { return rule.outcome == Outcome::met; };
    const policy::Criterion* criterion = vocabulary_.criterion(decision_.track, finding_.criterion);
    if (criterion != nullptr) return std::count_if(criterion->rules.begin(), criterion->rules.end(), leads_to_met);
    return std::count_if(finding_.rules.begin(), finding_.rules.end(), leads_to_met);
  }

  std::string taken(const std::string& reading) const {
    for (const auto& [id, option] : decision_.readings) {
      if (id == reading) return option;
    }
    return {};
  }

  const Finding& finding_;
  const Decision& decision_;
  const Vocabulary& vocabulary_;
  Language language_;
  std::vector<OutlineLine> lines_;
};

// What is missing, where something is; else what the person has.
std::string gist(const Finding& finding, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  const auto labelled = [&](Phrase label, const std::string& text) {
    return std::string(words(label, language)) + std::string(words(Phrase::colon, language)) + text;
  };
  if (!finding.missing.empty()) return labelled(Phrase::missing, fact_list(finding.missing, vocabulary));
  if (!finding.missing_documents.empty()) {
    return labelled(Phrase::documents, document_list(finding.missing_documents, language));
  }
  std::vector<std::string> values;
  values.reserve(finding.values.size());
  for (const policy::ValueRead& value : finding.values) values.push_back(value_pair(value, vocabulary));
  return join(values, Phrase::semicolon, language);
}

std::string headline(const Decision& decision, Language language) {
  std::string verdict(label(decision.verdict, language));
  if (decision.verdict == policy::Verdict::conditional) {
    std::vector<std::string> authorities;
    for (const Finding& finding : decision.findings) {
      if (finding.authority.empty()) continue;
      std::string authority = party_label(finding.authority, language);
      const bool named = std::find(authorities.begin(), authorities.end(), authority) != authorities.end();
      if (!named) authorities.push_back(std::move(authority));
    }
    if (!authorities.empty()) {
      verdict = fill(Phrase::verdict_left_to, language, {verdict, join(authorities, Phrase::list_comma, language)});
    }
  }
  return fill(Phrase::verdict_is, language, {verdict});
}

std::string title(const Decision& decision, const Basis& basis, Language language) {
  const policy::Instrument* instrument = basis.instrument();
  if (instrument == nullptr || instrument->title.empty()) return decision.programme;
  if (instrument->number.empty()) return instrument->title;
  return fill(Phrase::cited, language, {instrument->title, instrument->number});
}

std::vector<std::string> head(const Decision& decision, const Basis& basis, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  std::vector<std::string> lines;
  if (std::string name = title(decision, basis, language); !name.empty()) lines.push_back(std::move(name));
  lines.push_back(
      fill(Phrase::track_and_day, language, {vocabulary.track(decision.track), decision.as_of.to_string()}));
  if (decision.status == policy::Status::draft) lines.emplace_back(words(Phrase::draft, language));
  if (decision.status == policy::Status::repealed) lines.emplace_back(words(Phrase::repealed, language));
  if (decision.reading_sensitive) lines.emplace_back(words(Phrase::verdict_turns, language));
  return lines;
}

bool uses_marks(const Decision& decision) {
  return std::any_of(decision.findings.begin(), decision.findings.end(), [](const Finding& finding) {
    return std::any_of(finding.rules.begin(), finding.rules.end(),
                       [](const policy::RuleRead& rule) { return !is_constant(rule.condition); });
  });
}

}  // namespace

std::string_view mark(Outcome outcome) {
  switch (outcome) {
    case Outcome::met:
      return "✓";
    case Outcome::discretionary:
      return "~";
    case Outcome::undetermined:
      return "?";
    case Outcome::not_met:
      return "✗";
  }
  return "?";
}

std::string fact_list(const std::vector<std::string>& ids, const Vocabulary& vocabulary) {
  std::vector<std::string> labels;
  labels.reserve(ids.size());
  for (const std::string& id : ids) labels.push_back(vocabulary.fact(id));
  return join(labels, Phrase::list_comma, vocabulary.language());
}

std::string document_list(const std::vector<std::string>& titles, Language language) {
  std::vector<std::string> shown;
  for (const std::string& name : titles) {
    const bool has_marks = name.rfind("《", 0) == 0;
    shown.push_back(has_marks ? name : fill(Phrase::title, language, {name}));
  }
  return join(shown, Phrase::list_comma, language);
}

std::string value_pair(const policy::ValueRead& value, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  // In English a fact has no label of its own, but its id has words; they are the vocabulary's.
  const Term* known = vocabulary.find(value.id);
  std::string label = known != nullptr ? known->label : vocabulary.in_language(value.label);
  if (label.empty()) label = value.id;
  return fill(Phrase::value_pair, language, {label, value_text(value.value, language)});
}

std::string value_line(const policy::ValueRead& value, const std::string& cite, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  std::string line = value_pair(value, vocabulary);
  if (!value.derived || !value.value.is_known()) return line;
  if (value.cite.empty() || value.cite == cite) return fill(Phrase::derived, language, {line});
  return fill(Phrase::derived_from, language, {line, value.cite});
}

std::string criterion_label(const Finding& finding, const Vocabulary& vocabulary) {
  std::string label = vocabulary.in_language(finding.label);
  return label.empty() ? finding.criterion : label;
}

Outline outline(const Decision& decision, const Basis& basis, Language language) {
  const Vocabulary vocabulary(basis, language);
  Outline result;
  result.headline = headline(decision, language);
  result.verdict = decision.verdict;
  result.head = head(decision, basis, vocabulary);
  result.items_heading = words(Phrase::criteria, language);
  for (const Finding& finding : decision.findings) {
    result.items.push_back({finding.outcome, criterion_label(finding, vocabulary),
                            std::string(label(finding.outcome, language)), gist(finding, vocabulary),
                            FindingLines(finding, decision, vocabulary).make()});
  }
  if (uses_marks(decision)) result.legend = words(Phrase::legend, language);
  result.closing = closing(decision, vocabulary);
  return result;
}

}  // namespace tepei::explain
