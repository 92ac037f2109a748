// Literals, arithmetic, conditions.
#include <utility>

#include "feel/check_relations.hpp"
#include "feel/checker.hpp"

namespace tepei::feel {

namespace {

TypeKind kind_of(const Value& value) {
  if (value.is_null()) return TypeKind::null_type;
  if (value.get_if<bool>() != nullptr) return TypeKind::boolean;
  if (value.get_if<Decimal>() != nullptr) return TypeKind::number;
  if (value.text() != nullptr) return TypeKind::string;
  if (value.get_if<Date>() != nullptr) return TypeKind::date;
  if (value.get_if<TimeOfDay>() != nullptr) return TypeKind::time;
  if (value.get_if<DateTime>() != nullptr) return TypeKind::date_and_time;
  if (value.get_if<MonthsDuration>() != nullptr) return TypeKind::years_and_months_duration;
  if (value.get_if<TimeDuration>() != nullptr) return TypeKind::days_and_time_duration;
  return TypeKind::any;
}

std::string_view symbol_of(Operation operation) {
  switch (operation) {
    case Operation::add:
      return "+";
    case Operation::subtract:
      return "-";
    case Operation::multiply:
      return "*";
    case Operation::divide:
      return "/";
    default:
      return "**";
  }
}

bool is_duration(TypeKind kind) {
  return kind == TypeKind::days_and_time_duration || kind == TypeKind::years_and_months_duration;
}

bool is_instant(TypeKind kind) {
  return kind == TypeKind::date || kind == TypeKind::date_and_time;
}

// What a duration added to or taken from something gives (DMN 1.5, table 58).
std::optional<TypeKind> moved(TypeKind kind, TypeKind duration) {
  if (is_instant(kind) || kind == duration) return kind;
  if (kind == TypeKind::time && duration == TypeKind::days_and_time_duration) return kind;
  return std::nullopt;
}

std::optional<TypeKind> sum(TypeKind left, TypeKind right) {
  if (left == right && (left == TypeKind::number || left == TypeKind::string)) return left;
  if (is_duration(right)) return moved(left, right);
  return is_duration(left) ? moved(right, left) : std::nullopt;
}

std::optional<TypeKind> difference(TypeKind left, TypeKind right) {
  if (left == TypeKind::number && right == TypeKind::number) return left;
  if (is_duration(right)) return moved(left, right);
  const bool times = left == TypeKind::time && right == TypeKind::time;
  if (times || (is_instant(left) && is_instant(right))) return TypeKind::days_and_time_duration;
  return std::nullopt;
}

// What two definite kinds give (DMN 1.5, tables 58 to 60); nothing where they do not go together.
std::optional<TypeKind> outcome(Operation operation, TypeKind left, TypeKind right) {
  const bool numbers = left == TypeKind::number && right == TypeKind::number;
  switch (operation) {
    case Operation::add:
      return sum(left, right);
    case Operation::subtract:
      return difference(left, right);
    case Operation::multiply:
      if (numbers) return left;
      if (is_duration(left) && right == TypeKind::number) return left;
      if (is_duration(right) && left == TypeKind::number) return right;
      return std::nullopt;
    case Operation::divide:
      if (numbers || (is_duration(left) && right == TypeKind::number)) return left;
      return is_duration(left) && left == right ? std::optional<TypeKind>(TypeKind::number) : std::nullopt;
    default:
      return numbers ? std::optional<TypeKind>(left) : std::nullopt;
  }
}

// Whether the operation takes the kind with some other kind.
bool takes(Operation operation, TypeKind kind) {
  for (int other = 0; other <= static_cast<int>(TypeKind::function); ++other) {
    const auto right = static_cast<TypeKind>(other);
    if (outcome(operation, kind, right) || outcome(operation, right, kind)) return true;
  }
  return false;
}

}  // namespace

void Checker::check_literal(NodeId id) {
  node(id).type = kind_of(node(id).value);
}

void Checker::check_negate(NodeId id) {
  const NodeId operand = node(id).children.front();
  const Type held = type(operand);
  if (held.is(TypeKind::number) || is_duration(held.kind())) {
    node(id).type = held;
  } else if (!is_open(held)) {
    report("feel.check.type_mismatch",
           "`-` takes a number or a duration, but " + text(operand) + " is " + with_article(held), "", node(id).span);
  }
}

void Checker::check_arithmetic(NodeId id) {
  const Operation operation = node(id).operation;
  const NodeId left = node(id).children[0];
  const NodeId right = node(id).children[1];
  const Type one = type(left);
  const Type other = type(right);
  const std::string symbol = "`" + std::string(symbol_of(operation)) + "`";
  for (const NodeId side : {left, right}) {
    if (is_open(type(side)) || takes(operation, type(side).kind())) continue;
    report("feel.check.type_mismatch", symbol + " takes no " + type(side).to_string() + ": " + text(side),
           arithmetic_help(operation, one, other), node(id).span);
    return;
  }
  if (is_open(one) || is_open(other)) {
    if (operation == Operation::power) node(id).type = TypeKind::number;
    return;
  }
  const auto result = outcome(operation, one.kind(), other.kind());
  if (result) {
    node(id).type = *result;
    return;
  }
  report("feel.check.type_mismatch",
         symbol + " cannot join " + described(left) + " and " + text(right) + ", " + with_article(other),
         arithmetic_help(operation, one, other), node(id).span);
}

std::string Checker::arithmetic_help(Operation operation, const Type& left, const Type& right) const {
  const bool moves = operation == Operation::add || operation == Operation::subtract;
  const auto either = [&](TypeKind kind) { return left.is(kind) || right.is(kind); };
  if (operation == Operation::add && either(TypeKind::string)) return "make a text of it with `string(…)`";
  if (moves && either(TypeKind::number) &&
      (is_instant(left.kind()) || is_instant(right.kind()) || either(TypeKind::time))) {
    return "move it by a duration, such as `@\"P30D\"` or `@\"P1Y\"`";
  }
  if (operation == Operation::add && is_instant(left.kind()) && is_instant(right.kind())) {
    return "two days have a difference, not a sum";
  }
  return {};
}

void Checker::check_conditional(NodeId id) {
  const NodeId then = node(id).children[1];
  const NodeId otherwise = node(id).children[2];
  require_boolean(node(id).children[0], "`if`");
  unify(then, otherwise);
  node(id).type = join(type(then), type(otherwise));
}

void Checker::check_list(NodeId id) {
  const std::vector<NodeId> items = node(id).children;
  for (const NodeId item : items) {
    if (const auto enumeration = enumeration_within(type(item))) {
      for (const NodeId other : items) make_members(other, *enumeration);
      break;
    }
  }
  Type element = items.empty() ? Type() : type(items.front());
  for (const NodeId item : items) element = join(element, type(item));
  node(id).type = Type::list_of(element.is(TypeKind::null_type) ? Type() : element);
}

void Checker::require_boolean(NodeId id, const std::string& by) {
  const Type& held = type(id);
  if (is_open(held) || held.is(TypeKind::boolean)) return;
  std::string help;
  if (held.is(TypeKind::enumeration) || held.is(TypeKind::string)) help = "compare it with a value: `= \"…\"`";
  if (held.is(TypeKind::number)) help = "compare it with a number: `> 0`";
  report("feel.check.type_mismatch", by + " takes a condition, but " + text(id) + " is " + with_article(held),
         std::move(help), node(id).span);
}

}  // namespace tepei::feel
