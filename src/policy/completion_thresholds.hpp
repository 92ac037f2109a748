// Where the comparisons of a criterion stand open, and where they turn as a date or number moves.
#pragma once

#include <set>
#include <vector>

#include "policy/completion_domain.hpp"
#include "policy/judge.hpp"

namespace tepei::policy {

// A smallest condition of a criterion (no connective of its own) that is unknown, and the facts that make it so.
struct Atom {
  const CompiledRule* rule = nullptr;
  std::size_t part = 0;
  FactSet facts;
};

// The open atoms of a criterion for one person's facts.
class Atoms {
 public:
  // Reads `person` as it is now: derived facts are computed first.
  Atoms(const Compiled& compiled, const CompiledCriterion& criterion, const Person& person);

  const std::vector<Atom>& all() const { return atoms_; }
  // How often a fact is read on the way to the unknown outcome.
  std::size_t count(std::size_t slot) const { return counts_[slot]; }
  // Every unknown fact read.
  FactSet all_facts() const;

  // The atom's value over the person's present facts, whether or not they lead to it.
  Value evaluate(const Atom& atom) const;
  // Whether the atom's truth moves one way as the fact grows, through derived facts too.
  bool monotone(const Atom& atom, std::size_t slot) const;

 private:
  void count_occurrences(const feel::Expression& expression, std::size_t times);

  const Compiled& compiled_;
  const CompiledCriterion& criterion_;
  Person person_;
  std::vector<std::size_t> counts_;
  std::vector<Atom> atoms_;
};

// Collects the places of an ordered domain on both sides of each turn.
class Thresholds {
 public:
  explicit Thresholds(OrderedValues domain) : domain_(domain) { places_.insert(domain.first); }

  // Searches where `truth`, a function of the value that changes at most once over the domain, changes. False where it
  // gives no boolean.
  template <typename Truth>
  bool search(Truth truth) {
    const auto at = [&](std::int64_t place) -> Value { return truth(domain_.at(place)); };
    const Value first = at(domain_.first);
    const Value last = at(domain_.last);
    if (!is_boolean(first) || !is_boolean(last)) return false;
    if (identical(first, last)) return true;
    std::int64_t before = domain_.first;
    std::int64_t after = domain_.last;
    while (after - before > 1) {
      const std::int64_t middle = before + (after - before) / 2;
      const Value value = at(middle);
      if (!is_boolean(value)) return false;
      (identical(value, first) ? before : after) = middle;
    }
    places_.insert(before);
    places_.insert(after);
    return true;
  }

  std::vector<Value> values() const {
    std::vector<Value> result;
    result.reserve(places_.size());
    for (const std::int64_t place : places_) result.push_back(domain_.at(place));
    return result;
  }

 private:
  static bool is_boolean(const Value& value) { return value.get_if<bool>() != nullptr; }

  OrderedValues domain_;
  std::set<std::int64_t> places_;
};

}  // namespace tepei::policy
