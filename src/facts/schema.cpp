#include "tepei/facts/schema.hpp"

#include <deque>
#include <unordered_map>
#include <utility>

#include "facts/check_definitions.hpp"
#include "facts/normal_text.hpp"
#include "value/text_characters.hpp"

namespace tepei::facts {

/// Every name as written and as `folded`, so that the usual names need no work. The keys point into `texts`, whose
/// elements never move.
struct FactSchema::Names {
  std::deque<std::string> texts;
  std::unordered_map<std::string_view, std::size_t> slots;

  void add(std::string text, std::size_t slot) {
    texts.push_back(std::move(text));
    slots.emplace(texts.back(), slot);
  }

  std::optional<std::size_t> find(std::string_view text) const {
    const auto known = slots.find(text);
    return known == slots.end() ? std::nullopt : std::optional(known->second);
  }
};

namespace {

feel::Type type_of(const FactDefinition& fact) {
  switch (fact.kind) {
    case FactKind::boolean:
      return feel::TypeKind::boolean;
    case FactKind::number:
      return feel::TypeKind::number;
    case FactKind::date:
      return feel::TypeKind::date;
    case FactKind::enumeration:
      return feel::Type::enumeration(fact.domain);
    case FactKind::text:
    case FactKind::code:
      break;
  }
  return feel::TypeKind::string;
}

// Whoever writes English is shown ids, whoever writes Chinese labels and headings.
std::vector<std::string> names_like(std::string_view name, const std::vector<FactDefinition>& definitions) {
  const bool ascii = is_ascii(name);
  std::vector<std::string> names;
  names.reserve(definitions.size());
  for (const auto& fact : definitions) names.push_back(ascii || fact.label.empty() ? fact.id : fact.label);
  for (const auto& fact : definitions) {
    for (const auto& heading : fact.headers) {
      if (is_ascii(heading) == ascii) names.push_back(heading);
    }
  }
  return names;
}

}  // namespace

FactSchema::FactSchema(std::vector<FactDefinition> definitions) : definitions_(std::move(definitions)) {
  auto names = std::make_shared<Names>();
  const auto add = [&](const std::string& name, std::size_t slot) {
    names->add(name, slot);
    names->add(lookup_key(name), slot);
  };
  for (std::size_t slot = 0; slot < definitions_.size(); ++slot) {
    const auto& fact = definitions_[slot];
    add(fact.id, slot);
    if (!fact.label.empty()) add(fact.label, slot);
    for (const auto& heading : fact.headers) add(heading, slot);
  }
  names_ = std::move(names);
}

Result<std::shared_ptr<const FactSchema>> FactSchema::build(std::vector<FactDefinition> definitions) {
  auto problems = check_definitions(definitions);
  if (!problems.empty()) return problems;
  return std::shared_ptr<const FactSchema>(
      new FactSchema(std::move(definitions)));  // NOLINT: the constructor is private
}

std::shared_ptr<const FactSchema> FactSchema::standard() {
  auto built = build(standard_facts());
  return *std::move(built);
}

std::optional<std::size_t> FactSchema::find(std::string_view name) const {
  if (const auto slot = names_->find(name)) return slot;
  const auto key = lookup_key(name);
  return key.empty() ? std::nullopt : names_->find(key);
}

Result<std::size_t> FactSchema::slot(std::string_view name) const {
  if (const auto found = find(name)) return *found;
  return Diagnostic{"facts.name.unknown", "there is no fact " + quoted(name),
                    suggest(name, names_like(name, definitions_)), ""};
}

feel::Scope FactSchema::scope() const {
  feel::Scope scope;
  for (std::size_t slot = 0; slot < definitions_.size(); ++slot) {
    const auto& fact = definitions_[slot];
    if (fact.carried_only) continue;
    feel::Variable variable{fact.id, {}, type_of(fact), {feel::Bank::facts, static_cast<std::uint32_t>(slot)}};
    if (!fact.label.empty() && fact.label != fact.id) variable.aliases.push_back(fact.label);
    // `build` has seen to it that names are unique and not blank, which is all that `add` refuses.
    static_cast<void>(scope.add(std::move(variable)));
  }
  return scope;
}

}  // namespace tepei::facts
