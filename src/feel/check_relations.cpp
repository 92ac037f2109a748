#include "feel/check_relations.hpp"

#include <algorithm>
#include <utility>

namespace tepei::feel {

namespace {

constexpr std::size_t longest_type_text = 48;  // in a message

using Entries = std::vector<std::pair<std::string, Type>>;

const Type* find_entry(const Entries& entries, std::string_view name) {
  for (const auto& entry : entries) {
    if (entry.first == name) return &entry.second;
  }
  return nullptr;
}

bool entries_conform(const Type& actual, const Type& wanted) {
  if (actual.entries().empty()) return true;
  return std::all_of(wanted.entries().begin(), wanted.entries().end(), [&](const auto& entry) {
    const Type* held = find_entry(actual.entries(), entry.first);
    return held != nullptr && conforms(*held, entry.second);
  });
}

// Contexts that differ keep the entries that both have.
Type joined_contexts(const Type& left, const Type& right) {
  Entries common;
  for (const auto& [name, type] : left.entries()) {
    const Type* other = find_entry(right.entries(), name);
    if (other == nullptr) return TypeKind::context;  // which of the two it is, only running tells
    common.emplace_back(name, join(type, *other));
  }
  if (common.size() != right.entries().size()) return TypeKind::context;
  return Type::context_of(std::move(common));
}

// The members of the kinds that have fixed ones (DMN 1.5, table 65).
Entries fixed_members(const Type& target) {
  Entries of_date{{"year", TypeKind::number},
                  {"month", TypeKind::number},
                  {"day", TypeKind::number},
                  {"weekday", TypeKind::number}};
  Entries of_time{{"hour", TypeKind::number},
                  {"minute", TypeKind::number},
                  {"second", TypeKind::number},
                  {"time offset", TypeKind::days_and_time_duration},
                  {"timezone", TypeKind::string}};
  switch (target.kind()) {
    case TypeKind::date:
      return of_date;
    case TypeKind::time:
      return of_time;
    case TypeKind::date_and_time: {
      of_date.insert(of_date.end(), of_time.begin(), of_time.end());
      return of_date;
    }
    case TypeKind::days_and_time_duration:
      return {{"days", TypeKind::number},
              {"hours", TypeKind::number},
              {"minutes", TypeKind::number},
              {"seconds", TypeKind::number}};
    case TypeKind::years_and_months_duration:
      return {{"years", TypeKind::number}, {"months", TypeKind::number}};
    case TypeKind::range:
      return {{"start", target.element()},
              {"end", target.element()},
              {"start included", TypeKind::boolean},
              {"end included", TypeKind::boolean}};
    default:
      return target.entries();
  }
}

}  // namespace

bool is_open(const Type& type) {
  return type.is(TypeKind::any) || type.is(TypeKind::null_type);
}

bool comparable(const Type& left, const Type& right) {
  if (is_open(left) || is_open(right)) return true;
  if (left.is(TypeKind::enumeration) && right.is(TypeKind::enumeration)) return left == right;
  return left.kind() == right.kind();
}

bool has_order(const Type& type) {
  if (type.is(TypeKind::enumeration)) return type.domain() == nullptr || type.domain()->ordered();
  const bool unordered = type.is(TypeKind::boolean) || type.is(TypeKind::list) || type.is(TypeKind::context) ||
                         type.is(TypeKind::range) || type.is(TypeKind::function);
  return !unordered;
}

bool conforms(const Type& actual, const Type& wanted) {
  if (is_open(actual) || wanted.is(TypeKind::any)) return true;
  if (actual.kind() != wanted.kind()) return false;
  switch (actual.kind()) {
    case TypeKind::enumeration:
      return wanted.domain() == nullptr || actual == wanted;
    case TypeKind::list:
    case TypeKind::range:
      return conforms(actual.element(), wanted.element());
    case TypeKind::context:
      return entries_conform(actual, wanted);
    default:
      return true;
  }
}

bool fits_parameter(const Type& actual, const Type& wanted) {
  if (conforms(actual, wanted)) return true;
  if (actual.is(TypeKind::date) && wanted.is(TypeKind::date_and_time)) return true;
  if (wanted.is(TypeKind::list)) return !actual.is(TypeKind::list) && conforms(actual, wanted.element());
  return actual.is(TypeKind::list) && conforms(actual.element(), wanted);
}

Type join(const Type& left, const Type& right) {
  if (left.is(TypeKind::null_type)) return right;
  if (right.is(TypeKind::null_type)) return left;
  if (left.kind() != right.kind()) return {};
  switch (left.kind()) {
    case TypeKind::list:
      return Type::list_of(join(left.element(), right.element()));
    case TypeKind::range:
      return Type::range_of(join(left.element(), right.element()));
    case TypeKind::context:
      return joined_contexts(left, right);
    case TypeKind::function:
      return left == right ? left : Type(TypeKind::function);
    default:
      return left == right ? left : Type();
  }
}

Type item_of(const Type& type) {
  return type.is(TypeKind::list) || type.is(TypeKind::range) ? type.element() : type;
}

std::optional<Type> member_type(const Type& target, std::string_view name) {
  if (is_open(target)) return Type();
  if (target.is(TypeKind::list)) {
    const auto member = member_type(target.element(), name);
    return member ? std::optional<Type>(Type::list_of(*member)) : std::nullopt;
  }
  if (target.is(TypeKind::context) && target.entries().empty()) return Type();
  if (target.is(TypeKind::context)) {
    const Type* entry = find_entry(target.entries(), name);
    return entry == nullptr ? std::nullopt : std::optional<Type>(*entry);
  }
  const Entries members = fixed_members(target);
  const Type* member = find_entry(members, name);
  return member == nullptr ? std::nullopt : std::optional<Type>(*member);
}

std::vector<std::string> member_names(const Type& target) {
  std::vector<std::string> names;
  for (const auto& entry : fixed_members(target.is(TypeKind::list) ? target.element() : target)) {
    names.push_back(entry.first);
  }
  return names;
}

std::string with_article(const Type& type) {
  std::string text = type.to_string();
  if (text.size() > longest_type_text) text = Type(type.kind()).to_string();
  const bool vowel = std::string_view("aeiouAEIOU").find(text.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + text;
}

}  // namespace tepei::feel
