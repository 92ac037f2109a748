#include "feel/parse.hpp"

#include <algorithm>
#include <utility>

#include "feel/parser.hpp"

namespace tepei::feel {

namespace {

// Deeper than this nothing is parsed, whatever the limits say: the host's stack is not ours.
constexpr std::size_t deepest_nesting = 500;

char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equal_but_for_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char l, char r) { return small_letter(l) == small_letter(r); });
}

Limits bounded(Limits limits) {
  limits.max_depth = std::min(limits.max_depth, deepest_nesting);
  return limits;
}

std::optional<Diagnostic> too_long(std::string_view source, const Limits& limits) {
  if (source.size() <= limits.max_source_bytes) return std::nullopt;
  Diagnostic diagnostic;
  diagnostic.code = "feel.parse.too_long";
  diagnostic.message = "the expression has " + std::to_string(source.size()) + " bytes, more than the " +
                       std::to_string(limits.max_source_bytes) + " allowed";
  diagnostic.help = "part it into several named expressions, or raise `max_source_bytes`";
  return diagnostic;
}

}  // namespace

Result<Syntax> parse_expression(std::string_view source, const Scope& scope, const Limits& limits) {
  if (auto problem = too_long(source, limits)) return *std::move(problem);
  return Parser(source, scope, bounded(limits)).whole_expression();
}

Result<Syntax> parse_unary_tests(std::string_view source, const Scope& scope, const Limits& limits) {
  if (auto problem = too_long(source, limits)) return *std::move(problem);
  return Parser(source, scope, bounded(limits)).cell();
}

Parser::Parser(std::string_view source, const Scope& scope, Limits limits)
    : source_(source), scope_(scope), limits_(limits), tokens_(lex(source)) {}

Result<Syntax> Parser::whole_expression() {
  if (at(TokenKind::end)) {
    return finish(fail("feel.parse.empty", "there is no expression", "write `true` for a condition that always holds"));
  }
  const NodeId root = parse_expression();
  if (!at(TokenKind::end)) fail_after_end();
  return finish(root);
}

Result<Syntax> Parser::cell() {
  if (at(TokenKind::end)) {
    return finish(fail("feel.parse.empty", "there is no test", "write `-` where any value will do"));
  }
  const NodeId root = parse_cell();
  if (!at(TokenKind::end)) fail_after_end();
  return finish(root);
}

Result<Syntax> Parser::finish(NodeId root) {
  syntax_.root = root;
  syntax_.source = std::string(source_);
  if (problems_.empty()) return std::move(syntax_);
  Diagnostics all = std::move(problems_);
  all.insert(all.end(), syntax_.unknown_names.begin(), syntax_.unknown_names.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const Diagnostic& l, const Diagnostic& r) { return l.span->begin < r.span->begin; });
  return all;
}

const Token& Parser::following(std::size_t ahead) const {
  return tokens_[std::min(place_ + ahead, tokens_.size() - 1)];
}

std::string_view Parser::text_of(const Token& token) const {
  return source_.substr(token.span.begin, token.span.end - token.span.begin);
}

bool Parser::is_keyword(const Token& token, std::string_view keyword) const {
  return token.kind == TokenKind::word && equal_but_for_case(text_of(token), keyword);
}

bool Parser::ends_name(const Token& token) const {
  constexpr std::string_view keywords[] = {"and",  "or",   "between", "in",       "instance",
                                           "then", "else", "return",  "satisfies"};
  return std::any_of(std::begin(keywords), std::end(keywords),
                     [&](std::string_view keyword) { return is_keyword(token, keyword); });
}

void Parser::advance() {
  if (current().slip != Slip::none) keep(describe_slip(source_, current()), problems_);
  if (!at(TokenKind::end)) ++place_;
}

void Parser::advance_keyword(std::string_view keyword) {
  if (text_of(current()) != keyword) {
    report("feel.parse.keyword_case", "FEEL writes " + quoted(text_of(current())) + " in small letters",
           "write `" + std::string(keyword) + "`", current().span);
  }
  advance();
}

bool Parser::accept(TokenKind kind) {
  if (!at(kind)) return false;
  advance();
  return true;
}

NodeId Parser::make(NodeKind kind, std::size_t begin, std::vector<NodeId> children) {
  if (syntax_.nodes.size() >= limits_.max_nodes) {
    abort("feel.parse.too_many_nodes",
          "the expression has more than the " + std::to_string(limits_.max_nodes) + " parts allowed",
          "part it into several named expressions, or raise `max_nodes`");
  }
  Node node;
  node.kind = kind;
  node.span = {begin, std::max(begin, previous_end())};
  node.children = std::move(children);
  syntax_.nodes.push_back(std::move(node));
  return static_cast<NodeId>(syntax_.nodes.size() - 1);
}

NodeId Parser::make_literal(Value value, std::size_t begin) {
  const NodeId id = make(NodeKind::literal, begin);
  node(id).value = std::move(value);
  return id;
}

NodeId Parser::missing() {
  const NodeId id = make_literal(Null{}, begin());
  node(id).span = {begin(), begin()};
  return id;
}

}  // namespace tepei::feel
