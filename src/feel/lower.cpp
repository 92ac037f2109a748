#include "feel/lower.hpp"

#include <algorithm>

#include "feel/lowering.hpp"
#include "feel/parts.hpp"

namespace tepei::feel {

Lowering::Lowering(std::shared_ptr<const Syntax> syntax, const Limits& limits)
    : syntax_(std::move(syntax)), limits_(limits), results_(syntax_->nodes.size(), no_operand) {
  read_locals_.resize(syntax_->local_count, false);
  for (const Node& node : syntax_->nodes) {
    if (node.kind != NodeKind::name || node.target != NameTarget::local) continue;
    if (node.local >= read_locals_.size()) read_locals_.resize(node.local + 1, false);
    read_locals_[node.local] = true;
  }
}

std::shared_ptr<Program> Lowering::run() {
  units_.push_back(Unit{Emitter(syntax_, limits_, no_node), {}, {}});
  emitter().program().results.assign(syntax_->nodes.size(), no_operand);
  stack_.push_back({syntax_->root, 0});
  while (!stack_.empty()) {
    const Frame frame = stack_.back();
    const Node& node = at(frame.node);
    if (frame.stage < node.children.size()) {
      ++stack_.back().stage;
      if (frame.stage == 0 && calls_builtin(node)) continue;  // the builtin's name is no value here
      before_child(frame.node, frame.stage);
      stack_.push_back({node.children[frame.stage], 0});
    } else {
      results_[frame.node] = lower_node(frame.node);
      if (units_.size() == 1) emitter().program().results[frame.node] = results_[frame.node];
      stack_.pop_back();
    }
  }
  return emitter().finish(result(syntax_->root));
}

std::vector<Operand> Lowering::results_of(const std::vector<NodeId>& nodes, std::size_t from) const {
  std::vector<Operand> operands;
  operands.reserve(nodes.size());
  for (std::size_t i = from; i < nodes.size(); ++i) operands.push_back(result(nodes[i]));
  return operands;
}

Instruction Lowering::instruction(NodeId node, Run run, Operand left, Operand right, std::uint32_t extra) {
  Instruction made;
  made.run = run;
  made.left = left;
  made.right = right;
  made.extra = extra;
  made.node = node;
  return made;
}

void Lowering::before_child(NodeId id, std::size_t child) {
  const Node& node = at(id);
  switch (node.kind) {
    case NodeKind::conditional:
      return begin_conditional_part(id, child);
    case NodeKind::iteration:
    case NodeKind::some:
    case NodeKind::every:
      if (child > 0) begin_loop(id, child - 1);
      return;
    case NodeKind::filter:
      if (child == 1 && !is_index(node)) begin_loop(id, 0);
      return;
    case NodeKind::function:
      return begin_function(id);
    case NodeKind::context:
      // An entry is in scope of those after it.
      if (child > 0 && child <= node.locals.size()) {
        units_.back().locals[node.locals[child - 1]] = result(node.children[child - 1]);
      }
      return;
    default:
      return;
  }
}

Operand Lowering::lower_node(NodeId id) {
  const Node& node = at(id);
  switch (node.kind) {
    case NodeKind::literal:
      return emitter().constant(node.value);
    case NodeKind::name:
      return lower_name(node);
    case NodeKind::in:
      return lower_in(id);
    case NodeKind::test_comparison:
      return lower_test_comparison(id);
    case NodeKind::conditional:
      return end_conditional(id);
    case NodeKind::iteration:
    case NodeKind::some:
    case NodeKind::every:
      return end_loops(id);
    case NodeKind::iteration_range:
      return no_operand;  // its ends are read by the loop
    case NodeKind::filter:
      return lower_filter(id);
    case NodeKind::range:
      return lower_range(id);
    case NodeKind::function:
      return end_function(id);
    case NodeKind::call:
      return lower_call(id);
    default:
      return lower_operator(id);
  }
}

// The type of a node, or what a constant turned out to be: `duration("P45Y")` may be either kind until it is worked
// out.
Type Lowering::operand_type(NodeId id) {
  if (!type(id).is(TypeKind::any) || home_of(result(id)) != Home::constants) return type(id);
  const Value& value = emitter().program().constants[result(id) & index_mask];
  if (value.get_if<Decimal>() != nullptr) return TypeKind::number;
  if (value.get_if<Date>() != nullptr) return TypeKind::date;
  return value.get_if<MonthsDuration>() != nullptr ? TypeKind::years_and_months_duration : TypeKind::any;
}

// The kinds whose value depends on their children's alone.
Operand Lowering::lower_operator(NodeId id) {
  const Node& node = at(id);
  const std::vector<NodeId>& children = node.children;
  const auto unary = [&](Run run) { return emitter().emit_pure(instruction(id, run, result(children[0]))); };
  const auto binary = [&](Run run) {
    return emitter().emit_pure(instruction(id, run, result(children[0]), result(children[1])));
  };
  const auto many = [&](Run run, std::uint32_t extra) {
    return emitter().emit_pure(instruction(id, run, 0, 0, extra), results_of(children));
  };
  switch (node.kind) {
    case NodeKind::negate:
      return unary(run_negate);
    case NodeKind::arithmetic:
      return binary(arithmetic_run(node.operation, operand_type(children[0]), operand_type(children[1])));
    case NodeKind::comparison:
      return binary(comparison_run(node.operation, operand_type(children[0]), operand_type(children[1])));
    case NodeKind::conjunction:
      return many(run_conjunction, 0);
    case NodeKind::disjunction:
      return many(run_disjunction, 0);
    case NodeKind::negation:
      return unary(run_negation);
    case NodeKind::between:
      return lower_bounds(id, result(children[0]), result(children[1]), result(children[2]), 3);
    case NodeKind::path:
      return emitter().emit_pure(instruction(id, run_path, result(children[0]), emitter().constant(node.text)));
    case NodeKind::list:
      return many(run_list, 0);
    case NodeKind::context:
      emitter().program().keys.push_back(node.names);
      return many(run_context, static_cast<std::uint32_t>(emitter().program().keys.size() - 1));
    default:
      return unary(run_instance_of);
  }
}

Operand Lowering::lower_name(const Node& node) {
  switch (node.target) {
    case NameTarget::variable:
      return operand_in(node.slot.bank == Bank::facts ? Home::facts : Home::bound, node.slot.index);
    case NameTarget::local:
      return local(node.local);
    case NameTarget::builtin: {
      auto function = std::make_shared<Function>();
      function->builtin = node.text;
      return emitter().constant(Value(std::shared_ptr<const Function>(std::move(function))));
    }
    default:
      return emitter().constant(Null{});
  }
}

// Where a binding stands in the program being built; one of a program around it is captured by every function between.
Operand Lowering::local(std::uint32_t number) {
  std::size_t unit = units_.size();
  Operand found = no_operand;
  while (found == no_operand && unit > 0) {
    --unit;
    const auto place = units_[unit].locals.find(number);
    if (place != units_[unit].locals.end()) found = place->second;
  }
  if (found == no_operand) return emitter().constant(Null{});
  for (++unit; unit < units_.size(); ++unit) {
    if (home_of(found) == Home::facts || home_of(found) == Home::bound) return found;
    Emitter& inner = units_[unit].emitter;
    const std::uint32_t copy = inner.fresh_register();
    inner.program().capture_registers.push_back(copy);
    units_[unit].captured.push_back(found);
    found = operand_in(Home::registers, copy);
    units_[unit].locals[number] = found;
  }
  return found;
}

void Lowering::begin_function(NodeId id) {
  units_.push_back(Unit{Emitter(syntax_, limits_, id), {}, {}});
  const Node& node = at(id);
  for (std::size_t i = 0; i < node.locals.size(); ++i) {
    units_.back().locals[node.locals[i]] = operand_in(Home::registers, static_cast<std::uint32_t>(i));
  }
}

Operand Lowering::end_function(NodeId id) {
  std::shared_ptr<const Program> body = emitter().finish(result(at(id).children[0]));
  const std::vector<Operand> captured = std::move(units_.back().captured);
  units_.pop_back();
  if (at(id).text == "external") return emitter().constant(Null{});  // code of another language is never run
  std::vector<std::shared_ptr<const Program>>& functions = emitter().program().functions;
  functions.push_back(std::move(body));
  const auto place = static_cast<std::uint32_t>(functions.size() - 1);
  const std::uint32_t first = emitter().pooled(captured);
  return emitter().emit(instruction(id, feel::run_function, first, static_cast<std::uint32_t>(captured.size()), place));
}

std::shared_ptr<const Program> lower(Syntax syntax, const Limits& limits) {
  const auto shared = std::make_shared<const Syntax>(std::move(syntax));
  std::shared_ptr<Program> program = Lowering(shared, limits).run();
  describe(*program);
  return program;
}

}  // namespace tepei::feel
