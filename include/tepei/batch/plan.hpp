/// How a query answers tables: which criteria come from lookup tables, and which are asked row by row, and why.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tepei/policy/eligibility.hpp"

namespace tepei::batch {

/// How the values of one fact are told apart.
enum class FactClasses {
  members,   ///< each member of the enumeration, or truth value, by itself
  answers,   ///< values are one class where all comparisons that read them answer alike
  intervals  ///< numbers and dates by the places where a comparison turns; such a cell is never read as a value
};

/// The id of a way: `members`.
std::string_view to_string(FactClasses classes);

/// A fact as a criterion takes it.
struct PlannedFact {
  std::string fact;
  FactClasses classes = FactClasses::answers;
  std::size_t turns = 0;  ///< of `intervals`: the places where a comparison turns
};

/// A criterion as a table's rows are judged by it.
struct PlannedCriterion {
  std::string criterion;
  bool by_table = true;  ///< else each distinct combination of cells is judged by the scalar machine, row after row
  std::string reason;    ///< why not by table; empty where it is
  std::vector<PlannedFact> facts;
};

/// The plan of a query. A plain value.
struct TablePlan {
  std::string kernels;  ///< `avx2` or `portable`
  std::vector<PlannedCriterion> criteria;
};

/// The plan of `query` on this machine. A column whose cells hold more classes than a table can (250 of one fact, a
/// million combinations) turns its criteria to row by row while the table is read; that no plan can know. `kernels` as
/// in `TableOptions`. Errors: `batch.kernels.unknown`, `batch.kernels.unsupported`. Safe from any thread.
Result<TablePlan> plan(const policy::Query& query, const std::string& kernels = {});

}  // namespace tepei::batch
