#include "facts/check_definitions.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "facts/normal_text.hpp"
#include "facts/refusal.hpp"
#include "facts/spelling.hpp"
#include "tepei/facts/reading.hpp"

namespace tepei::facts {
namespace {

bool is_snake_case(std::string_view id) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (id.empty() || id.size() > 64 || !is_letter(id.front())) return false;
  return std::all_of(id.begin(), id.end(), [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

// What a spelling without a target stands for, in words that are no member's id.
std::string no_value(SpellingMeaning meaning) {
  switch (meaning) {
    case SpellingMeaning::unknown:
      return "(unknown)";
    case SpellingMeaning::undecided:
      return "(undecided)";
    default:
      return "(no value)";
  }
}

class Check {
 public:
  explicit Check(std::vector<FactDefinition>& definitions) : definitions_(definitions) {}

  Diagnostics run() {
    if (definitions_.size() > FactSet::capacity) {
      found_.push_back({"facts.schema.too_many",
                        std::to_string(definitions_.size()) + " facts are more than the " +
                            std::to_string(FactSet::capacity) + " a schema may have",
                        "", "/facts/" + std::to_string(FactSet::capacity)});
    }
    for (place_ = 0; place_ < definitions_.size(); ++place_) check(definitions_[place_]);
    return std::move(found_);
  }

 private:
  void report(std::string problem, std::string message, std::string help = "") {
    found_.push_back({"facts.schema." + std::move(problem), std::move(message), std::move(help),
                      "/facts/" + std::to_string(place_)});
  }

  void check(FactDefinition& fact) {
    if (!is_snake_case(fact.id)) {
      report("bad_id", "the fact id " + quoted(fact.id) + " is not snake_case",
             "begin with a letter; use small ASCII letters, digits and underscores, at most 64");
    }
    check_name(fact, fact.id);
    if (!fact.label.empty()) check_name(fact, fact.label);
    for (const auto& heading : fact.headers) check_name(fact, heading);
    if (fact.kind == FactKind::enumeration && (fact.domain == nullptr || fact.domain->members().empty())) {
      report("missing_domain", "the enumeration " + named(fact) + " has no members", "list its values");
    }
    check_spellings(fact);
    check_default(fact);
  }

  void check_name(const FactDefinition& fact, const std::string& name) {
    auto key = lookup_key(name);
    if (key.empty()) return report("bad_name", named(fact) + " has a name that is blank, too long or not UTF-8");
    const auto [known, is_new] = names_.emplace(std::move(key), place_);
    if (is_new || known->second == place_) return;
    report("duplicate_name",
           "the name " + quoted(name) + " of " + named(fact) + " is that of " + named(definitions_[known->second]) +
               " too",
           "each id, label and heading must name one fact");
  }

  bool is_target(const FactDefinition& fact, const std::string& target) const {
    if (fact.kind == FactKind::code) return is_well_formed_code(fact, target);
    if (fact.kind != FactKind::enumeration || fact.domain == nullptr) return false;
    const auto& members = fact.domain->members();
    return std::any_of(members.begin(), members.end(), [&](const EnumMember& m) { return m.id == target; });
  }

  void check_spellings(const FactDefinition& fact) {
    std::unordered_map<std::string, std::string> meant;
    if (fact.kind == FactKind::enumeration && fact.domain != nullptr) {
      for (const auto& member : fact.domain->members()) {
        check_spelling(fact, meant, member.id, member.id);
        if (!member.label.empty()) check_spelling(fact, meant, member.label, member.id);
      }
    }
    for (const auto& spelling : fact.spellings) {
      const bool needs_target = spelling.meaning == SpellingMeaning::member || !spelling.target.empty();
      if (needs_target && !is_target(fact, spelling.target)) {
        report("unknown_target",
               "the spelling " + quoted(spelling.text) + " of " + named(fact) + " stands for " +
                   quoted(spelling.target) + ", which is no value of it",
               value_help(fact, spelling.target));
      }
      check_spelling(fact, meant, spelling.text,
                     spelling.target.empty() ? no_value(spelling.meaning) : spelling.target);
    }
  }

  void check_spelling(const FactDefinition& fact, std::unordered_map<std::string, std::string>& meant,
                      const std::string& text, const std::string& target) {
    auto key = lookup_key(text);
    if (key.empty()) return report("bad_name", named(fact) + " has a spelling that is blank, too long or not UTF-8");
    const auto [known, is_new] = meant.emplace(std::move(key), target);
    if (is_new || known->second == target) return;
    report("ambiguous_spelling", "the spelling " + quoted(text) + " of " + named(fact) + " stands for both " +
                                     quoted(known->second) + " and " + quoted(target));
  }

  void check_default(FactDefinition& fact) {
    if (!fact.default_value) return;
    auto reading = read(fact, *fact.default_value);
    if (reading.ok() && reading->value.is_known()) {
      fact.default_value = std::move(reading->value);
      return;
    }
    const auto problems = reading.diagnostics();
    report("bad_default",
           problems.empty() ? "the default of " + named(fact) + " is no value"
                            : "the default of " + named(fact) + ": " + problems.front().message,
           problems.empty() ? "give a value, or leave the default out" : problems.front().help);
  }

  std::vector<FactDefinition>& definitions_;
  std::size_t place_ = 0;
  std::unordered_map<std::string, std::size_t> names_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_definitions(std::vector<FactDefinition>& definitions) {
  return Check(definitions).run();
}

}  // namespace tepei::facts
