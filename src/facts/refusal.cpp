#include "facts/refusal.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "facts/spelling.hpp"

namespace tepei::facts {
namespace {

constexpr std::size_t max_listed = 12;

std::string described(const Value& given) {
  if (const auto* text = given.text()) return quoted(*text);
  if (const auto* number = given.get_if<Decimal>()) return "the number `" + number->to_string() + "`";
  if (const auto* truth = given.get_if<bool>()) return *truth ? "the boolean `true`" : "the boolean `false`";
  if (const auto* date = given.get_if<Date>()) return "the date `" + date->to_string() + "`";
  const auto* member = given.get_if<EnumValue>();
  if (member != nullptr && member->domain != nullptr && member->ordinal < member->domain->members().size()) {
    return quoted(member->id()) + " of " + quoted(member->domain->name());
  }
  return "a value of type " + std::string(kind_name(given));
}

std::string listed_members(const EnumDomain& domain) {
  std::string list = "one of ";
  const auto& members = domain.members();
  const auto shown = std::min(members.size(), max_listed);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) list += ", ";
    list += quoted(members[i].id);
    if (!members[i].label.empty() && members[i].label != members[i].id) list += " " + members[i].label;
  }
  if (shown < members.size()) list += " and " + std::to_string(members.size() - shown) + " more";
  return list;
}

std::vector<std::string> spellings_of(const FactDefinition& fact) {
  std::vector<std::string> all;
  if (fact.domain != nullptr) {
    for (const auto& member : fact.domain->members()) {
      all.push_back(member.id);
      all.push_back(member.label);
    }
  }
  for (const auto& spelling : fact.spellings) {
    if (spelling.meaning != SpellingMeaning::refused) all.push_back(spelling.text);
  }
  return all;
}

std::string code_help(const FactDefinition& fact) {
  std::string help = fact.digits == 0 ? "a code of digits" : std::to_string(fact.digits) + " digits";
  if (fact.prefixes.empty()) return help;
  help += " beginning with ";
  for (std::size_t i = 0; i < fact.prefixes.size(); ++i) {
    if (i > 0) help += i + 1 == fact.prefixes.size() ? " or " : ", ";
    help += fact.prefixes[i];
  }
  return help;
}

}  // namespace

std::string named(const FactDefinition& fact) {
  const std::string id = quoted(fact.id);
  return fact.label.empty() || fact.label == fact.id ? id : id + " (" + fact.label + ")";
}

Diagnostic refusal(const FactDefinition& fact, std::string_view problem, const Value& given, std::string_view expected,
                   std::string help) {
  std::string message = named(fact) + " cannot be " + described(given) + "; expected " + std::string(expected);
  return {"facts.value." + std::string(problem), std::move(message), std::move(help), fact.id};
}

Diagnostic wrong_type(const FactDefinition& fact, const Value& given) {
  std::string help;
  if (fact.kind == FactKind::enumeration && fact.domain != nullptr) help = listed_members(*fact.domain);
  return refusal(fact, "wrong_type", given, expectation(fact), std::move(help));
}

Diagnostic refused_text(const FactDefinition& fact, Diagnostic problem) {
  problem.message = named(fact) + ": " + problem.message;
  problem.path = fact.id;
  return problem;
}

std::string expectation(const FactDefinition& fact) {
  switch (fact.kind) {
    case FactKind::text:
      return "text";
    case FactKind::boolean:
      return "yes or no (是 or 否)";
    case FactKind::number:
      return "a number";
    case FactKind::date:
      return "a date such as `2025-03-21`";
    case FactKind::code:
      return fact.digits == 0 ? "a code or a listed name"
                              : "a code of " + std::to_string(fact.digits) + " digits or a listed name";
    case FactKind::enumeration:
      break;
  }
  return "a listed id, name or code";
}

std::string value_help(const FactDefinition& fact, std::string_view word) {
  if (auto meant = code_meant(fact, word)) return "did you mean " + quoted(*meant) + "?";
  auto near = nearest(word, spellings_of(fact));
  std::string help;
  if (near) {
    help = "did you mean " + quoted(*near) + "?";
  } else if (fact.domain != nullptr) {
    help = listed_members(*fact.domain);
  } else {
    help = code_help(fact);
  }
  return blank_help(word, std::move(help));
}

std::string blank_help(std::string_view word, std::string otherwise) {
  constexpr std::array<std::string_view, 18> marks = {"-",  "--",  "—",   "——",   "/",    "\\",   "?",    "N/A",  "n/a",
                                                      "NA", "NaN", "nan", "NULL", "null", "None", "不详", "未知", "空"};
  const bool stands_for_nothing = std::find(marks.begin(), marks.end(), word) != marks.end();
  return stands_for_nothing ? "leave the cell empty where nothing is known" : std::move(otherwise);
}

}  // namespace tepei::facts
