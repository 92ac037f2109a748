#include "feel/lowering.hpp"

namespace tepei::feel {

void Lowering::begin_conditional_part(NodeId id, std::size_t child) {
  const std::vector<NodeId>& children = at(id).children;
  if (child == 1) {
    open_.push_back(emitter().emit_bare(instruction(id, run_branch, result(children[0]))));
  } else if (child == 2) {
    const std::uint32_t leave =
        emitter().emit_bare(instruction(id, run_leave_then, result(children[0]), result(children[1])));
    Instruction& branch = emitter().program().code[open_.back()];
    branch.extra = leave - open_.back();
    open_.back() = leave;
  }
}

Operand Lowering::end_conditional(NodeId id) {
  const std::vector<NodeId>& children = at(id).children;
  const Operand answer =
      emitter().emit(instruction(id, run_join, result(children[0]), result(children[2]), result(children[1])));
  Instruction& leave = emitter().program().code[open_.back()];
  leave.target = answer & index_mask;
  leave.extra = emitter().place() - 1 - open_.back();
  open_.pop_back();
  return answer;
}

// A place in the list rather than a condition on its items.
bool Lowering::is_index(const Node& filter) const {
  return type(filter.children[1]).is(TypeKind::number) && !read_locals_[filter.locals[0]];
}

void Lowering::begin_loop(NodeId id, std::size_t domain) {
  const Node& node = at(id);
  const NodeId over = node.children[domain];
  Loop loop;
  if (at(over).kind == NodeKind::iteration_range) {
    loop.domain = result(at(over).children[0]);
    loop.end = result(at(over).children[1]);
  } else {
    loop.domain = result(over);
  }
  loop.local = emitter().fresh_register();
  loop.outermost = domain == 0;
  loop.innermost = domain + 2 == node.children.size();
  loop.reads_item = read_locals_[node.locals[domain]];
  units_.back().locals[node.locals[domain]] = operand_in(Home::registers, loop.local);
  const bool shows_partial =
      node.kind == NodeKind::iteration && node.locals.size() > node.names.size() && read_locals_[node.locals.back()];
  if (shows_partial && loop.innermost) {
    loop.partial = emitter().fresh_register();
    units_.back().locals[node.locals.back()] = operand_in(Home::registers, loop.partial);
  }
  Run run = run_filter;
  if (node.kind == NodeKind::iteration) run = run_for;
  if (node.kind == NodeKind::some) run = run_some;
  if (node.kind == NodeKind::every) run = run_every;
  std::vector<Loop>& loops = emitter().program().loops;
  loops.push_back(loop);
  emitter().emit(instruction(id, run, no_operand, no_operand, static_cast<std::uint32_t>(loops.size() - 1)));
  open_.push_back(emitter().place() - 1);
}

// Ends the blocks of a node's domains, the innermost first; each outer body's answer is that of the loop within.
Operand Lowering::end_loops(NodeId id) {
  const Node& node = at(id);
  Operand answer = result(node.children.back());
  for (std::size_t domain = node.children.size() - 1; domain > 0; --domain) {
    emitter().emit_bare(instruction(id, run_end));
    Program& program = emitter().program();
    const Instruction& begin = program.code[open_.back()];
    Loop& loop = program.loops[begin.extra];
    loop.result = answer;
    loop.length = emitter().place() - 1 - open_.back();
    answer = operand_in(Home::registers, begin.target);
    open_.pop_back();
  }
  return answer;
}

Operand Lowering::lower_filter(NodeId id) {
  const std::vector<NodeId>& children = at(id).children;
  if (!is_index(at(id))) return end_loops(id);
  return emitter().emit_pure(instruction(id, run_index, result(children[0]), result(children[1])));
}

}  // namespace tepei::feel
