#include <algorithm>
#include <utility>

#include "policy/compiled.hpp"
#include "policy/judge.hpp"
#include "policy/tabulation.hpp"

namespace tepei::policy {

std::vector<Value> bound_values(const Compiled& compiled, Date as_of, const std::vector<std::uint16_t>& options) {
  std::vector<Value> bound(compiled.layout.size());
  bound[BoundLayout::as_of] = as_of;
  for (std::size_t i = 0; i < options.size(); ++i) {
    bound[compiled.layout.reading(i)] = EnumValue{compiled.reading_domains[i].get(), options[i]};
  }
  return bound;
}

Query::Query(std::shared_ptr<const Compiled> compiled, std::size_t track, Question question)
    : compiled_(std::move(compiled)), track_(track), question_(std::move(question)) {
  std::vector<std::uint16_t> options;
  for (std::size_t i = 0; i < compiled_->reading_domains.size(); ++i) {
    // Binding has checked the option.
    options.push_back(*compiled_->reading_domains[i]->find(question_.readings[i].second));
    defaults_only_ = defaults_only_ && options.back() == 0;
  }
  bound_ = bound_values(*compiled_, question_.as_of, options);
}

QueryParts parts_of(const Query& query) {
  return {query.compiled_, query.track_, &query.bound_};
}

std::vector<std::string> Query::criteria() const {
  std::vector<std::string> ids;
  for (const CompiledCriterion& criterion : compiled_->tracks[track_].criteria) ids.push_back(criterion.source->id);
  return ids;
}

const Question& Query::question() const noexcept {
  return question_;
}

const facts::FactSchema& Query::facts() const noexcept {
  return *compiled_->definition.facts;
}

Diagnostics Query::refusals(const facts::Facts& facts) const {
  Diagnostics refused;
  for (const std::size_t slot : compiled_->dated) {
    const facts::FactDefinition& definition = compiled_->definition.facts->at(slot);
    const Date* date = facts.at(slot).get_if<Date>();
    if (date == nullptr || *date <= question_.as_of) continue;
    Diagnostic problem;
    problem.code = "facts.value.after_as_of";
    problem.path = definition.id;
    problem.message = "`" + definition.id + "` (" + definition.label + ") is " + date->to_string() +
                      ", after the day of the question, " + question_.as_of.to_string();
    problem.help = "a date on or before `as_of` was expected";
    refused.push_back(std::move(problem));
  }
  return refused;
}

Verdict Query::outcomes(const facts::Facts& facts, QueryScratch& scratch, Outcome* outcomes) const {
  const CompiledTrack& track = compiled_->tracks[track_];
  scratch.bound = bound_;
  const Person person{facts.values(), &scratch.bound, &scratch.rule};
  derive(*compiled_, track.derived, person);
  Outcome worst = Outcome::met;
  for (std::size_t i = 0; i < track.criteria.size(); ++i) {
    const CompiledCriterion& criterion = track.criteria[i];
    const bool kleene_is_exact = defaults_only_ && criterion.kleene_is_exact;
    outcomes[i] = judge_exactly(*compiled_, criterion, person, kleene_is_exact).possible.outcome();
    worst = std::max(worst, outcomes[i]);
  }
  return verdict_of(worst);
}

}  // namespace tepei::policy
