#include "facts/spelling.hpp"

#include <algorithm>

#include "facts/normal_text.hpp"

namespace tepei::facts {
namespace {

const EnumMember* member_of(const FactDefinition& fact, std::string_view id) {
  if (fact.domain == nullptr) return nullptr;
  for (const auto& member : fact.domain->members()) {
    if (member.id == id) return &member;
  }
  return nullptr;
}

template <typename SameText>
std::optional<Match> match(const FactDefinition& fact, SameText&& is_same) {
  for (const auto& spelling : fact.spellings) {
    if (is_same(spelling.text)) return Match{&spelling, member_of(fact, spelling.target)};
  }
  if (fact.kind != FactKind::enumeration || fact.domain == nullptr) return std::nullopt;
  for (const auto& member : fact.domain->members()) {
    if (is_same(member.id) || is_same(member.label)) return Match{nullptr, &member};
  }
  return std::nullopt;
}

}  // namespace

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Match> match_exactly(const FactDefinition& fact, std::string_view text) {
  return match(fact, [&](const std::string& known) { return known == text; });
}

std::optional<Match> match_folded(const FactDefinition& fact, std::string_view normal) {
  const std::string key = folded(normal);
  if (key.empty()) return std::nullopt;
  return match(fact, [&](const std::string& known) { return lookup_key(known) == key; });
}

std::size_t code_width(const FactDefinition& fact) {
  if (fact.kind == FactKind::code) return fact.digits;
  std::size_t width = 0;
  bool uniform = true;
  const auto measure = [&](std::string_view text) {
    if (!is_digits(text)) return;
    uniform = uniform && (width == 0 || width == text.size());
    width = text.size();
  };
  for (const auto& spelling : fact.spellings) measure(spelling.text);
  if (fact.domain != nullptr) {
    for (const auto& member : fact.domain->members()) measure(member.id);
  }
  return uniform ? width : 0;
}

std::optional<std::string> code_meant(const FactDefinition& fact, std::string_view text) {
  const auto width = code_width(fact);
  if (width == 0 || !is_digits(text) || text.size() == width) return std::nullopt;
  if (text.size() > width) {
    std::string head(text.substr(0, width));
    return is_well_formed_code(fact, head) ? std::optional(std::move(head)) : std::nullopt;
  }
  const std::string zeros(width - text.size(), '0');
  std::string with_front = zeros + std::string(text);
  if (match_exactly(fact, with_front) || is_well_formed_code(fact, with_front)) return with_front;
  std::string with_end = std::string(text) + zeros;
  const auto leads_there = [&](const Spelling& spelling) { return spelling.target == with_end; };
  if (std::any_of(fact.spellings.begin(), fact.spellings.end(), leads_there)) return with_end;
  return std::nullopt;
}

bool is_well_formed_code(const FactDefinition& fact, std::string_view text) {
  if (fact.kind != FactKind::code || !is_digits(text)) return false;
  if (fact.digits != 0 && text.size() != fact.digits) return false;
  const auto begins = [&](const std::string& prefix) { return text.substr(0, prefix.size()) == prefix; };
  return fact.prefixes.empty() || std::any_of(fact.prefixes.begin(), fact.prefixes.end(), begins);
}

}  // namespace tepei::facts
