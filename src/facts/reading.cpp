#include "tepei/facts/reading.hpp"

#include <optional>
#include <string>

#include "facts/normal_text.hpp"
#include "facts/read_kind.hpp"
#include "facts/refusal.hpp"
#include "facts/spelling.hpp"

namespace tepei::facts {
namespace {

bool is_listed(const FactDefinition& fact) {
  return fact.kind == FactKind::enumeration || fact.kind == FactKind::code;
}

// A carried text is nobody's to change: NFKC would rewrite rare characters of a person's name.
Result<CellReading> read_carried(const FactDefinition& fact, const std::string& text) {
  if (text.size() > max_text_bytes) return refused_text(fact, too_long(text));
  if (!is_utf8(text)) return refused_text(fact, invalid_utf8(text));
  const auto shown = trimmed(text);
  return shown.empty() ? CellReading{} : CellReading{shown, false, {}, {}};
}

// A table program drops the zeros in front of a code: `1` in a text file is the ethnic code 01, as the number 1 is.
std::optional<std::string> with_lost_zeros(const FactDefinition& fact, std::string_view text) {
  const auto width = code_width(fact);
  if (!is_digits(text) || text.size() >= width || match_exactly(fact, text)) return std::nullopt;
  std::string code = std::string(width - text.size(), '0') + std::string(text);
  return match_exactly(fact, code) ? std::optional(std::move(code)) : std::nullopt;
}

Result<CellReading> read_normal(const FactDefinition& fact, std::string_view text, const Value& given,
                                Strictness strictness) {
  switch (fact.kind) {
    case FactKind::text:
      return CellReading{text, false, {}, {}};
    case FactKind::boolean:
      return read_boolean(fact, text, given);
    case FactKind::date:
      return read_date(fact, text, given);
    case FactKind::number:
      if (strictness == Strictness::as_written) return read_number(fact, text, given);
      return refusal(fact, "wrong_type", given, expectation(fact), "give a number, not text");
    case FactKind::enumeration:
    case FactKind::code:
      break;
  }
  if (strictness == Strictness::as_written) {
    if (const auto code = with_lost_zeros(fact, text)) return read_listed(fact, *code, given);
  }
  return read_listed(fact, text, given);
}

Result<CellReading> read_text(const FactDefinition& fact, const std::string& text, const Value& given,
                              Strictness strictness) {
  if (fact.kind == FactKind::text && fact.carried_only) return read_carried(fact, text);
  // Most cells are written as listed, and then need no work, not even 旗县（区） with its full-width brackets.
  if (is_listed(fact)) {
    if (auto listed = read_as_listed(fact, text, given)) return *std::move(listed);
  }
  std::string storage;
  const auto normal = normal_view(text, storage);
  if (!normal) return refused_text(fact, normal.diagnostics().front());
  if (normal->empty()) return CellReading{};
  return read_normal(fact, *normal, given, strictness);
}

// A whole number as the text of a code: 1 is the ethnic code 01.
Result<CellReading> read_code_number(const FactDefinition& fact, const Decimal& number, const Value& given) {
  const auto width = code_width(fact);
  const auto whole = number.to_int64();
  if (width == 0) return wrong_type(fact, given);
  if (!whole || *whole < 0)
    return refusal(fact, "unlisted", given, expectation(fact), value_help(fact, number.to_string()));
  std::string digits = std::to_string(*whole);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return read_listed(fact, digits, given);
}

Result<CellReading> read_decimal(const FactDefinition& fact, const Decimal& number, const Value& given) {
  if (fact.kind == FactKind::number) return checked_number(fact, number, given);
  if (fact.kind == FactKind::date) return number_for_date(fact, given);
  if (is_listed(fact)) return read_code_number(fact, number, given);
  const auto whole = number.to_int64();
  if (fact.kind != FactKind::boolean) return wrong_type(fact, given);
  if (!whole || (*whole != 0 && *whole != 1)) {
    return refusal(fact, "not_yes_or_no", given, expectation(fact), "a number must be 1 or 0 here");
  }
  return CellReading{*whole == 1, false, {}, {}};
}

// A member goes by its id, so that a spelling's meaning (undecided) holds for it too.
Result<CellReading> read_member(const FactDefinition& fact, EnumValue member, const Value& given) {
  const bool same = fact.domain != nullptr && member.domain != nullptr &&
                    (member.domain == fact.domain.get() || member.domain->name() == fact.domain->name());
  if (!same || member.ordinal >= member.domain->members().size()) return wrong_type(fact, given);
  return read_listed(fact, member.id(), given);
}

Result<CellReading> read_typed(const FactDefinition& fact, const Value& given) {
  if (const auto* number = given.get_if<Decimal>()) return read_decimal(fact, *number, given);
  if (const auto* member = given.get_if<EnumValue>()) return read_member(fact, *member, given);
  if (const auto* truth = given.get_if<bool>(); truth != nullptr && fact.kind == FactKind::boolean) {
    return CellReading{*truth, false, {}, {}};
  }
  if (fact.kind == FactKind::date) {
    if (const auto* date = given.get_if<Date>()) return CellReading{*date, false, {}, {}};
    if (const auto* moment = given.get_if<DateTime>()) return CellReading{moment->date, false, {}, {}};
  }
  return wrong_type(fact, given);
}

}  // namespace

Result<CellReading> read(const FactDefinition& fact, const Value& given, Strictness strictness) {
  if (!given.is_known()) return CellReading{};
  const auto* text = given.text();
  return text == nullptr ? read_typed(fact, given) : read_text(fact, *text, given, strictness);
}

}  // namespace tepei::facts
