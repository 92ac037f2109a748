#include "feel/composite.hpp"
#include "feel/run.hpp"

namespace tepei::feel {
namespace {

// The answer of an `if` whose condition is unknown, from the answers of both branches.
Value merge(Caller& caller, const Value& condition, const Value& yes, const Value& no) {
  Gaps gaps = gaps_within(caller, yes);
  const Gaps other = gaps_within(caller, no);
  if (!caller.spend(0)) return Null{};  // ended because a branch is too large to be walked
  if (!gaps.any && !other.any && identical(yes, no)) return yes;
  if (other.any) gaps.add(other.facts);
  gaps.add(condition);
  return gaps.value();
}

}  // namespace

const Instruction* run_end(Machine& /*machine*/, const Instruction& /*self*/) {
  return nullptr;
}

const Instruction* run_branch(Machine& machine, const Instruction& self) {
  const Value& condition = machine.read(self.left);
  const bool* known = condition.get_if<bool>();
  const bool enters = known != nullptr ? *known : condition.is_unknown();
  return &self + 1 + (enters ? 0 : self.extra);
}

const Instruction* run_leave_then(Machine& machine, const Instruction& self) {
  if (machine.read(self.left).is_unknown()) return &self + 1;
  machine.leave(self, machine.read(self.right));
  return &self + 1 + self.extra;
}

const Instruction* run_join(Machine& machine, const Instruction& self) {
  const Value& condition = machine.read(self.left);
  const Value& no = machine.read(self.right);
  if (!condition.is_unknown()) return machine.leave(self, no);
  CallSite site(machine, self.node);
  return machine.leave(self, merge(site, condition, machine.read(self.extra), no));
}

}  // namespace tepei::feel
