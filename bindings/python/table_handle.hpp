// A table's answers in Python: parts of a table in, Arrow chunks out.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "arrow_share.hpp"
#include "tepei/batch/table_report.hpp"
#include "tepei/value/result.hpp"

namespace tepei::python {

namespace py = pybind11;

// The whole result of a table, held as Arrow chunks.
struct TableHandle {
  SharedSchema schema;
  std::vector<std::string> names;
  std::vector<SharedArray> chunks;
  batch::TableSummary summary;
};

// A stream that is released even where an error cuts the way short.
struct Stream {
  ArrowArrayStream stream{};
  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() {
    if (stream.release != nullptr) stream.release(&stream);
  }
};

// One part of a table as it was handed in: the capsule of a stream, or those of a schema and one batch.
void take_run(const py::handle& run, Stream& in);

// What answers one part: as `batch::check_stream` treats its streams.
using AnswerRun = std::function<Result<batch::TableReport>(ArrowArrayStream* in, ArrowArrayStream* out)>;

// The answers for several parts of one table, all with the same columns, read one after the other; there is at least
// one. The interpreter is let go meanwhile.
TableHandle collect(const py::typing::List<py::object>& runs, std::size_t max_errors, const AnswerRun& answer);

// A capsule that releases the stream unless its reader has taken it.
py::capsule stream_capsule(std::unique_ptr<ArrowArrayStream> stream);
py::capsule export_stream(const TableHandle& self, const py::object& requested_schema);

}  // namespace tepei::python
