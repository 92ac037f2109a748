/// Who is eligible: criteria compiled once, asked any number of times.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tepei/facts/facts.hpp"
#include "tepei/feel/expression.hpp"
#include "tepei/policy/decision.hpp"
#include "tepei/policy/definition.hpp"

namespace tepei::policy {

/// What is asked: for which track, as of which day, under which readings.
struct Question {
  std::string track;  ///< may be empty where the programme has one track
  Date as_of;
  std::vector<std::pair<std::string, std::string>> readings;  ///< reading and option; others keep their default
};

/// What bounds the work on unknown facts.
struct UnknownLimits {
  /// Completions tried for one criterion. Beyond it the criterion stays undetermined, which is sound, and names every
  /// unknown fact it read.
  std::size_t max_completions = 20'000;
};

/// Working memory of one thread's questions; reuse it from person to person.
struct QueryScratch {
  std::vector<Value> bound;
  feel::Scratch rule;
};

class Compiled;
struct QueryParts;

/// An `Eligibility` bound to one question. Immutable; safe to share between threads, each with its own scratch.
class Query {
 public:
  /// The criteria's ids in order.
  std::vector<std::string> criteria() const;
  const Question& question() const noexcept;
  const facts::FactSchema& facts() const noexcept;

  /// Whether every dated fact lies on or before `as_of`; else `facts.value.after_as_of` for each that does not.
  Diagnostics refusals(const facts::Facts& facts) const;

  /// The outcome of every criterion into `outcomes` (as many as `criteria()`), and the verdict. `facts` must be of this
  /// eligibility's schema and have no refusals. Allocates nothing once `scratch` is warm, unless unknown facts must be
  /// completed to decide.
  Verdict outcomes(const facts::Facts& facts, QueryScratch& scratch, Outcome* outcomes) const;

  /// The whole answer with reasons. Errors: `facts.value.after_as_of`, `policy.facts.other_schema`.
  Result<Decision> decide(const facts::Facts& facts) const;

 private:
  friend class Eligibility;
  friend QueryParts parts_of(const Query& query);
  explicit Query(std::shared_ptr<const Compiled> compiled, std::size_t track, Question question);
  std::shared_ptr<const Compiled> compiled_;
  std::size_t track_ = 0;
  Question question_;
  std::vector<Value> bound_;   // as_of, the readings, room for the derived facts
  bool defaults_only_ = true;  // every reading takes its default
};

/// The eligibility criteria of a programme, all tracks. Immutable and cheap to copy; safe to share between threads.
class Eligibility {
 public:
  /// Compiles a definition. All problems are found; each has as its path the JSON pointer it would have in a pack
  /// (`/eligibility/outside/3/rules/0/when`). Errors: `policy.*` and those of FEEL.
  static Result<Eligibility> build(EligibilityDefinition definition, Heading heading = {},
                                   const UnknownLimits& limits = {});

  const EligibilityDefinition& definition() const noexcept;
  const Heading& heading() const noexcept;

  /// Binds a question. Errors with the nearest known name: `policy.track.unknown`, `policy.track.required`,
  /// `policy.reading.unknown`, `policy.reading.unknown_option`.
  Result<Query> bind(const Question& question) const;

  /// Answers for one person: `bind(question)`, then `decide(facts)`.
  Result<Decision> check(const facts::Facts& facts, const Question& question) const;

 private:
  explicit Eligibility(std::shared_ptr<const Compiled> compiled);
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace tepei::policy
