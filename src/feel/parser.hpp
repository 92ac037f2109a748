// The recursive-descent parser behind parse.hpp. One object parses one text; its parts stand in one file for each
// family of the grammar: parse_expression (operators), parse_primary, parse_name, parse_binding (for, some, every,
// function), parse_collection (lists, ranges, contexts), parse_call, parse_test (unary tests), parse_type,
// parse_report.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feel/ast.hpp"
#include "feel/lex.hpp"
#include "tepei/feel/limits.hpp"
#include "tepei/value/result.hpp"

namespace tepei::feel {

// How tightly operators bind, loosest first (DMN 1.5, 10.3.1.2, rules 2 and 4).
enum class Precedence : std::uint8_t { none, disjunction, conjunction, comparison, addition, multiplication, power };

class Parser {
 public:
  Parser(std::string_view source, const Scope& scope, Limits limits);

  Result<Syntax> whole_expression();
  Result<Syntax> cell();

 private:
  static constexpr std::size_t most_problems = 50;  // nobody reads on

  // --- tokens (parse.cpp) ---
  const Token& current() const { return tokens_[place_]; }
  const Token& following(std::size_t ahead = 1) const;
  std::string_view text_of(const Token& token) const;
  std::size_t begin() const { return current().span.begin; }
  std::size_t previous_end() const { return place_ == 0 ? 0 : tokens_[place_ - 1].span.end; }
  bool at(TokenKind kind) const { return current().kind == kind; }
  // Whether a token is this keyword, in whatever case; a keyword in capitals is reported when it is read.
  bool is_keyword(const Token& token, std::string_view keyword) const;
  bool at_keyword(std::string_view keyword) const { return is_keyword(current(), keyword); }
  // Whether a word ends a name: `and`, `then`, ….
  bool ends_name(const Token& token) const;
  void advance();
  void advance_keyword(std::string_view keyword);
  bool accept(TokenKind kind);

  // --- nodes (parse.cpp) ---
  // A node from byte `begin` to the end of the last token read.
  NodeId make(NodeKind kind, std::size_t begin, std::vector<NodeId> children = {});
  NodeId make_literal(Value value, std::size_t begin);
  // What stands where nothing could be read.
  NodeId missing();
  Node& node(NodeId id) { return syntax_.nodes[id]; }
  Result<Syntax> finish(NodeId root);

  // --- reports (parse_report.cpp) ---
  void report(std::string code, std::string message, std::string help, Span span);
  // Keeps a problem, up to so many that nobody reads on.
  void keep(Diagnostic diagnostic, Diagnostics& among);
  // Reports, then skips to where parsing may go on; until something expected is found there nothing more is said.
  NodeId fail(std::string code, std::string message, std::string help);
  NodeId fail_expected_value();
  NodeId fail_too_deep();
  void fail_after_end();
  void synchronize();
  // Gives up for good: a limit is passed.
  void abort(std::string code, std::string message, std::string help);
  bool expect_keyword(std::string_view keyword, std::string_view construct, std::string help);
  // Reads the closing bracket of the opening one at token `opener`; skips to it where something else stands.
  void expect_close(std::size_t opener, TokenKind closer);
  void report_unclosed(std::size_t opener, TokenKind closer);
  void skip_past_close();
  std::string found() const;
  std::string place_text(std::size_t offset) const;

  // --- expressions (parse_expression.cpp) ---
  // Counts as one level of nesting.
  NodeId parse_expression(Precedence loosest = Precedence::disjunction);
  NodeId parse_operators(Precedence loosest);
  NodeId continue_operators(NodeId left, std::size_t start, Precedence loosest);
  NodeId parse_connective(NodeId left, std::size_t start, Precedence precedence);
  NodeId parse_between(NodeId value, std::size_t start);
  NodeId parse_unary();
  NodeId continue_instance(NodeId value, std::size_t start);

  // --- what operators join (parse_primary.cpp) ---
  NodeId parse_postfix();
  NodeId continue_postfix(NodeId target, std::size_t start);
  NodeId parse_path(NodeId target, std::size_t start);
  NodeId parse_filter(NodeId list, std::size_t start);
  NodeId parse_primary();
  NodeId parse_word();
  NodeId parse_keyword_form();
  NodeId parse_number();
  NodeId parse_string();
  NodeId parse_at_literal();
  NodeId parse_conditional();
  bool bracket_closes_range() const;
  bool starts_expression(const Token& token) const;

  // --- names (parse_name.cpp) ---
  struct Match {
    std::string name;
    std::size_t end = 0;  // the token after it; 0 where nothing matched
    bool builtin = false;
  };
  void consider(std::string_view name, bool builtin, Match& best) const;
  Match longest_known_name() const;
  Match longest_member();
  std::size_t token_after(std::size_t byte_end) const;
  std::size_t end_of_words(std::size_t from) const;
  std::size_t end_of_joined_words(std::size_t from) const;
  std::size_t end_of_new_name(std::size_t from) const;
  std::string name_between(std::size_t from, std::size_t to) const;
  NodeId parse_name();
  NodeId parse_unknown_name(std::size_t end);
  void note_unknown_name(const std::string& name, Span span);
  void collect_members(const Type& type);
  void know_members();
  std::vector<std::string> known_names() const;
  std::string read_new_name(std::size_t end);

  // --- calls (parse_call.cpp) ---
  NodeId parse_call(NodeId callee, std::size_t start);
  bool parse_argument(std::vector<NodeId>& children, std::vector<std::string>& names);
  NodeId parse_negation_word();

  // --- lists, ranges, contexts (parse_collection.cpp) ---
  NodeId parse_bracket();
  bool opens_range_in_list() const;
  NodeId parse_open_range();
  NodeId parse_parenthesis();
  NodeId parse_range_end(NodeId first, bool start_included, std::size_t opener);
  NodeId parse_comparison_range(std::size_t opener);
  NodeId copy_of(NodeId root, std::size_t first);
  NodeId parse_context();
  std::string parse_context_key();

  // --- for, some, every, function (parse_binding.cpp) ---
  NodeId parse_iteration();
  NodeId parse_quantified(NodeKind kind);
  void parse_domains(std::string_view construct, std::vector<NodeId>& children, std::vector<std::string>& names);
  bool parse_domain(std::string_view construct, std::vector<NodeId>& children, std::vector<std::string>& names);
  std::size_t end_of_bound_name() const;
  NodeId parse_function();
  bool parse_parameter(std::vector<std::string>& names, std::vector<Type>& types);

  // --- unary tests (parse_test.cpp) ---
  bool at_comparison() const;
  NodeId parse_test(Precedence loosest);
  std::vector<NodeId> parse_tests();
  std::vector<NodeId> parse_tests_in_parentheses();
  NodeId continue_after_parenthesis(NodeId inner, std::size_t start, Precedence loosest);
  NodeId parse_in(NodeId value, std::size_t start);
  NodeId parse_cell();
  NodeId parse_not_cell();

  // --- types (parse_type.cpp) ---
  Type parse_type();
  Type parse_generic(std::string_view name);
  Type parse_context_type(std::size_t opener);
  Type parse_function_type();
  void expect_greater(std::size_t opener);
  std::optional<TypeKind> accept_simple_type();
  Type note_unknown_type(std::size_t from, std::size_t to);

  // Counts one level of nesting for as long as it lives.
  class Level;
  // Lets a `[` close a range, or not, for as long as it lives.
  class RangeEnd;

  std::string_view source_;
  const Scope& scope_;
  const Limits limits_;
  std::vector<Token> tokens_;
  std::size_t place_ = 0;
  Syntax syntax_;
  Diagnostics problems_;
  bool quiet_ = false;
  bool aborted_ = false;
  std::size_t depth_ = 0;
  std::size_t filters_ = 0;           // round the place where we are
  bool bracket_may_close_ = false;    // in the end of a range, where `[` may close it
  std::vector<std::string> locals_;   // in force, innermost last
  std::vector<std::string> members_;  // names that may follow a dot or stand in a filter
  bool members_known_ = false;
};

class Parser::Level {
 public:
  explicit Level(Parser& parser) : parser_(parser) { ++parser_.depth_; }
  ~Level() { --parser_.depth_; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;

 private:
  Parser& parser_;
};

class Parser::RangeEnd {
 public:
  RangeEnd(Parser& parser, bool may_close) : parser_(parser), before_(parser.bracket_may_close_) {
    parser_.bracket_may_close_ = may_close;
  }
  ~RangeEnd() { parser_.bracket_may_close_ = before_; }
  RangeEnd(const RangeEnd&) = delete;
  RangeEnd& operator=(const RangeEnd&) = delete;

 private:
  Parser& parser_;
  bool before_;
};

}  // namespace tepei::feel
