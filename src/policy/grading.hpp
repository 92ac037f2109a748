// An assessment with the rules of each role compiled.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "policy/asking.hpp"
#include "tepei/policy/assessment.hpp"
#include "tepei/policy/eligibility.hpp"

namespace tepei::policy {

// The rules of one role: one criterion a grade, met by exactly the scores that give it. So what is undetermined, what
// is missing and what turns on a reading is as exact for grades as it is for eligibility.
struct RoleRules {
  std::shared_ptr<const facts::FactSchema> scores;
  std::optional<Eligibility> grades;  // nothing where grades are attested
};

class CompiledAssessment {
 public:
  AssessmentDefinition definition;
  std::shared_ptr<const ProgrammeText> text;
  std::vector<RoleRules> roles;  // by place
};

// Every problem of a definition, but for those of its rules.
void check_assessment(const AssessmentDefinition& definition, const ProgrammeText& text, Problems& problems);

// Compiles the rules of the role at `place`; problems at `/assessment/roles/<place>`.
RoleRules compile_role(const AssessmentDefinition& definition, const ProgrammeText& text, std::size_t place,
                       Problems& problems);

// The item with this id, or null.
template <typename Item>
const Item* find_id(const std::vector<Item>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace tepei::policy
