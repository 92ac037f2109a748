// Any table through Arrow import: an answer or an error, never a crash, and everything is released once.
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/byte_source.hpp"
#include "fuzz/spoilt_table.hpp"
#include "tepei/batch/check_table.hpp"
#include "unit/batch/sample_policy.hpp"
#include "unit/batch/table_builder.hpp"
#include "unit/batch/table_reader.hpp"

namespace tepei::fuzz {
namespace {

using batch::TableOptions;
using batch::test::Live;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "arrow_import_fuzz: %s\n", what);
  std::abort();
}

TableOptions draw_options(ByteSource& source) {
  static const std::vector<std::string> columns{"verdict",           "territory", "age",     "education_or_title",
                                                "not_worker",        "measures",  "missing", "missing_documents",
                                                "reading_sensitive", "verdct"};
  static const std::vector<std::string> kernels{"", "portable", "avx2", "neon", "portable"};
  TableOptions options;
  for (std::size_t i = source.below(4); i > 0; --i) options.columns.push_back(source.of(columns));
  if (source.below(3) == 0) options.max_errors = source.below(5);
  if (source.below(2) == 0) options.strictness = facts::Strictness::as_written;
  if (source.below(4) != 0) options.extra_columns = batch::ExtraColumns::ignore;
  options.threads = source.below(4) == 0 ? source.below(5) : 1;
  options.kernels = source.of(kernels);
  return options;
}

// The stream of a spoilt table, each of whose arrays is spoilt further as it is handed out.
struct Producer {
  SpoiltTable table;
  ByteSource source;
  Live live;
  std::size_t next = 0;
};

int give_schema(ArrowArrayStream* self, ArrowSchema* out) {
  Producer& producer = *static_cast<Producer*>(self->private_data);
  if (producer.source.rarely() && producer.source.rarely()) return 5;
  *out = batch::test::export_schema(producer.table.schema, producer.live);
  spoil_pointers(producer.source, *out);
  return 0;
}

int give_batch(ArrowArrayStream* self, ArrowArray* out) {
  Producer& producer = *static_cast<Producer*>(self->private_data);
  out->release = nullptr;
  if (producer.source.rarely() && producer.source.rarely()) return 5;
  if (producer.next == producer.table.batches.size()) return 0;
  *out = batch::test::export_array(producer.table.batches[producer.next++], producer.live);
  spoil_pointers(producer.source, *out);
  return 0;
}

void release(ArrowArrayStream* self) {
  self->release = nullptr;
  delete static_cast<Producer*>(self->private_data);
}

ArrowArrayStream export_stream(SpoiltTable table, ByteSource source, const Live& live) {
  ArrowArrayStream stream{};
  stream.get_schema = &give_schema;
  stream.get_next = &give_batch;
  stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  stream.release = &release;
  stream.private_data = new Producer{std::move(table), source, live};
  return stream;
}

void check_as_stream(SpoiltTable table, ByteSource source, const TableOptions& options, const Live& live) {
  ArrowArrayStream in = export_stream(std::move(table), source, live);
  ArrowArrayStream out{};
  const auto report = check_stream(batch::test::sample_query(), &in, &out, options);
  require(in.release == nullptr, "the input stream was not moved from");
  require(report.ok() == (out.release != nullptr), "an output stream goes with a report, and with nothing else");
  if (!report) return;
  // The reader reads every cell, and throws where the result is not well made.
  const auto outcome = batch::test::drain(out);
  const auto summary = report->summary();
  std::int64_t rows = 0;
  for (const std::int64_t count : outcome.batch_rows) rows += count;
  require(rows == summary.rows, "the report counts other rows than the result has");
  require(summary.finished == (outcome.error_number == 0), "finished and failed at once, or neither");
}

void check_as_batch(const SpoiltTable& table, ByteSource source, const TableOptions& options, const Live& live) {
  ArrowSchema schema = batch::test::export_schema(table.schema, live);
  ArrowArray array = batch::test::export_array(table.batches.front(), live);
  spoil_pointers(source, schema);
  spoil_pointers(source, array);
  ArrowSchema out_schema{};
  ArrowArray out{};
  const auto report = check_batch(batch::test::sample_query(), &schema, &array, &out_schema, &out, options);
  require(schema.release == nullptr && array.release == nullptr, "the input was not moved from");
  if (!report) return;
  std::vector<batch::test::TextColumn> columns;
  batch::test::read_batch(out_schema, out, columns);
  out.release(&out);
  out_schema.release(&out_schema);
}

}  // namespace
}  // namespace tepei::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace tepei;
  fuzz::ByteSource source(bytes, size);
  const auto options = fuzz::draw_options(source);
  fuzz::SpoiltTable table = fuzz::draw_table(source, batch::test::sample_query().facts());
  const auto live = batch::test::no_structures();
  if (!table.batches.empty() && source.below(2) == 0) {
    fuzz::check_as_batch(table, source, options, live);
  } else {
    fuzz::check_as_stream(std::move(table), source, options, live);
  }
  fuzz::require(*live == 0, "something was not released");
  return 0;
}
