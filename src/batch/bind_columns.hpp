// From a table's schema to the facts its columns give.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "batch/array_view.hpp"
#include "tepei/batch/check_table.hpp"
#include "tepei/facts/schema.hpp"

namespace tepei::batch {

// A column that gives a fact.
struct BoundColumn {
  std::int64_t place = 0;  // among the table's columns
  std::size_t slot = 0;    // of the fact
  std::string name;        // as the table names it
  ColumnShape shape;
};

struct BoundColumns {
  std::int64_t n_columns = 0;        // the table has, bound or not
  std::vector<BoundColumn> columns;  // in the table's order
  std::vector<std::string> ignored;
};

// Finds each column's fact and whether its type can hold it. All problems are found. Errors: `batch.schema.malformed`,
// `batch.schema.not_a_table`, `batch.column.unknown`, `batch.column.duplicate`, `batch.column.wrong_type`,
// `batch.column.time_zone`; their path is the column's name.
Result<BoundColumns> bind_columns(const ArrowSchema& table, const facts::FactSchema& facts, ExtraColumns extra_columns);

// The bound columns of one batch, in their order. All problems are found. Error: `batch.array.malformed`.
Result<std::vector<ColumnView>> view_columns(const BoundColumns& bound, const ArrowArray& batch);

}  // namespace tepei::batch
