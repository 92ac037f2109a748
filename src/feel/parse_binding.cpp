// What binds names: for, some, every, function.
#include <utility>

#include "feel/parser.hpp"

namespace tepei::feel {

NodeId Parser::parse_iteration() {
  const std::size_t start = begin();
  const std::size_t outer = locals_.size();
  advance_keyword("for");
  std::vector<NodeId> children;
  std::vector<std::string> names;
  parse_domains("for", children, names);
  expect_keyword("return", "for", "write `for x in … return …`");
  locals_.emplace_back("partial");
  children.push_back(parse_expression());
  locals_.resize(outer);
  const NodeId id = make(NodeKind::iteration, start, std::move(children));
  node(id).names = std::move(names);
  return id;
}

NodeId Parser::parse_quantified(NodeKind kind) {
  const std::size_t start = begin();
  const std::size_t outer = locals_.size();
  const std::string_view keyword = kind == NodeKind::some ? "some" : "every";
  advance_keyword(keyword);
  std::vector<NodeId> children;
  std::vector<std::string> names;
  parse_domains(keyword, children, names);
  expect_keyword("satisfies", keyword, "write `" + std::string(keyword) + " x in … satisfies …`");
  children.push_back(parse_expression());
  locals_.resize(outer);
  const NodeId id = make(kind, start, std::move(children));
  node(id).names = std::move(names);
  return id;
}

void Parser::parse_domains(std::string_view construct, std::vector<NodeId>& children, std::vector<std::string>& names) {
  while (parse_domain(construct, children, names)) {
  }
}

// After the words of a name before `in`.
std::size_t Parser::end_of_bound_name() const {
  const std::size_t most = end_of_new_name(place_);
  std::size_t end = place_;
  while (end < most && (end == place_ || !is_keyword(tokens_[end], "in"))) ++end;
  return end;
}

// `x in list` or `x in 1..n`; whether another follows.
bool Parser::parse_domain(std::string_view construct, std::vector<NodeId>& children, std::vector<std::string>& names) {
  const std::size_t end = end_of_bound_name();
  if (end == place_ || !is_keyword(tokens_[end], "in")) {
    report("feel.parse.expected_name",
           "expected a name and `in` after `" + std::string(construct) + "`, found " + found(),
           "write `" + std::string(construct) + " x in …`", current().span);
    quiet_ = true;
    synchronize();
    children.push_back(missing());
    names.emplace_back();
    return false;
  }
  names.push_back(read_new_name(end));
  advance_keyword("in");
  const std::size_t start = begin();
  NodeId domain = parse_expression();
  if (accept(TokenKind::dots)) {
    const NodeId last = parse_expression();
    domain = make(NodeKind::iteration_range, start, {domain, last});
  }
  children.push_back(domain);
  locals_.push_back(names.back());
  if (!at(TokenKind::comma)) return false;
  quiet_ = false;
  advance();
  return !aborted_;
}

NodeId Parser::parse_function() {
  const std::size_t start = begin();
  const std::size_t outer = locals_.size();
  advance_keyword("function");
  std::vector<std::string> names;
  std::vector<Type> types;
  const std::size_t opener = place_;
  if (at(TokenKind::left_parenthesis)) {
    advance();
    if (!at(TokenKind::right_parenthesis)) {
      while (parse_parameter(names, types)) {
      }
    }
    expect_close(opener, TokenKind::right_parenthesis);
  } else {
    fail("feel.parse.expected_parameters", "expected the parameters of `function`, found " + found(),
         "write `function(a, b) a + b`");
  }
  const bool external = at_keyword("external") && following().kind == TokenKind::left_brace;
  if (external) advance_keyword("external");
  locals_.insert(locals_.end(), names.begin(), names.end());
  const NodeId body = parse_expression();
  locals_.resize(outer);
  const NodeId id = make(NodeKind::function, start, {body});
  node(id).names = std::move(names);
  node(id).parameter_types = std::move(types);
  if (external) node(id).text = "external";
  return id;
}

// Whether another parameter follows.
bool Parser::parse_parameter(std::vector<std::string>& names, std::vector<Type>& types) {
  const std::size_t end = end_of_new_name(place_);
  if (end == place_) {
    report("feel.parse.expected_name", "expected a parameter's name, found " + found(), "", current().span);
    quiet_ = true;
    return false;
  }
  names.push_back(read_new_name(end));
  types.push_back(accept(TokenKind::colon) ? parse_type() : Type());
  if (!at(TokenKind::comma)) return false;
  advance();
  return true;
}

}  // namespace tepei::feel
