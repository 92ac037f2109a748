#include "answers.hpp"
#include "bind.hpp"
#include "tepei/explain/answers.hpp"
#include "tepei/policy/leave.hpp"

namespace tepei::python {

namespace {

using policy::Act;
using policy::ApprovalLadder;
using policy::LeaveRoute;
using policy::RouteEffect;

using Route = Answer<LeaveRoute>;

const ApprovalLadder& ladder_of(const ProgrammeHandle& programme) {
  return section(programme->leave, "leave");
}

void bind_act(py::module_& module) {
  py::class_<Act>(module, "Act", "What one party does: consents, reviews, approves, is told.")
      .def_property_readonly(
          "kind", [](const Act& act) { return to_string(act.kind); },
          "consent, review, approve, file, confirm, decide, copy or publicize.")
      .def_readonly("party", &Act::party, "The party's id.")
      .def_property_readonly(
          "party_label", [](const Act& act) { return explain::party_label(act.party, explain::Language::chinese); },
          "What the party is called in Chinese.")
      .def_readonly("written", &Act::written, "Whether the text asks for it in writing.")
      .def("__repr__", [](const Act& act) {
        return "<Act " + std::string(to_string(act.kind)) + " " + act.party + (act.written ? " written>" : ">");
      });
  py::class_<RouteEffect>(module, "RouteEffect", "What another option of a reading would give.")
      .def_readonly("reading", &RouteEffect::reading, "The reading's id.")
      .def_readonly("option", &RouteEffect::option, "The other option's id.")
      .def_readonly("tier", &RouteEffect::tier, "The tier it would give.");
}

void bind_route_values(py::class_<Route>& route) {
  route
      .def_property_readonly(
          "outcome", [](const Route& self) { return to_string(self->outcome); }, "routed, referred or undetermined.")
      .def_property_readonly(
          "tier", [](const Route& self) { return self->tier; }, "The tier, from 1; None where none decides.")
      .def_property_readonly(
          "rule", [](const Route& self) { return or_none(self->rule); },
          "The rule that decides: `leave.within_3_days`.")
      .def_property_readonly(
          "kind", [](const Route& self) { return or_none(self->kind); }, "The kind of leave.")
      .def_property_readonly(
          "role", [](const Route& self) { return self->role; }, "Who asks.")
      .def_property_readonly(
          "days", [](const Route& self) { return to_python(self->days); },
          "The days of the whole block, as the text counts them.")
      .def_property_readonly(
          "first", [](const Route& self) { return self->block ? to_python(Value(self->block->first)) : py::none(); },
          "The first day of the block, where dates were given.")
      .def_property_readonly(
          "last", [](const Route& self) { return self->block ? to_python(Value(self->block->last)) : py::none(); },
          "The last day of the block, where dates were given.")
      .def_property_readonly(
          "merged", [](const Route& self) { return self->merged; }, "Whether earlier leaves are part of the block.")
      .def_property_readonly(
          "total", [](const Route& self) { return to_python(self->total); },
          "The days of this leave and all earlier ones, where there are any.")
      .def_property_readonly(
          "acts", [](const Route& self) { return self->acts; }, "What the parties do, in the order of the text.")
      .def_property_readonly(
          "effects", [](const Route& self) { return self->effects; }, "What follows, by id.")
      .def_property_readonly(
          "cite", [](const Route& self) { return self->cite; }, "The clause, as people cite it.")
      .def_property_readonly(
          "clause_text", [](const Route& self) { return self->text; }, "The clause, word for word.")
      .def_property_readonly(
          "missing_documents", [](const Route& self) { return self->missing_documents; },
          "Titles of documents that are not at hand and would decide.")
      .def_property_readonly(
          "fallback",
          [](const Route& self) {
            return self->fallback ? std::optional<Route>(Route{self.programme, self->fallback}) : std::nullopt;
          },
          "What another programme's rule would give meanwhile; None where nothing is missing.")
      .def_property_readonly(
          "programme", [](const Route& self) { return self->heading.programme; }, "The programme whose rule it is.")
      .def_property_readonly(
          "status", [](const Route& self) { return to_string(self->heading.status); },
          "The instrument's status: draft, in_force or repealed.")
      .def_property_readonly(
          "reading_sensitive", [](const Route& self) { return self->reading_sensitive; },
          "Whether another option of one reading gives another route.")
      .def_property_readonly(
          "reading_effects", [](const Route& self) { return self->reading_effects; }, "Which, and what it would give.")
      .def_property_readonly(
          "readings", [](const Route& self) { return readings_to(self->readings); },
          "The readings the ladder turns on, with the option taken.")
      .def_property_readonly(
          "notes", [](const Route& self) { return in_chinese(self->notes); }, "Remarks, in Chinese.");
}

void bind_route_texts(py::class_<Route>& route) {
  route
      .def(
          "text",
          [](const Route& self, const std::string& lang) {
            return explain::text(*self.held, *self.programme->leave, language_of(lang));
          },
          py::arg("lang") = "zh", "The answer for people, in Chinese (zh) or English (en).")
      .def(
          "to_json", [](const Route& self, int indent) { return explain::to_json(*self.held, indent); },
          py::arg("indent") = -1, "The answer as JSON text.")
      .def(
          "to_dict", [](const Route& self) { return dict_of(explain::to_json(*self.held)); },
          "The answer as plain dicts and lists, as `to_json` has it.")
      .def(
          "html",
          [](const Route& self, const std::string& lang) {
            return explain::html(*self.held, *self.programme->leave, language_of(lang));
          },
          py::arg("lang") = "zh", "The answer as HTML for a page, in Chinese (zh) or English (en).")
      .def("_repr_html_", [](const Route& self) { return explain::html(*self.held, *self.programme->leave); })
      .def("__repr__", [](const Route& self) {
        const std::string tier = self->tier ? " tier " + std::to_string(*self->tier) : "";
        return "<LeaveRoute " + self->heading.programme + ": " + std::string(to_string(self->outcome)) + tier + ">";
      });
}

}  // namespace

void bind_leave(py::module_& module) {
  bind_act(module);
  py::class_<Route> route_class(module, "LeaveRoute", "Who grants a leave, with the clause that says so.");
  bind_route_values(route_class);
  bind_route_texts(route_class);
  module.def(
      "leave_route",
      [](const ProgrammeHandle& programme, const policy::LeaveQuestion& question) {
        return answer(programme, ladder_of(programme).route(question));
      },
      py::arg("programme"), py::arg("question"), "Who grants a leave.");
  module.def(
      "leave_termination",
      [](const ProgrammeHandle& programme, const std::string& role) {
        return answer(programme, ladder_of(programme).termination(role));
      },
      py::arg("programme"), py::arg("role"), "How training ends early where it cannot go on.");
}

}  // namespace tepei::python
