// What operators join: literals, names, keyword forms, and what follows a value: members, filters, calls.
#include <utility>

#include "feel/parser.hpp"

namespace tepei::feel {

namespace {

Diagnostic out_of_range(std::string_view number, Span span) {
  Diagnostic diagnostic;
  diagnostic.code = "feel.parse.number_range";
  diagnostic.message = "the number " + quoted(number, 40) + " is too large or too small";
  diagnostic.help = "FEEL numbers have 34 digits and exponents from -6176 to 6111";
  diagnostic.span = span;
  return diagnostic;
}

// What an @-literal stands for (rule 67), or nothing.
std::optional<Value> temporal_value(const std::string& text) {
  if (auto date = Date::parse(text)) return Value(*date);
  if (auto date_time = parse_date_time(text)) return Value(*date_time);
  if (auto time = parse_time_of_day(text)) return Value(*time);
  if (auto months = parse_months_duration(text)) return Value(*months);
  if (auto duration = parse_time_duration(text)) return Value(*duration);
  return std::nullopt;
}

Diagnostic no_temporal_value(const std::string& text, Span span) {
  Diagnostic diagnostic;
  diagnostic.code = "feel.check.at_literal";
  diagnostic.message = quoted(text) + " is no date, time or duration";
  diagnostic.help =
      "write `@\"2025-03-21\"`, `@\"10:30:00\"`, `@\"2025-03-21T10:30:00\"`, `@\"P1Y2M\"` or `@\"P3DT2H\"`";
  if (text.find('@') != std::string::npos) diagnostic.help = "write the offset instead of the zone: `+08:00`";
  diagnostic.span = span;
  return diagnostic;
}

}  // namespace

NodeId Parser::parse_postfix() {
  const std::size_t start = begin();
  return continue_postfix(parse_primary(), start);
}

NodeId Parser::continue_postfix(NodeId target, std::size_t start) {
  while (!aborted_) {
    if (at(TokenKind::dot)) {
      target = parse_path(target, start);
    } else if (at(TokenKind::left_bracket) && !bracket_closes_range()) {
      target = parse_filter(target, start);
    } else if (at(TokenKind::left_parenthesis)) {
      target = parse_call(target, start);
    } else {
      break;
    }
  }
  return target;
}

// `]1..10[`: the last bracket closes unless what follows it can only be a filter's predicate.
bool Parser::bracket_closes_range() const {
  return bracket_may_close_ && !starts_expression(following());
}

bool Parser::starts_expression(const Token& token) const {
  switch (token.kind) {
    case TokenKind::word:
      return !ends_name(token);
    case TokenKind::number:
    case TokenKind::string:
    case TokenKind::at:
    case TokenKind::left_parenthesis:
    case TokenKind::left_bracket:
    case TokenKind::left_brace:
      return true;
    default:
      return false;
  }
}

NodeId Parser::parse_path(NodeId target, std::size_t start) {
  advance();
  if (!at(TokenKind::word)) {
    fail("feel.parse.expected_name", "expected a member's name after `.`, found " + found(), "");
    return target;
  }
  const Match member = longest_member();
  std::string name = read_new_name(member.end);
  const NodeId path = make(NodeKind::path, start, {target});
  node(path).text = std::move(name);
  return path;
}

NodeId Parser::parse_filter(NodeId list, std::size_t start) {
  const std::size_t opener = place_;
  const RangeEnd inside(*this, false);
  advance();
  ++filters_;
  locals_.emplace_back("item");
  const NodeId predicate = parse_expression();
  locals_.pop_back();
  --filters_;
  expect_close(opener, TokenKind::right_bracket);
  return make(NodeKind::filter, start, {list, predicate});
}

NodeId Parser::parse_primary() {
  switch (current().kind) {
    case TokenKind::minus:  // parse_unary leaves it where a number follows
    case TokenKind::number:
      return parse_number();
    case TokenKind::string:
      return parse_string();
    case TokenKind::at:
      return parse_at_literal();
    case TokenKind::word:
      return parse_word();
    case TokenKind::left_parenthesis:
      return parse_parenthesis();
    case TokenKind::left_bracket:
      return parse_bracket();
    case TokenKind::right_bracket:
      return parse_open_range();
    case TokenKind::left_brace:
      return parse_context();
    default:
      return fail_expected_value();
  }
}

NodeId Parser::parse_number() {
  const std::size_t start = begin();
  const bool negative = accept(TokenKind::minus);
  const Token token = current();
  advance();
  const auto number = Decimal::parse(number_text(source_, token));
  if (!number) keep(out_of_range(text_of(token), token.span), problems_);
  const Decimal value = number ? *number : Decimal();
  return make_literal(negative ? -value : value, start);
}

NodeId Parser::parse_string() {
  const std::size_t start = begin();
  std::string content = string_content(source_, current());
  if (current().slip == Slip::unfinished_string) {
    advance();
    quiet_ = true;
    return make_literal(std::move(content), start);
  }
  advance();
  return make_literal(std::move(content), start);
}

NodeId Parser::parse_at_literal() {
  const std::size_t start = begin();
  advance();
  if (!at(TokenKind::string)) {
    return fail("feel.parse.expected_text", "expected a text after `@`, found " + found(), "write `@\"2025-03-21\"`");
  }
  const std::string content = string_content(source_, current());
  advance();
  const auto value = temporal_value(content);
  const NodeId id = make_literal(value.value_or(Value(Null{})), start);
  if (!value) keep(no_temporal_value(content, node(id).span), syntax_.unread);
  return id;
}

NodeId Parser::parse_word() {
  const Match known = longest_known_name();
  if (known.end > place_ + 1) return parse_name();
  for (const std::string_view keyword : {"if", "for", "some", "every", "function", "true", "false", "null"}) {
    if (at_keyword(keyword) && (known.end == 0 || text_of(current()) == keyword)) return parse_keyword_form();
  }
  if (known.end == 0 && ends_name(current())) return fail_expected_value();
  if (at_keyword("not") && (known.end == 0 || known.builtin)) return parse_negation_word();
  return parse_name();
}

NodeId Parser::parse_keyword_form() {
  const std::size_t start = begin();
  if (at_keyword("if")) return parse_conditional();
  if (at_keyword("for")) return parse_iteration();
  if (at_keyword("some")) return parse_quantified(NodeKind::some);
  if (at_keyword("every")) return parse_quantified(NodeKind::every);
  if (at_keyword("function")) return parse_function();
  if (at_keyword("null")) {
    advance_keyword("null");
    return make_literal(Null{}, start);
  }
  const bool value = at_keyword("true");
  advance_keyword(value ? "true" : "false");
  return make_literal(value, start);
}

NodeId Parser::parse_conditional() {
  const std::size_t start = begin();
  advance_keyword("if");
  const NodeId condition = parse_expression();
  const bool has_then = expect_keyword("then", "if", "write `if … then … else …`");
  const bool reads_on = has_then || starts_expression(current());
  const NodeId then = reads_on ? parse_expression() : missing();
  const bool has_else = expect_keyword("else", "if", "say what holds otherwise: `else …`, or `else null` for nothing");
  const NodeId otherwise = has_else ? parse_expression() : missing();
  return make(NodeKind::conditional, start, {condition, then, otherwise});
}

}  // namespace tepei::feel
