// Operators by precedence: one loop climbs all levels, so that a long chain costs no nesting.
#include <utility>

#include "feel/parser.hpp"

namespace tepei::feel {

namespace {

struct Operator {
  Precedence precedence = Precedence::none;
  NodeKind kind = NodeKind::arithmetic;
  Operation operation = Operation::none;
};

Operator sign_operator(TokenKind kind) {
  constexpr auto arithmetic = NodeKind::arithmetic;
  constexpr auto comparison = NodeKind::comparison;
  switch (kind) {
    case TokenKind::plus:
      return {Precedence::addition, arithmetic, Operation::add};
    case TokenKind::minus:
      return {Precedence::addition, arithmetic, Operation::subtract};
    case TokenKind::star:
      return {Precedence::multiplication, arithmetic, Operation::multiply};
    case TokenKind::slash:
      return {Precedence::multiplication, arithmetic, Operation::divide};
    case TokenKind::power:
      return {Precedence::power, arithmetic, Operation::power};
    case TokenKind::equal:
      return {Precedence::comparison, comparison, Operation::equal};
    case TokenKind::not_equal:
      return {Precedence::comparison, comparison, Operation::not_equal};
    case TokenKind::less:
      return {Precedence::comparison, comparison, Operation::less};
    case TokenKind::less_or_equal:
      return {Precedence::comparison, comparison, Operation::less_or_equal};
    case TokenKind::greater:
      return {Precedence::comparison, comparison, Operation::greater};
    case TokenKind::greater_or_equal:
      return {Precedence::comparison, comparison, Operation::greater_or_equal};
    case TokenKind::ampersands:
      return {Precedence::conjunction, NodeKind::conjunction, Operation::none};
    case TokenKind::bars:
      return {Precedence::disjunction, NodeKind::disjunction, Operation::none};
    default:
      return {};
  }
}

Precedence tighter(Precedence precedence) {
  return static_cast<Precedence>(static_cast<int>(precedence) + 1);
}

}  // namespace

NodeId Parser::parse_expression(Precedence loosest) {
  const Level level(*this);
  if (depth_ > limits_.max_depth) return fail_too_deep();
  return parse_operators(loosest);
}

NodeId Parser::parse_operators(Precedence loosest) {
  const std::size_t start = begin();
  const NodeId left = parse_unary();
  return continue_operators(left, start, loosest);
}

NodeId Parser::continue_operators(NodeId left, std::size_t start, Precedence loosest) {
  while (!at(TokenKind::end)) {
    Operator found = sign_operator(current().kind);
    if (at_keyword("or")) found = {Precedence::disjunction, NodeKind::disjunction, Operation::none};
    if (at_keyword("and")) found = {Precedence::conjunction, NodeKind::conjunction, Operation::none};
    if (at_keyword("between")) found = {Precedence::comparison, NodeKind::between, Operation::none};
    if (at_keyword("in")) found = {Precedence::comparison, NodeKind::in, Operation::none};
    if (found.precedence == Precedence::none || found.precedence < loosest) return left;
    switch (found.kind) {
      case NodeKind::conjunction:
      case NodeKind::disjunction:
        left = parse_connective(left, start, found.precedence);
        break;
      case NodeKind::between:
        left = parse_between(left, start);
        break;
      case NodeKind::in:
        left = parse_in(left, start);
        break;
      default: {
        advance();
        const NodeId right = parse_operators(tighter(found.precedence));
        left = make(found.kind, start, {left, right});
        node(left).operation = found.operation;
      }
    }
  }
  return left;
}

// a and b and c, as one node.
NodeId Parser::parse_connective(NodeId left, std::size_t start, Precedence precedence) {
  const bool conjunction = precedence == Precedence::conjunction;
  const std::string_view keyword = conjunction ? "and" : "or";
  const TokenKind sign = conjunction ? TokenKind::ampersands : TokenKind::bars;
  std::vector<NodeId> operands{left};
  while (at(sign) || at_keyword(keyword)) {
    if (at(sign)) {
      advance();
    } else {
      advance_keyword(keyword);
    }
    operands.push_back(parse_operators(tighter(precedence)));
  }
  return make(conjunction ? NodeKind::conjunction : NodeKind::disjunction, start, std::move(operands));
}

NodeId Parser::parse_between(NodeId value, std::size_t start) {
  advance_keyword("between");
  const NodeId low = parse_operators(Precedence::addition);
  if (!at(TokenKind::ampersands)) {
    if (!expect_keyword("and", "between", "write `between … and …`"))
      return make(NodeKind::between, start, {value, low, missing()});
  } else {
    advance();
  }
  const NodeId high = parse_operators(Precedence::addition);
  return make(NodeKind::between, start, {value, low, high});
}

// A minus binds more tightly than `**` (rule 4): -2 ** 2 is 4. Before a number it is part of the literal (rule 37).
NodeId Parser::parse_unary() {
  std::vector<std::size_t> starts;
  const auto negates_literal = [this] {
    return following().kind == TokenKind::number && following().span.begin == current().span.end;
  };
  while (at(TokenKind::minus) && !negates_literal()) {
    starts.push_back(begin());
    advance();
  }
  if (depth_ + starts.size() > limits_.max_depth) return fail_too_deep();
  const std::size_t start = begin();
  NodeId value = continue_instance(at(TokenKind::exclamation) ? parse_negation_word() : parse_postfix(), start);
  for (; !starts.empty(); starts.pop_back()) value = make(NodeKind::negate, starts.back(), {value});
  return value;
}

NodeId Parser::continue_instance(NodeId value, std::size_t start) {
  while (at_keyword("instance") && !aborted_) {
    advance_keyword("instance");
    expect_keyword("of", "instance", "write `instance of` and a type");
    Type type = parse_type();
    value = make(NodeKind::instance_of, start, {value});
    node(value).tested_type = std::move(type);
  }
  return value;
}

}  // namespace tepei::feel
