#include "explain/condition.hpp"

#include "explain/phrase.hpp"
#include "explain/words.hpp"

namespace tepei::explain {

namespace {

using feel::Connective;
using policy::PartRead;

bool negates_atom(const PartRead& part) {
  return part.connective == Connective::negation && part.parts.size() == 1 && part.parts[0].parts.empty();
}

bool joins(const PartRead& part) {
  return !part.parts.empty() &&
         (part.connective == Connective::conjunction || part.connective == Connective::disjunction);
}

Phrasing atom_phrase(const PartRead& part, const Vocabulary& vocabulary) {
  if (negates_atom(part)) return phrase(part.parts[0].text, vocabulary, Sense::negated);
  return phrase(part.text, vocabulary);
}

// What joins the sentences of a part's parts.
Phrase joint(const PartRead& part) {
  return part.connective == Connective::conjunction ? Phrase::conjunction : Phrase::disjunction;
}

}  // namespace

std::string_view mark(const std::optional<Value>& value) {
  if (!value) return "–";
  if (value->is_unknown()) return "?";
  const bool* truth = value->get_if<bool>();
  if (truth == nullptr) return "!";
  return *truth ? "✓" : "✗";
}

const PartRead& as_read(const PartRead& part, const Vocabulary& vocabulary) {
  const PartRead* taken = &part;
  while (taken->connective == Connective::conditional && taken->parts.size() == 3) {
    const PartRead& condition = taken->parts[0];
    const bool* holds = condition.value ? condition.value->get_if<bool>() : nullptr;
    if (holds == nullptr || !asks_reading(condition.text, vocabulary)) break;
    taken = &taken->parts[*holds ? 1 : 2];
  }
  return *taken;
}

std::string part_text(const PartRead& part, const Vocabulary& vocabulary) {
  const Language language = vocabulary.language();
  if (part.parts.empty() || negates_atom(part)) return atom_phrase(part, vocabulary).text;
  switch (part.connective) {
    case Connective::conjunction:
      return std::string(words(Phrase::all_of, language));
    case Connective::disjunction:
      return std::string(words(Phrase::any_of, language));
    case Connective::negation:
      return std::string(words(Phrase::none_of, language));
    case Connective::conditional:
      return std::string(words(Phrase::branches, language));
    case Connective::atom:
      break;
  }
  return atom_phrase(part, vocabulary).text;
}

const std::vector<PartRead>& lines_below(const PartRead& part) {
  static const std::vector<PartRead> none;
  return negates_atom(part) ? none : part.parts;
}

std::optional<std::string> sentence(const PartRead& whole, const Vocabulary& vocabulary) {
  const PartRead& part = as_read(whole, vocabulary);
  if (part.parts.empty() || negates_atom(part)) {
    Phrasing found = atom_phrase(part, vocabulary);
    return found.translated ? std::optional(std::move(found.text)) : std::nullopt;
  }
  if (!joins(part)) return std::nullopt;
  std::vector<std::string> pieces;
  for (const PartRead& below : part.parts) {
    const auto piece = sentence(below, vocabulary);
    if (!piece) return std::nullopt;
    const bool compound = joins(as_read(below, vocabulary));
    pieces.push_back(compound ? fill(Phrase::bracket, vocabulary.language(), {*piece}) : *piece);
  }
  return join(pieces, joint(part), vocabulary.language());
}

Phrase rule_phrase(policy::Outcome outcome, bool one_way) {
  switch (outcome) {
    case policy::Outcome::met:
      return one_way ? Phrase::required : Phrase::met_if;
    case policy::Outcome::discretionary:
      return Phrase::discretionary_if;
    case policy::Outcome::undetermined:
      return Phrase::left_open_if;
    case policy::Outcome::not_met:
      return Phrase::excluded_if;
  }
  return Phrase::required;
}

bool is_constant(const PartRead& part) {
  return part.text == "true" || part.text == "false";
}

}  // namespace tepei::explain
