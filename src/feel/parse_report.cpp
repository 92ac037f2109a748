// What is said of text that cannot be parsed, and where parsing goes on after it.
#include <utility>

#include "feel/parser.hpp"

namespace tepei::feel {

namespace {

std::string_view sign_of(TokenKind closer) {
  switch (closer) {
    case TokenKind::right_bracket:
      return "]";
    case TokenKind::right_brace:
      return "}";
    default:
      return ")";
  }
}

bool opens(TokenKind kind) {
  return kind == TokenKind::left_parenthesis || kind == TokenKind::left_bracket || kind == TokenKind::left_brace;
}

bool closes(TokenKind kind) {
  return kind == TokenKind::right_parenthesis || kind == TokenKind::right_bracket || kind == TokenKind::right_brace;
}

}  // namespace

void Parser::keep(Diagnostic diagnostic, Diagnostics& among) {
  if (aborted_ || among.size() >= most_problems) return;
  diagnostic.source = std::string(source_);
  among.push_back(std::move(diagnostic));
}

void Parser::report(std::string code, std::string message, std::string help, Span span) {
  if (quiet_) return;
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  diagnostic.span = span;
  keep(std::move(diagnostic), problems_);
}

NodeId Parser::fail(std::string code, std::string message, std::string help) {
  if (at(TokenKind::bad) || at(TokenKind::apostrophe) || current().slip == Slip::unfinished_string) {
    advance();  // reports the better reason
    quiet_ = true;
  }
  report(std::move(code), std::move(message), std::move(help), current().span);
  quiet_ = true;
  const NodeId id = missing();
  synchronize();
  return id;
}

NodeId Parser::fail_expected_value() {
  std::string message = "expected a value, found " + found();
  if (place_ > 0) {
    message = "expected a value after " + quoted(text_of(tokens_[place_ - 1]), 20) + ", found " + found();
  }
  return fail("feel.parse.expected_value", std::move(message), "");
}

// A whole expression has been read and text is left.
void Parser::fail_after_end() {
  if (closes(current().kind)) {
    fail("feel.parse.unopened_bracket", quoted(text_of(current())) + " closes nothing",
         "remove it, or add the bracket it closes");
    return;
  }
  const std::string before = place_ == 0 ? std::string() : quoted(text_of(tokens_[place_ - 1]), 20);
  std::string help = "join the two with an operator, such as `and`, or remove the second";
  if (at(TokenKind::word) && text_of(current()) == "?") help = "write `if … then … else …`";
  if (at_keyword("then") || at_keyword("else")) help = "it belongs to an `if` that stands before it";
  if (at(TokenKind::comma)) help = "a list stands in brackets: `[…, …]`";
  if (at(TokenKind::colon)) help = "a context stands in braces: `{name: …}`";
  if (at(TokenKind::string)) help = "join texts with `+`";
  fail("feel.parse.unexpected_token", "unexpected " + found() + (before.empty() ? "" : " after " + before),
       std::move(help));
}

void Parser::synchronize() {
  std::size_t depth = 0;
  for (; !at(TokenKind::end); ++place_) {
    const TokenKind kind = current().kind;
    if (depth == 0 && (kind == TokenKind::comma || closes(kind))) return;
    if (depth == 0 && (at_keyword("then") || at_keyword("else") || at_keyword("return") || at_keyword("satisfies")))
      return;
    if (opens(kind)) ++depth;
    if (closes(kind)) --depth;
  }
}

void Parser::abort(std::string code, std::string message, std::string help) {
  if (aborted_) return;
  if (problems_.size() >= most_problems) problems_.pop_back();
  quiet_ = false;
  report(std::move(code), std::move(message), std::move(help), current().span);
  quiet_ = true;
  aborted_ = true;
  place_ = tokens_.size() - 1;
}

// Apart from the functions that nest, so that its texts are not on the stack at each level.
NodeId Parser::fail_too_deep() {
  abort("feel.parse.too_deep", "the expression is nested more than " + std::to_string(limits_.max_depth) + " deep",
        "part it into several named expressions, or raise `max_depth`");
  return missing();
}

bool Parser::expect_keyword(std::string_view keyword, std::string_view construct, std::string help) {
  if (at_keyword(keyword)) {
    quiet_ = false;
    advance_keyword(keyword);
    return true;
  }
  const bool misspelt = at(TokenKind::word) && nearest(text_of(current()), {std::string(keyword)}).has_value();
  if (misspelt) help = "did you mean `" + std::string(keyword) + "`?";
  report("feel.parse.missing_keyword",
         "`" + std::string(construct) + "` needs `" + std::string(keyword) + "`, found " + found(), std::move(help),
         current().span);
  if (misspelt) {
    advance();
    return true;
  }
  quiet_ = true;
  return false;
}

void Parser::expect_close(std::size_t opener, TokenKind closer) {
  if (at(closer)) {
    quiet_ = false;
    advance();
    return;
  }
  report_unclosed(opener, closer);
  skip_past_close();
}

void Parser::report_unclosed(std::size_t opener, TokenKind closer) {
  const std::string open = quoted(text_of(tokens_[opener]));
  const std::string where = place_text(tokens_[opener].span.begin);
  const std::string close = "`" + std::string(sign_of(closer)) + "`";
  if (at(TokenKind::end)) {
    report("feel.parse.unclosed_bracket", open + " is never closed", "add " + close, tokens_[opener].span);
  } else if (closes(current().kind)) {
    report("feel.parse.mismatched_bracket", found() + " cannot close " + open + " of " + where, "write " + close,
           current().span);
  } else {
    report("feel.parse.unclosed_bracket", "expected " + close + " for " + open + " of " + where + ", found " + found(),
           at(TokenKind::comma) ? "" : "add " + close + " before it, or an operator", current().span);
  }
  quiet_ = true;
}

// Past the bracket that closes where we are; only up to a word such as `then` where that comes first.
void Parser::skip_past_close() {
  for (synchronize(); at(TokenKind::comma); synchronize()) ++place_;
  if (!closes(current().kind)) return;
  ++place_;
  quiet_ = false;
}

std::string Parser::found() const {
  return at(TokenKind::end) ? "the end" : quoted(text_of(current()), 20);
}

std::string Parser::place_text(std::size_t offset) const {
  const Position position = position_of(source_, offset);
  return "line " + std::to_string(position.line) + ", column " + std::to_string(position.column);
}

}  // namespace tepei::feel
