#include <pybind11/stl.h>

#include <utility>

#include "bind.hpp"
#include "convert.hpp"
#include "tepei/value/diagnostic.hpp"

namespace tepei::python {

namespace {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
    case Severity::error:
      break;
  }
  return "error";
}

// The class is Python's own (tepei._errors), so that it can be documented and subclassed as one.
void raise(const Error& error) {
  const py::object type = py::module_::import("tepei._errors").attr("Error");
  py::list diagnostics;
  for (const Diagnostic& diagnostic : error.diagnostics()) diagnostics.append(py::cast(diagnostic));
  py::set_error(type, type(diagnostics));
}

}  // namespace

void bind_errors(py::module_& module) {
  py::class_<Diagnostic>(module, "Diagnostic", "One problem found in what was given.")
      .def(py::init([](std::string code, std::string message, std::string help, std::string path) {
             Diagnostic diagnostic;
             diagnostic.code = std::move(code);
             diagnostic.message = std::move(message);
             diagnostic.help = std::move(help);
             diagnostic.path = std::move(path);
             return diagnostic;
           }),
           py::arg("code"), py::arg("message"), py::arg("help") = "", py::arg("path") = "")
      .def_readonly("code", &Diagnostic::code, "Dotted and stable: `facts.value.unlisted`.")
      .def_readonly("message", &Diagnostic::message, "What is wrong, in one line.")
      .def_readonly("help", &Diagnostic::help, "What to do about it; may be empty.")
      .def_readonly("path", &Diagnostic::path, "Where: a fact, a JSON pointer; may be empty.")
      .def_readonly("file", &Diagnostic::file,
                    "The pack `path` and `line` speak of, where it is one that the given one extends.")
      .def_property_readonly(
          "severity", [](const Diagnostic& diagnostic) { return name_of(diagnostic.severity); },
          "error, warning or note.")
      .def_property_readonly(
          "line",
          [](const Diagnostic& diagnostic) {
            return diagnostic.position ? std::optional<std::size_t>(diagnostic.position->line) : std::nullopt;
          },
          "Line in the file, from 1, where there is a file.")
      .def_property_readonly(
          "column",
          [](const Diagnostic& diagnostic) {
            return diagnostic.position ? std::optional<std::size_t>(diagnostic.position->column) : std::nullopt;
          },
          "Column in the line, from 1, in characters.")
      .def("__str__", [](const Diagnostic& diagnostic) { return render(diagnostic); })
      .def("__repr__", [](const Diagnostic& diagnostic) {
        return "<Diagnostic " + diagnostic.code + ": " + diagnostic.message + ">";
      });

  // The signature is pybind11's.
  py::register_exception_translator([](std::exception_ptr thrown) {  // NOLINT(performance-unnecessary-value-param)
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Error& error) {
      raise(error);
    }
  });
}

}  // namespace tepei::python
