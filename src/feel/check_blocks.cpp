// What binds names: for, some, every, filters, contexts, functions, and the tested value of a cell.
#include <algorithm>
#include <utility>

#include "feel/check_relations.hpp"
#include "feel/checker.hpp"

namespace tepei::feel {

// Before child `child` of the node is visited: the names that are in force in it.
void Checker::enter(NodeId id, std::size_t child) {
  if (child == 0) number_locals(id);
  const std::size_t last = node(id).children.size() - 1;
  switch (node(id).kind) {
    case NodeKind::iteration:
    case NodeKind::some:
    case NodeKind::every:
      if (child > 0) bind(id, child - 1, node(id).names[child - 1], domain_item(node(id).children[child - 1]));
      if (child == last && node(id).kind == NodeKind::iteration) bind(id, child, "partial", TypeKind::list);
      return;
    case NodeKind::filter:
      if (child == 1) bind(id, 0, "item", item_of(type(node(id).children[0])), true);
      return;
    case NodeKind::context:
      if (child > 0) bind(id, child - 1, node(id).names[child - 1], type(node(id).children[child - 1]));
      return;
    case NodeKind::function:
      for (std::size_t i = 0; i < node(id).names.size(); ++i)
        bind(id, i, node(id).names[i], node(id).parameter_types[i]);
      return;
    case NodeKind::unary_tests:
      if (child == 0) bind(id, 0, "?", Type());
      return;
    default:
      return;
  }
}

void Checker::number_locals(NodeId id) {
  std::size_t count = node(id).names.size();
  if (node(id).kind == NodeKind::iteration || node(id).kind == NodeKind::filter) ++count;
  if (node(id).kind == NodeKind::call) count = 0;
  for (std::size_t i = 0; i < count; ++i) node(id).locals.push_back(syntax_.local_count++);
}

void Checker::bind(NodeId id, std::size_t place, std::string name, Type type, bool item) {
  bindings_.push_back({std::move(name), node(id).locals[place], std::move(type), item});
}

Type Checker::domain_item(NodeId id) const {
  return item_of(type(id));
}

void Checker::check_iteration_range(NodeId id) {
  Type item;
  for (const NodeId end : node(id).children) {
    const Type& held = type(end);
    if (is_open(held) || held.is(TypeKind::number) || held.is(TypeKind::date)) {
      item = is_open(item) ? held : item;
      continue;
    }
    report("feel.check.type_mismatch", "`..` counts numbers or days, but " + text(end) + " is " + with_article(held),
           "", node(end).span);
  }
  require_comparable(node(id).children[0], node(id).children[1], node(id).span);
  node(id).type = Type::list_of(is_open(item) ? Type() : item);
}

void Checker::check_quantified(NodeId id) {
  require_boolean(node(id).children.back(), "`satisfies`");
  node(id).type = TypeKind::boolean;
}

// By a condition a list of items, by a number one item (DMN 1.5, 10.3.2.5).
void Checker::check_filter(NodeId id) {
  const Type item = item_of(type(node(id).children[0]));
  const NodeId predicate = node(id).children[1];
  const Type& held = type(predicate);
  if (held.is(TypeKind::number)) {
    node(id).type = item;
  } else if (held.is(TypeKind::boolean)) {
    node(id).type = Type::list_of(item);
  } else if (!is_open(held)) {
    report("feel.check.type_mismatch",
           "a filter takes a condition or a position, but " + text(predicate) + " is " + with_article(held), "",
           node(predicate).span);
  }
}

void Checker::check_context(NodeId id) {
  std::vector<std::pair<std::string, Type>> entries;
  std::vector<std::string> keys = node(id).names;
  entries.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    entries.emplace_back(keys[i], type(node(id).children[i]));
  }
  node(id).type = Type::context_of(std::move(entries));
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  if (twice != keys.end()) {
    report("feel.check.duplicate_key", "the context has two entries " + quoted(*twice), "", node(id).span);
  }
}

void Checker::check_function(NodeId id) {
  node(id).type = node(id).text == "external"
                      ? Type::function_of(node(id).parameter_types, Type())
                      : Type::function_of(node(id).parameter_types, type(node(id).children.front()));
}

}  // namespace tepei::feel
