#include "tepei/policy/leave.hpp"

#include <array>
#include <utility>

#include "policy/leave_ladder.hpp"

namespace tepei::policy {

namespace {

constexpr std::array<std::string_view, 3> outcome_ids{"routed", "referred", "undetermined"};
constexpr std::array<std::string_view, 2> day_count_ids{"calendar", "working"};

}  // namespace

std::string_view to_string(RouteOutcome outcome) {
  return outcome_ids[static_cast<std::size_t>(outcome)];
}

std::string_view to_string(DayCount count) {
  return day_count_ids[static_cast<std::size_t>(count)];
}

std::optional<DayCount> parse_day_count(std::string_view text) {
  if (text == day_count_ids[0]) return DayCount::calendar;
  if (text == day_count_ids[1]) return DayCount::working;
  return std::nullopt;
}

ApprovalLadder::ApprovalLadder(std::shared_ptr<const CompiledLadder> compiled) : compiled_(std::move(compiled)) {}

Result<ApprovalLadder> ApprovalLadder::build(LeaveDefinition definition, std::shared_ptr<const ProgrammeText> text) {
  auto compiled = std::make_shared<CompiledLadder>();
  compiled->definition = std::move(definition);
  compiled->text = text ? std::move(text) : std::make_shared<const ProgrammeText>();
  Problems problems;
  check_leave(compiled->definition, *compiled->text, "/leave", problems);
  if (const auto& fallback = compiled->definition.fallback) {
    auto other = std::make_shared<ProgrammeText>();
    other->heading = {fallback->programme, Status::in_force, fallback->title};
    other->clauses = fallback->clauses;
    check_leave(fallback->leave, *other, "/leave/fallback/leave", problems);
    if (problems.none()) {
      auto ladder = build(fallback->leave, std::move(other));
      if (!ladder) return ladder.diagnostics();
      compiled->fallback = *std::move(ladder);
    }
  }
  if (!problems.none()) return problems.take();
  return ApprovalLadder(std::move(compiled));
}

const LeaveDefinition& ApprovalLadder::definition() const noexcept {
  return compiled_->definition;
}

const ProgrammeText& ApprovalLadder::text() const noexcept {
  return *compiled_->text;
}

Result<LeaveRoute> ApprovalLadder::route(const LeaveQuestion& question) const {
  return route_leave(*compiled_, question);
}

Result<LeaveRoute> ApprovalLadder::termination(const std::string& role) const {
  return end_training(*compiled_, role);
}

}  // namespace tepei::policy
