// DMN 1.5, 10.3.4.2 (boolean functions) and 10.3.4.8 (`is`).
#include "feel/builtins/family.hpp"
#include "feel/comparison.hpp"
#include "feel/logic.hpp"

namespace tepei::feel {
namespace {

Value call_not(Caller& /*caller*/, const Arguments& arguments) {
  return negation(Answer::of(arguments[0])).value();
}

// Whether two times tell the same offset, which `=` does not ask: 10:00Z = 11:00+01:00, but one `is` not the other.
bool same_offset(const Value& left, const Value& right) {
  const auto offset = [](const Value& value) -> std::optional<std::int32_t> {
    if (const auto* time = value.get_if<TimeOfDay>()) return time->offset_seconds;
    const auto* instant = value.get_if<DateTime>();
    return instant == nullptr ? std::nullopt : instant->time.offset_seconds;
  };
  return offset(left) == offset(right);
}

Value call_is(Caller& caller, const Arguments& arguments) {
  const Answer equal = matches(caller, arguments[0], arguments[1]);
  if (equal.logic != Logic::yes) return equal.value();
  return Value(same_offset(arguments[0], arguments[1]));
}

// Ours: whether anything is known of a value. The one function whose answer changes when more becomes known.
Value call_is_given(Caller& /*caller*/, const Arguments& arguments) {
  return Value(!arguments[0].is_unknown());
}

}  // namespace

Family boolean_builtins() {
  Family family;
  family.push_back({"not", {required("negand", TypeKind::boolean)}, false, TypeKind::boolean, call_not});
  family.push_back({"is",
                    {required("value1", TypeKind::any), required("value2", TypeKind::any)},
                    false,
                    TypeKind::boolean,
                    call_is,
                    true,
                    false});
  family.push_back(
      {"is given", {required("value", TypeKind::any)}, false, TypeKind::boolean, call_is_given, false, false});
  return family;
}

}  // namespace tepei::feel
