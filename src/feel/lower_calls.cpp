#include <algorithm>

#include "feel/builtin.hpp"
#include "feel/lowering.hpp"

namespace tepei::feel {
namespace {

bool takes(const Builtin& builtin, std::size_t count) {
  const auto& parameters = builtin.parameters;
  const auto required = static_cast<std::size_t>(
      std::count_if(parameters.begin(), parameters.end(), [](const Parameter& each) { return !each.optional; }));
  return count >= required && (builtin.variadic || count <= parameters.size());
}

}  // namespace

const Builtin* builtin_taking(std::string_view name, std::size_t count) {
  for (const Builtin* builtin : builtins_named(name)) {
    if (takes(*builtin, count)) return builtin;
  }
  return nullptr;
}

bool Lowering::calls_builtin(const Node& call) const {
  if (call.kind != NodeKind::call) return false;
  const Node& callee = at(call.children[0]);
  return callee.kind == NodeKind::name && callee.target == NameTarget::builtin;
}

Operand Lowering::lower_call(NodeId id) {
  const Node& node = at(id);
  if (calls_builtin(node)) return lower_builtin_call(id);
  const std::vector<Operand> operands = results_of(node.children);
  std::uint32_t names = 0;
  if (!node.names.empty()) {
    emitter().program().keys.push_back(node.names);
    names = static_cast<std::uint32_t>(emitter().program().keys.size());
  }
  const std::uint32_t first = emitter().pooled(operands);
  return emitter().emit(instruction(id, feel::run_call, first, static_cast<std::uint32_t>(operands.size()), names));
}

Operand Lowering::lower_builtin_call(NodeId id) {
  const Node& node = at(id);
  const std::vector<Operand> operands = results_of(node.children, 1);
  const std::string& name = at(node.children[0]).text;
  const Builtin* builtin = builtin_taking(name, operands.size());
  if (builtin == nullptr) return emitter().constant(Null{});
  std::vector<BuiltinCall>& calls = emitter().program().calls;
  calls.push_back({builtin, emitter().pooled(operands), static_cast<std::uint32_t>(operands.size())});
  const auto place = static_cast<std::uint32_t>(calls.size() - 1);
  const bool starts = name == "starts with" && operands.size() == 2;
  Instruction call = instruction(id, starts ? run_starts_with : feel::run_builtin, no_operand, no_operand, place);
  if (starts) {
    call.left = operands[0];
    call.right = operands[1];
  }
  const bool constant = std::all_of(operands.begin(), operands.end(),
                                    [](Operand operand) { return home_of(operand) == Home::constants; });
  return constant && !operands.empty() ? emitter().emit_pure(call) : emitter().emit(call);
}

}  // namespace tepei::feel
