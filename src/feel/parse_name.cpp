// Names: the longest that is in scope where we stand (DMN 1.5, 10.3.1.5). They may hold blanks, digits and the
// additional name symbols `. / - ’ + *`, so only the scope tells where one ends.
#include <algorithm>
#include <utility>

#include "feel/builtin.hpp"
#include "feel/known_names.hpp"
#include "feel/lex_character.hpp"
#include "feel/parser.hpp"
#include "value/text_characters.hpp"

namespace tepei::feel {

namespace {

// Where `name`, in which blanks stand singly, ends when it is read at `place`; npos where something else stands there.
std::size_t end_of_text(std::string_view source, std::size_t place, std::string_view name) {
  for (const char wanted : name) {
    if (wanted != ' ') {
      if (place >= source.size() || source[place] != wanted) return std::string_view::npos;
      ++place;
      continue;
    }
    const std::size_t before = place;
    while (place < source.size()) {
      const Character character = character_at(source, place);
      if (!is_blank(character.code_point.value_or(-1))) break;
      place += character.bytes.size();
    }
    if (place == before) return std::string_view::npos;
  }
  return place;
}

// A longer chain of words and symbols is no misspelt name but arithmetic.
constexpr std::size_t most_joined_tokens = 16;

bool is_name_symbol(TokenKind kind) {
  return kind == TokenKind::dot || kind == TokenKind::slash || kind == TokenKind::minus ||
         kind == TokenKind::apostrophe || kind == TokenKind::plus || kind == TokenKind::star;
}

}  // namespace

// The place of the first token after byte `byte_end`; 0 where that byte is within a token: 周岁数 does not begin with
// 周岁.
std::size_t Parser::token_after(std::size_t byte_end) const {
  std::size_t token = place_;
  while (tokens_[token].kind != TokenKind::end && tokens_[token].span.begin < byte_end) ++token;
  return token > place_ && tokens_[token - 1].span.end == byte_end ? token : 0;
}

void Parser::consider(std::string_view name, bool builtin, Match& best) const {
  if (name.empty() || source_[begin()] != name.front()) return;
  const std::size_t byte_end = end_of_text(source_, begin(), name);
  if (byte_end == std::string_view::npos) return;
  const std::size_t end = token_after(byte_end);
  if (end > best.end) best = {std::string(name), end, builtin};
}

// Locals go before variables and these before builtins where they are of one length.
Parser::Match Parser::longest_known_name() const {
  Match best;
  for (const std::string& name : locals_) consider(name, false, best);
  for (const Variable& variable : scope_.variables()) {
    consider(variable.name, false, best);
    for (const std::string& alias : variable.aliases) consider(alias, false, best);
  }
  for (const std::string& name : builtin_names()) consider(name, true, best);
  return best;
}

Parser::Match Parser::longest_member() {
  know_members();
  Match best;
  for (const std::string& name : members_) consider(name, false, best);
  const std::size_t end = end_of_words(place_);
  if (end > best.end) best = {name_between(place_, end), end, false};
  return best;
}

// The members that types and the scope declare; those of contexts in the text are added as they are read.
void Parser::know_members() {
  if (members_known_) return;
  members_known_ = true;
  for (const std::string& name : scope_.member_names()) members_.push_back(name);
  for (const Variable& variable : scope_.variables()) collect_members(variable.type);
}

void Parser::collect_members(const Type& type) {
  std::vector<Type> open{type};
  while (!open.empty()) {
    const Type next = std::move(open.back());
    open.pop_back();
    if (next.is(TypeKind::list)) open.push_back(next.element());
    for (const auto& [name, entry] : next.entries()) {
      members_.push_back(name);
      open.push_back(entry);
    }
  }
}

// After the words (and numbers after the first word) that begin at token `from` and may make one name.
std::size_t Parser::end_of_words(std::size_t from) const {
  std::size_t end = from + 1;
  while (tokens_[end].kind == TokenKind::number || (tokens_[end].kind == TokenKind::word && !ends_name(tokens_[end])))
    ++end;
  return end;
}

// The same with symbols that join them without a blank: `Aplicant-Age`.
std::size_t Parser::end_of_joined_words(std::size_t from) const {
  std::size_t end = end_of_words(from);
  const std::size_t most = from + most_joined_tokens;
  while (end < most && is_name_symbol(tokens_[end].kind) && tokens_[end].span.begin == tokens_[end - 1].span.end &&
         tokens_[end + 1].kind == TokenKind::word && tokens_[end + 1].span.begin == tokens_[end].span.end) {
    end = end_of_words(end + 1);
  }
  return end;
}

// After the words and symbols that make a name of the text's own (a binding, a parameter, a key); `from` where there
// is none.
std::size_t Parser::end_of_new_name(std::size_t from) const {
  std::size_t end = from;
  if (tokens_[end].kind != TokenKind::word) return from;
  while (tokens_[end].kind == TokenKind::word || tokens_[end].kind == TokenKind::number ||
         is_name_symbol(tokens_[end].kind))
    ++end;
  return end;
}

std::string Parser::name_between(std::size_t from, std::size_t to) const {
  const std::size_t start = tokens_[from].span.begin;
  return with_single_blanks(source_.substr(start, tokens_[to - 1].span.end - start));
}

std::string Parser::read_new_name(std::size_t end) {
  std::string name = name_between(place_, end);
  place_ = end;
  return name;
}

NodeId Parser::parse_name() {
  const Match known = longest_known_name();
  const std::size_t words = end_of_words(place_);
  if (known.end == 0) return parse_unknown_name(words);
  if (filters_ > 0) {
    const Match member = longest_member();
    if (member.end > known.end) return parse_unknown_name(member.end);
  } else if (words > known.end) {
    // `Applicant Agee` where only `Applicant` is known, `date of birth` where only the function `date` is.
    const auto meant = nearest(name_between(place_, words), known_names());
    if ((meant && *meant != known.name) || known.builtin) return parse_unknown_name(words);
  }
  const std::size_t start = begin();
  place_ = known.end;
  const NodeId id = make(NodeKind::name, start);
  node(id).text = known.name;
  return id;
}

NodeId Parser::parse_unknown_name(std::size_t end) {
  if (filters_ > 0) {
    end = std::max(end, longest_member().end);  // a member of the item, which the checker knows more of
  } else if (const std::size_t joined = end_of_joined_words(place_);
             joined > end && syntax_.unknown_names.size() < most_problems) {
    const auto meant = nearest(name_between(place_, joined), known_names());
    if (meant && !nearest(name_between(place_, end), {*meant})) end = joined;
  }
  const std::size_t start = begin();
  std::string name = read_new_name(end);
  const NodeId id = make(NodeKind::name, start);
  if (filters_ == 0) note_unknown_name(name, node(id).span);
  node(id).text = std::move(name);
  return id;
}

void Parser::note_unknown_name(const std::string& name, Span span) {
  if (quiet_ || syntax_.unknown_names.size() >= most_problems) return;
  keep(unknown_name(name, at(TokenKind::left_parenthesis), locals_, scope_, span), syntax_.unknown_names);
}

std::vector<std::string> Parser::known_names() const {
  return names_in_force(locals_, scope_);
}

}  // namespace tepei::feel
