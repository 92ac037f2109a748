// Programmes and decisions made by hand, so that explaining is tested without deciding.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tepei/policy/decision.hpp"
#include "tepei/policy/definition.hpp"

namespace tepei::explain::samples {

// A programme's definition with its instrument.
struct Sample {
  policy::EligibilityDefinition definition;
  policy::Instrument instrument;
};

Sample inner_mongolia();
Sample liaoning();

// A decision of one kind, with the programme it was made under.
struct Case {
  std::string name;
  Sample sample;
  policy::Decision decision;
};

// One of each kind: eligible, ineligible, undetermined by fact and by document, conditional, draft, turning on a
// reading, with notes.
std::vector<Case> cases();

// Pieces of decisions.
Date day(const char* text);
Value member(const char* fact, const char* id);
policy::PartRead atom(std::string text, Value value);
policy::PartRead not_reached(std::string text);
policy::PartRead joined(feel::Connective connective, std::string text, Value value,
                        std::vector<policy::PartRead> parts);
policy::RuleRead rule(policy::Outcome outcome, policy::PartRead condition);
policy::ValueRead fact(const char* id, Value value);
policy::ValueRead derived(const char* id, policy::LocalText label, Value value, const char* cite);
policy::Finding finding(const Sample& sample, const char* criterion, policy::LocalText label, policy::Outcome outcome,
                        const char* clause);

}  // namespace tepei::explain::samples
