/// What a criterion, and a whole policy, may answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tepei::policy {

/// The answer of one criterion, from best to worst; the verdict is the worst of them.
enum class Outcome : std::uint8_t {
  met,            ///< the text is satisfied
  discretionary,  ///< a soft word (一般, 原则上, 可适当放宽) leaves it to the named authority
  undetermined,   ///< a fact or a governing document is missing
  not_met         ///< the text excludes this person
};

/// The answer of the whole, in the order of the outcomes it follows from.
enum class Verdict : std::uint8_t { eligible, conditional, undetermined, ineligible };

/// The verdict that follows from a worst outcome.
constexpr Verdict verdict_of(Outcome worst) noexcept {
  return static_cast<Verdict>(worst);
}

/// The ids of the contract: `not_met`, `ineligible`.
std::string_view to_string(Outcome outcome);
std::string_view to_string(Verdict verdict);
std::optional<Outcome> parse_outcome(std::string_view text);

}  // namespace tepei::policy
