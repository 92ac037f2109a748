#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include "answers.hpp"
#include "bind.hpp"
#include "convert.hpp"
#include "programme_handle.hpp"
#include "tepei/explain/html.hpp"
#include "tepei/explain/json.hpp"
#include "tepei/explain/text.hpp"

namespace tepei::python {

namespace {

using policy::Finding;
using policy::ReadingEffect;
using policy::ValueRead;

void bind_parts(py::module_& module) {
  py::class_<ValueRead>(module, "ValueRead", "A value that a criterion read.")
      .def_readonly("id", &ValueRead::id, "The fact's id.")
      .def_property_readonly(
          "label", [](const ValueRead& read) { return read.label.in(true); }, "The fact's Chinese label.")
      .def_property_readonly(
          "value", [](const ValueRead& read) { return to_python(read.value); },
          "The value; None where `known` is false.")
      .def_property_readonly(
          "known", [](const ValueRead& read) { return read.value.is_known(); }, "Whether the value is known.")
      .def_readonly("derived", &ValueRead::derived, "Whether it was computed from other facts.")
      .def_readonly("cite", &ValueRead::cite, "The clause a derived fact comes from; may be empty.")
      .def("__repr__", [](const ValueRead& read) { return "<ValueRead " + read.id + "=" + to_feel(read.value) + ">"; });

  py::class_<ReadingEffect>(module, "ReadingEffect", "What another option of a reading would give.")
      .def_readonly("reading", &ReadingEffect::reading, "The reading's id.")
      .def_readonly("option", &ReadingEffect::option, "The other option's id.")
      .def_property_readonly(
          "outcome", [](const ReadingEffect& effect) { return to_string(effect.outcome); },
          "The outcome it would give.")
      .def("__repr__", [](const ReadingEffect& effect) {
        return "<ReadingEffect " + effect.reading + "=" + effect.option + ": " +
               std::string(to_string(effect.outcome)) + ">";
      });
}

void bind_finding(py::module_& module) {
  py::class_<FindingHandle>(module, "Finding", "The answer of one criterion.")
      .def_property_readonly(
          "criterion", [](const FindingHandle& self) { return self.finding->criterion; }, "The criterion's id.")
      .def_property_readonly(
          "label", [](const FindingHandle& self) { return self.finding->label.in(true); }, "Its Chinese label.")
      .def_property_readonly(
          "label_en", [](const FindingHandle& self) { return self.finding->label.in(false); }, "Its English label.")
      .def_property_readonly(
          "outcome", [](const FindingHandle& self) { return to_string(self.finding->outcome); },
          "met, discretionary, undetermined or not_met.")
      .def_property_readonly(
          "cite", [](const FindingHandle& self) { return self.finding->cite; }, "The clause, as people cite it.")
      .def_property_readonly(
          "text", [](const FindingHandle& self) { return self.finding->text; }, "The clause, word for word.")
      .def_property_readonly(
          "missing", [](const FindingHandle& self) { return self.finding->missing; },
          "Facts that could change the outcome; empty unless it is undetermined.")
      .def_property_readonly(
          "missing_documents", [](const FindingHandle& self) { return self.finding->missing_documents; },
          "Titles of documents that are not at hand and would decide.")
      .def_property_readonly(
          "authority",
          [](const FindingHandle& self) {
            const std::string& authority = self.finding->authority;
            return authority.empty() ? std::nullopt : std::optional<std::string>(authority);
          },
          "Who decides a discretionary outcome; else None.")
      .def_property_readonly(
          "reading_sensitive", [](const FindingHandle& self) { return self.finding->reading_sensitive; },
          "Whether another option of one reading gives another outcome.")
      .def_property_readonly(
          "readings", [](const FindingHandle& self) { return self.finding->readings; },
          "The options that would give another outcome.")
      .def_property_readonly(
          "values", [](const FindingHandle& self) { return self.finding->values; }, "The values it read.")
      .def_property_readonly(
          "notes", [](const FindingHandle& self) { return in_chinese(self.finding->notes); }, "Remarks, in Chinese.")
      .def("__repr__", [](const FindingHandle& self) {
        return "<Finding " + self.finding->criterion + ": " + std::string(to_string(self.finding->outcome)) + ">";
      });
}

std::vector<FindingHandle> findings_of(const DecisionHandle& self) {
  std::vector<FindingHandle> findings;
  for (const Finding& finding : self.decision->findings) findings.push_back({self.decision, &finding});
  return findings;
}

py::class_<DecisionHandle> bind_decision_values(py::module_& module) {
  return py::class_<DecisionHandle>(module, "Decision", "The answer for one person, with reasons and citations.")
      .def_property_readonly(
          "programme", [](const DecisionHandle& self) { return self.decision->programme; }, "The programme's id.")
      .def_property_readonly(
          "status", [](const DecisionHandle& self) { return to_string(self.decision->status); },
          "The instrument's status: draft, in_force or repealed.")
      .def_property_readonly(
          "track", [](const DecisionHandle& self) { return self.decision->track; }, "The track asked for.")
      .def_property_readonly(
          "as_of", [](const DecisionHandle& self) { return to_python(self.decision->as_of); },
          "The day of the question.")
      .def_property_readonly(
          "verdict", [](const DecisionHandle& self) { return to_string(self.decision->verdict); },
          "eligible, conditional, undetermined or ineligible: the worst of the outcomes.")
      .def_property_readonly("findings", &findings_of, "One finding a criterion, in the order of the text.")
      .def_property_readonly(
          "missing", [](const DecisionHandle& self) { return self.decision->missing; },
          "Facts that could change the answer; empty where ineligible.")
      .def_property_readonly(
          "missing_documents", [](const DecisionHandle& self) { return self.decision->missing_documents; },
          "Titles of documents that are not at hand; empty where ineligible.")
      .def_property_readonly(
          "reading_sensitive", [](const DecisionHandle& self) { return self.decision->reading_sensitive; },
          "Whether another option of one reading gives another verdict.")
      .def_property_readonly(
          "readings",
          [](const DecisionHandle& self) {
            py::typing::Dict<py::str, py::str> readings;
            for (const auto& [reading, option] : self.decision->readings) readings[py::str(reading)] = option;
            return readings;
          },
          "The readings that the track turns on, with the option taken.")
      .def_property_readonly(
          "notes", [](const DecisionHandle& self) { return in_chinese(self.decision->notes); },
          "Remarks on the facts, in Chinese.");
}

void bind_decision_texts(py::class_<DecisionHandle>& decision) {
  decision
      .def(
          "to_json", [](const DecisionHandle& self, int indent) { return explain::to_json(*self.decision, indent); },
          py::arg("indent") = -1, "The whole answer as JSON text (docs/schema/decision-1.json).")
      .def(
          "to_dict",
          [](const DecisionHandle& self) {
            py::object plain = py::module_::import("json").attr("loads")(explain::to_json(*self.decision));
            return py::typing::Dict<py::str, py::object>(std::move(plain));
          },
          "The whole answer as plain dicts and lists, as `to_json` has it.")
      .def(
          "text",
          [](const DecisionHandle& self, const std::string& lang) {
            return explain::text(*self.decision, *self.programme, language_of(lang));
          },
          py::arg("lang") = "zh", "The whole answer for people, in Chinese (zh) or English (en).")
      .def(
          "reasons",
          [](const DecisionHandle& self, const std::string& lang) {
            return explain::reasons(*self.decision, *self.programme, language_of(lang));
          },
          py::arg("lang") = "zh", "One sentence for each criterion that is not met, open or left to discretion.")
      .def(
          "html",
          [](const DecisionHandle& self, const std::string& lang) {
            return explain::html(*self.decision, *self.programme, language_of(lang));
          },
          py::arg("lang") = "zh", "The whole answer as HTML for a page, in Chinese (zh) or English (en).")
      .def("_repr_html_", [](const DecisionHandle& self) { return explain::html(*self.decision, *self.programme); })
      .def("__repr__", [](const DecisionHandle& self) {
        return "<Decision " + self.decision->programme + "/" + self.decision->track + ": " +
               std::string(to_string(self.decision->verdict)) + ">";
      });
}

}  // namespace

void bind_decision(py::module_& module) {
  bind_parts(module);
  bind_finding(module);
  auto decision = bind_decision_values(module);
  bind_decision_texts(decision);
}

}  // namespace tepei::python
