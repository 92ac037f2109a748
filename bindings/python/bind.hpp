// One function a topic; module.cpp calls them in order.
#pragma once

#include <pybind11/pybind11.h>

namespace tepei::python {

void bind_errors(pybind11::module_& module);
void bind_decision(pybind11::module_& module);
void bind_programme(pybind11::module_& module);
void bind_words(pybind11::module_& module);
void bind_plan(pybind11::module_& module);
void bind_questions(pybind11::module_& module);
void bind_leave(pybind11::module_& module);
void bind_assessment(pybind11::module_& module);
void bind_funding(pybind11::module_& module);
void bind_table(pybind11::module_& module);
void bind_answer_tables(pybind11::module_& module);
void bind_roster(pybind11::module_& module);

}  // namespace tepei::python
