/// A talent programme: one instrument with all its policy objects.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tepei/policy/assessment.hpp"
#include "tepei/policy/eligibility.hpp"
#include "tepei/policy/funding.hpp"
#include "tepei/policy/instrument.hpp"
#include "tepei/policy/leave.hpp"

namespace tepei::policy {

/// A programme. A plain value, cheap to copy; safe to share between threads while nobody changes it.
struct Programme {
  std::string id;
  Instrument instrument;
  std::string digest;  ///< SHA-256 of the canonical pack, lower-case hex; empty for one built by hand
  Eligibility eligibility;
  std::optional<ApprovalLadder> leave = {};   ///< nothing where the programme's pack has no such section
  std::optional<Assessment> assessment = {};  ///< the same
  std::optional<FundingSchedule> funding = {};

  Status status() const noexcept { return instrument.status; }
  /// The tracks' ids, in the order of the text.
  std::vector<std::string> tracks() const;
  /// The whole text, clause by clause.
  const std::vector<Clause>& clauses() const noexcept { return eligibility.definition().clauses; }
  const std::vector<Reading>& readings() const noexcept { return eligibility.definition().readings; }
  /// Facts of this programme, empty, ready to be set.
  facts::Facts facts() const { return facts::Facts(eligibility.definition().facts); }
};

}  // namespace tepei::policy
