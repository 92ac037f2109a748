// From the rules of one criterion and a person's facts to its outcome.
#pragma once

#include "policy/compiled.hpp"
#include "tepei/feel/scope.hpp"

namespace tepei::policy {

// A set of outcomes that completions of the unknown facts can give.
class OutcomeSet {
 public:
  OutcomeSet() = default;
  explicit OutcomeSet(Outcome outcome) { insert(outcome); }
  void insert(Outcome outcome) { bits_ |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(outcome)); }
  void insert(OutcomeSet other) { bits_ |= other.bits_; }
  bool contains(Outcome outcome) const { return ((bits_ >> static_cast<unsigned>(outcome)) & 1U) != 0; }
  bool single() const { return bits_ != 0 && (bits_ & (bits_ - 1)) == 0; }
  // The outcome of a single set; of any other the criterion is undetermined.
  Outcome outcome() const {
    switch (bits_) {
      case 1:
        return Outcome::met;
      case 2:
        return Outcome::discretionary;
      case 8:
        return Outcome::not_met;
      default:
        return Outcome::undetermined;
    }
  }
  friend bool operator==(OutcomeSet l, OutcomeSet r) { return l.bits_ == r.bits_; }
  friend bool operator!=(OutcomeSet l, OutcomeSet r) { return l.bits_ != r.bits_; }

 private:
  std::uint8_t bits_ = 0;
};

// What completions can give, and the facts that decide between them (empty where `possible` is single).
struct Judgement {
  OutcomeSet possible;
  FactSet missing;
};

// The values a judgement reads, and the memory to compute in. `bound` is changed: derived facts are written into it.
struct Person {
  const Value* facts = nullptr;
  std::vector<Value>* bound = nullptr;
  feel::Scratch* scratch = nullptr;

  feel::Inputs inputs() const { return {facts, bound->data()}; }
};

// Computes the derived facts named, in order.
void derive(const Compiled& compiled, const std::vector<std::size_t>& derived, const Person& person);

// Kleene's judgement: exact where every unknown fact is read once; elsewhere `possible` may be too wide, never too
// narrow. The derived facts must have been computed.
Judgement judge(const CompiledCriterion& criterion, const Person& person);

// Whether Kleene's judgement is exact for these facts, and so for everybody who knows more.
bool kleene_is_exact(const Compiled& compiled, const CompiledCriterion& criterion, const Person& person);

// The exact judgement: that of every completion of the unknown facts, within the limits (architecture.md, "Unknown,
// exactly"). Starts from `kleene`, which stands where it is exact already. Leaves `person.bound` as it found it.
Judgement complete(const Compiled& compiled, const CompiledCriterion& criterion, const Person& person,
                   Judgement kleene);

// Kleene's judgement where it is exact, else the completed one. `kleene_is_exact` says that it is for everybody.
Judgement judge_exactly(const Compiled& compiled, const CompiledCriterion& criterion, const Person& person,
                        bool kleene_is_exact = false);

}  // namespace tepei::policy
