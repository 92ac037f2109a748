#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include "bind.hpp"
#include "convert.hpp"
#include "programme_handle.hpp"
#include "tepei/catalog/catalog.hpp"
#include "tepei/pack/dump.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::python {

namespace {

using policy::Clause;
using policy::Programme;
using policy::Reading;

// A reading with the citation of its clause.
struct ReadingHandle {
  ProgrammeHandle programme;
  const Reading* reading = nullptr;

  std::string cite() const {
    for (const Clause& clause : programme->clauses()) {
      if (clause.id == reading->clause) return clause.cite;
    }
    return {};
  }
};

std::vector<ReadingHandle> readings_of(const ProgrammeHandle& self) {
  std::vector<ReadingHandle> readings;
  for (const Reading& reading : self->readings()) readings.push_back({self, &reading});
  return readings;
}

std::vector<std::string> options_of(const ReadingHandle& self) {
  std::vector<std::string> options;
  options.reserve(self.reading->options.size());
  for (const auto& option : self.reading->options) options.push_back(option.id);
  return options;
}

void bind_clause(py::module_& module) {
  py::class_<Clause>(module, "Clause", "A piece of the instrument's text, word for word.")
      .def_readonly("id", &Clause::id, "Unique in the programme.")
      .def_readonly("cite", &Clause::cite, "As people cite it.")
      .def_readonly("text", &Clause::text, "Word for word.")
      .def_property_readonly(
          "kind", [](const Clause& self) { return to_string(self.kind); },
          "computed, duty, procedure, definition, preference, delegated or statement.")
      .def_readonly("rules", &Clause::rules, "Ids of the rules that carry it.")
      .def("__repr__", [](const Clause& self) { return "<Clause " + self.id + " " + self.cite + ">"; });
}

void bind_reading(py::module_& module) {
  py::class_<ReadingHandle>(module, "Reading", "An open passage of the text, with the ways to read it.")
      .def_property_readonly(
          "id", [](const ReadingHandle& self) { return self.reading->id; }, "The reading's id.")
      .def_property_readonly("options", &options_of, "The options' ids, the default first.")
      .def_property_readonly(
          "default", [](const ReadingHandle& self) { return self.reading->options.front().id; }, "The option taken.")
      .def_property_readonly(
          "reason", [](const ReadingHandle& self) { return self.reading->reason.in(true); },
          "Why the default is the default, in Chinese.")
      .def_property_readonly(
          "reason_en", [](const ReadingHandle& self) { return self.reading->reason.in(false); }, "The same in English.")
      .def_property_readonly("cite", &ReadingHandle::cite, "The clause that is open.")
      .def("__repr__", [](const ReadingHandle& self) { return "<Reading " + self.reading->id + ">"; });
}

DecisionHandle check(const ProgrammeHandle& self, const py::typing::Dict<py::str, py::object>& given,
                     const py::object& track, const py::object& as_of, const py::object& readings) {
  const auto query = self->eligibility.bind(question_from(track, as_of, readings).value()).value();
  const auto facts = facts_from_dict(self->eligibility.definition().facts, given).value();
  return {self, std::make_shared<const policy::Decision>(query.decide(facts).value())};
}

std::string track_label(const ProgrammeHandle& self, const std::string& track, const std::string& lang) {
  for (const policy::Track& known : self->eligibility.definition().tracks) {
    if (known.id == track) return known.label.in(lang == "zh");
  }
  return track;
}

std::string fact_label(const ProgrammeHandle& self, const std::string& fact) {
  const auto& facts = *self->eligibility.definition().facts;
  const auto slot = facts.find(fact);
  return slot.has_value() ? facts.at(*slot).label : fact;
}

void bind_programme_class(py::module_& module) {
  py::class_<ProgrammeHandle>(module, "Programme", "A talent programme: one instrument with its policy objects.")
      .def_property_readonly(
          "id", [](const ProgrammeHandle& self) { return self->id; }, "The programme's id.")
      .def_property_readonly(
          "status", [](const ProgrammeHandle& self) { return to_string(self->status()); },
          "draft, in_force or repealed.")
      .def_property_readonly(
          "tracks", [](const ProgrammeHandle& self) { return self->tracks(); }, "The tracks' ids.")
      .def_property_readonly(
          "digest", [](const ProgrammeHandle& self) { return self->digest; }, "SHA-256 of the canonical pack.")
      .def_property_readonly(
          "title", [](const ProgrammeHandle& self) { return self->instrument.title; }, "The instrument's title.")
      .def_property_readonly(
          "issuer", [](const ProgrammeHandle& self) { return self->instrument.issuer; }, "Who issued it.")
      .def_property_readonly(
          "clauses", [](const ProgrammeHandle& self) { return self->clauses(); }, "The text, clause by clause.")
      .def_property_readonly("readings", &readings_of, "The open passages and how they are read.")
      .def(
          "dump", [](const ProgrammeHandle& self) { return pack::dump(*self); }, "The pack as readable JSON.")
      .def("check", &check, py::arg("facts"), py::arg("track"), py::arg("as_of"), py::arg("readings"),
           "The decision for one person's facts.")
      .def(
          "criteria",
          [](const ProgrammeHandle& self, const std::string& track) {
            return self->eligibility.bind({track, Date(), {}}).value().criteria();
          },
          py::arg("track"), "The criteria's ids of a track, in the order of the text.")
      .def("track_label", &track_label, py::arg("track"), py::arg("lang"),
           "What a track is called; its id where unknown.")
      .def("fact_label", &fact_label, py::arg("fact"), "The fact's Chinese label; its id where unknown.")
      .def("__repr__", [](const ProgrammeHandle& self) {
        return "<Programme " + self->id + " (" + std::string(to_string(self->status())) + ")>";
      });
}

ProgrammeHandle shared(Result<Programme> loaded) {
  return {std::make_shared<const Programme>(std::move(loaded).value())};
}

// Packs are read without the interpreter: other threads go on meanwhile.
ProgrammeHandle load_text(const py::bytes& json) {
  const std::string_view text(json);
  const py::gil_scoped_release released;
  return shared(pack::load(text, catalog::base_packs()));
}

ProgrammeHandle load_file(const py::bytes& path) {
  const std::string text(path);
  const py::gil_scoped_release released;
  return shared(pack::load_file(text, catalog::base_packs()));
}

}  // namespace

void bind_programme(py::module_& module) {
  bind_clause(module);
  bind_reading(module);
  bind_programme_class(module);
  module.def("programmes", &catalog::programmes, "The ids of the built-in programmes, sorted.");
  module.def(
      "programme", [](const std::string& id) { return shared(catalog::programme(id)); }, py::arg("id"),
      "A built-in programme.");
  module.def("load_text", &load_text, py::arg("json"), "A programme from the UTF-8 JSON text of a pack.");
  module.def("load_file", &load_file, py::arg("path"), "A programme from a pack file, its path as the system has it.");
}

}  // namespace tepei::python
