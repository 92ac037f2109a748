#include "feel/direction.hpp"

#include <optional>
#include <string_view>

namespace tepei::feel {
namespace {

constexpr Direction independent = Direction::independent;
constexpr Direction not_monotone = Direction::not_monotone;

Direction flip(Direction direction) {
  if (direction == Direction::increasing) return Direction::decreasing;
  if (direction == Direction::decreasing) return Direction::increasing;
  return direction;
}

// Of an operation that grows with each of two operands.
Direction join(Direction left, Direction right) {
  if (left == independent) return right;
  return right == independent || left == right ? left : not_monotone;
}

bool is_ordered(const Type& type) {
  switch (type.kind()) {
    case TypeKind::boolean:
    case TypeKind::number:
    case TypeKind::date:
    case TypeKind::days_and_time_duration:
    case TypeKind::years_and_months_duration:
      return true;
    case TypeKind::enumeration:
      return type.domain() != nullptr && type.domain()->ordered();
    default:
      return false;
  }
}

template <typename Count>
int sign_of_count(Count count) {
  return count == 0 ? 0 : (count < 0 ? -1 : 1);
}

std::optional<int> sign_of(const Value& value) {
  if (const Decimal* number = value.get_if<Decimal>()) return number->is_zero() ? 0 : (number->is_negative() ? -1 : 1);
  if (const MonthsDuration* duration = value.get_if<MonthsDuration>()) return sign_of_count(duration->months);
  if (const TimeDuration* duration = value.get_if<TimeDuration>()) return sign_of_count(duration->nanoseconds);
  return std::nullopt;
}

// A comparison of two sides that move as given.
Direction compared(Operation operation, Direction left, Direction right) {
  switch (operation) {
    case Operation::less:
    case Operation::less_or_equal:
      return join(flip(left), right);
    case Operation::greater:
    case Operation::greater_or_equal:
      return join(left, flip(right));
    default:
      return join(left, right) == independent ? independent : not_monotone;
  }
}

class Analysis {
 public:
  Analysis(const Syntax& syntax, Slot variable)
      : syntax_(syntax),
        variable_(variable),
        found_(syntax.nodes.size(), independent),
        ordered_(syntax.nodes.size(), false) {}

  Direction run(NodeId root) {
    std::vector<std::pair<NodeId, std::size_t>> stack{{root, 0}};
    while (!stack.empty()) {
      const auto [id, stage] = stack.back();
      const Node& node = at(id);
      if (stage < node.children.size()) {
        ++stack.back().second;
        stack.emplace_back(node.children[stage], 0);
      } else {
        ordered_[id] = has_order(node);
        found_[id] = of_node(node);
        stack.pop_back();
      }
    }
    return found_[root];
  }

 private:
  const Node& at(NodeId id) const { return syntax_.at(id); }
  Direction child(const Node& node, std::size_t place) const { return found_[node.children[place]]; }
  const Type& child_type(const Node& node, std::size_t place) const { return at(node.children[place]).type; }
  bool child_ordered(const Node& node, std::size_t place) const { return ordered_[node.children[place]]; }

  // Whether the values are of one ordered kind; of some calls, and of what is made from them, the type does not tell.
  bool has_order(const Node& node) const {
    if (is_ordered(node.type) || duration_sign(node)) return true;
    return node.kind == NodeKind::arithmetic && child_ordered(node, 0) && child_ordered(node, 1);
  }

  bool calls(const Node& node, std::string_view builtin) const {
    if (node.kind != NodeKind::call) return false;
    const Node& callee = at(node.children[0]);
    return callee.kind == NodeKind::name && callee.target == NameTarget::builtin && callee.text == builtin;
  }

  // The operands of `min` and `max`: the arguments, or the items of a list written out.
  struct Operands {
    const Node* of;
    std::size_t first;
  };
  Operands operands(const Node& call) const {
    const bool of_list = call.children.size() == 2 && at(call.children[1]).kind == NodeKind::list;
    return of_list ? Operands{&at(call.children[1]), 0} : Operands{&call, 1};
  }

  bool has_ordered_operands(const Node& call) const {
    const auto [of, first] = operands(call);
    for (std::size_t i = first; i < of->children.size(); ++i) {
      if (!child_ordered(*of, i)) return false;
    }
    return true;
  }

  Direction of_node(const Node& node) const {
    switch (node.kind) {
      case NodeKind::name:
        if (node.target != NameTarget::variable || !(node.slot == variable_)) return independent;
        return is_ordered(node.type) ? Direction::increasing : not_monotone;
      case NodeKind::negate:
      case NodeKind::negation:
        return flip(child(node, 0));
      case NodeKind::conjunction:
      case NodeKind::disjunction:
        return all(node, 0);
      case NodeKind::arithmetic:
        return arithmetic(node);
      case NodeKind::comparison:
        return comparison(node);
      case NodeKind::between:
        return within(child(node, 0), child(node, 1), child(node, 2));
      case NodeKind::in:
        return in(node);
      case NodeKind::conditional:
        return child(node, 0) == independent ? all(node, 1) : not_monotone;
      case NodeKind::some:
      case NodeKind::every:
        return quantifier(node);
      case NodeKind::path:
        return path(node);
      case NodeKind::call:
        return call(node);
      default:
        return only_if_independent(node);
    }
  }

  Direction all(const Node& node, std::size_t from) const {
    Direction joined = independent;
    for (std::size_t i = from; i < node.children.size(); ++i) joined = join(joined, child(node, i));
    return joined;
  }

  Direction only_if_independent(const Node& node) const {
    return all(node, 0) == independent ? independent : not_monotone;
  }

  static Direction within(Direction value, Direction start, Direction end) {
    return join(compared(Operation::greater_or_equal, value, start), compared(Operation::less_or_equal, value, end));
  }

  // The sign of a number or duration written out or a member of a constant, -1, 0 or 1; nothing for anything else.
  std::optional<int> literal_sign(NodeId id) const {
    int sign = 1;
    while (at(id).kind == NodeKind::negate) {
      sign = -sign;
      id = at(id).children[0];
    }
    const std::optional<int> found = at(id).kind == NodeKind::literal ? sign_of(at(id).value) : duration_sign(at(id));
    return found ? std::optional<int>(sign * *found) : std::nullopt;
  }

  // Of `duration("P1M")`.
  std::optional<int> duration_sign(const Node& node) const {
    if (!calls(node, "duration") || node.children.size() != 2) return std::nullopt;
    const Node& argument = at(node.children[1]);
    const std::string* text = argument.kind == NodeKind::literal ? argument.value.text() : nullptr;
    if (text == nullptr) return std::nullopt;
    if (const auto months = parse_months_duration(*text)) return sign_of(Value(*months));
    const auto time = parse_time_duration(*text);
    return time ? sign_of(Value(*time)) : std::nullopt;
  }

  Direction signed_by(Direction moved, std::optional<int> sign, bool zero_allowed) const {
    if (moved == independent) return independent;
    if (!sign || (*sign == 0 && !zero_allowed)) return not_monotone;
    return *sign == 0 ? independent : (*sign > 0 ? moved : flip(moved));
  }

  Direction arithmetic(const Node& node) const {
    const Direction left = child(node, 0);
    const Direction right = child(node, 1);
    if (left == independent && right == independent) return independent;
    if (!child_ordered(node, 0) || !child_ordered(node, 1)) return not_monotone;
    switch (node.operation) {
      case Operation::add:
        return join(left, right);
      case Operation::subtract:
        return join(left, flip(right));
      case Operation::multiply:
        if (left != independent && right != independent) return not_monotone;
        return left != independent ? signed_by(left, literal_sign(node.children[1]), true)
                                   : signed_by(right, literal_sign(node.children[0]), true);
      case Operation::divide:
        return right != independent ? not_monotone : signed_by(left, literal_sign(node.children[1]), false);
      default:
        return not_monotone;
    }
  }

  // `boolean = true` moves as the boolean, `boolean = false` against it.
  std::optional<Direction> against_literal(const Node& node, std::size_t side) const {
    const Node& literal = at(node.children[1 - side]);
    const bool* value = literal.kind == NodeKind::literal ? literal.value.get_if<bool>() : nullptr;
    if (value == nullptr || !child_type(node, side).is(TypeKind::boolean)) return std::nullopt;
    const bool same = *value == (node.operation == Operation::equal);
    return same ? child(node, side) : flip(child(node, side));
  }

  Direction comparison(const Node& node) const {
    if (node.operation == Operation::equal || node.operation == Operation::not_equal) {
      for (const std::size_t side : {0U, 1U}) {
        if (const std::optional<Direction> direction = against_literal(node, side)) return *direction;
      }
    }
    return compared(node.operation, child(node, 0), child(node, 1));
  }

  Direction of_test(Direction value, NodeId id) const {
    const Node& test = at(id);
    if (test.kind == NodeKind::test_comparison) return compared(test.operation, value, child(test, 0));
    if (test.kind == NodeKind::range) {
      const bool start_open = is_open(test.children[0]);
      const bool end_open = is_open(test.children[1]);
      const Direction above = start_open ? independent : compared(Operation::greater_or_equal, value, child(test, 0));
      return join(above, end_open ? independent : compared(Operation::less_or_equal, value, child(test, 1)));
    }
    return value == independent && found_[id] == independent ? independent : not_monotone;
  }

  bool is_open(NodeId id) const { return at(id).kind == NodeKind::literal && at(id).value.is_null(); }

  Direction in(const Node& node) const {
    Direction joined = independent;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      joined = join(joined, of_test(child(node, 0), node.children[i]));
    }
    return joined;
  }

  Direction quantifier(const Node& node) const {
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
      if (child(node, i) != independent) return not_monotone;
    }
    return found_[node.children.back()];
  }

  Direction path(const Node& node) const {
    const Direction target = child(node, 0);
    return child_type(node, 0).is(TypeKind::date) && node.text == "year" ? target : only_if_independent(node);
  }

  Direction call(const Node& node) const {
    const Node& callee = at(node.children[0]);
    const Direction whole = only_if_independent(node);
    if (whole == independent || callee.kind != NodeKind::name || callee.target != NameTarget::builtin) return whole;
    const std::string_view name = callee.text;
    const std::size_t count = node.children.size() - 1;
    if (name == "full years" || name == "full months" || name == "years and months duration") {
      return count == 2 ? join(flip(child(node, 1)), child(node, 2)) : not_monotone;
    }
    if (name == "min" || name == "max") return extreme(node);
    const bool rounds = name == "floor" || name == "ceiling" || name == "decimal" || name == "round up" ||
                        name == "round down" || name == "round half up" || name == "round half down";
    if (!rounds || (count == 2 && child(node, 2) != independent)) return not_monotone;
    return child(node, 1);
  }

  Direction extreme(const Node& node) const {
    const auto [of, first] = operands(node);
    return has_ordered_operands(node) ? all(*of, first) : not_monotone;
  }

  const Syntax& syntax_;
  Slot variable_;
  std::vector<Direction> found_;
  std::vector<bool> ordered_;
};

}  // namespace

Direction direction_of(const Syntax& syntax, NodeId root, Slot variable) {
  return Analysis(syntax, variable).run(root);
}

}  // namespace tepei::feel
