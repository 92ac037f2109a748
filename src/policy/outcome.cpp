#include "tepei/policy/outcome.hpp"

#include <array>
#include <cstddef>

namespace tepei::policy {

namespace {
constexpr std::array<std::string_view, 4> outcome_ids{"met", "discretionary", "undetermined", "not_met"};
constexpr std::array<std::string_view, 4> verdict_ids{"eligible", "conditional", "undetermined", "ineligible"};
}  // namespace

std::string_view to_string(Outcome outcome) {
  return outcome_ids[static_cast<std::size_t>(outcome)];
}

std::string_view to_string(Verdict verdict) {
  return verdict_ids[static_cast<std::size_t>(verdict)];
}

std::optional<Outcome> parse_outcome(std::string_view text) {
  for (std::size_t i = 0; i < outcome_ids.size(); ++i) {
    if (outcome_ids[i] == text) return static_cast<Outcome>(i);
  }
  return std::nullopt;
}

}  // namespace tepei::policy
