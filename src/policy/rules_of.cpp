// The rules of each object with the clause each carries, as clauses name them.
#include <algorithm>
#include <utility>
#include <vector>

#include "tepei/policy/assessment_definition.hpp"
#include "tepei/policy/funding_definition.hpp"
#include "tepei/policy/leave_definition.hpp"

namespace tepei::policy {

namespace {

using Carried = std::vector<std::pair<std::string, std::string>>;

// Each pair once; a rule without a clause carries none.
class Collector {
 public:
  explicit Collector(std::string object) : object_(std::move(object)) {}

  void add(const std::string& rule, const std::string& clause) {
    std::pair<std::string, std::string> pair(rule.empty() ? object_ : object_ + "." + rule, clause);
    if (std::find(found_.begin(), found_.end(), pair) == found_.end()) found_.push_back(std::move(pair));
  }

  template <typename Items>
  void add_all(const std::string& list, const Items& items) {
    for (const auto& item : items) {
      if (!item.clause.empty()) add(list + "." + item.id, item.clause);
    }
  }

  Carried take() && { return std::move(found_); }

 private:
  std::string object_;
  Carried found_;
};

void add_role(const AssessedRole& role, Collector& rules) {
  if (!role.scores.empty()) rules.add(role.id, role.clause);
  for (const GradeRule& rule : role.rules) rules.add(role.id + "." + rule.grade, rule.clause);
  if (!role.otherwise.empty()) rules.add(role.id + "." + role.otherwise, role.otherwise_clause);
  for (const std::string& grade : role.attested) rules.add(role.id + "." + grade, role.clause);
  for (const BenefitsAs& rule : role.benefits_as) rules.add(role.id + ".benefits_as", rule.clause);
  for (const Act& act : role.acts) rules.add(role.id + ".acts", act.clause.empty() ? role.clause : act.clause);
}

}  // namespace

Carried rules_of(const LeaveDefinition& definition) {
  Collector rules("leave");
  if (!definition.documents.empty()) rules.add({}, definition.clause);
  rules.add_all("kinds", definition.kinds);
  if (!definition.other_kinds_clause.empty()) rules.add("other_kinds", definition.other_kinds_clause);
  for (const LeaveTier& tier : definition.tiers) rules.add(tier.id, tier.clause);
  for (const LeaveCap& cap : definition.caps) rules.add(cap.id, cap.clause);
  for (const LeaveRole& role : definition.roles) {
    if (!role.replaces.empty()) rules.add("roles." + role.id, role.clause);
  }
  if (definition.termination) rules.add("termination", definition.termination->clause);
  return std::move(rules).take();
}

Carried rules_of(const AssessmentDefinition& definition) {
  Collector rules("assessment");
  if (!definition.documents.empty()) {
    rules.add({}, definition.clause);
    return std::move(rules).take();
  }
  for (const AssessedRole& role : definition.roles) add_role(role, rules);
  rules.add_all("scores", definition.scores);
  rules.add_all("grades", definition.grades);
  if (!definition.violation_clause.empty()) rules.add("violations", definition.violation_clause);
  rules.add_all("violations", definition.violations);
  if (!definition.interrupted_clause.empty()) rules.add("interrupted", definition.interrupted_clause);
  rules.add_all("benefits", definition.benefits);
  rules.add_all("sanctions", definition.sanctions);
  rules.add_all("certificates", definition.certificates);
  return std::move(rules).take();
}

Carried rules_of(const FundingDefinition& definition) {
  Collector rules("funding");
  for (const TrackFunding& track : definition.tracks) {
    for (const FundingItem& item : track.items) rules.add(track.track + "." + item.item, item.clause);
  }
  rules.add_all("payers", definition.payers);
  if (definition.refund) {
    rules.add("refund", definition.refund->clause);
    rules.add_all("refund", definition.refund->causes);
  }
  return std::move(rules).take();
}

}  // namespace tepei::policy
