#include "feel/occurrence.hpp"

#include <algorithm>

#include "feel/composite.hpp"

namespace tepei::feel {
namespace {

// A cautious yes for a function, which reads when it is called, and deeper than any value of ours is nested.
bool holds_unknown(const Value& value, std::size_t depth = 0) {
  if (value.is_unknown() || depth > deepest_nesting) return true;
  if (value.get_if<std::shared_ptr<const Function>>() != nullptr) return true;
  const auto within = [depth](const Value& part) { return holds_unknown(part, depth + 1); };
  if (const List* list = value.list()) return std::any_of(list->begin(), list->end(), within);
  if (const Range* range = value.range()) return within(range->start) || within(range->end);
  const Context* context = value.context();
  return context != nullptr &&
         std::any_of(context->begin(), context->end(), [&](const auto& entry) { return within(entry.second); });
}

bool decides_branch(const Value* condition) {
  return condition != nullptr && !condition->is_unknown();
}

NodeId taken_branch(const Node& conditional, const Value& condition) {
  const bool* known = condition.get_if<bool>();
  return conditional.children[known != nullptr && *known ? 1 : 2];
}

// The first child of a node that is run for each item rather than once; past the end where none is.
std::size_t first_repeated(const Node& node) {
  switch (node.kind) {
    case NodeKind::iteration:
    case NodeKind::some:
    case NodeKind::every:
    case NodeKind::filter:
      return 1;
    case NodeKind::function:
      return 0;
    default:
      return node.children.size();
  }
}

class Count {
 public:
  Count(const Program& program, const Inputs& inputs, const std::vector<Value>& registers)
      : program_(program), inputs_(inputs), registers_(registers) {}

  std::vector<Occurrence> run() {
    stack_.push_back({program_.syntax->root, false});
    while (!stack_.empty()) {
      const Visit visit = stack_.back();
      stack_.pop_back();
      const Node& node = program_.syntax->at(visit.node);
      const Value* value = visit.repeated ? nullptr : value_of(program_, inputs_, registers_, visit.node);
      if (value != nullptr && !holds_unknown(*value)) continue;
      if (node.kind == NodeKind::name) {
        read(node, visit.repeated);
      } else {
        descend(node, visit.repeated);
      }
    }
    return std::move(found_);
  }

 private:
  // `repeated`: run for each item of a list or by a call, so that its register tells of the last time alone.
  struct Visit {
    NodeId node;
    bool repeated;
  };

  void read(const Node& node, bool repeated) {
    const Value* bank = node.slot.bank == Bank::facts ? inputs_.facts : inputs_.bound;
    if (node.target != NameTarget::variable || bank == nullptr || !holds_unknown(bank[node.slot.index])) return;
    const auto same = [&](const Occurrence& each) { return each.slot == node.slot; };
    auto place = std::find_if(found_.begin(), found_.end(), same);
    if (place == found_.end()) place = found_.insert(found_.end(), Occurrence{node.slot, 0});
    place->count += repeated ? 2 : 1;
  }

  void descend(const Node& node, bool repeated) {
    if (node.kind == NodeKind::conditional && !repeated) {
      const Value* condition = value_of(program_, inputs_, registers_, node.children[0]);
      if (decides_branch(condition)) {
        stack_.push_back({taken_branch(node, *condition), false});
        return;
      }
    }
    const std::size_t first = first_repeated(node);
    for (std::size_t i = node.children.size(); i-- > 0;) stack_.push_back({node.children[i], repeated || i >= first});
  }

  const Program& program_;
  const Inputs& inputs_;
  const std::vector<Value>& registers_;
  std::vector<Visit> stack_;
  std::vector<Occurrence> found_;
};

}  // namespace

const Value* value_of(const Program& program, const Inputs& inputs, const std::vector<Value>& registers, NodeId node) {
  const Operand operand = program.results[node];
  if (operand == no_operand) return nullptr;
  const std::uint32_t index = operand & index_mask;
  switch (home_of(operand)) {
    case Home::registers:
      return index < registers.size() ? &registers[index] : nullptr;
    case Home::constants:
      return &program.constants[index];
    case Home::facts:
      return &inputs.facts[index];
    default:
      return &inputs.bound[index];
  }
}

bool was_run(const Program& program, const Inputs& inputs, const std::vector<Value>& registers, NodeId node) {
  for (NodeId child = node, parent = program.parents[node]; parent != no_node;
       child = parent, parent = program.parents[parent]) {
    const Node& around = program.syntax->at(parent);
    if (around.kind != NodeKind::conditional || child == around.children[0]) continue;
    const Value* condition = value_of(program, inputs, registers, around.children[0]);
    if (decides_branch(condition) && taken_branch(around, *condition) != child) return false;
  }
  return true;
}

std::vector<Slot> reached_variables(const Program& program, const Inputs& inputs, const std::vector<Value>& registers) {
  std::vector<Slot> found;
  std::vector<std::pair<NodeId, bool>> stack{{program.syntax->root, false}};
  while (!stack.empty()) {
    const auto [id, repeated] = stack.back();
    stack.pop_back();
    const Node& node = program.syntax->at(id);
    if (node.kind == NodeKind::name && node.target == NameTarget::variable &&
        std::find(found.begin(), found.end(), node.slot) == found.end()) {
      found.push_back(node.slot);
    }
    const bool chooses = node.kind == NodeKind::conditional && !repeated;
    const Value* condition = chooses ? value_of(program, inputs, registers, node.children[0]) : nullptr;
    if (decides_branch(condition)) {
      stack.insert(stack.end(), {{taken_branch(node, *condition), false}, {node.children[0], false}});
      continue;
    }
    const std::size_t first = first_repeated(node);
    for (std::size_t i = node.children.size(); i-- > 0;) stack.emplace_back(node.children[i], repeated || i >= first);
  }
  return found;
}

std::vector<Occurrence> occurrences(const Program& program, const Inputs& inputs, const std::vector<Value>& registers) {
  return Count(program, inputs, registers).run();
}

}  // namespace tepei::feel
