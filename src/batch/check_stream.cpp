#include <utility>

#include "batch/answered_stream.hpp"
#include "batch/table_checker.hpp"
#include "tepei/batch/check_table.hpp"

namespace tepei::batch {

Result<TableReport> check_stream(const policy::Query& query, ArrowArrayStream* in, ArrowArrayStream* out,
                                 const TableOptions& options) {
  return answer_stream(in, out, [&](const ArrowSchema& table) { return TableChecker::build(query, table, options); });
}

Result<TableReport> check_batch(const policy::Query& query, ArrowSchema* schema, ArrowArray* array,
                                ArrowSchema* out_schema, ArrowArray* out_array, const TableOptions& options) {
  const Owned<ArrowSchema> table = schema == nullptr ? Owned<ArrowSchema>() : Owned<ArrowSchema>(schema);
  const Owned<ArrowArray> batch = array == nullptr ? Owned<ArrowArray>() : Owned<ArrowArray>(array);
  if (!table.holds() || !batch.holds()) return stream_malformed("the batch or its schema was released already");
  auto checker = TableChecker::build(query, *table, options);
  if (!checker) return checker.diagnostics();
  auto checked = checker->check(*batch);
  if (!checked) return checked.diagnostics();
  checker->finish();
  checker->schema().move_to(out_schema);
  checked->move_to(out_array);
  return checker->report();
}

}  // namespace tepei::batch
