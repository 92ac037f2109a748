// What a policy's parts are called and what its conditions say, for the page that shows it.
#include <pybind11/stl.h>

#include <utility>

#include "answers.hpp"
#include "bind.hpp"
#include "programme_handle.hpp"
#include "tepei/explain/answers.hpp"
#include "tepei/explain/conditions.hpp"

namespace tepei::python {

namespace {

using explain::ConditionText;

// A criterion's id with its conditions.
using CriterionConditions = std::pair<std::string, std::vector<ConditionText>>;

std::vector<CriterionConditions> conditions(const ProgrammeHandle& programme, const std::string& track,
                                            const std::string& lang) {
  std::vector<CriterionConditions> result;
  for (explain::CriterionText& text : explain::conditions(programme->eligibility, track, language_of(lang))) {
    result.emplace_back(std::move(text.criterion), std::move(text.conditions));
  }
  return result;
}

std::string act_text(const std::string& kind, const std::string& party, bool written, const std::string& lang) {
  const auto known = policy::parse_act_kind(kind);
  if (!known.has_value()) return kind;
  return explain::act_text({*known, party, written, {}}, language_of(lang));
}

}  // namespace

void bind_words(py::module_& module) {
  py::class_<ConditionText>(module, "ConditionText", "A condition in words, or a part of one.")
      .def_readonly("label", &ConditionText::label, "What it leads to, or which branch it is; may be empty.")
      .def_readonly("text", &ConditionText::text,
                    "The condition, or what its parts must do; empty where nothing is asked.")
      .def_readonly("parts", &ConditionText::parts, "Its parts, where it has any.");
  module.def("conditions", &conditions, py::arg("programme"), py::arg("track"), py::arg("lang"),
             "What each criterion of a track asks, in words.");
  module.def("act_text", &act_text, py::arg("kind"), py::arg("party"), py::arg("written"), py::arg("lang"),
             "What a party does, in words; the kind itself where there is no such act.");
  module.def(
      "party_label",
      [](const std::string& party, const std::string& lang) { return explain::party_label(party, language_of(lang)); },
      py::arg("party"), py::arg("lang"), "What a party is called; its id where unknown.");
}

}  // namespace tepei::python
