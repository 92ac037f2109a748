// A naive second reading of a policy's criteria, in plain C++ over one person's values, to hold columns against.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tepei/policy/eligibility.hpp"

namespace tepei::batch::test {

// Three-valued truth: nothing is unknown.
using Maybe = std::optional<bool>;

inline Maybe both(Maybe left, Maybe right) {
  if (left == Maybe(false) || right == Maybe(false)) return false;
  if (!left || !right) return std::nullopt;
  return true;
}

inline Maybe either(Maybe left, Maybe right) {
  if (left == Maybe(true) || right == Maybe(true)) return true;
  if (!left || !right) return std::nullopt;
  return false;
}

inline Maybe negated(Maybe truth) {
  return truth ? Maybe(!*truth) : truth;
}

// One person by the ids of the facts; `values` has one for each of the schema.
class Person {
 public:
  Person(const facts::FactSchema& schema, const Value* values) : schema_(&schema), values_(values) {}

  // By id alone, since `FactSchema::find` reads every spelling of a name, which takes its time.
  const Value& at(const std::string& fact) const {
    std::size_t slot = 0;
    while (schema_->at(slot).id != fact) ++slot;
    return values_[slot];
  }
  bool knows(const std::string& fact) const { return at(fact).is_known(); }

  // Of known facts.
  bool yes(const std::string& fact) const { return *at(fact).get_if<bool>(); }
  Date day(const std::string& fact) const { return *at(fact).get_if<Date>(); }
  const Decimal& number(const std::string& fact) const { return *at(fact).get_if<Decimal>(); }
  const std::string& text(const std::string& fact) const { return *at(fact).text(); }
  const std::string& member(const std::string& fact) const { return at(fact).get_if<EnumValue>()->id(); }
  int rank(const std::string& fact) const { return at(fact).get_if<EnumValue>()->ordinal; }

  // A truth of one fact; unknown where it is.
  template <typename Test>
  Maybe holds(const std::string& fact, Test test) const {
    return knows(fact) ? Maybe(test()) : std::nullopt;
  }
  Maybe truth(const std::string& fact) const {
    return holds(fact, [&] { return yes(fact); });
  }
  Maybe is(const std::string& fact, const std::string& id) const {
    return holds(fact, [&] { return member(fact) == id; });
  }
  // The rank of a fact of an ordered enumeration is at least `least`.
  Maybe ranks(const std::string& fact, int least) const {
    return holds(fact, [&] { return rank(fact) >= least; });
  }

 private:
  const facts::FactSchema* schema_;
  const Value* values_;
};

// The met outcome where `truth` holds, not met where it does not.
inline policy::Outcome met_if(Maybe truth) {
  if (!truth) return policy::Outcome::undetermined;
  return *truth ? policy::Outcome::met : policy::Outcome::not_met;
}

// A criterion's second reading. `answer` is asked for people whose `facts` are all known, or for anybody where
// `takes_unknown`. Else unknown facts are completed by brute force from a grid: a decided outcome must be that of every
// completion.
struct CriterionReference {
  std::string id;
  std::vector<std::string> facts;
  bool takes_unknown = true;
  std::function<policy::Outcome(const Person&)> answer;
};

// What is asked of the columns, and what is known of the answers beforehand.
struct Subject {
  std::string name;
  policy::Query query;
  std::vector<std::string> facts;              // that the criteria read
  std::vector<CriterionReference> references;  // of every criterion, in order
};

// Whether `outcome` can be that of the criterion; what is wrong with it, or nothing.
std::optional<std::string> disagreement(const CriterionReference& reference, const policy::Query& query,
                                        const Value* values, policy::Outcome outcome);

// The tracks of inner-mongolia-2025 on several days, in the default reading and others.
const std::vector<Subject>& inner_mongolia_subjects();
// A policy of criteria that are hard to tabulate.
const std::vector<Subject>& awkward_subjects();

}  // namespace tepei::batch::test
