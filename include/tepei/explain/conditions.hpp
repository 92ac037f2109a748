/// What a programme's criteria ask, in words, without a person: for the page that shows a policy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tepei/explain/language.hpp"
#include "tepei/policy/eligibility.hpp"

namespace tepei::explain {

/// A condition, or a part of one: `要求：周岁 ≤ 45`.
struct ConditionText {
  std::string label;  ///< what the condition leads to, or which branch it is; empty where a part needs none
  std::string text;   ///< in words, or what its parts must do; empty where nothing is asked
  std::vector<ConditionText> parts;
};

/// The conditions of one criterion, one a rule, in the order of its rules.
struct CriterionText {
  std::string criterion;  ///< its id
  std::vector<ConditionText> conditions;
};

/// The criteria of a track (all of them, in the order of the text) with their conditions in words. Where a condition
/// asks how the text is read, it stands as the default reading has it. Empty for a track that there is not. What has no
/// words stays FEEL with the labels put in. Never fails. Safe from any thread.
std::vector<CriterionText> conditions(const policy::Eligibility& eligibility, std::string_view track,
                                      Language language = Language::chinese);

}  // namespace tepei::explain
