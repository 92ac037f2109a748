#include <utility>

#include "feel/composite.hpp"
#include "feel/domain.hpp"
#include "feel/logic.hpp"
#include "feel/run.hpp"

namespace tepei::feel {

struct Collected {
  List items;
  Gaps gaps;          // where a domain was unknown
  bool null = false;  // where a domain was null
};

namespace {

const Loop& loop_of(const Machine& machine, const Instruction& self) {
  return machine.program().loops[self.extra];
}

Domain domain_of(Machine& machine, const Instruction& self, const Loop& loop) {
  CallSite site(machine, self.node);
  const Value& domain = machine.read(loop.domain);
  return loop.end == no_operand ? Domain::of(site, domain) : Domain::between(site, domain, machine.read(loop.end));
}

// Runs the body with the next item; false where the evaluation has ended.
bool run_body(Machine& machine, const Instruction& self, const Loop& loop, Value item) {
  machine.cell(loop.local) = std::move(item);
  return machine.spend(loop.length, self.node) && machine.run_block(&self + 1);
}

// `partial`: a copy of what has been collected, made only where the body reads it.
void show_collected(Machine& machine, const Instruction& self, const Loop& loop) {
  if (loop.partial == no_operand) return;
  CallSite site(machine, self.node);
  machine.cell(loop.partial) = make_list(site, machine.collected->items);
}

void collect(Machine& machine, const Instruction& self, const Loop& loop) {
  const Domain domain = domain_of(machine, self, loop);
  Collected& collected = *machine.collected;
  if (domain.kind() == Domain::Kind::none) collected.null = true;
  if (domain.kind() == Domain::Kind::unknown) collected.gaps.add(domain.facts());
  for (std::uint64_t i = 0; i < domain.size(); ++i) {
    if (loop.innermost) show_collected(machine, self, loop);
    if (!run_body(machine, self, loop, domain.at(i))) return;
    if (!loop.innermost) continue;
    collected.items.push_back(machine.read(loop.result));
    if (collected.items.size() > machine.limits().max_items) {
      return machine.stop(self.node, "feel.run.too_large",
                          "the list has more than " + std::to_string(machine.limits().max_items) + " items");
    }
  }
}

Value answer_of(Machine& machine, const Instruction& self, Collected collected) {
  if (collected.null) return Null{};
  if (collected.gaps.any) return collected.gaps.value();
  CallSite site(machine, self.node);
  return make_list(site, std::move(collected.items));
}

template <bool deciding>
const Instruction* run_quantifier(Machine& machine, const Instruction& self) {
  const Loop& loop = loop_of(machine, self);
  const Domain domain = domain_of(machine, self, loop);
  Answer answer(!deciding);
  if (domain.kind() == Domain::Kind::none) answer = Answer(Logic::null);
  if (domain.kind() == Domain::Kind::unknown) answer = Answer(domain.facts());
  const Logic decided = deciding ? Logic::yes : Logic::no;
  for (std::uint64_t i = 0; i < domain.size() && answer.logic != decided; ++i) {
    if (!run_body(machine, self, loop, domain.at(i))) return nullptr;
    const Answer next = Answer::of(machine.read(loop.result));
    answer = deciding ? disjunction(answer, next) : conjunction(answer, next);
  }
  machine.leave(self, answer.value());
  return &self + 1 + loop.length;
}

}  // namespace

const Instruction* run_for(Machine& machine, const Instruction& self) {
  const Loop& loop = loop_of(machine, self);
  if (!loop.outermost) {
    collect(machine, self, loop);
    return machine.stopped() ? nullptr : &self + 1 + loop.length;
  }
  Collected collected;
  Collected* const outer = std::exchange(machine.collected, &collected);
  collect(machine, self, loop);
  machine.collected = outer;
  if (machine.stopped()) return nullptr;
  machine.leave(self, answer_of(machine, self, std::move(collected)));
  return &self + 1 + loop.length;
}

const Instruction* run_some(Machine& machine, const Instruction& self) {
  return run_quantifier<true>(machine, self);
}

const Instruction* run_every(Machine& machine, const Instruction& self) {
  return run_quantifier<false>(machine, self);
}

}  // namespace tepei::feel
