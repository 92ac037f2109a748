#include "policy/completion_domain.hpp"

#include <algorithm>

namespace tepei::policy {

namespace {

constexpr std::int64_t steps_per_unit = 1'000'000'000;
constexpr std::int64_t greatest_number = 1'000'000'000;

bool left_open(const facts::FactDefinition& fact, const EnumMember& member) {
  return std::any_of(fact.spellings.begin(), fact.spellings.end(), [&](const facts::Spelling& spelling) {
    return spelling.meaning == facts::SpellingMeaning::undecided && spelling.text == member.id;
  });
}

ListedValues members_of(const facts::FactDefinition& fact) {
  ListedValues listed;
  const auto& members = fact.domain->members();
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!left_open(fact, members[i])) {
      listed.values.emplace_back(EnumValue{fact.domain.get(), static_cast<std::uint16_t>(i)});
    }
  }
  return listed;
}

OrderedValues dates() {
  return {Date::from_civil(1800, 1, 1)->days(), Date::from_civil(2199, 12, 31)->days(), true};
}

// The place of a bound, rounded into the domain; `otherwise` where there is none or it lies outside.
std::int64_t place_of(const std::optional<Decimal>& bound, Decimal::Rounding rounding, std::int64_t otherwise) {
  if (!bound.has_value()) return otherwise;
  const auto scaled = Decimal::multiply(*bound, Decimal(steps_per_unit));
  if (!scaled.has_value() || scaled->abs() > Decimal(greatest_number * steps_per_unit)) return otherwise;
  return scaled->round(0, rounding)->to_int64().value_or(otherwise);
}

OrderedValues numbers_of(const facts::FactDefinition& fact) {
  constexpr std::int64_t greatest = greatest_number * steps_per_unit;
  return {place_of(fact.minimum, Decimal::Rounding::ceiling, -greatest),
          place_of(fact.maximum, Decimal::Rounding::floor, greatest), false};
}

}  // namespace

Value OrderedValues::at(std::int64_t place) const {
  if (dates) return *Date::from_days(place);
  return Decimal::scaled(place, -9);
}

CompletionDomain completion_domain(const facts::FactDefinition& fact) {
  switch (fact.kind) {
    case facts::FactKind::boolean:
      return ListedValues{{Value(false), Value(true)}};
    case facts::FactKind::enumeration:
      return members_of(fact);
    case facts::FactKind::date:
      return dates();
    case facts::FactKind::number:
      return numbers_of(fact);
    case facts::FactKind::text:
    case facts::FactKind::code:
      break;
  }
  return OpenValues{};
}

OrderedValues until(const facts::FactDefinition& fact, OrderedValues domain, Date as_of) {
  if (fact.not_after_as_of) domain.last = std::max(domain.first, std::int64_t{as_of.days()});
  return domain;
}

}  // namespace tepei::policy
