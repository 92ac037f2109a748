// Numbers as people type them into a cell of a text file.
#include <array>
#include <string>

#include "facts/read_kind.hpp"
#include "facts/refusal.hpp"

namespace tepei::facts {
namespace {

struct Unit {
  std::string_view id_ending;
  std::string_view word;
};

// A parameter's unit is in its name, so a cell may repeat that unit and no other. Longer words stand first.
constexpr std::array<Unit, 5> units = {
    {{"_years", "年"}, {"_months", "个月"}, {"_months", "月"}, {"_days", "天"}, {"_days", "日"}}};

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

std::string_view without_unit(const FactDefinition& fact, std::string_view text) {
  for (const auto& unit : units) {
    if (!ends_with(fact.id, unit.id_ending) || !ends_with(text, unit.word)) continue;
    text.remove_suffix(unit.word.size());
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    break;
  }
  return text;
}

std::string number_help(std::string_view text) {
  if (text.find(',') != std::string_view::npos) return "write the number without separators, such as `1200.5`";
  return blank_help(text, "write digits only, such as `12` or `12.5`");
}

}  // namespace

Result<CellReading> checked_number(const FactDefinition& fact, const Decimal& number, const Value& given) {
  if (fact.minimum && number < *fact.minimum) {
    const std::string least = fact.minimum->to_plain_string();
    return refusal(fact, "below_minimum", given, "a number of at least " + least, "");
  }
  if (fact.maximum && *fact.maximum < number) {
    const std::string most = fact.maximum->to_plain_string();
    return refusal(fact, "above_maximum", given, "a number of at most " + most, "");
  }
  return CellReading{number, false, {}, {}};
}

Result<CellReading> read_number(const FactDefinition& fact, std::string_view text, const Value& given) {
  const auto number = Decimal::parse(without_unit(fact, text));
  if (!number) return refusal(fact, "not_a_number", given, expectation(fact), number_help(text));
  return checked_number(fact, *number, given);
}

}  // namespace tepei::facts
