#include "tepei/explain/conditions.hpp"

#include <algorithm>

#include "explain/condition.hpp"
#include "explain/phrase.hpp"
#include "explain/words.hpp"

namespace tepei::explain {

namespace {

std::vector<ConditionText> parts_below(const policy::PartRead& part, const Vocabulary& vocabulary) {
  constexpr Phrase branches[] = {Phrase::if_part, Phrase::then_part, Phrase::else_part};
  const bool conditional = part.connective == feel::Connective::conditional;
  std::vector<ConditionText> parts;
  for (const policy::PartRead& given : lines_below(part)) {
    const policy::PartRead& below = as_read(given, vocabulary);
    ConditionText text;
    if (conditional && parts.size() < 3) text.label = words(branches[parts.size()], vocabulary.language());
    text.text = part_text(below, vocabulary);
    text.parts = parts_below(below, vocabulary);
    parts.push_back(std::move(text));
  }
  return parts;
}

// A rule that nobody's decision reached, for a fact's default decides before it, has no parts: it stands on one line.
CriterionText criterion_text(const policy::Criterion& criterion, const policy::Finding& finding,
                             const Vocabulary& vocabulary) {
  const auto ways_to_met = std::count_if(criterion.rules.begin(), criterion.rules.end(),
                                         [](const policy::Rule& rule) { return rule.outcome == policy::Outcome::met; });
  CriterionText text{criterion.id, {}};
  for (std::size_t i = 0; i < criterion.rules.size(); ++i) {
    const policy::Rule& rule = criterion.rules[i];
    ConditionText condition;
    condition.label = words(rule_phrase(rule.outcome, ways_to_met == 1), vocabulary.language());
    if (i < finding.rules.size()) {
      const policy::PartRead& part = as_read(finding.rules[i].condition, vocabulary);
      if (!is_constant(part)) {
        condition.text = part_text(part, vocabulary);
        condition.parts = parts_below(part, vocabulary);
      }
    } else {
      condition.text = phrase(rule.when, vocabulary).text;
    }
    text.conditions.push_back(std::move(condition));
  }
  return text;
}

}  // namespace

std::vector<CriterionText> conditions(const policy::Eligibility& eligibility, std::string_view track,
                                      Language language) {
  const policy::EligibilityDefinition& definition = eligibility.definition();
  const Vocabulary vocabulary(definition, language);
  // The decision for somebody of whom nothing is known reaches every rule, and has the parts of each.
  const auto nobody = eligibility.check(facts::Facts(definition.facts), {std::string(track), Date(), {}});
  if (!nobody) return {};
  std::vector<CriterionText> texts;
  for (const policy::Finding& finding : nobody->findings) {
    const policy::Criterion* criterion = vocabulary.criterion(nobody->track, finding.criterion);
    if (criterion != nullptr) texts.push_back(criterion_text(*criterion, finding, vocabulary));
  }
  return texts;
}

}  // namespace tepei::explain
