/// What is said beside the result of a table: counts, and the cells that could not be read.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tepei/value/diagnostic.hpp"

namespace tepei::batch {

/// A cell that could not be read as its fact. Its row has null in every column of the result.
struct CellError {
  std::int64_t row = 0;   ///< from 0, over the whole stream
  std::string column;     ///< as the table names it; empty where the error is about no column
  std::string fact;       ///< the fact's id; empty as `column` is
  Diagnostic diagnostic;  ///< what was expected; its code is that of the fact's reading or `batch.cell.*`
};

/// How often each outcome of a criterion occurred, in the order of `policy::Outcome`.
struct CriterionCount {
  std::string criterion;
  std::array<std::int64_t, 4> outcomes{};
};

/// The counts over the rows answered so far. A plain value.
struct TableSummary {
  std::int64_t rows = 0;  ///< all rows seen, with and without errors
  std::int64_t rows_with_errors = 0;
  std::int64_t errors = 0;                   ///< every bad cell, listed or not
  std::array<std::int64_t, 4> verdicts{};    ///< in the order of `policy::Verdict`; of eligibility alone
  std::vector<CriterionCount> criteria;      ///< in the order of the text; of eligibility alone
  std::vector<CellError> listed_errors;      ///< by row, then column, up to `TableOptions::max_errors`
  std::vector<std::string> ignored_columns;  ///< that name no fact, where `ExtraColumns::ignore` was asked for
  bool finished = false;                     ///< the input ended and every row of it was answered
};

/// Adds the counts of further rows to `sum`. The bad cells of `more`, whose rows count from row `first` of the whole,
/// are listed up to `max_errors`.
void add_rows(TableSummary& sum, TableSummary more, std::int64_t first, std::size_t max_errors);

/// A view on the counts of one table while its stream runs, and after. Copies share the counts; any thread may read at
/// any time and sees whole batches only.
class TableReport {
 public:
  TableReport();
  /// The counts as they stand, copied.
  TableSummary summary() const;
  /// The bad cells listed since the last call, which the report then forgets: for tables that are answered while they
  /// are read, with any number of bad cells. The counts stay.
  std::vector<CellError> take_errors();

 private:
  friend class AnswerTable;
  friend class TableChecker;
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace tepei::batch
