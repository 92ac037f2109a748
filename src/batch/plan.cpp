#include "tepei/batch/plan.hpp"

#include "batch/table_setting.hpp"
#include "policy/tabulation.hpp"

namespace tepei::batch {

std::string_view to_string(FactClasses classes) {
  switch (classes) {
    case FactClasses::members:
      return "members";
    case FactClasses::answers:
      return "answers";
    case FactClasses::intervals:
      return "intervals";
  }
  return {};
}

Result<TablePlan> plan(const policy::Query& query, const std::string& kernels) {
  const auto chosen = kernels_for(kernels);
  if (!chosen) return chosen.diagnostics();
  TablePlan result;
  result.kernels = std::string((*chosen)->name);
  for (const policy::Tabulation& tabulation : policy::tabulate(query, policy::reading_choices(query).front())) {
    PlannedCriterion planned;
    planned.criterion = tabulation.criterion();
    planned.reason = tabulation.obstacle();
    planned.by_table = planned.reason.empty();
    for (const std::size_t slot : tabulation.slots()) {
      const auto way = static_cast<FactClasses>(tabulation.way(slot));
      planned.facts.push_back({query.facts().at(slot).id, way, tabulation.turns(slot)});
    }
    result.criteria.push_back(std::move(planned));
  }
  return result;
}

}  // namespace tepei::batch
