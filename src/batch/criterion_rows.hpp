// A criterion whose answers no table can hold, asked row by row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "batch/criterion_table.hpp"

namespace tepei::batch {

// Belongs to one thread.
class CriterionRows {
 public:
  // `uses` are the facts with a column; the others are as `nobody` has them.
  CriterionRows(policy::Tabulation tabulation, std::vector<TableUse> uses, facts::Facts nobody);

  // The answers of a block's rows.
  void answer(std::vector<ColumnCodes>& columns, std::size_t count, CellJudge& judge, std::uint8_t* answers);
  // The judgement of a row whose answer is an outcome.
  policy::Judgement judgement(std::vector<ColumnCodes>& columns, std::size_t row, CellJudge& judge);

 private:
  bool take(std::vector<ColumnCodes>& columns, std::size_t row, CellJudge& judge, bool& refused);

  policy::Tabulation tabulation_;
  std::vector<TableUse> uses_;
  facts::Facts person_;
  std::vector<ReadingId> readings_;  // that `person_` holds, by use
};

}  // namespace tepei::batch
