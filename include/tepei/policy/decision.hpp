/// The answer for one person, with everything that led to it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tepei/feel/expression.hpp"
#include "tepei/policy/definition.hpp"
#include "tepei/policy/outcome.hpp"
#include "tepei/value/value.hpp"

namespace tepei::policy {

/// A value a criterion read: a fact, or a derived fact.
struct ValueRead {
  std::string id;
  LocalText label;
  Value value;  ///< may be unknown
  bool derived = false;
  std::string cite;  ///< of a derived fact: the text it is computed by
};

/// A part of a condition with its own truth.
struct PartRead {
  feel::Connective connective = feel::Connective::atom;
  std::string text;            ///< the part's FEEL source
  std::optional<Value> value;  ///< true, false, null or unknown; nothing where it was not reached
  std::vector<PartRead> parts;
};

/// One rule of a criterion as it came out.
struct RuleRead {
  Outcome outcome = Outcome::met;  ///< what it would give
  Value holds;                     ///< true, false, null or unknown
  PartRead condition;
};

/// What another option of a reading would give.
struct ReadingEffect {
  std::string reading;
  std::string option;
  Outcome outcome = Outcome::met;
};

/// The answer of one criterion.
struct Finding {
  std::string criterion;
  LocalText label;
  Outcome outcome = Outcome::undetermined;
  std::string cite;                  ///< 四（二）1
  std::string text;                  ///< the clause, word for word
  std::vector<std::string> missing;  ///< ids of facts that could change the outcome; empty unless undetermined
  std::vector<std::string> missing_documents;  ///< titles
  std::string authority;                       ///< of a discretionary outcome, else empty
  bool reading_sensitive = false;              ///< another option of one reading gives another outcome
  std::vector<ReadingEffect> readings;         ///< which, and what it would give
  std::vector<ValueRead> values;
  std::vector<RuleRead> rules;  ///< the rules up to the one that decided
  std::vector<LocalText> notes;
  Diagnostics diagnostics;  ///< why a condition gave null
};

/// The answer for one person. A plain value.
struct Decision {
  std::string programme;
  Status status = Status::in_force;
  std::string track;
  Date as_of;
  Verdict verdict = Verdict::undetermined;
  std::vector<Finding> findings;               ///< in the order of the text
  std::vector<std::string> missing;            ///< ids, in the order of the schema; empty where ineligible
  std::vector<std::string> missing_documents;  ///< titles; empty where ineligible
  bool reading_sensitive = false;              ///< another option of one reading gives another verdict
  std::vector<std::pair<std::string, std::string>> readings;  ///< those the track turns on, with the option taken
  std::vector<LocalText> notes;  ///< about the facts: defaults taken, dates completed, codes left open
};

}  // namespace tepei::policy
