#include "feel/parts.hpp"

#include <algorithm>
#include <utility>

namespace tepei::feel {
namespace {

Connective connective_of(const Node& node) {
  switch (node.kind) {
    case NodeKind::conjunction:
      return Connective::conjunction;
    case NodeKind::disjunction:
      return Connective::disjunction;
    case NodeKind::negation:
      return Connective::negation;
    case NodeKind::conditional:
      return Connective::conditional;
    default:
      return Connective::atom;
  }
}

void add_once(std::vector<Slot>& slots, Slot slot) {
  if (std::find(slots.begin(), slots.end(), slot) == slots.end()) slots.push_back(slot);
}

// The variables read below `root`, in the order of the source.
std::vector<Slot> variables_below(const Syntax& syntax, NodeId root) {
  std::vector<Slot> slots;
  std::vector<NodeId> stack{root};
  while (!stack.empty()) {
    const Node& node = syntax.at(stack.back());
    stack.pop_back();
    if (node.kind == NodeKind::name && node.target == NameTarget::variable) add_once(slots, node.slot);
    stack.insert(stack.end(), node.children.rbegin(), node.children.rend());
  }
  return slots;
}

std::vector<Part> parts_of(const Syntax& syntax) {
  std::vector<Part> parts;
  if (!syntax.at(syntax.root).type.is(TypeKind::boolean)) return parts;
  const auto add = [&](NodeId id) {
    Part part;
    part.connective = connective_of(syntax.at(id));
    part.span = syntax.at(id).span;
    part.variables = variables_below(syntax, id);
    part.result = id;
    parts.push_back(std::move(part));
    return static_cast<std::uint32_t>(parts.size() - 1);
  };
  // Parts are added behind the one being looked at until there are no more.
  add(syntax.root);
  std::uint32_t next = 0;
  while (next < parts.size()) {
    const std::uint32_t part = next++;
    if (parts[part].connective == Connective::atom) continue;
    std::vector<std::uint32_t> places;
    for (const NodeId child : syntax.at(parts[part].result).children) places.push_back(add(child));
    parts[part].parts = std::move(places);
  }
  return parts;
}

}  // namespace

void describe(Program& program) {
  const Syntax& syntax = *program.syntax;
  program.parents.assign(syntax.nodes.size(), no_node);
  for (NodeId id = 0; id < syntax.nodes.size(); ++id) {
    for (const NodeId child : syntax.at(id).children) program.parents[child] = id;
  }
  program.variables = variables_below(syntax, syntax.root);
  program.parts = parts_of(syntax);
}

}  // namespace tepei::feel
