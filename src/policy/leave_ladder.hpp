// An approval ladder that has been checked.
#pragma once

#include <memory>
#include <optional>

#include "policy/asking.hpp"
#include "tepei/policy/leave.hpp"

namespace tepei::policy {

class CompiledLadder {
 public:
  LeaveDefinition definition;
  std::shared_ptr<const ProgrammeText> text;
  std::optional<ApprovalLadder> fallback;
};

// Every problem of a definition, at the pointers it would have below `path`.
void check_leave(const LeaveDefinition& definition, const ProgrammeText& text, const std::string& path,
                 Problems& problems);

// Whether a kind of leave that the text does not name goes the way of those it does.
bool takes_any_kind(const LeaveDefinition& definition);
bool holds(const LeaveTier& tier, const Decimal& days);
// Whether the tier is for this kind: it names it, or names none and no tier names it.
bool is_for(const LeaveDefinition& definition, const LeaveTier& tier, const std::string& kind);
// Whether `kinds` holds the kind; an empty list holds all.
bool is_for(const std::vector<std::string>& kinds, const std::string& kind);

// The answer to a question, and how training ends early; the errors are those of `ApprovalLadder`.
Result<LeaveRoute> route_leave(const CompiledLadder& ladder, const LeaveQuestion& question);
Result<LeaveRoute> end_training(const CompiledLadder& ladder, const std::string& name);

}  // namespace tepei::policy
