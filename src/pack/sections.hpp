// The sections of a pack, each from its part of the tree to the policy's own type.
#pragma once

#include <optional>
#include <vector>

#include "pack/reader.hpp"
#include "tepei/facts/definition.hpp"
#include "tepei/policy/assessment_definition.hpp"
#include "tepei/policy/definition.hpp"
#include "tepei/policy/funding_definition.hpp"
#include "tepei/policy/instrument.hpp"
#include "tepei/policy/leave_definition.hpp"

namespace tepei::pack {

void read_instrument(Reader& reader, NodeId id, policy::Instrument& instrument);
void read_facts(Reader& reader, NodeId id, std::vector<facts::FactDefinition>& facts);
void read_documents(Reader& reader, NodeId id, std::vector<policy::Document>& documents);
void read_readings(Reader& reader, NodeId id, std::vector<policy::Reading>& readings);
void read_tables(Reader& reader, NodeId id, std::vector<policy::Table>& tables);
void read_derived(Reader& reader, NodeId id, std::vector<policy::DerivedFact>& derived);
void read_tracks(Reader& reader, NodeId id, std::vector<policy::Track>& tracks);
void read_eligibility(Reader& reader, NodeId id, std::vector<policy::TrackCriteria>& eligibility);
void read_leave(Reader& reader, NodeId id, std::optional<policy::LeaveDefinition>& leave);
void read_assessment(Reader& reader, NodeId id, std::optional<policy::AssessmentDefinition>& assessment);
void read_funding(Reader& reader, NodeId id, std::optional<policy::FundingDefinition>& funding);
void read_clauses(Reader& reader, NodeId id, std::vector<policy::Clause>& clauses);

}  // namespace tepei::pack
