#include <pybind11/stl.h>

#include "bind.hpp"
#include "convert.hpp"
#include "programme_handle.hpp"
#include "tepei/batch/plan.hpp"

namespace tepei::python {

namespace {

using batch::PlannedCriterion;
using batch::PlannedFact;
using batch::TablePlan;

TablePlan plan(const ProgrammeHandle& programme, const py::object& track, const py::object& as_of,
               const py::object& readings) {
  return batch::plan(programme->eligibility.bind(question_from(track, as_of, readings).value()).value()).value();
}

// One line a criterion, as a reader of the plan wants it.
std::string text(const TablePlan& plan) {
  std::string lines = "kernels: " + plan.kernels;
  for (const PlannedCriterion& criterion : plan.criteria) {
    lines += "\n" + criterion.criterion + ": " + (criterion.by_table ? "by table" : "row by row: " + criterion.reason);
    for (const PlannedFact& fact : criterion.facts) {
      lines += "\n  " + fact.fact + ": by " + std::string(to_string(fact.classes));
      if (fact.classes == batch::FactClasses::intervals) lines += ", " + std::to_string(fact.turns) + " turns";
    }
  }
  return lines;
}

}  // namespace

void bind_plan(py::module_& module) {
  py::class_<PlannedFact>(module, "PlannedFact", "A fact as a criterion takes it.")
      .def_readonly("fact", &PlannedFact::fact, "The fact's id.")
      .def_property_readonly(
          "classes", [](const PlannedFact& self) { return std::string(to_string(self.classes)); },
          "How its values are told apart: `members`, `answers` or `intervals`.")
      .def_readonly("turns", &PlannedFact::turns, "Of `intervals`: the places where a comparison turns.");

  py::class_<PlannedCriterion>(module, "PlannedCriterion", "A criterion as a table's rows are judged by it.")
      .def_readonly("criterion", &PlannedCriterion::criterion, "The criterion's id.")
      .def_readonly("by_table", &PlannedCriterion::by_table, "Whether a lookup table gives its outcomes.")
      .def_readonly("reason", &PlannedCriterion::reason, "Why not; empty where it does.")
      .def_readonly("facts", &PlannedCriterion::facts, "The facts it reads.");

  py::class_<TablePlan>(module, "TablePlan", "How a programme's criteria answer tables.")
      .def_readonly("kernels", &TablePlan::kernels, "The loops used: `avx2` or `portable`.")
      .def_readonly("criteria", &TablePlan::criteria, "The criteria, in the order of the text.")
      .def("__str__", &text)
      .def("__repr__", [](const TablePlan& self) { return "<TablePlan " + text(self) + ">"; });

  module.def("plan", &plan, py::arg("programme"), py::arg("track"), py::arg("as_of"), py::arg("readings"),
             "How tables are answered.");
}

}  // namespace tepei::python
