// What names mean, and the members of what they name.
#include <algorithm>
#include <utility>

#include "feel/check_relations.hpp"
#include "feel/checker.hpp"
#include "feel/known_names.hpp"

namespace tepei::feel {

void Checker::check_name(NodeId id) {
  if (node(id).text == "not" && is_callee()) {
    node(id).target = NameTarget::builtin;
    node(id).type = TypeKind::function;
    return;
  }
  if (resolve_locally(id) || resolve_globally(id) || resolve_as_member(id)) return;
  report_unknown_name(id);
}

// Whether the node just left is what its parent calls.
bool Checker::is_callee() const {
  if (frames_.empty()) return false;
  const Frame& parent = frames_.back();
  return node(parent.node).kind == NodeKind::call && parent.next == 1;
}

// A name that is called means the function, even where a date is named `date` too.
bool Checker::is_meant(const Type& held, const std::string& name) const {
  return !is_callee() || is_open(held) || held.is(TypeKind::function) || builtins_named(name).empty();
}

// Innermost first. The members of a filter's item hide what stands outside the filter, where they are known.
bool Checker::resolve_locally(NodeId id) {
  const std::string name = node(id).text;
  for (std::size_t i = bindings_.size(); i-- > 0;) {
    const Binding& binding = bindings_[i];
    if (binding.item && !binding.type.entries().empty()) {
      if (auto member = member_type(binding.type, name)) {
        make_member(id, binding, *std::move(member));
        return true;
      }
    }
    if (binding.name != name || !is_meant(binding.type, name)) continue;
    node(id).target = NameTarget::local;
    node(id).local = binding.local;
    node(id).type = binding.type;
    return true;
  }
  return false;
}

bool Checker::resolve_globally(NodeId id) {
  Node& name = node(id);
  const Variable* variable = scope_.find(name.text);
  if (variable != nullptr && is_meant(variable->type, name.text)) {
    name.type = variable->type;
    if (variable->constant) {
      name.kind = NodeKind::literal;
      name.value = *variable->constant;
      return true;
    }
    name.target = NameTarget::variable;
    name.slot = variable->slot;
    return true;
  }
  const auto signatures = builtins_named(name.text);
  if (signatures.empty()) return false;
  name.target = NameTarget::builtin;
  name.type = TypeKind::function;
  return true;
}

// A name that nothing declares may be a member of a filter's item of which little is known (DMN 1.5, 10.3.2.5).
bool Checker::resolve_as_member(NodeId id) {
  if (is_callee()) return false;
  for (std::size_t i = bindings_.size(); i-- > 0;) {
    const Binding& binding = bindings_[i];
    if (!binding.item) continue;
    const bool undeclared =
        is_open(binding.type) || (binding.type.is(TypeKind::context) && binding.type.entries().empty());
    if (!undeclared) continue;
    make_member(id, binding, Type());
    return true;
  }
  return false;
}

// `age` in a filter as `item.age`.
void Checker::make_member(NodeId id, const Binding& item, Type member) {
  Node target;
  target.kind = NodeKind::name;
  target.text = "item";
  target.target = NameTarget::local;
  target.local = item.local;
  target.type = item.type;
  target.span = node(id).span;
  const NodeId item_name = add(std::move(target));
  node(id).kind = NodeKind::path;
  node(id).children = {item_name};
  node(id).type = std::move(member);
}

void Checker::report_unknown_name(NodeId id) {
  if (problems_.size() >= most_problems) return;
  std::vector<std::string> locals;
  for (const Binding& binding : bindings_) {
    locals.push_back(binding.name);
    if (!binding.item) continue;
    const auto members = member_names(binding.type);
    locals.insert(locals.end(), members.begin(), members.end());
  }
  Diagnostic diagnostic = unknown_name(node(id).text, is_callee(), locals, scope_, node(id).span);
  report(std::move(diagnostic.code), std::move(diagnostic.message), std::move(diagnostic.help), node(id).span);
}

// A member of a constant is a constant, so that what is said of literals holds for tables too.
void Checker::fold_member(NodeId id) {
  const Node& target = node(node(id).children.front());
  const Context* context = target.kind == NodeKind::literal ? target.value.context() : nullptr;
  if (context == nullptr) return;
  const auto named = [&](const auto& entry) { return entry.first == node(id).text; };
  const auto entry = std::find_if(context->begin(), context->end(), named);
  if (entry == context->end()) return;
  Value value = entry->second;
  node(id).kind = NodeKind::literal;
  node(id).value = std::move(value);
  node(id).children.clear();
}

void Checker::check_path(NodeId id) {
  const NodeId target = node(id).children.front();
  auto member = member_type(type(target), node(id).text);
  if (member) {
    node(id).type = *std::move(member);
    fold_member(id);
    return;
  }
  const Type held = type(target);
  report("feel.check.unknown_member",
         text(target) + ", " + with_article(held) + ", has no member " + quoted(node(id).text),
         suggest(node(id).text, member_names(held)), node(id).span);
}

}  // namespace tepei::feel
