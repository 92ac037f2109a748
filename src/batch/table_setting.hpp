// What does not change while a table is answered; all threads that answer it share it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/bind_columns.hpp"
#include "batch/intervals.hpp"
#include "batch/kernels.hpp"
#include "batch/output_columns.hpp"
#include "policy/tabulation.hpp"
#include "tepei/batch/check_table.hpp"

namespace tepei::batch {

struct TableSetting {
  std::shared_ptr<const policy::Query> query;
  BoundColumns bound;
  std::vector<OutputColumn> outputs;
  TableOptions options;
  const Kernels* kernels = nullptr;
  std::vector<policy::ReadingChoice> choices;             // the question's own, then those that a column needs
  std::vector<std::vector<policy::Tabulation>> criteria;  // of each choice, those it changes
  std::vector<std::optional<Intervals>> intervals;        // by bound column
  std::vector<std::vector<std::string>> documents;        // by criterion

  bool shows(Shown shown) const;
};

// The kernels called `name`; where it is empty, those that the environment variable TEPEI_KERNELS names, else the
// fastest. Errors: those of `choose_kernels`.
Result<const Kernels*> kernels_for(const std::string& name);

// Binds the table's columns and the result's, and finds where numbers and dates are cut. Errors: those of
// `bind_columns`, `choose_columns` and `choose_kernels`, all at once.
Result<std::shared_ptr<const TableSetting>> set_table(const policy::Query& query, const ArrowSchema& table,
                                                      const TableOptions& options);

}  // namespace tepei::batch
