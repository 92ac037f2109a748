#include "feel/outline.hpp"

#include <vector>

namespace tepei::feel {

namespace {

const char* sign(Operation operation) {
  static const char* const signs[] = {"?", "+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">="};
  return signs[static_cast<int>(operation)];
}

std::string form(const std::string& head, const std::vector<std::string>& parts) {
  std::string text = "(" + head;
  for (const std::string& part : parts) text += " " + part;
  return text + ")";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string call(const Node& node, std::vector<std::string> parts) {
  for (std::size_t i = 0; i < node.names.size(); ++i) parts[i + 1] = node.names[i] + ": " + parts[i + 1];
  return form("call", parts);
}

std::string binding(const char* head, const Node& node, const std::vector<std::string>& parts) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < node.names.size(); ++i) all.push_back("[" + node.names[i] + " " + parts[i] + "]");
  all.push_back(parts.back());
  return form(head, all);
}

std::string function(const Node& node, const std::string& body) {
  std::vector<std::string> parameters;
  for (std::size_t i = 0; i < node.names.size(); ++i) {
    const Type& type = node.parameter_types[i];
    parameters.push_back(node.names[i] + (type.is(TypeKind::any) ? "" : ": " + type.to_string()));
  }
  return "(function (" + joined(parameters) + ") " + (node.text.empty() ? "" : node.text + " ") + body + ")";
}

std::string context(const Node& node, std::vector<std::string> parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = node.names[i] + ": " + parts[i];
  return "{" + joined(parts) + "}";
}

std::string range(const Node& node, const std::vector<std::string>& parts) {
  return (node.start_included ? "[" : "(") + parts[0] + ".." + parts[1] + (node.end_included ? "]" : ")");
}

}  // namespace

std::string outline(const Syntax& syntax, NodeId id) {
  const Node& node = syntax.at(id);
  std::vector<std::string> parts;
  for (const NodeId child : node.children) parts.push_back(outline(syntax, child));
  switch (node.kind) {
    case NodeKind::literal:
      return to_feel(node.value);
    case NodeKind::name:
      return node.text.find(' ') == std::string::npos ? node.text : "`" + node.text + "`";
    case NodeKind::negate:
      return form("neg", parts);
    case NodeKind::arithmetic:
    case NodeKind::comparison:
      return form(sign(node.operation), parts);
    case NodeKind::conjunction:
      return form("and", parts);
    case NodeKind::disjunction:
      return form("or", parts);
    case NodeKind::negation:
      return form("not", parts);
    case NodeKind::between:
      return form("between", parts);
    case NodeKind::in:
      return form("in", parts);
    case NodeKind::test_comparison:
      return form(std::string("? ") + sign(node.operation), parts);
    case NodeKind::test_not:
      return form("none-of", parts);
    case NodeKind::test_any:
      return "-";
    case NodeKind::unary_tests:
      return form("tests", parts);
    case NodeKind::conditional:
      return form("if", parts);
    case NodeKind::iteration:
      return binding("for", node, parts);
    case NodeKind::iteration_range:
      return parts[0] + ".." + parts[1];
    case NodeKind::some:
      return binding("some", node, parts);
    case NodeKind::every:
      return binding("every", node, parts);
    case NodeKind::filter:
      return form("filter", parts);
    case NodeKind::path:
      return form(".", {parts[0], node.text.find(' ') == std::string::npos ? node.text : "`" + node.text + "`"});
    case NodeKind::context:
      return context(node, parts);
    case NodeKind::list:
      return "[" + joined(parts) + "]";
    case NodeKind::range:
      return range(node, parts);
    case NodeKind::function:
      return function(node, parts[0]);
    case NodeKind::call:
      return call(node, parts);
    case NodeKind::instance_of:
      return form("is-a", {parts[0], node.tested_type.to_string()});
  }
  return {};
}

}  // namespace tepei::feel
