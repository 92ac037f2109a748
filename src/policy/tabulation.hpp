// What a table of a criterion's answers needs: the facts it turns on, and which of their values it cannot tell apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "policy/judge.hpp"
#include "tepei/policy/eligibility.hpp"

namespace tepei::policy {

// What the comparisons of a criterion make of one known value of a fact. Values of one mark are interchangeable: the
// criterion's judgement is the same for both, whatever the other facts are.
using Mark = std::vector<std::int64_t>;

// One criterion under one choice of readings on one day, asked about single values and about whole combinations.
// Copies share what is compiled. Belongs to one thread, since it computes in its own memory.
class Tabulation {
 public:
  // How a fact's values are told apart.
  enum class Way : std::uint8_t {
    members,   // each member of the enumeration, or truth value, by itself
    answers,   // by what the comparisons that read this fact alone answer
    intervals  // by the places of an ordered domain where a comparison turns
  };

  Tabulation(std::shared_ptr<const Compiled> compiled, const CompiledCriterion& criterion, std::vector<Value> bound);

  const std::string& criterion() const { return criterion_->source->id; }
  // The facts it reads, in the order of the schema.
  const std::vector<std::size_t>& slots() const { return slots_; }
  // Why its answers cannot be put into a table; empty where they can.
  const std::string& obstacle() const { return obstacle_; }
  // Of a fact in `slots()`, where there is no obstacle.
  Way way(std::size_t slot) const;
  // How many turns there are, where the way is `intervals`.
  std::size_t turns(std::size_t slot) const { return use_of(slot).turns.size(); }
  // The mark of a known value. Where the way is `intervals` and the values of a column are in order, so are the marks:
  // two values of one mark have no other between them.
  Mark mark(std::size_t slot, const Value& known);
  // The exact judgement over a whole row of facts, unknown ones carrying their slots.
  Judgement judge(const Value* facts);

 private:
  struct Atom {
    std::size_t rule = 0;
    std::size_t part = 0;
    std::vector<std::size_t> slots;
  };
  struct Use {
    std::size_t slot = 0;
    bool shared = false;  // some atom reads other facts beside it
    Way way = Way::members;
    std::vector<std::size_t> atoms;
    std::vector<std::int64_t> turns;  // of `intervals`: each place from which on an atom answers differently
  };

  void find_atoms();
  void choose_way(Use& use);
  bool monotone(const Use& use) const;
  void find_turns(Use& use);
  bool find_turns(Use& use, const Atom& atom);
  bool find_turn(Use& use, const Atom& atom, std::vector<Value>& facts);
  Mark answers(const Use& use, const Value& known);
  void answer_all(const Use& use, const Atom& atom, std::vector<Value>& facts, Mark& mark);
  std::int64_t answer(const Atom& atom, const std::vector<Value>& facts);
  std::vector<Value> unknown_facts() const;
  const Use& use_of(std::size_t slot) const;

  std::shared_ptr<const Compiled> compiled_;
  const CompiledCriterion* criterion_;
  std::vector<Value> bound_;
  feel::Scratch scratch_;
  bool kleene_is_exact_ = false;
  std::vector<Atom> atoms_;
  std::vector<Use> uses_;
  std::vector<std::size_t> slots_;
  std::string obstacle_;
};

// What a query is made of.
struct QueryParts {
  std::shared_ptr<const Compiled> compiled;
  std::size_t track = 0;
  const std::vector<Value>* bound = nullptr;
};
QueryParts parts_of(const Query& query);

// One choice of readings: the question's own, or with one reading changed.
struct ReadingChoice {
  std::vector<Value> bound;
  std::vector<std::size_t> changed;  // places of the criteria that read the changed reading; all for the question's own
};

// The question's own readings first, then every other option of every reading that a criterion of the track reads.
std::vector<ReadingChoice> reading_choices(const Query& query);

// The criteria that `choice` changes.
std::vector<Tabulation> tabulate(const Query& query, const ReadingChoice& choice);

// The definition that a query's programme was built from; it lives as long as the query.
const EligibilityDefinition& definition_of(const Query& query);

// The titles of the documents that a criterion rests on where its judgement is open.
std::vector<std::string> documents_of(const Query& query, std::size_t criterion);

}  // namespace tepei::policy
