// The private module behind python/tepei; the public face is there.
#include "bind.hpp"

PYBIND11_MODULE(_core, module) {
  module.doc() = "The compiled part of tepei. Private: use the names of `tepei` itself.";
  module.attr("__version__") = TEPEI_VERSION;
  tepei::python::bind_errors(module);
  tepei::python::bind_decision(module);
  tepei::python::bind_programme(module);
  tepei::python::bind_words(module);
  tepei::python::bind_plan(module);
  tepei::python::bind_questions(module);
  tepei::python::bind_leave(module);
  tepei::python::bind_assessment(module);
  tepei::python::bind_funding(module);
  tepei::python::bind_table(module);
  tepei::python::bind_answer_tables(module);
  tepei::python::bind_roster(module);
}
