#include "feel/conformance.hpp"

#include <memory>

#include "feel/composite.hpp"
#include "feel/function.hpp"

namespace tepei::feel {
namespace {

template <typename T>
bool holds(const Value& value) {
  return value.get_if<T>() != nullptr;
}

bool is_of_kind(const Value& value, TypeKind kind) {
  switch (kind) {
    case TypeKind::any:
      return true;
    case TypeKind::boolean:
      return holds<bool>(value);
    case TypeKind::number:
      return holds<Decimal>(value);
    case TypeKind::string:
      return value.text() != nullptr;
    case TypeKind::enumeration:
      return holds<EnumValue>(value);
    case TypeKind::date:
      return holds<Date>(value);
    case TypeKind::time:
      return holds<TimeOfDay>(value);
    case TypeKind::date_and_time:
      return holds<DateTime>(value);
    case TypeKind::days_and_time_duration:
      return holds<TimeDuration>(value);
    case TypeKind::years_and_months_duration:
      return holds<MonthsDuration>(value);
    case TypeKind::list:
      return value.list() != nullptr;
    case TypeKind::context:
      return value.context() != nullptr;
    case TypeKind::range:
      return value.range() != nullptr;
    case TypeKind::function:
      return holds<std::shared_ptr<const Function>>(value);
    default:
      return false;
  }
}

Answer conforms_within(const Value& value, const Type& type);

Answer entries_conform(const Context& context, const Type& type) {
  Answer all(true);
  for (const auto& [key, entry_type] : type.entries()) {
    Answer has(false);
    for (const auto& entry : context) {
      if (entry.first == key) has = conforms_within(entry.second, entry_type);
    }
    all = conjunction(all, has);
  }
  return all;
}

Answer ends_conform(const Range& range, const Type& end) {
  Answer all(true);
  if (!range.start.is_null()) all = conforms_within(range.start, end);
  return range.end.is_null() ? all : conjunction(all, conforms_within(range.end, end));
}

// The value is walkable; types are bounded in depth and size by their maker.
Answer conforms_within(const Value& value, const Type& type) {
  if (type.is(TypeKind::any)) return value.is_unknown() ? Answer(value.unknown_facts()) : Answer(!value.is_null());
  if (value.is_unknown()) return Answer(value.unknown_facts());
  if (value.is_null()) return Answer(type.is(TypeKind::null_type));
  if (!is_of_kind(value, type.kind())) return Answer(false);
  if (const EnumValue* member = value.get_if<EnumValue>()) {
    return Answer(type.domain() == nullptr || type.domain().get() == member->domain);
  }
  if (const List* list = value.list()) {
    const Type element = type.element();
    Answer all(true);
    if (element.is(TypeKind::any)) return all;  // a list of anything may hold nulls too
    for (const Value& item : *list) all = conjunction(all, conforms_within(item, element));
    return all;
  }
  if (const Context* context = value.context()) return entries_conform(*context, type);
  if (const Range* range = value.range()) return ends_conform(*range, type.element());
  return Answer(true);
}

}  // namespace

Answer conforms(Caller& caller, const Value& value, const Type& type) {
  const bool composite = value.list() != nullptr || value.context() != nullptr;
  if (composite && !walkable(caller, value)) return Answer(Logic::null);
  return conforms_within(value, type);
}

}  // namespace tepei::feel
