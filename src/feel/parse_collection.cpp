// What stands in brackets: lists, ranges, contexts, parentheses.
#include <utility>

#include "feel/parser.hpp"

namespace tepei::feel {

// `[a, b]` or `[a..b]`.
NodeId Parser::parse_bracket() {
  const std::size_t start = begin();
  const std::size_t opener = place_;
  const RangeEnd inside(*this, false);
  advance();
  std::vector<NodeId> items;
  if (!at(TokenKind::right_bracket) || opens_range_in_list()) {
    items.push_back(parse_expression());
    if (at(TokenKind::dots)) return parse_range_end(items.front(), true, opener);
    while (at(TokenKind::comma) && !aborted_) {
      quiet_ = false;
      advance();
      items.push_back(parse_expression());
    }
  }
  expect_close(opener, TokenKind::right_bracket);
  return make(NodeKind::list, start, std::move(items));
}

// Whether the `]` after a list's `[` begins a range, as in `[ ]1..2[ ]`, rather than ends the list.
bool Parser::opens_range_in_list() const {
  const Token& next = following();
  return next.kind == TokenKind::number || next.kind == TokenKind::string || next.kind == TokenKind::at ||
         (next.kind == TokenKind::word && !ends_name(next));
}

// `]a..b]`
NodeId Parser::parse_open_range() {
  const std::size_t opener = place_;
  if (!starts_expression(following()) && following().kind != TokenKind::minus) return fail_expected_value();
  const RangeEnd inside(*this, false);
  advance();
  const NodeId first = parse_expression();
  if (!at(TokenKind::dots)) {
    return fail("feel.parse.expected_range", "expected `..` of the range that `]` begins, found " + found(),
                "a list begins with `[`");
  }
  return parse_range_end(first, false, opener);
}

// `(a)`, `(a..b)` or `(< a)`.
NodeId Parser::parse_parenthesis() {
  const std::size_t opener = place_;
  const RangeEnd inside(*this, false);
  advance();
  if (at_comparison()) return parse_comparison_range(opener);
  const NodeId inner = parse_expression();
  if (at(TokenKind::dots)) return parse_range_end(inner, false, opener);
  if (at(TokenKind::comma)) {
    fail("feel.parse.unexpected_token", "unexpected `,` in parentheses", "a list stands in brackets: `[…, …]`");
    skip_past_close();
    return inner;
  }
  expect_close(opener, TokenKind::right_parenthesis);
  return inner;
}

NodeId Parser::parse_range_end(NodeId first, bool start_included, std::size_t opener) {
  advance();
  NodeId last = no_node;
  {
    const RangeEnd end(*this, true);
    last = parse_expression();
  }
  const bool end_included = at(TokenKind::right_bracket);
  if (!end_included && !at(TokenKind::right_parenthesis) && !at(TokenKind::left_bracket)) {
    expect_close(opener, start_included ? TokenKind::right_bracket : TokenKind::right_parenthesis);
  } else {
    quiet_ = false;
    advance();
  }
  const NodeId range = make(NodeKind::range, tokens_[opener].span.begin, {first, last});
  node(range).start_included = start_included;
  node(range).end_included = end_included;
  return range;
}

// `(< 5)`: a range without its other end; `(= 5)`: a range of one value.
NodeId Parser::parse_comparison_range(std::size_t opener) {
  const TokenKind kind = current().kind;
  const std::size_t start = tokens_[opener].span.begin;
  if (kind == TokenKind::not_equal) {
    report("feel.parse.not_a_range", "`(!= …)` is no range", "as a test it stands after `in`", current().span);
  }
  advance();
  const std::size_t first = syntax_.nodes.size();
  const NodeId bound = parse_expression(Precedence::addition);
  const bool upward = kind == TokenKind::greater || kind == TokenKind::greater_or_equal;
  const bool equal = kind == TokenKind::equal || kind == TokenKind::not_equal;
  const NodeId other = equal ? copy_of(bound, first) : missing();
  expect_close(opener, TokenKind::right_parenthesis);
  const NodeId range =
      upward ? make(NodeKind::range, start, {bound, other}) : make(NodeKind::range, start, {other, bound});
  node(range).start_included = equal || kind == TokenKind::greater_or_equal;
  node(range).end_included = equal || kind == TokenKind::less_or_equal;
  return range;
}

// Another tree like the one whose nodes begin at `first` and end at `root`.
NodeId Parser::copy_of(NodeId root, std::size_t first) {
  const auto shift = static_cast<NodeId>(syntax_.nodes.size() - first);
  for (std::size_t from = first; from <= root && !aborted_; ++from) {
    Node copy = syntax_.nodes[from];
    for (NodeId& child : copy.children) child += shift;
    const NodeId id = make(copy.kind, copy.span.begin);
    node(id) = std::move(copy);
  }
  return aborted_ ? root : root + shift;
}

NodeId Parser::parse_context() {
  const std::size_t start = begin();
  const std::size_t opener = place_;
  const std::size_t outer = locals_.size();
  const RangeEnd inside(*this, false);
  advance();
  std::vector<NodeId> values;
  std::vector<std::string> keys;
  while (!at(TokenKind::right_brace) && !at(TokenKind::end)) {
    keys.push_back(parse_context_key());
    values.push_back(parse_expression());
    locals_.push_back(keys.back());
    members_.push_back(keys.back());
    if (!at(TokenKind::comma)) break;
    quiet_ = false;
    advance();
    if (at(TokenKind::right_brace))
      report("feel.parse.expected_name", "expected an entry's name after `,`, found `}`", "remove the `,`",
             current().span);
  }
  expect_close(opener, TokenKind::right_brace);
  locals_.resize(outer);
  const NodeId context = make(NodeKind::context, start, std::move(values));
  node(context).names = std::move(keys);
  return context;
}

// A name or a text, and the colon after it.
std::string Parser::parse_context_key() {
  std::string key;
  const std::size_t end = end_of_new_name(place_);
  if (at(TokenKind::string)) {
    key = string_content(source_, current());
    advance();
  } else if (end > place_) {
    key = read_new_name(end);
  } else {
    report("feel.parse.expected_name", "expected an entry's name, found " + found(), "write `{name: value}`",
           current().span);
    quiet_ = true;
    while (!at(TokenKind::colon) && !at(TokenKind::comma) && !at(TokenKind::right_brace) && !at(TokenKind::end))
      ++place_;
  }
  if (at(TokenKind::colon)) {
    advance();
  } else {
    report("feel.parse.expected_colon", "expected `:` after the entry's name " + quoted(key) + ", found " + found(),
           at(TokenKind::equal) ? "write `:` instead of `=`" : "a name with other signs stands in double quotes",
           current().span);
    quiet_ = true;
    if (at(TokenKind::equal)) advance();
  }
  return key;
}

}  // namespace tepei::feel
