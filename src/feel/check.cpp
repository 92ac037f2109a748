#include "feel/check.hpp"

#include <algorithm>
#include <utility>

#include "feel/check_relations.hpp"
#include "feel/checker.hpp"

namespace tepei::feel {

Result<Syntax> check(Syntax syntax, const Scope& scope, const Type& expected) {
  return Checker(std::move(syntax), scope).run(expected);
}

Result<Syntax> Checker::run(const Type& expected) {
  problems_ = std::move(syntax_.unread);
  syntax_.unread.clear();
  syntax_.unknown_names.clear();
  walk();
  check_result(expected);
  if (problems_.empty()) return compacted();
  std::stable_sort(problems_.begin(), problems_.end(),
                   [](const Diagnostic& l, const Diagnostic& r) { return l.span->begin < r.span->begin; });
  return std::move(problems_);
}

// Children first, on a stack of its own: a chain of ten thousand additions is ten thousand deep.
void Checker::walk() {
  frames_.push_back({syntax_.root, 0, 0});
  while (!frames_.empty()) {
    Frame& frame = frames_.back();
    const NodeId id = frame.node;
    if (frame.next < node(id).children.size()) {
      const std::size_t child = frame.next++;
      enter(id, child);
      frames_.push_back({node(id).children[child], 0, bindings_.size()});
      continue;
    }
    bindings_.resize(frame.outer);
    frames_.pop_back();
    leave(id);
  }
}

void Checker::leave(NodeId id) {
  switch (node(id).kind) {
    case NodeKind::literal:
      return check_literal(id);
    case NodeKind::name:
      return check_name(id);
    case NodeKind::negate:
      return check_negate(id);
    case NodeKind::arithmetic:
      return check_arithmetic(id);
    case NodeKind::comparison:
      return check_comparison(id);
    case NodeKind::conjunction:
    case NodeKind::disjunction:
      for (const NodeId operand : node(id).children) {
        require_boolean(operand, node(id).kind == NodeKind::conjunction ? "`and`" : "`or`");
      }
      node(id).type = TypeKind::boolean;
      return;
    case NodeKind::between:
      return check_between(id);
    case NodeKind::in:
      return check_in(id);
    case NodeKind::negation:
    case NodeKind::test_comparison:
    case NodeKind::test_not:
    case NodeKind::test_any:
    case NodeKind::unary_tests:
    case NodeKind::instance_of:
      node(id).type = TypeKind::boolean;
      return;
    case NodeKind::conditional:
      return check_conditional(id);
    case NodeKind::iteration:
      node(id).type = Type::list_of(type(node(id).children.back()));
      return;
    case NodeKind::iteration_range:
      return check_iteration_range(id);
    case NodeKind::some:
    case NodeKind::every:
      return check_quantified(id);
    case NodeKind::filter:
      return check_filter(id);
    case NodeKind::path:
      return check_path(id);
    case NodeKind::context:
      return check_context(id);
    case NodeKind::list:
      return check_list(id);
    case NodeKind::range:
      return check_range(id);
    case NodeKind::function:
      return check_function(id);
    case NodeKind::call:
      return check_call(id);
  }
}

void Checker::check_result(const Type& expected) {
  if (expected.is(TypeKind::any)) return;
  const NodeId root = syntax_.root;
  if (const auto enumeration = enumeration_within(expected)) make_members(root, *enumeration);
  if (conforms(type(root), expected)) return;
  report("feel.check.type_mismatch",
         "expected " + with_article(expected) + ", but " + text(root) + " is " + with_article(type(root)), "",
         node(root).span);
}

// The tree without the nodes that fell away, children before parents again.
Syntax Checker::compacted() const {
  Syntax result;
  result.source = syntax_.source;
  result.local_count = syntax_.local_count;
  std::vector<NodeId> places(syntax_.nodes.size(), no_node);
  std::vector<Frame> open{{syntax_.root, 0, 0}};
  while (!open.empty()) {
    Frame& frame = open.back();
    const Node& from = node(frame.node);
    if (frame.next < from.children.size()) {
      const NodeId child = from.children[frame.next++];
      open.push_back({child, 0, 0});
      continue;
    }
    Node copy = from;
    for (NodeId& child : copy.children) child = places[child];
    places[frame.node] = static_cast<NodeId>(result.nodes.size());
    result.nodes.push_back(std::move(copy));
    open.pop_back();
  }
  result.root = places[syntax_.root];
  return result;
}

NodeId Checker::add(Node added) {
  syntax_.nodes.push_back(std::move(added));
  return static_cast<NodeId>(syntax_.nodes.size() - 1);
}

std::string Checker::text(NodeId id) const {
  const Span span = node(id).span;
  return quoted(std::string_view(syntax_.source).substr(span.begin, span.end - span.begin), 40);
}

std::string Checker::described(NodeId id) const {
  return text(id) + ", " + with_article(type(id)) + ",";
}

void Checker::report(std::string code, std::string message, std::string help, Span span) {
  if (problems_.size() >= most_problems) return;
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  diagnostic.source = syntax_.source;
  diagnostic.span = span;
  problems_.push_back(std::move(diagnostic));
}

}  // namespace tepei::feel
