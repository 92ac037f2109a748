/// A whole table checked at once: columns in, verdict and outcomes as columns out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tepei/batch/arrow.hpp"
#include "tepei/batch/table_report.hpp"
#include "tepei/explain/language.hpp"
#include "tepei/facts/reading.hpp"
#include "tepei/policy/eligibility.hpp"
#include "tepei/value/result.hpp"

namespace tepei::batch {

/// What to do with a column whose name is no fact's.
enum class ExtraColumns {
  refuse,  ///< `batch.column.unknown`, with the nearest name: an unknown fact name is an error
  ignore   ///< left aside and listed in `TableSummary::ignored_columns`
};

/// How a table is read and what is wanted of it.
struct TableOptions {
  /// The result's columns, in this order: `verdict`, criteria by id, `missing` and `missing_documents` (lists of text),
  /// `reading_sensitive` (boolean), `reasons` (lists of text; they take the whole decision of each row, some
  /// microseconds), `notes` (lists of text: what the reading of a cell wants said, such as a date without a day).
  /// Empty: `verdict` and every criterion.
  std::vector<std::string> columns;
  /// Bad cells listed and not taken yet (`TableReport::take_errors`); beyond it they are only counted.
  std::size_t max_errors = 10'000;
  /// `as_written` for tables whose text cells come from a text file, where digits are a number.
  facts::Strictness strictness = facts::Strictness::typed;
  ExtraColumns extra_columns = ExtraColumns::refuse;
  /// The language of `reasons` and `notes`.
  explain::Language language = explain::Language::chinese;
  /// Threads that answer one batch; each takes a run of its rows, so that only batches of many rows gain. 0 means as
  /// many as the machine has. They live no longer than the batch.
  std::size_t threads = 1;
  /// The kernels to use: `avx2`, `portable`, or empty for what the environment variable TEPEI_KERNELS says, else the
  /// fastest this machine has. They differ in speed only.
  std::string kernels;
};

/// Checks a stream of record batches.
///
/// Columns are found by the name of their fact: id, label or heading. A fact without a column is unknown in every row.
/// Each column may be
/// - of any fact: utf8, large_utf8, utf8_view; float16, float32, float64 (shortest decimal text; NaN is unknown); null;
/// - of a date: date32, date64, timestamp without time zone, in UTC or at a fixed offset (the civil day there; a named
///   zone is refused); INT64_MIN, which is NumPy's NaT, is unknown;
/// - of a boolean: bool; of a boolean, number, enumeration or code: integers of 8 to 64 bits, decimals of 32 to 256;
/// - any of these dictionary-encoded. Nulls, slices and any number of batches, also none, are taken.
/// A cell is read as `facts::read` reads it, each distinct one once while a bounded memory of readings lasts. A cell
/// that cannot be read is listed in the report and its row has null in every column of the result; other rows are
/// answered.
///
/// The result is lazy: each `get_next` of `out` takes one batch from `in` and gives one with as many rows. `verdict`
/// and criteria are dictionary columns (int8 over utf8) whose dictionary is complete, from best to worst. Errors on the
/// way
/// (`in` fails: its own errno; `batch.stream.failed`; a malformed batch: EINVAL, `batch.array.malformed`; lists beyond
/// 2^31 bytes: EOVERFLOW, `batch.output.too_large`; no memory: ENOMEM) are told by `get_last_error`, and stay.
///
/// Ownership: `in` is moved from in every case (its `release` is null afterwards) and released with `out` or at its
/// end; `out` keeps all it needs alive and is written only on success. No exception leaves a callback. Threads: one at
/// a time may use `out`; the report any. Errors, all that the table's schema has in one go: `batch.stream.malformed`,
/// `batch.stream.failed`, `batch.schema.malformed`, `batch.schema.not_a_table`, `batch.column.unknown`,
/// `batch.column.duplicate`, `batch.column.wrong_type`, `batch.column.time_zone`, `batch.output.unknown`,
/// `batch.output.duplicate`, `batch.kernels.unknown`, `batch.kernels.unsupported`.
Result<TableReport> check_stream(const policy::Query& query, ArrowArrayStream* in, ArrowArrayStream* out,
                                 const TableOptions& options = {});

/// The same for one record batch, at once. `schema` and `array` are moved from and released in every case;
/// `out_schema` and `out_array` are written only on success, and are the caller's to release. Errors: those of
/// `check_stream`, with the ones it gives on the way.
Result<TableReport> check_batch(const policy::Query& query, ArrowSchema* schema, ArrowArray* array,
                                ArrowSchema* out_schema, ArrowArray* out_array, const TableOptions& options = {});

}  // namespace tepei::batch
