// The exact answer where Kleene's is not: facts that are read more than once, or whose every value gives the same, are
// completed one by one; facts read once stay unknown, for which Kleene is exact.
#include <optional>
#include <utility>
#include <vector>

#include "policy/completion_domain.hpp"
#include "policy/completion_thresholds.hpp"
#include "policy/judge.hpp"

namespace tepei::policy {

namespace {

// A fact being completed, with the values to try.
struct Trial {
  std::size_t slot = 0;
  std::vector<Value> values;
};

// A judgement for each combination of the trials' values, the first trial's value changing fastest.
struct Trials {
  std::vector<Trial> facts;
  std::vector<Judgement> judgements;
};

class Completion {
 public:
  Completion(const Compiled& compiled, const CompiledCriterion& criterion, const Person& person)
      : compiled_(compiled),
        criterion_(criterion),
        facts_(person.facts, person.facts + compiled.definition.facts->size()),
        person_{facts_.data(), person.bound, person.scratch},
        atoms_(compiled, criterion, person_) {
    const FactSet read = atoms_.all_facts();
    for (std::size_t slot = 0; slot < facts_.size(); ++slot) {
      if (read.contains(slot)) slots_.push_back(slot);
    }
  }

  // Not where facts are compared with each other: who knows one of them may leave the comparison a single answer.
  bool kleene_is_exact() {
    for (const Atom& atom : atoms_.all()) {
      if (facts_in(atom) > 1) return false;
    }
    return facts_to_complete().empty();
  }

  Judgement run(const Judgement& kleene) {
    FactSet completed = facts_to_complete();
    if (completed.empty()) return kleene;
    for (;;) {
      Trials trials;
      if (!try_all(completed, trials)) return {kleene.possible, atoms_.all_facts()};
      OutcomeSet possible;
      FactSet once;
      for (const Judgement& judgement : trials.judgements) {
        possible.insert(judgement.possible);
        once |= judgement.missing;
      }
      if (possible.single()) return {possible, {}};
      const Deciding deciding = deciding_facts(trials);
      // Facts that may be telling apart only what Kleene leaves open: complete what is still open as well.
      const FactSet more = deciding.open.empty() ? FactSet{} : completable(once) - completed;
      if (more.empty()) return {possible, once | deciding.facts | deciding.open};
      completed |= more;
    }
  }

 private:
  struct Deciding {
    FactSet facts;  // a change of this fact alone changes the outcome
    FactSet open;   // it may: both judgements are open in the same way
  };

  std::size_t facts_in(const Atom& atom) const {
    std::size_t facts = 0;
    for (const std::size_t slot : slots_) facts += atom.facts.contains(slot) ? 1 : 0;
    return facts;
  }

  const ListedValues* listed(std::size_t slot) const { return std::get_if<ListedValues>(&compiled_.domains[slot]); }

  // As far as the question's day lets it go.
  std::optional<OrderedValues> ordered(std::size_t slot) const {
    const auto* domain = std::get_if<OrderedValues>(&compiled_.domains[slot]);
    if (domain == nullptr) return std::nullopt;
    const Date* as_of = (*person_.bound)[BoundLayout::as_of].get_if<Date>();
    return until(compiled_.definition.facts->at(slot), *domain, *as_of);
  }

  FactSet completable(FactSet facts) const {
    for (const std::size_t slot : slots_) {
      if (std::holds_alternative<OpenValues>(compiled_.domains[slot])) facts.erase(slot);
    }
    return facts;
  }

  // Read more than once; or read beside others in one comparison, whose truth Kleene takes as open though no completion
  // may reach it; or read in a comparison that every value answers alike.
  FactSet facts_to_complete() {
    FactSet result;
    for (const std::size_t slot : slots_) {
      if (atoms_.count(slot) > 1) result.insert(slot);
    }
    for (const Atom& atom : atoms_.all()) {
      FactSet discrete;
      std::size_t facts = 0;
      for (const std::size_t slot : slots_) {
        if (!atom.facts.contains(slot)) continue;
        ++facts;
        if (listed(slot) != nullptr) discrete.insert(slot);
      }
      if (facts > 1) result |= discrete;
      if (facts == 1 && answers_alike(atom)) result |= atom.facts;
    }
    return completable(with_neighbours(result));
  }

  // A date or number is completed at the places where its comparisons turn, so that nothing else in them may be open.
  FactSet with_neighbours(FactSet facts) const {
    for (const Atom& atom : atoms_.all()) {
      if ((atom.facts & facts).empty()) continue;
      for (const std::size_t slot : slots_) {
        if (atom.facts.contains(slot) && listed(slot) != nullptr) facts.insert(slot);
      }
    }
    return facts;
  }

  // The atom reads one unknown fact.
  bool answers_alike(const Atom& atom) {
    for (const std::size_t slot : slots_) {
      if (!atom.facts.contains(slot)) continue;
      if (const ListedValues* all = listed(slot)) return all_alike(atom, slot, all->values);
      const auto range = ordered(slot);
      return range.has_value() && atoms_.monotone(atom, slot) &&
             all_alike(atom, slot, {range->at(range->first), range->at(range->last)});
    }
    return false;
  }

  bool all_alike(const Atom& atom, std::size_t slot, const std::vector<Value>& tried) {
    const Value before = facts_[slot];
    bool alike = true;
    Value first;
    for (std::size_t i = 0; alike && i < tried.size(); ++i) {
      facts_[slot] = tried[i];
      const Value truth = atoms_.evaluate(atom);
      if (i == 0) first = truth;
      alike = !truth.is_unknown() && identical(first, truth);
    }
    facts_[slot] = before;
    return alike;
  }

  // Fills `trials`; false where there are more combinations than the limit.
  bool try_all(FactSet completed, Trials& trials) {
    std::size_t combinations = 1;
    for (const std::size_t slot : slots_) {
      if (!completed.contains(slot)) continue;
      if (const ListedValues* all = listed(slot)) {
        combinations *= all->values.size();
        trials.facts.push_back({slot, all->values});
      }
      if (combinations > compiled_.limits.max_completions) return false;
    }
    const std::vector<Trial> discrete = trials.facts;
    for (const std::size_t slot : slots_) {
      if (!completed.contains(slot)) continue;
      const auto range = ordered(slot);
      if (!range.has_value()) continue;
      Trial trial{slot, turning_points(slot, *range, discrete)};
      if (trial.values.empty()) continue;  // it could not be shown where it turns: Kleene keeps it open, which is sound
      combinations *= trial.values.size();
      if (combinations > compiled_.limits.max_completions) return false;
      trials.facts.push_back(std::move(trial));
    }
    for_each(trials.facts, [&] {
      derive(compiled_, criterion_.derived, person_);
      trials.judgements.push_back(judge(criterion_, person_));
    });
    return true;
  }

  // The values of an ordered fact on both sides of every place where one of its comparisons turns, whatever the
  // discrete facts are; empty where a comparison does not move one way with it.
  std::vector<Value> turning_points(std::size_t slot, const OrderedValues& domain, const std::vector<Trial>& discrete) {
    Thresholds thresholds(domain);
    for (const Atom& atom : atoms_.all()) {
      if (!atom.facts.contains(slot)) continue;
      if (!atoms_.monotone(atom, slot)) return {};
      std::vector<Trial> beside;
      for (const Trial& trial : discrete) {
        if (atom.facts.contains(trial.slot)) beside.push_back(trial);
      }
      bool found = true;
      const Value before = facts_[slot];
      for_each(beside, [&] {
        found = found && thresholds.search([&](const Value& value) {
          facts_[slot] = value;
          return atoms_.evaluate(atom);
        });
      });
      facts_[slot] = before;
      if (!found) return {};
    }
    return thresholds.values();
  }

  // Runs `visit` with every combination of the trials' values in `facts_`, then puts back what was there.
  template <typename Visit>
  void for_each(const std::vector<Trial>& trials, Visit visit) {
    std::vector<Value> before;
    for (const Trial& trial : trials) {
      before.push_back(facts_[trial.slot]);
      facts_[trial.slot] = trial.values.front();
    }
    std::vector<std::size_t> places(trials.size(), 0);
    for (bool more = true; more;) {
      visit();
      more = false;
      for (std::size_t i = 0; i < trials.size() && !more; ++i) {
        more = ++places[i] < trials[i].values.size();
        if (!more) places[i] = 0;
        facts_[trials[i].slot] = trials[i].values[places[i]];
      }
    }
    for (std::size_t i = 0; i < trials.size(); ++i) facts_[trials[i].slot] = before[i];
  }

  static Deciding deciding_facts(const Trials& trials) {
    Deciding result;
    std::size_t stride = 1;
    for (const Trial& trial : trials.facts) {
      const std::size_t size = trial.values.size();
      for (std::size_t i = 0; i < trials.judgements.size(); ++i) {
        const std::size_t place = (i / stride) % size;
        // Compared with the first of its line only: if any two differ, one of them differs from the first.
        const Judgement& first = trials.judgements[i - place * stride];
        const Judgement& other = trials.judgements[i];
        if (first.possible != other.possible || first.missing != other.missing) {
          result.facts.insert(trial.slot);
        } else if (place > 0 && !first.possible.single()) {
          result.open.insert(trial.slot);
        }
      }
      stride *= size;
    }
    result.open = result.open - result.facts;
    return result;
  }

  const Compiled& compiled_;
  const CompiledCriterion& criterion_;
  std::vector<Value> facts_;
  Person person_;
  Atoms atoms_;
  std::vector<std::size_t> slots_;  // the unknown facts read
};

}  // namespace

bool kleene_is_exact(const Compiled& compiled, const CompiledCriterion& criterion, const Person& person) {
  return Completion(compiled, criterion, person).kleene_is_exact();
}

Judgement complete(const Compiled& compiled, const CompiledCriterion& criterion, const Person& person,
                   Judgement kleene) {
  Judgement exact = Completion(compiled, criterion, person).run(kleene);
  derive(compiled, criterion.derived, person);
  return exact;
}

}  // namespace tepei::policy
