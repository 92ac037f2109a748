#include <pybind11/stl.h>

#include "answers.hpp"
#include "bind.hpp"
#include "table_handle.hpp"
#include "tepei/batch/answer_tables.hpp"

namespace tepei::python {

namespace {

using batch::AnswerTableOptions;
using Runs = py::typing::List<py::object>;

AnswerTableOptions options_from(std::vector<std::string> columns, bool ignore_extra_columns,
                                const std::string& language) {
  AnswerTableOptions options;
  options.columns = std::move(columns);
  options.extra_columns = ignore_extra_columns ? batch::ExtraColumns::ignore : batch::ExtraColumns::refuse;
  options.language = language_of(language);
  return options;
}

TableHandle route_table(const ProgrammeHandle& programme, const Runs& runs, const policy::LeaveQuestion& otherwise,
                        const AnswerTableOptions& options) {
  const auto& ladder = section(programme->leave, "leave");
  return collect(runs, options.max_errors, [&](ArrowArrayStream* in, ArrowArrayStream* out) {
    return batch::route_table(ladder, otherwise, in, out, options);
  });
}

TableHandle grade_table(const ProgrammeHandle& programme, const Runs& runs, const policy::GradeQuestion& otherwise,
                        const AnswerTableOptions& options) {
  const auto& assessment = section(programme->assessment, "assessment");
  return collect(runs, options.max_errors, [&](ArrowArrayStream* in, ArrowArrayStream* out) {
    return batch::grade_table(assessment, otherwise, in, out, options);
  });
}

TableHandle entitlement_table(const ProgrammeHandle& programme, const Runs& runs,
                              const policy::FundingQuestion& otherwise, const AnswerTableOptions& options) {
  const auto& schedule = section(programme->funding, "funding");
  return collect(runs, options.max_errors, [&](ArrowArrayStream* in, ArrowArrayStream* out) {
    return batch::entitlement_table(schedule, otherwise, in, out, options);
  });
}

}  // namespace

void bind_answer_tables(py::module_& module) {
  py::class_<AnswerTableOptions>(module, "AnswerTableOptions", "How a table of questions is answered.")
      .def(py::init(&options_from), py::arg("columns"), py::arg("ignore_extra_columns"), py::arg("lang"));
  module.def("route_table", &route_table, py::arg("programme"), py::arg("runs"), py::arg("otherwise"),
             py::arg("options"), "Who grants the leave of each row.");
  module.def("grade_table", &grade_table, py::arg("programme"), py::arg("runs"), py::arg("otherwise"),
             py::arg("options"), "The grade of each row's trainee.");
  module.def("entitlement_table", &entitlement_table, py::arg("programme"), py::arg("runs"), py::arg("otherwise"),
             py::arg("options"), "What is paid for each row's trainee.");
}

}  // namespace tepei::python
