// Unary tests: decision tables' cells and the right side of `in` (DMN 1.5, 10.3.1.2, rules 7 to 15).
#include <utility>

#include "feel/parser.hpp"

namespace tepei::feel {

namespace {

Operation operation_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::equal:
      return Operation::equal;
    case TokenKind::not_equal:
      return Operation::not_equal;
    case TokenKind::less:
      return Operation::less;
    case TokenKind::less_or_equal:
      return Operation::less_or_equal;
    case TokenKind::greater:
      return Operation::greater;
    case TokenKind::greater_or_equal:
      return Operation::greater_or_equal;
    default:
      return Operation::none;
  }
}

}  // namespace

bool Parser::at_comparison() const {
  return operation_of(current().kind) != Operation::none;
}

// `< 5`, or an expression.
NodeId Parser::parse_test(Precedence loosest) {
  if (!at_comparison()) return parse_expression(loosest);
  const std::size_t start = begin();
  const Operation operation = operation_of(current().kind);
  advance();
  const NodeId operand = parse_expression(Precedence::addition);
  const NodeId test = make(NodeKind::test_comparison, start, {operand});
  node(test).operation = operation;
  return test;
}

std::vector<NodeId> Parser::parse_tests() {
  std::vector<NodeId> tests{parse_test(Precedence::disjunction)};
  while (at(TokenKind::comma) && !aborted_) {
    quiet_ = false;
    advance();
    tests.push_back(parse_test(Precedence::disjunction));
  }
  return tests;
}

NodeId Parser::parse_in(NodeId value, std::size_t start) {
  advance_keyword("in");
  std::vector<NodeId> children{value};
  if (at(TokenKind::left_parenthesis)) {
    const auto tests = parse_tests_in_parentheses();
    children.insert(children.end(), tests.begin(), tests.end());
  } else {
    children.push_back(parse_test(Precedence::addition));
  }
  return make(NodeKind::in, start, std::move(children));
}

// `(a, < b)`, `(a..b)`, or what merely begins with a parenthesis: `(a + b) * c`.
std::vector<NodeId> Parser::parse_tests_in_parentheses() {
  const std::size_t start = begin();
  const std::size_t opener = place_;
  std::vector<NodeId> tests;
  bool range = false;
  {
    const RangeEnd inside(*this, false);
    advance();
    tests = parse_tests();
    range = at(TokenKind::dots) && tests.size() == 1 && node(tests.front()).kind != NodeKind::test_comparison;
    if (range) {
      tests.front() = parse_range_end(tests.front(), false, opener);
    } else {
      expect_close(opener, TokenKind::right_parenthesis);
    }
  }
  if (tests.size() == 1 && node(tests.front()).kind != NodeKind::test_comparison) {
    tests.front() = continue_after_parenthesis(tests.front(), start, Precedence::addition);
  }
  return tests;
}

NodeId Parser::continue_after_parenthesis(NodeId inner, std::size_t start, Precedence loosest) {
  const NodeId value = continue_instance(continue_postfix(inner, start), start);
  return continue_operators(value, start, loosest);
}

NodeId Parser::parse_cell() {
  const std::size_t start = begin();
  locals_.emplace_back("?");
  std::vector<NodeId> tests;
  if (at(TokenKind::minus) && following().kind == TokenKind::end) {
    advance();
    tests.push_back(make(NodeKind::test_any, start));
  } else if (at_keyword("not") && following().kind == TokenKind::left_parenthesis &&
             longest_known_name().end <= place_ + 1) {
    tests.push_back(parse_not_cell());
  } else {
    tests = parse_tests();
  }
  const NodeId root = make(NodeKind::unary_tests, start, std::move(tests));
  node(root).names = {"?"};
  return root;
}

// `not(a, < b)`; where more follows (`not(a) or b`) it was the function.
NodeId Parser::parse_not_cell() {
  const std::size_t start = begin();
  advance_keyword("not");
  const NodeId callee = make(NodeKind::name, start);
  node(callee).text = "not";
  const std::size_t opener = place_;
  advance();
  std::vector<NodeId> tests = parse_tests();
  expect_close(opener, TokenKind::right_parenthesis);
  const bool function = tests.size() == 1 && node(tests.front()).kind != NodeKind::test_comparison;
  if (at(TokenKind::end) || !function) return make(NodeKind::test_not, start, std::move(tests));
  const NodeId call = make(NodeKind::call, start, {callee, tests.front()});
  return continue_after_parenthesis(call, start, Precedence::disjunction);
}

}  // namespace tepei::feel
