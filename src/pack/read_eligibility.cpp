#include "pack/fields.hpp"
#include "pack/scalars.hpp"
#include "pack/sections.hpp"

namespace tepei::pack {

namespace {

using policy::Criterion;
using policy::DerivedFact;
using policy::Reading;
using policy::ReadingOption;
using policy::Rule;
using policy::Track;

void read_outcome(Reader& reader, NodeId id, policy::Outcome& outcome) {
  read_choice(reader, id, policy::parse_outcome, {"met", "discretionary", "undetermined", "not_met"}, outcome);
}

constexpr Field<ReadingOption> option_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&ReadingOption::id, read_id>},
    {"text", Presence::required, Bearing::aside, into<&ReadingOption::text, read_local_text>},
};

void read_option(Reader& reader, NodeId id, ReadingOption& option) {
  read_fields(reader, id, option_fields, option);
}

constexpr Field<Reading> reading_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&Reading::id, read_id>},
    {"options", Presence::required, Bearing::bears, into<&Reading::options, read_list<ReadingOption, read_option>>},
    {"reason", Presence::required, Bearing::aside, into<&Reading::reason, read_local_text>},
    {"clause", Presence::required, Bearing::aside, into<&Reading::clause, read_id>},
};

constexpr Field<DerivedFact> derived_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&DerivedFact::id, read_id>},
    {"label", Presence::required, Bearing::bears, into<&DerivedFact::label, read_local_text>},
    {"expression", Presence::required, Bearing::aside, into<&DerivedFact::expression, read_text>},
    {"clause", Presence::optional, Bearing::aside, into<&DerivedFact::clause, read_id>},
    {"source", Presence::optional, Bearing::aside, into<&DerivedFact::source, read_text>},
};

constexpr Field<Track> track_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&Track::id, read_id>},
    {"label", Presence::required, Bearing::aside, into<&Track::label, read_local_text>},
};

constexpr Field<Rule> rule_fields[] = {
    {"when", Presence::required, Bearing::aside, into<&Rule::when, read_text>},
    {"outcome", Presence::required, Bearing::aside, into<&Rule::outcome, read_outcome>},
    {"note", Presence::optional, Bearing::aside, into<&Rule::note, read_local_text>},
};

void read_rule(Reader& reader, NodeId id, Rule& rule) {
  read_fields(reader, id, rule_fields, rule);
}

constexpr Field<Criterion> criterion_fields[] = {
    {"id", Presence::required, Bearing::bears, into<&Criterion::id, read_id>},
    {"label", Presence::required, Bearing::aside, into<&Criterion::label, read_local_text>},
    {"clause", Presence::required, Bearing::aside, into<&Criterion::clause, read_id>},
    {"rules", Presence::optional, Bearing::aside, into<&Criterion::rules, read_list<Rule, read_rule>>},
    {"otherwise", Presence::optional, Bearing::aside, into<&Criterion::otherwise, read_outcome>},
    {"otherwise_note", Presence::optional, Bearing::aside, into<&Criterion::otherwise_note, read_local_text>},
    {"authority", Presence::optional, Bearing::aside, into<&Criterion::authority, read_id>},
    {"documents", Presence::optional, Bearing::aside, into<&Criterion::documents, read_list<std::string, read_id>>},
};

// What cannot be told apart from a criterion without rules would be a mistake more often than a wish.
void read_criterion(Reader& reader, NodeId id, Criterion& criterion) {
  read_fields(reader, id, criterion_fields, criterion);
  const Tree& tree = reader.tree();
  if (reader.at(id).kind != NodeKind::object || tree.member(id, "rules") || tree.member(id, "otherwise")) return;
  const bool sound = reader.sound();
  reader.refuse(id, "pack.key.missing", "neither `rules` nor `otherwise` says when this criterion is met");
  reader.set_sound(sound);
}

void read_reading(Reader& reader, NodeId id, Reading& reading) {
  read_fields(reader, id, reading_fields, reading);
}

void read_derived_fact(Reader& reader, NodeId id, DerivedFact& fact) {
  read_fields(reader, id, derived_fields, fact);
}

void read_track(Reader& reader, NodeId id, Track& track) {
  read_fields(reader, id, track_fields, track);
}

}  // namespace

void read_readings(Reader& reader, NodeId id, std::vector<Reading>& readings) {
  read_list<Reading, read_reading>(reader, id, readings);
}

void read_derived(Reader& reader, NodeId id, std::vector<DerivedFact>& derived) {
  read_list<DerivedFact, read_derived_fact>(reader, id, derived);
}

void read_tracks(Reader& reader, NodeId id, std::vector<Track>& tracks) {
  read_list<Track, read_track>(reader, id, tracks);
}

void read_eligibility(Reader& reader, NodeId id, std::vector<policy::TrackCriteria>& eligibility) {
  if (!reader.is(id, NodeKind::object, "an object with a list of criteria for each track")) return;
  for (const NodeId track : reader.at(id).items) {
    policy::TrackCriteria& entry = eligibility.emplace_back();
    entry.track = reader.at(track).key;
    read_list<Criterion, read_criterion>(reader, track, entry.criteria);
  }
}

}  // namespace tepei::pack
