// An eligibility definition with its expressions compiled, and the layout of the values they read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "policy/completion_domain.hpp"
#include "tepei/feel/expression.hpp"
#include "tepei/policy/eligibility.hpp"

namespace tepei::policy {

struct CompiledRule {
  feel::Expression when;
  Outcome outcome;
  // Each atom of `when` by itself, at the place of its part: what turns in a branch must be found also where the branch
  // is not taken. Other parts have none.
  std::vector<std::optional<feel::Expression>> atoms;
};

struct CompiledCriterion {
  const Criterion* source = nullptr;
  const Clause* clause = nullptr;  // null where the criterion names none
  std::vector<CompiledRule> rules;
  std::vector<std::size_t> derived;   // derived facts it reads, with those they read, in the order of computation
  std::vector<std::size_t> readings;  // readings it turns on, directly or through derived facts
  // Whether the day of the question matters: it is read, or bounds a date that is read; directly or through derived
  // facts.
  bool turns_on_as_of = false;
  // Kleene's judgement is exact for everybody while every reading takes its default: found once, asked often.
  bool kleene_is_exact = false;
};

struct CompiledTrack {
  std::vector<CompiledCriterion> criteria;
  std::vector<std::size_t> derived;  // of all its criteria, in the order of computation
};

// The second bank of an expression's inputs: `as_of`, one value a reading, one a derived fact.
struct BoundLayout {
  std::size_t readings = 0;
  std::size_t derived = 0;

  static constexpr std::uint32_t as_of = 0;
  std::uint32_t reading(std::size_t i) const { return static_cast<std::uint32_t>(1 + i); }
  std::uint32_t derived_fact(std::size_t i) const { return static_cast<std::uint32_t>(1 + readings + i); }
  std::size_t size() const { return 1 + readings + derived; }
  bool is_reading(feel::Slot slot) const {
    return slot.bank == feel::Bank::bound && slot.index >= 1 && slot.index < 1 + readings;
  }
  bool is_derived(feel::Slot slot) const { return slot.bank == feel::Bank::bound && slot.index >= 1 + readings; }
  std::size_t reading_of(feel::Slot slot) const { return slot.index - 1; }
  std::size_t derived_of(feel::Slot slot) const { return slot.index - 1 - readings; }
};

// Immutable once built; held by every Eligibility and Query made from it.
class Compiled {
 public:
  EligibilityDefinition definition;
  Heading heading;
  UnknownLimits limits;
  BoundLayout layout;
  std::vector<std::shared_ptr<const EnumDomain>> reading_domains;  // options of each reading
  std::vector<feel::Expression> derived;
  std::vector<CompiledTrack> tracks;
  std::vector<CompletionDomain> domains;  // of each fact
  std::vector<std::size_t> dated;         // slots of the facts that cannot lie after the day of the question
};

// Checks and compiles a definition; every problem has the pointer it would have in a pack.
Result<std::shared_ptr<const Compiled>> compile(EligibilityDefinition definition, Heading heading,
                                                const UnknownLimits& limits);

// What a question binds: the day, the option of each reading (by place), and room for the derived facts.
std::vector<Value> bound_values(const Compiled& compiled, Date as_of, const std::vector<std::uint16_t>& options);

// The ids of a list of things, for messages that name the nearest.
template <typename Items>
std::vector<std::string> ids_of(const Items& items) {
  std::vector<std::string> ids;
  ids.reserve(items.size());
  for (const auto& item : items) ids.emplace_back(item.id);
  return ids;
}

// The clause with this id, or null.
const Clause* find_clause(const EligibilityDefinition& definition, const std::string& id);

}  // namespace tepei::policy
