#include <pybind11/stl.h>

#include <memory>
#include <utility>

#include "arrow_column.hpp"
#include "arrow_share.hpp"
#include "bind.hpp"
#include "convert.hpp"
#include "programme_handle.hpp"
#include "tepei/batch/check_table.hpp"

namespace tepei::python {

namespace {

using batch::CellError;
using batch::TableSummary;

// The whole result of a table, held as Arrow chunks.
struct TableHandle {
  SharedSchema schema;
  std::vector<std::string> names;
  std::vector<SharedArray> chunks;
  TableSummary summary;
};

template <typename Node>
Node* capsule_content(const py::capsule& capsule, const char* name) {
  if (std::string(capsule.name() == nullptr ? "" : capsule.name()) != name) {
    throw py::type_error(std::string("a capsule `") + name + "` was expected");
  }
  return capsule.get_pointer<Node>();
}

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

[[noreturn]] void throw_stream_error(ArrowArrayStream& stream) {
  const char* said = stream.get_last_error(&stream);
  Diagnostic problem;
  problem.code = "batch.stream.failed";
  problem.message = said == nullptr ? "the table's stream failed without saying why" : said;
  throw_error({problem});
}

std::vector<std::string> column_names(const ArrowSchema& schema) {
  std::vector<std::string> names;
  for (std::int64_t i = 0; i < schema.n_children; ++i) names.emplace_back(schema.children[i]->name);
  return names;
}

TableHandle drain(ArrowArrayStream& stream, const batch::TableReport& report) {
  ArrowSchema schema{};
  if (stream.get_schema(&stream, &schema) != 0) throw_stream_error(stream);
  auto names = column_names(schema);
  TableHandle table{SharedSchema(&schema), std::move(names), {}, {}};
  for (;;) {
    ArrowArray array{};
    if (stream.get_next(&stream, &array) != 0) throw_stream_error(stream);
    if (array.release == nullptr) break;
    table.chunks.emplace_back(&array);
  }
  table.summary = report.summary();
  return table;
}

batch::TableOptions options_from(std::vector<std::string> columns, bool ignore_extra_columns) {
  batch::TableOptions options;
  options.columns = std::move(columns);
  options.extra_columns = ignore_extra_columns ? batch::ExtraColumns::ignore : batch::ExtraColumns::refuse;
  return options;
}

TableHandle check_stream(const ProgrammeHandle& programme, const py::capsule& capsule, const py::object& track,
                         const py::object& as_of, const py::object& readings, std::vector<std::string> columns,
                         bool ignore_extra_columns) {
  auto* in = capsule_content<ArrowArrayStream>(capsule, "arrow_array_stream");
  const auto query = programme->eligibility.bind(question_from(track, as_of, readings).value()).value();
  const auto options = options_from(std::move(columns), ignore_extra_columns);
  const py::gil_scoped_release released;
  Stream out;
  const auto report = batch::check_stream(query, in, &out.stream, options).value();
  return drain(out.stream, report);
}

// A record batch as a stream of one.
TableHandle check_batch(const ProgrammeHandle& programme, const py::capsule& schema, const py::capsule& array,
                        const py::object& track, const py::object& as_of, const py::object& readings,
                        std::vector<std::string> columns, bool ignore_extra_columns) {
  Stream stream;
  give_stream(SharedSchema(capsule_content<ArrowSchema>(schema, "arrow_schema")),
              {SharedArray(capsule_content<ArrowArray>(array, "arrow_array"))}, &stream.stream);
  const py::capsule wrapped(&stream.stream, "arrow_array_stream");
  return check_stream(programme, wrapped, track, as_of, readings, std::move(columns), ignore_extra_columns);
}

py::capsule export_stream(const TableHandle& self, const py::object& /*requested_schema*/) {
  auto stream = std::make_unique<ArrowArrayStream>();
  give_stream(self.schema, self.chunks, stream.get());
  return py::capsule(stream.release(), "arrow_array_stream", [](PyObject* capsule) {
    auto* held = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
    if (held->release != nullptr) held->release(held);
    delete held;
  });
}

py::list column_of(const TableHandle& self, const std::string& name) {
  py::list values;
  for (std::size_t i = 0; i < self.names.size(); ++i) {
    if (self.names[i] != name) continue;
    for (const SharedArray& chunk : self.chunks)
      append_values(*(*self.schema).children[i], *(*chunk).children[i], values);
    return values;
  }
  throw py::key_error(name);
}

template <std::size_t Count, typename Enum>
py::dict counts(const std::array<std::int64_t, Count>& numbers) {
  py::dict result;
  for (std::size_t i = 0; i < Count; ++i) result[py::str(to_string(static_cast<Enum>(i)))] = numbers[i];
  return result;
}

py::dict criterion_counts(const TableHandle& self) {
  py::dict result;
  for (const auto& criterion : self.summary.criteria) {
    result[py::str(criterion.criterion)] = counts<4, policy::Outcome>(criterion.outcomes);
  }
  return result;
}

}  // namespace

void bind_table(py::module_& module) {
  py::class_<CellError>(module, "CellError", "A cell that could not be read; its row has null in the result.")
      .def_readonly("row", &CellError::row, "The row, from 0.")
      .def_readonly("column", &CellError::column, "The column, as the table names it.")
      .def_readonly("fact", &CellError::fact, "The fact's id.")
      .def_property_readonly(
          "code", [](const CellError& self) { return self.diagnostic.code; }, "What kind of problem it is.")
      .def_property_readonly(
          "message", [](const CellError& self) { return self.diagnostic.message; }, "What is wrong.")
      .def_property_readonly(
          "help", [](const CellError& self) { return self.diagnostic.help; }, "What to do about it; may be empty.")
      .def("__repr__", [](const CellError& self) {
        return "<CellError row " + std::to_string(self.row) + ", " + self.column + ": " + self.diagnostic.message + ">";
      });

  py::class_<TableHandle>(module, "TableResult", "The result of a table, as Arrow chunks.")
      .def_readonly("column_names", &TableHandle::names, "The result's columns.")
      .def_property_readonly(
          "num_rows", [](const TableHandle& self) { return self.summary.rows; }, "All rows, answered or not.")
      .def_property_readonly(
          "rows_with_errors", [](const TableHandle& self) { return self.summary.rows_with_errors; },
          "Rows with a cell that could not be read.")
      .def_property_readonly(
          "error_count", [](const TableHandle& self) { return self.summary.errors; }, "Every bad cell, listed or not.")
      .def_property_readonly(
          "errors", [](const TableHandle& self) { return self.summary.listed_errors; }, "The bad cells, by row.")
      .def_property_readonly(
          "ignored_columns", [](const TableHandle& self) { return self.summary.ignored_columns; },
          "Columns that name no fact.")
      .def_property_readonly(
          "verdict_counts", [](const TableHandle& self) { return counts<4, policy::Verdict>(self.summary.verdicts); },
          "How often each verdict occurred.")
      .def_property_readonly("criterion_counts", &criterion_counts,
                             "How often each outcome of each criterion occurred.")
      .def("column", &column_of, py::arg("name"), "A column as a list.")
      .def("__arrow_c_stream__", &export_stream, py::arg("requested_schema") = py::none(),
           "The Arrow PyCapsule protocol.");

  module.def("check_stream", &check_stream, py::arg("programme"), py::arg("stream"), py::arg("track"), py::arg("as_of"),
             py::arg("readings"), py::arg("columns"), py::arg("ignore_extra_columns"),
             "Checks an `arrow_array_stream` capsule.");
  module.def("check_batch", &check_batch, py::arg("programme"), py::arg("schema"), py::arg("array"), py::arg("track"),
             py::arg("as_of"), py::arg("readings"), py::arg("columns"), py::arg("ignore_extra_columns"),
             "Checks an `arrow_schema` and an `arrow_array` capsule.");
}

}  // namespace tepei::python
