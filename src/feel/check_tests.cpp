// Comparisons, ranges, `between` and `in`.
#include <utility>

#include "feel/check_relations.hpp"
#include "feel/checker.hpp"

namespace tepei::feel {

namespace {

std::string quoted_symbol(Operation operation) {
  switch (operation) {
    case Operation::equal:
      return "`=`";
    case Operation::not_equal:
      return "`!=`";
    case Operation::less:
      return "`<`";
    case Operation::less_or_equal:
      return "`<=`";
    case Operation::greater:
      return "`>`";
    default:
      return "`>=`";
  }
}

bool orders(Operation operation) {
  return operation != Operation::equal && operation != Operation::not_equal;
}

}  // namespace

void Checker::check_comparison(NodeId id) {
  node(id).type = TypeKind::boolean;
  const NodeId left = node(id).children[0];
  const NodeId right = node(id).children[1];
  unify(left, right);
  if (!require_comparable(left, right, node(id).span) || !orders(node(id).operation)) return;
  const std::string symbol = quoted_symbol(node(id).operation);
  if (require_order(left, symbol, node(id).span)) require_order(right, symbol, node(id).span);
}

bool Checker::require_comparable(NodeId left, NodeId right, Span span) {
  if (comparable(type(left), type(right))) return true;
  report_incomparable(left, right, span);
  return false;
}

void Checker::report_incomparable(NodeId left, NodeId right, Span span) {
  report("feel.check.type_mismatch",
         "cannot compare " + described(left) + " with " + text(right) + ", " + with_article(type(right)),
         comparison_help(left, right), span);
}

std::string Checker::comparison_help(NodeId left, NodeId right) const {
  const bool left_text = type(left).is(TypeKind::string);
  const NodeId written = left_text ? left : right;
  const Type& other = type(left_text ? right : left);
  const std::string* literal = node(written).value.text();
  if (left_text || type(right).is(TypeKind::string)) {
    if (const auto enumeration = enumeration_within(other))
      return "write one of its values, " + suggest("", enumeration->domain()->ids());
  }
  if (other.is(TypeKind::boolean) && literal != nullptr) return "compare with `true` or `false`";
  if (other.is(TypeKind::number) && literal != nullptr && Decimal::parse(*literal))
    return "write " + quoted(*literal) + " without quotes";
  if (other.is(TypeKind::date) && literal != nullptr) return "write a date as `@\"2025-03-21\"`";
  const auto is_pair = [&](TypeKind one, TypeKind two) {
    return (type(left).is(one) && type(right).is(two)) || (type(left).is(two) && type(right).is(one));
  };
  if (is_pair(TypeKind::date, TypeKind::date_and_time)) return "make a date of the second with `date(…)`";
  if (type(left).is(TypeKind::boolean) && node(left).kind == NodeKind::comparison)
    return "join two comparisons with `and`";
  return {};
}

bool Checker::require_order(NodeId id, const std::string& by, Span span) {
  const Type& held = type(id);
  if (has_order(held)) return true;
  const bool enumeration = held.is(TypeKind::enumeration);
  report("feel.check.unordered", by + " needs an order, but " + text(id) + ", " + with_article(held) + ", has none",
         enumeration ? "use `=`, `!=` or `in`" : "", span);
  return false;
}

void Checker::check_between(NodeId id) {
  node(id).type = TypeKind::boolean;
  const NodeId value = node(id).children[0];
  const NodeId low = node(id).children[1];
  const NodeId high = node(id).children[2];
  unify(value, low);
  unify(value, high);
  unify(low, high);
  for (const NodeId end : {low, high}) {
    if (!require_comparable(value, end, node(id).span)) return;
  }
  for (const NodeId part : {value, low, high}) {
    if (!require_order(part, "`between`", node(id).span)) return;
  }
}

void Checker::check_in(NodeId id) {
  node(id).type = TypeKind::boolean;
  const std::vector<NodeId> children = node(id).children;
  for (std::size_t i = 1; i < children.size(); ++i) check_test(children[0], children[i]);
}

void Checker::check_test(NodeId value, NodeId test) {
  if (node(test).kind == NodeKind::test_comparison) {
    const NodeId operand = node(test).children.front();
    unify(value, operand);
    if (!require_comparable(value, operand, node(test).span) || !orders(node(test).operation)) return;
    require_order(value, quoted_symbol(node(test).operation), node(test).span);
    return;
  }
  unify(value, test);
  Type tested = type(test);
  if (tested.is(TypeKind::list) && !comparable(type(value), tested)) tested = tested.element();
  if (tested.is(TypeKind::range)) {
    if (comparable(type(value), tested.element())) {
      require_order(value, "a range", node(test).span);
      return;
    }
  } else if (comparable(type(value), tested)) {
    return;
  }
  report_incomparable(value, test, node(test).span);
}

void Checker::check_range(NodeId id) {
  const NodeId low = node(id).children[0];
  const NodeId high = node(id).children[1];
  unify(low, high);
  node(id).type = Type::range_of(join(type(low), type(high)));
  if (!require_comparable(low, high, node(id).span)) return;
  if (require_order(low, "a range", node(id).span)) require_order(high, "a range", node(id).span);
}

}  // namespace tepei::feel
