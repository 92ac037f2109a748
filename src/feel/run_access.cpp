#include <utility>

#include "feel/composite.hpp"
#include "feel/conformance.hpp"
#include "feel/member.hpp"
#include "feel/run.hpp"

namespace tepei::feel {

const Instruction* run_path(Machine& machine, const Instruction& self) {
  CallSite site(machine, self.node);
  return machine.leave(self, member_of(site, machine.read(self.left), *machine.read(self.right).text()));
}

const Instruction* run_list(Machine& machine, const Instruction& self) {
  const Operand* operands = machine.program().pool.data() + self.left;
  List items;
  items.reserve(self.right);
  for (std::uint32_t i = 0; i < self.right; ++i) items.push_back(machine.read(operands[i]));
  CallSite site(machine, self.node);
  return machine.leave(self, make_list(site, std::move(items)));
}

const Instruction* run_context(Machine& machine, const Instruction& self) {
  const Operand* operands = machine.program().pool.data() + self.left;
  const std::vector<std::string>& keys = machine.program().keys[self.extra];
  Context entries;
  entries.reserve(self.right);
  for (std::uint32_t i = 0; i < self.right; ++i) entries.emplace_back(keys[i], machine.read(operands[i]));
  CallSite site(machine, self.node);
  return machine.leave(self, make_context(site, std::move(entries)));
}

const Instruction* run_range(Machine& machine, const Instruction& self) {
  const Value& start = machine.read(self.left);
  const Value& end = machine.read(self.right);
  const bool start_open = (self.extra & 4U) != 0;
  const bool end_open = (self.extra & 8U) != 0;
  // An end that is computed and has no answer does not leave the range open.
  if ((start.is_null() && !start_open) || (end.is_null() && !end_open)) return machine.leave(self, Null{});
  CallSite site(machine, self.node);
  return machine.leave(self, make_range(site, Range{start, end, (self.extra & 1U) != 0, (self.extra & 2U) != 0}));
}

const Instruction* run_instance_of(Machine& machine, const Instruction& self) {
  CallSite site(machine, self.node);
  const Type& type = machine.program().syntax->at(self.node).tested_type;
  return machine.leave(self, conforms(site, machine.read(self.left), type).value());
}

}  // namespace tepei::feel
