// A random table for a subject, with the answer of every row by the scalar machine, and the comparison with columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "batch/cell_pool.hpp"
#include "batch/reference_person.hpp"
#include "batch/table_reader.hpp"
#include "tepei/batch/check_table.hpp"

namespace tepei::batch::test {

struct PooledColumn {
  ColumnKind kind;
  std::string name;          // as the table calls it
  std::optional<int> index;  // of the dictionary, where there is one
  CellPool pool;
};

// How large a table is, and how many of its cells are unknown or bad.
struct TableSize {
  std::vector<std::size_t> batches;  // rows of each
  std::size_t pool = 40;             // distinct cells a column
  std::int64_t null_once_in = 8;     // from 50 on, no fact that the subject reads is without a column
  std::int64_t bad_once_in = 500;
};

struct RowAnswer {
  std::vector<std::string>
      cells;  // verdict, criteria and, where asked for, what the whole decision says; none: refused
};

// A table, and what it must give.
struct RandomTable {
  StreamModel stream;
  TableOptions options;
  std::vector<std::string> outputs;  // the names of the result's columns
  std::vector<RowAnswer> answers;
  std::vector<CellError> errors;
};

// A table with its answers. Where the scalar machine and the subject's references disagree, says so to Boost.Test.
RandomTable draw_table(Dice& dice, const Subject& subject, const TableSize& size, bool whole_decisions);

// Runs the table and compares every cell of the result and every error; what is wrong first, or nothing.
std::optional<std::string> run_table(const RandomTable& table, const policy::Query& query, const TableOptions& options);

}  // namespace tepei::batch::test
