// Enumerations and codes: ids, labels, codes of national standards and other spellings.
#include <string>

#include "facts/read_kind.hpp"
#include "facts/refusal.hpp"
#include "facts/spelling.hpp"

namespace tepei::facts {
namespace {

// The value matched; unknown where the spelling names no member, which `FactSchema::build` rules out.
Value value_of(const FactDefinition& fact, const Match& match) {
  if (fact.kind == FactKind::code) return match.spelling == nullptr ? Value() : Value(match.spelling->target);
  if (fact.domain == nullptr || match.member == nullptr) return {};
  const auto place = match.member - fact.domain->members().data();
  return EnumValue{fact.domain.get(), static_cast<std::uint16_t>(place)};
}

Result<CellReading> reading_of(const FactDefinition& fact, const Match& match, const Value& given) {
  CellReading reading;
  const auto meaning = match.spelling == nullptr ? SpellingMeaning::member : match.spelling->meaning;
  if (meaning == SpellingMeaning::refused) {
    const auto& help = match.spelling->note_en.empty() ? match.spelling->note : match.spelling->note_en;
    return refusal(fact, "not_a_value", given, "a value a person can have", help);
  }
  if (match.spelling != nullptr) {
    reading.note = match.spelling->note;
    reading.note_en = match.spelling->note_en;
  }
  reading.undecided = meaning == SpellingMeaning::undecided;
  if (meaning != SpellingMeaning::member) return reading;
  reading.value = value_of(fact, match);
  if (!reading.value.is_known()) return refusal(fact, "unlisted", given, expectation(fact), value_help(fact, {}));
  return reading;
}

}  // namespace

std::optional<Result<CellReading>> read_as_listed(const FactDefinition& fact, std::string_view text,
                                                  const Value& given) {
  const auto match = match_exactly(fact, text);
  return match ? std::optional(reading_of(fact, *match, given)) : std::nullopt;
}

Result<CellReading> read_listed(const FactDefinition& fact, std::string_view text, const Value& given) {
  if (const auto match = match_exactly(fact, text)) return reading_of(fact, *match, given);
  if (is_well_formed_code(fact, text)) return CellReading{text, false, {}, {}};
  if (const auto match = match_folded(fact, text)) return reading_of(fact, *match, given);
  return refusal(fact, "unlisted", given, expectation(fact), value_help(fact, text));
}

}  // namespace tepei::facts
