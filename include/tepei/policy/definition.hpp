/// A policy as it is written down: what a pack holds, and what a developer fills in by hand who wants no JSON.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tepei/facts/schema.hpp"
#include "tepei/policy/instrument.hpp"
#include "tepei/policy/outcome.hpp"
#include "tepei/policy/table.hpp"

namespace tepei::policy {

/// A named, cited expression over facts, readings, `as_of` and the derived facts before it.
struct DerivedFact {
  std::string id;          ///< `age`
  LocalText label;         ///< 周岁
  std::string expression;  ///< FEEL
  std::string clause;      ///< id of the clause it comes from; may be empty
  std::string source{};    ///< what it is computed by where that is another text than the policy's; may be empty
};

/// One line of a criterion: where `when` holds, the outcome is `outcome`.
struct Rule {
  std::string when;  ///< FEEL, boolean
  Outcome outcome = Outcome::met;
  LocalText note;  ///< said in the answer when the rule decides; may be empty
};

/// One criterion: the first rule that holds decides, else `otherwise`.
struct Criterion {
  std::string id;
  LocalText label;
  std::string clause;  ///< id of the clause it carries
  std::vector<Rule> rules;
  Outcome otherwise = Outcome::not_met;
  LocalText otherwise_note;
  std::string authority;               ///< party that decides a discretionary outcome
  std::vector<std::string> documents;  ///< ids of documents not at hand on which an undetermined outcome rests
};

/// The criteria of one track, in the order of the text.
struct TrackCriteria {
  std::string track;
  std::vector<Criterion> criteria;
};

/// Everything a programme's eligibility is made from.
struct EligibilityDefinition {
  std::shared_ptr<const facts::FactSchema> facts;
  std::vector<Track> tracks;
  std::vector<Clause> clauses;
  std::vector<Document> documents;
  std::vector<Reading> readings;
  std::vector<Table> tables;
  std::vector<DerivedFact> derived;
  std::vector<TrackCriteria> eligibility;
};

}  // namespace tepei::policy
