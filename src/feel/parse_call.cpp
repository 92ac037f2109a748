// Calls, with arguments in order or by name.
#include <utility>

#include "feel/parser.hpp"

namespace tepei::feel {

NodeId Parser::parse_call(NodeId callee, std::size_t start) {
  const std::size_t opener = place_;
  const RangeEnd inside(*this, false);
  advance();
  std::vector<NodeId> children{callee};
  std::vector<std::string> names;
  if (!at(TokenKind::right_parenthesis)) {
    while (parse_argument(children, names)) {
    }
  }
  expect_close(opener, TokenKind::right_parenthesis);
  const std::size_t arguments = children.size() - 1;
  if (!names.empty() && names.size() != arguments) {
    report("feel.parse.mixed_arguments", "some arguments are named and some are not", "name all of them or none",
           {tokens_[opener].span.begin, previous_end()});
    names.clear();
  }
  const NodeId call = make(NodeKind::call, start, std::move(children));
  node(call).names = std::move(names);
  return call;
}

// Whether another argument follows.
bool Parser::parse_argument(std::vector<NodeId>& children, std::vector<std::string>& names) {
  const std::size_t name_end = end_of_new_name(place_);
  if (name_end > place_ && tokens_[name_end].kind == TokenKind::colon) {
    names.push_back(read_new_name(name_end));
    advance();
  }
  children.push_back(parse_expression());
  if (!at(TokenKind::comma)) return false;
  quiet_ = false;
  advance();
  return !aborted_;
}

// `not(x)`; also `not x` and `!x`, which are reported.
NodeId Parser::parse_negation_word() {
  const std::size_t start = begin();
  const bool sign = at(TokenKind::exclamation);
  if (sign) {
    advance();
  } else {
    advance_keyword("not");
  }
  const NodeId callee = make(NodeKind::name, start);
  node(callee).text = "not";
  if (!sign && at(TokenKind::left_parenthesis)) return continue_postfix(parse_call(callee, start), start);
  if (!sign) {
    report("feel.parse.not_without_parentheses", "`not` takes its condition in parentheses", "write `not(…)`",
           {start, previous_end()});
  }
  const Level level(*this);
  if (depth_ > limits_.max_depth) return fail_too_deep();
  const NodeId operand = parse_unary();
  return make(NodeKind::call, start, {callee, operand});
}

}  // namespace tepei::feel
