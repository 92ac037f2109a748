#include "tepei/policy/eligibility.hpp"

#include <algorithm>
#include <utility>

#include "policy/asking.hpp"
#include "policy/compiled.hpp"

namespace tepei::policy {

namespace {

// The track by id or Chinese label; none named is the only one, where there is only one.
Result<std::size_t> find_track(const EligibilityDefinition& definition, const std::string& name) {
  const auto& tracks = definition.tracks;
  if (name.empty()) {
    if (tracks.size() == 1) return std::size_t{0};
    return refusal("policy.track.required", "this programme has several tracks and none was named",
                   suggest({}, ids_of(tracks)), "track");
  }
  const auto found = std::find_if(tracks.begin(), tracks.end(),
                                  [&](const Track& track) { return track.id == name || track.label.zh == name; });
  if (found != tracks.end()) return static_cast<std::size_t>(found - tracks.begin());
  return refusal("policy.track.unknown", "there is no track " + quoted(name), suggest(name, ids_of(tracks)), "track");
}

}  // namespace

Eligibility::Eligibility(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}

Result<Eligibility> Eligibility::build(EligibilityDefinition definition, Heading heading, const UnknownLimits& limits) {
  auto compiled = compile(std::move(definition), std::move(heading), limits);
  if (!compiled) return compiled.diagnostics();
  return Eligibility(*std::move(compiled));
}

const EligibilityDefinition& Eligibility::definition() const noexcept {
  return compiled_->definition;
}

const Heading& Eligibility::heading() const noexcept {
  return compiled_->heading;
}

Result<Query> Eligibility::bind(const Question& question) const {
  Diagnostics problems;
  const auto track = find_track(compiled_->definition, question.track);
  if (!track) problems = track.diagnostics();

  auto readings = take_readings(compiled_->definition.readings, question.readings);
  if (!readings) append(problems, readings.diagnostics());
  if (!problems.empty()) return problems;
  const std::string& id = compiled_->definition.tracks[*track].id;
  return Query(compiled_, *track, {id, question.as_of, *std::move(readings)});
}

Result<Decision> Eligibility::check(const facts::Facts& facts, const Question& question) const {
  auto query = bind(question);
  if (!query) return query.diagnostics();
  return query->decide(facts);
}

}  // namespace tepei::policy
