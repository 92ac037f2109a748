#include "feel/comparison.hpp"
#include "feel/run.hpp"

namespace tepei::feel {
namespace {

template <Operation operation>
const Instruction* run_compare(Machine& machine, const Instruction& self) {
  CallSite site(machine, self.node);
  const Answer answer = compare(site, operation, machine.read(self.left), machine.read(self.right));
  return machine.leave(self, answer.value());
}

// Whether `ordered`, the sign of left against right, satisfies the operation.
template <Operation operation>
bool holds(int ordered) {
  if constexpr (operation == Operation::equal) return ordered == 0;
  if constexpr (operation == Operation::not_equal) return ordered != 0;
  if constexpr (operation == Operation::less) return ordered < 0;
  if constexpr (operation == Operation::less_or_equal) return ordered <= 0;
  if constexpr (operation == Operation::greater) return ordered > 0;
  return ordered >= 0;
}

// Each kind's sign of left against right; nothing where these two have none.
struct Numbers {
  using Kind = Decimal;
  static bool comparable(const Decimal& /*left*/, const Decimal& /*right*/) { return true; }
  static int sign(const Decimal& left, const Decimal& right) { return Decimal::compare(left, right); }
};

struct Dates {
  using Kind = Date;
  static bool comparable(Date /*left*/, Date /*right*/) { return true; }
  static int sign(Date left, Date right) {
    return left.days() < right.days() ? -1 : (right.days() < left.days() ? 1 : 0);
  }
};

struct Members {
  using Kind = EnumValue;
  static bool comparable(EnumValue left, EnumValue right) { return left.domain == right.domain; }
  static int sign(EnumValue left, EnumValue right) {
    return static_cast<int>(left.ordinal) - static_cast<int>(right.ordinal);
  }
};

struct Booleans {
  using Kind = bool;
  static bool comparable(bool /*left*/, bool /*right*/) { return true; }
  static int sign(bool left, bool right) { return static_cast<int>(left) - static_cast<int>(right); }
};

template <Operation operation, typename Family>
const Instruction* run_compare_kind(Machine& machine, const Instruction& self) {
  const auto* left = machine.read(self.left).get_if<typename Family::Kind>();
  const auto* right = machine.read(self.right).get_if<typename Family::Kind>();
  if (left != nullptr && right != nullptr && Family::comparable(*left, *right)) {
    return machine.leave(self, holds<operation>(Family::sign(*left, *right)));
  }
  return run_compare<operation>(machine, self);
}

template <Operation operation>
const Instruction* run_equal_texts(Machine& machine, const Instruction& self) {
  const std::string* left = machine.read(self.left).text();
  const std::string* right = machine.read(self.right).text();
  constexpr std::size_t short_text = 256;  // longer ones count as work
  if (left != nullptr && right != nullptr && left->size() <= short_text) {
    return machine.leave(self, (*left == *right) == (operation == Operation::equal));
  }
  return run_compare<operation>(machine, self);
}

template <Operation operation>
Run run_for_types(const Type& left, const Type& right) {
  constexpr bool equality = operation == Operation::equal || operation == Operation::not_equal;
  if (left.kind() != right.kind()) return run_compare<operation>;
  switch (left.kind()) {
    case TypeKind::number:
      return run_compare_kind<operation, Numbers>;
    case TypeKind::date:
      return run_compare_kind<operation, Dates>;
    case TypeKind::enumeration: {
      const bool ordered = left.domain() != nullptr && left.domain()->ordered();
      return equality || ordered ? run_compare_kind<operation, Members> : run_compare<operation>;
    }
    case TypeKind::boolean:
      return equality ? run_compare_kind<operation, Booleans> : run_compare<operation>;
    case TypeKind::string:
      if constexpr (equality) return run_equal_texts<operation>;
      return run_compare<operation>;
    default:
      return run_compare<operation>;
  }
}

}  // namespace

Run comparison_run(Operation operation, const Type& left, const Type& right) {
  switch (operation) {
    case Operation::equal:
      return run_for_types<Operation::equal>(left, right);
    case Operation::not_equal:
      return run_for_types<Operation::not_equal>(left, right);
    case Operation::less:
      return run_for_types<Operation::less>(left, right);
    case Operation::less_or_equal:
      return run_for_types<Operation::less_or_equal>(left, right);
    case Operation::greater:
      return run_for_types<Operation::greater>(left, right);
    default:
      return run_for_types<Operation::greater_or_equal>(left, right);
  }
}

const Instruction* run_within(Machine& machine, const Instruction& self) {
  CallSite site(machine, self.node);
  const Operand* operands = machine.program().pool.data() + self.left;
  const Value& value = machine.read(operands[0]);
  // Bounds are compared where they lie; no range is made.
  Answer both(true);
  if (operands[1] != no_operand) {
    const Operation above = (self.extra & 1U) != 0 ? Operation::greater_or_equal : Operation::greater;
    both = compare(site, above, value, machine.read(operands[1]));
  }
  if (operands[2] != no_operand) {
    const Operation below = (self.extra & 2U) != 0 ? Operation::less_or_equal : Operation::less;
    both = conjunction(both, compare(site, below, value, machine.read(operands[2])));
  }
  if (value.is_null()) both = Answer(Logic::null);
  return machine.leave(self, both.value());
}

const Instruction* run_satisfies(Machine& machine, const Instruction& self) {
  CallSite site(machine, self.node);
  return machine.leave(self, satisfies(site, machine.read(self.left), machine.read(self.right)).value());
}

}  // namespace tepei::feel
