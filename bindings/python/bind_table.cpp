#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "arrow_column.hpp"
#include "bind.hpp"
#include "convert.hpp"
#include "programme_handle.hpp"
#include "table_handle.hpp"
#include "tepei/batch/check_table.hpp"

namespace tepei::python {

namespace {

using batch::CellError;
using batch::TableSummary;

// A table's options as Python's face hands them over, already checked there.
struct Options {
  batch::TableOptions table;

  Options(std::vector<std::string> columns, bool ignore_extra_columns, const std::string& language, std::size_t threads,
          bool as_written, std::size_t max_errors) {
    table.columns = std::move(columns);
    table.extra_columns = ignore_extra_columns ? batch::ExtraColumns::ignore : batch::ExtraColumns::refuse;
    table.language = language == "en" ? explain::Language::english : explain::Language::chinese;
    table.threads = threads;
    table.strictness = as_written ? facts::Strictness::as_written : facts::Strictness::typed;
    table.max_errors = max_errors;
  }
};

policy::Query query_from(const ProgrammeHandle& programme, const py::object& track, const py::object& as_of,
                         const py::object& readings) {
  return programme->eligibility.bind(question_from(track, as_of, readings).value()).value();
}

// Several parts of one table, all with the same columns, read one after the other; there is at least one.
TableHandle check_runs(const ProgrammeHandle& programme, const py::typing::List<py::object>& runs,
                       const py::object& track, const py::object& as_of, const py::object& readings,
                       const Options& chosen) {
  const auto query = query_from(programme, track, as_of, readings);
  return collect(runs, chosen.table.max_errors, [&](ArrowArrayStream* in, ArrowArrayStream* out) {
    return batch::check_stream(query, in, out, chosen.table);
  });
}

// A table that is answered while its answers are read. Its stream may be taken once.
struct TableStreamHandle {
  std::unique_ptr<Stream> out;
  batch::TableReport report;
};

TableStreamHandle check_stream(const ProgrammeHandle& programme, const py::object& run, const py::object& track,
                               const py::object& as_of, const py::object& readings, const Options& chosen) {
  Stream in;
  take_run(run, in);
  const auto query = query_from(programme, track, as_of, readings);
  const py::gil_scoped_release released;
  auto out = std::make_unique<Stream>();
  auto report = batch::check_stream(query, &in.stream, &out->stream, chosen.table).value();
  return {std::move(out), std::move(report)};
}

py::capsule take_stream(TableStreamHandle& self, const py::object& /*requested_schema*/) {
  if (self.out->stream.release == nullptr) {
    throw_error({{"batch.stream.malformed", "this stream was taken already", "a stream is read once; check again"}});
  }
  auto stream = std::make_unique<ArrowArrayStream>(self.out->stream);
  self.out->stream.release = nullptr;
  return stream_capsule(std::move(stream));
}

py::typing::List<py::object> column_of(const TableHandle& self, const std::string& name) {
  py::typing::List<py::object> values;
  for (std::size_t i = 0; i < self.names.size(); ++i) {
    if (self.names[i] != name) continue;
    for (const SharedArray& chunk : self.chunks)
      append_values(*(*self.schema).children[i], *(*chunk).children[i], values);
    return values;
  }
  throw py::key_error(name);
}

using Counts = py::typing::Dict<py::str, py::int_>;

template <std::size_t Count, typename Enum>
Counts counts(const std::array<std::int64_t, Count>& numbers) {
  Counts result;
  for (std::size_t i = 0; i < Count; ++i) result[py::str(to_string(static_cast<Enum>(i)))] = numbers[i];
  return result;
}

py::typing::Dict<py::str, Counts> criterion_counts(const TableSummary& summary) {
  py::typing::Dict<py::str, Counts> result;
  for (const auto& criterion : summary.criteria) {
    result[py::str(criterion.criterion)] = counts<4, policy::Outcome>(criterion.outcomes);
  }
  return result;
}

void bind_summary(py::module_& module) {
  py::class_<TableSummary>(module, "TableSummary", "The counts of a table, and the cells that could not be read.")
      .def_readonly("num_rows", &TableSummary::rows, "All rows, answered or not.")
      .def_readonly("rows_with_errors", &TableSummary::rows_with_errors, "Rows with a cell that could not be read.")
      .def_readonly("error_count", &TableSummary::errors, "Every bad cell, listed or not.")
      .def_readonly("errors", &TableSummary::listed_errors, "The bad cells, by row.")
      .def_readonly("ignored_columns", &TableSummary::ignored_columns, "Columns that name no fact.")
      .def_readonly("finished", &TableSummary::finished, "Whether every row was answered.")
      .def_property_readonly(
          "verdict_counts", [](const TableSummary& self) { return counts<4, policy::Verdict>(self.verdicts); },
          "How often each verdict occurred.")
      .def_property_readonly("criterion_counts", &criterion_counts,
                             "How often each outcome of each criterion occurred.");
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

  bind_summary(module);

  py::class_<TableHandle>(module, "TableResult", "The result of a table, as Arrow chunks.")
      .def_readonly("column_names", &TableHandle::names, "The result's columns.")
      .def_readonly("summary", &TableHandle::summary, "The counts, and the cells that could not be read.")
      .def("column", &column_of, py::arg("name"), "A column as a list.")
      .def("__arrow_c_stream__", &export_stream, py::arg("requested_schema") = py::none(),
           "The Arrow PyCapsule protocol.");

  py::class_<TableStreamHandle>(module, "TableStream", "A table that is answered while its answers are read.")
      .def_property_readonly(
          "summary", [](const TableStreamHandle& self) { return self.report.summary(); },
          "The counts over the rows answered so far.")
      .def(
          "take_errors", [](TableStreamHandle& self) { return self.report.take_errors(); },
          "The bad cells listed since the last call, which the summary then forgets.")
      .def("__arrow_c_stream__", &take_stream, py::arg("requested_schema") = py::none(),
           "The Arrow PyCapsule protocol; once.");

  py::class_<Options>(module, "TableOptions", "How a table is answered.")
      .def(py::init<std::vector<std::string>, bool, std::string, std::size_t, bool, std::size_t>(), py::arg("columns"),
           py::arg("ignore_extra_columns"), py::arg("lang"), py::arg("threads"), py::arg("as_written") = false,
           py::arg("max_errors") = batch::TableOptions().max_errors);

  module.def("check_runs", &check_runs, py::arg("programme"), py::arg("runs"), py::arg("track"), py::arg("as_of"),
             py::arg("readings"), py::arg("options"),
             "Checks the parts of a table, each an `arrow_array_stream` capsule or a pair of an `arrow_schema` and an "
             "`arrow_array` capsule.");
  module.def("check_stream", &check_stream, py::arg("programme"), py::arg("run"), py::arg("track"), py::arg("as_of"),
             py::arg("readings"), py::arg("options"), "Checks a table while its answers are read.");
}

}  // namespace tepei::python
