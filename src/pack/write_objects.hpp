// The policy objects of a programme back to JSON.
#pragma once

#include "pack/json.hpp"
#include "tepei/policy/assessment_definition.hpp"
#include "tepei/policy/funding_definition.hpp"
#include "tepei/policy/leave_definition.hpp"

namespace tepei::pack {

Json leave_to_json(const policy::LeaveDefinition& leave);
Json assessment_to_json(const policy::AssessmentDefinition& assessment);
Json funding_to_json(const policy::FundingDefinition& funding);

// A clause as the section `clauses` has it; dump.cpp's.
Json clause_to_json(const policy::Clause& clause);

}  // namespace tepei::pack
