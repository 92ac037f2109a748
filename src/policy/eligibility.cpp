#include "tepei/policy/eligibility.hpp"

#include <algorithm>
#include <utility>

#include "policy/compiled.hpp"

namespace tepei::policy {

namespace {

Diagnostic problem(std::string code, std::string message, std::string help, std::string path) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  diagnostic.path = std::move(path);
  return diagnostic;
}

// The track by id or Chinese label; none named is the only one, where there is only one.
Result<std::size_t> find_track(const EligibilityDefinition& definition, const std::string& name) {
  const auto& tracks = definition.tracks;
  if (name.empty()) {
    if (tracks.size() == 1) return std::size_t{0};
    return problem("policy.track.required", "this programme has several tracks and none was named",
                   suggest({}, ids_of(tracks)), "track");
  }
  const auto found = std::find_if(tracks.begin(), tracks.end(),
                                  [&](const Track& track) { return track.id == name || track.label.zh == name; });
  if (found != tracks.end()) return static_cast<std::size_t>(found - tracks.begin());
  return problem("policy.track.unknown", "there is no track " + quoted(name), suggest(name, ids_of(tracks)), "track");
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

  const auto& readings = compiled_->definition.readings;
  Question resolved{track ? compiled_->definition.tracks[*track].id : std::string(), question.as_of, {}};
  for (const Reading& reading : readings) resolved.readings.emplace_back(reading.id, reading.options.front().id);
  for (const auto& [id, option] : question.readings) {
    const auto place = std::find_if(readings.begin(), readings.end(),
                                    [&, &name = id](const Reading& reading) { return reading.id == name; });
    if (place == readings.end()) {
      problems.push_back(problem("policy.reading.unknown", "there is no reading " + quoted(id),
                                 suggest(id, ids_of(readings)), "readings"));
      continue;
    }
    const auto options = ids_of(place->options);
    if (std::find(options.begin(), options.end(), option) == options.end()) {
      problems.push_back(problem("policy.reading.unknown_option",
                                 "reading " + quoted(id) + " has no option " + quoted(option), suggest(option, options),
                                 "readings/" + id));
      continue;
    }
    resolved.readings[static_cast<std::size_t>(place - readings.begin())].second = option;
  }
  if (!problems.empty()) return problems;
  return Query(compiled_, *track, std::move(resolved));
}

Result<Decision> Eligibility::check(const facts::Facts& facts, const Question& question) const {
  auto query = bind(question);
  if (!query) return query.diagnostics();
  return query->decide(facts);
}

}  // namespace tepei::policy
