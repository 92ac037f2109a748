// Types, after `instance of` and for parameters (DMN 1.5, 10.3.1.2, rules 51 to 54).
#include <array>
#include <utility>

#include "feel/parser.hpp"

namespace tepei::feel {

namespace {

// The longest first where one begins like another.
constexpr std::array<std::pair<std::string_view, TypeKind>, 12> simple_types{{
    {"years and months duration", TypeKind::years_and_months_duration},
    {"days and time duration", TypeKind::days_and_time_duration},
    {"date and time", TypeKind::date_and_time},
    {"Any", TypeKind::any},
    {"Null", TypeKind::null_type},
    {"boolean", TypeKind::boolean},
    {"number", TypeKind::number},
    {"string", TypeKind::string},
    {"date", TypeKind::date},
    {"time", TypeKind::time},
    {"list", TypeKind::list},
    {"context", TypeKind::context},
}};

}  // namespace

Type Parser::parse_type() {
  const Level level(*this);
  if (depth_ > limits_.max_depth) {
    fail_too_deep();
    return {};
  }
  if (!at(TokenKind::word)) {
    fail("feel.parse.expected_type", "expected a type, found " + found(),
         "such as `number`, `string`, `date` or `list<number>`");
    return {};
  }
  const bool generic = following().kind == TokenKind::less || following().kind == TokenKind::not_equal;
  for (const std::string_view name : {"list", "range", "context", "function"}) {
    if (generic && text_of(current()) == name) return parse_generic(name);
  }
  if (const auto kind = accept_simple_type()) return *kind;
  std::size_t end = end_of_words(place_);
  while (tokens_[end].kind == TokenKind::dot && tokens_[end + 1].kind == TokenKind::word) end = end_of_words(end + 1);
  const std::size_t from = place_;
  place_ = end;
  return note_unknown_type(from, end);
}

std::optional<TypeKind> Parser::accept_simple_type() {
  for (const auto& [name, kind] : simple_types) {
    Match match;
    consider(name, false, match);
    if (match.end == 0) continue;
    place_ = match.end;
    return kind;
  }
  return std::nullopt;
}

Type Parser::parse_generic(std::string_view name) {
  advance();
  if (name == "function") return parse_function_type();
  const std::size_t opener = place_;
  advance();
  if (name == "context") return parse_context_type(opener);
  const Type element = parse_type();
  expect_greater(opener);
  return name == "list" ? Type::list_of(element) : Type::range_of(element);
}

Type Parser::parse_context_type(std::size_t opener) {
  std::vector<std::pair<std::string, Type>> entries;
  while (!at(TokenKind::greater) && !at(TokenKind::end)) {
    const std::size_t end = end_of_new_name(place_);
    if (end == place_ || tokens_[end].kind != TokenKind::colon) {
      fail("feel.parse.expected_name", "expected an entry's name and `:`, found " + found(),
           "write `context<name: string>`");
      return Type::context_of(std::move(entries));
    }
    std::string name = read_new_name(end);
    advance();
    entries.emplace_back(std::move(name), parse_type());
    if (!accept(TokenKind::comma)) break;
  }
  expect_greater(opener);
  return Type::context_of(std::move(entries));
}

// `function<number, string> -> boolean`; the lexer reads the brackets of `function<>` as one token.
Type Parser::parse_function_type() {
  std::vector<Type> parameters;
  const std::size_t opener = place_;
  if (at(TokenKind::not_equal) && text_of(current()) == "<>") {
    ++place_;
  } else {
    advance();
    if (!at(TokenKind::greater)) {
      do {
        parameters.push_back(parse_type());
      } while (accept(TokenKind::comma));
    }
    expect_greater(opener);
  }
  if (!accept(TokenKind::arrow)) {
    fail("feel.parse.expected_type", "expected `->` and the type of a function's result, found " + found(),
         "write `function<number> -> string`");
    return TypeKind::function;
  }
  return Type::function_of(std::move(parameters), parse_type());
}

void Parser::expect_greater(std::size_t opener) {
  if (accept(TokenKind::greater)) return;
  fail("feel.parse.unclosed_bracket",
       "expected `>` for `<` of " + place_text(tokens_[opener].span.begin) + ", found " + found(), "");
}

// A type that FEEL allows and nothing here declares; only the checker minds.
Type Parser::note_unknown_type(std::size_t from, std::size_t to) {
  const std::string name = name_between(from, to);
  std::vector<std::string> known{"range", "function"};
  for (const auto& simple : simple_types) known.emplace_back(simple.first);
  Diagnostic diagnostic;
  diagnostic.code = "feel.check.unknown_type";
  diagnostic.message = "unknown type " + quoted(name);
  diagnostic.help = suggest(name, known);
  diagnostic.span = Span{tokens_[from].span.begin, tokens_[to - 1].span.end};
  keep(std::move(diagnostic), syntax_.unread);
  return {};
}

}  // namespace tepei::feel
