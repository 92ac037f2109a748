#include "feel/domain.hpp"

#include <optional>
#include <string>

namespace tepei::feel {
namespace {

// The place of a whole number or day on a line of integers; nothing for any other value.
std::optional<std::int64_t> place_of(const Value& value, Domain::Kind kind) {
  if (kind == Domain::Kind::dates) {
    const Date* date = value.get_if<Date>();
    return date == nullptr ? std::nullopt : std::optional<std::int64_t>(date->days());
  }
  const Decimal* number = value.get_if<Decimal>();
  return number == nullptr ? std::nullopt : number->to_int64();
}

Domain::Kind kind_of(const Value& start) {
  return start.get_if<Date>() != nullptr ? Domain::Kind::dates : Domain::Kind::numbers;
}

}  // namespace

Domain Domain::steps(Kind kind, std::int64_t first, std::int64_t last) {
  Domain domain;
  domain.kind_ = kind;
  domain.start_ = first;
  domain.down_ = last < first;
  // Unsigned differences do not overflow; the full span of 64 bits has one step more than fits, far beyond any limit.
  const auto span = domain.down_ ? static_cast<std::uint64_t>(first) - static_cast<std::uint64_t>(last)
                                 : static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first);
  domain.size_ = span == UINT64_MAX ? span : span + 1;
  return domain;
}

Domain Domain::between(Caller& caller, const Value& start, const Value& end) {
  Domain domain;
  if (start.is_null() || end.is_null()) return domain;
  if (start.is_unknown() || end.is_unknown()) {
    domain.kind_ = Kind::unknown;
    domain.facts_ = start.unknown_facts() | end.unknown_facts();
    return domain;
  }
  const Kind kind = kind_of(start);
  const auto first = place_of(start, kind);
  const auto last = place_of(end, kind);
  if (first && last) return steps(kind, *first, *last);
  caller.null_because("feel.run.wrong_kind", "`..` runs over whole numbers or dates, not from a " +
                                                 std::string(kind_name(start)) + " to a " +
                                                 std::string(kind_name(end)));
  return domain;
}

Domain Domain::of(Caller& caller, const Value& value) {
  Domain domain;
  if (value.is_null()) return domain;
  if (value.is_unknown()) {
    domain.kind_ = Kind::unknown;
    domain.facts_ = value.unknown_facts();
    return domain;
  }
  if (const Range* range = value.range()) {
    domain = between(caller, range->start, range->end);
    if (domain.kind_ != Kind::numbers && domain.kind_ != Kind::dates) return domain;
    const std::uint64_t outside = (range->start_included ? 0U : 1U) + (range->end_included ? 0U : 1U);
    if (!range->start_included) ++domain.start_;
    domain.size_ = domain.down_ || domain.size_ <= outside ? 0 : domain.size_ - outside;
    return domain;
  }
  const List* list = value.list();
  domain.kind_ = Kind::items;
  domain.first_ = list != nullptr ? list->data() : &value;
  domain.size_ = list != nullptr ? list->size() : 1;
  return domain;
}

Value Domain::at(std::uint64_t place) const {
  if (kind_ == Kind::items) return first_[place];
  const auto offset = static_cast<std::int64_t>(place);
  const std::int64_t step = down_ ? start_ - offset : start_ + offset;
  if (kind_ == Kind::numbers) return Decimal(step);
  const std::optional<Date> date = Date::from_days(step);
  return date ? Value(*date) : Value(Null{});
}

}  // namespace tepei::feel
