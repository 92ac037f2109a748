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

OrderedValues numbers_from(const std::optional<Decimal>& minimum) {
  std::int64_t first = -greatest_number * steps_per_unit;
  if (minimum.has_value()) {
    const auto least = Decimal::multiply(*minimum, Decimal(steps_per_unit));
    if (least.has_value() && *least > Decimal(first)) {
      first = least->round(0, Decimal::Rounding::ceiling)->to_int64().value_or(first);
    }
  }
  return {first, greatest_number * steps_per_unit, false};
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
      return numbers_from(fact.minimum);
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
