#include "feel/logic.hpp"
#include "feel/run.hpp"

namespace tepei::feel {
namespace {

// `deciding` is the operand that settles the answer alone: false for `and`, true for `or`.
template <bool deciding>
const Instruction* run_connective(Machine& machine, const Instruction& self) {
  const Operand* operand = machine.program().pool.data() + self.left;
  const Operand* end = operand + self.right;
  bool open = false;
  for (; operand != end; ++operand) {
    const bool* known = machine.read(*operand).get_if<bool>();
    if (known == nullptr) {
      open = true;
    } else if (*known == deciding) {
      return machine.leave(self, deciding);
    }
  }
  if (!open) return machine.leave(self, !deciding);
  Answer answer(!deciding);
  for (operand = end - self.right; operand != end; ++operand) {
    const Answer next = Answer::of(machine.read(*operand));
    answer = deciding ? disjunction(answer, next) : conjunction(answer, next);
  }
  return machine.leave(self, answer.value());
}

}  // namespace

const Instruction* run_conjunction(Machine& machine, const Instruction& self) {
  return run_connective<false>(machine, self);
}

const Instruction* run_disjunction(Machine& machine, const Instruction& self) {
  return run_connective<true>(machine, self);
}

const Instruction* run_negation(Machine& machine, const Instruction& self) {
  const Value& operand = machine.read(self.left);
  if (const bool* known = operand.get_if<bool>()) return machine.leave(self, !*known);
  return machine.leave(self, negation(Answer::of(operand)).value());
}

}  // namespace tepei::feel
