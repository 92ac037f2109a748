#include "feel/lowering.hpp"

namespace tepei::feel {
namespace {

bool is_truth(NodeKind kind) {
  return kind == NodeKind::test_comparison || kind == NodeKind::range;
}

// Kinds of which a value in a test is only ever compared with `=`.
bool is_plain(const Type& type) {
  switch (type.kind()) {
    case TypeKind::boolean:
    case TypeKind::number:
    case TypeKind::string:
    case TypeKind::enumeration:
    case TypeKind::date:
      return true;
    default:
      return false;
  }
}

bool is_open(const Node& end) {
  return end.kind == NodeKind::literal && end.value.is_null();
}

}  // namespace

// The value that the test on top of the stack is about, or `no_node` where it is not a test of an `in`.
NodeId Lowering::tested_node() const {
  if (stack_.size() < 2) return no_node;
  const Frame& parent = stack_[stack_.size() - 2];
  const bool tests = at(parent.node).kind == NodeKind::in && parent.stage > 1;
  return tests ? at(parent.node).children[0] : no_node;
}

std::vector<Operand> Lowering::truths(NodeId id) {
  const NodeId tested = at(id).children[0];
  const std::vector<NodeId>& tests = at(id).children;
  std::vector<Operand> operands;
  for (std::size_t i = 1; i < tests.size(); ++i) {
    if (is_truth(at(tests[i]).kind)) {
      operands.push_back(result(tests[i]));
      continue;
    }
    // What an expression's type says is no promise; what a constant or a fact is, is.
    const bool plain = home_of(result(tests[i])) != Home::registers && is_plain(type(tests[i]));
    const Run run = plain ? comparison_run(Operation::equal, type(tested), type(tests[i])) : run_satisfies;
    operands.push_back(emitter().emit_pure(instruction(tests[i], run, result(tested), result(tests[i]))));
  }
  return operands;
}

Operand Lowering::lower_in(NodeId id) {
  const std::vector<Operand> operands = truths(id);
  return operands.size() == 1 ? operands[0] : emitter().emit_pure(instruction(id, run_disjunction), operands);
}

Operand Lowering::lower_test_comparison(NodeId id) {
  const NodeId tested = tested_node();
  const NodeId operand = at(id).children[0];
  const Run run = comparison_run(at(id).operation, type(tested), type(operand));
  return emitter().emit_pure(instruction(id, run, result(tested), result(operand)));
}

Operand Lowering::lower_bounds(NodeId id, Operand value, Operand start, Operand end, std::uint32_t included) {
  return emitter().emit_pure(instruction(id, run_within, 0, 0, included), {value, start, end});
}

Operand Lowering::lower_range(NodeId id) {
  const Node& node = at(id);
  const NodeId start = node.children[0];
  const NodeId end = node.children[1];
  const std::uint32_t included = (node.start_included ? 1U : 0U) + (node.end_included ? 2U : 0U);
  const NodeId tested = tested_node();
  if (tested != no_node) {
    return lower_bounds(id, result(tested), is_open(at(start)) ? no_operand : result(start),
                        is_open(at(end)) ? no_operand : result(end), included);
  }
  const std::uint32_t open = (is_open(at(start)) ? 4U : 0U) + (is_open(at(end)) ? 8U : 0U);
  return emitter().emit_pure(instruction(id, run_range, result(start), result(end), included + open));
}

}  // namespace tepei::feel
