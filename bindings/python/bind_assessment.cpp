#include "answers.hpp"
#include "bind.hpp"
#include "tepei/explain/answers.hpp"
#include "tepei/policy/assessment.hpp"

namespace tepei::python {

namespace {

using policy::Assessment;
using policy::AssessorScore;
using policy::Consequence;
using policy::GradeAnswer;
using policy::GradeEffect;
using policy::GradeReason;

using Grade = Answer<GradeAnswer>;

const Assessment& assessment_of(const ProgrammeHandle& programme) {
  return section(programme->assessment, "assessment");
}

void bind_reason(py::module_& module) {
  py::class_<GradeReason>(module, "GradeReason", "Why a grade is what it is.")
      .def_property_readonly(
          "rule", [](const GradeReason& reason) { return or_none(reason.rule); },
          "The rule that decided: `assessment.trainee.excellent`; None for what is missing.")
      .def_property_readonly(
          "label", [](const GradeReason& reason) { return reason.label.in(true); }, "What happened, in Chinese.")
      .def_property_readonly(
          "label_en", [](const GradeReason& reason) { return reason.label.in(false); }, "The same in English.")
      .def_readonly("cite", &GradeReason::cite, "The clause, as people cite it.")
      .def_readonly("text", &GradeReason::text, "The clause, word for word.")
      .def("__str__", [](const GradeReason& reason) { return reason.label.in(true) + "（" + reason.cite + "）"; })
      .def("__repr__",
           [](const GradeReason& reason) { return "<GradeReason " + reason.rule + " " + reason.cite + ">"; });
  py::class_<GradeEffect>(module, "GradeEffect", "What another option of a reading would give.")
      .def_readonly("reading", &GradeEffect::reading, "The reading's id.")
      .def_readonly("option", &GradeEffect::option, "The other option's id.")
      .def_readonly("grade", &GradeEffect::grade, "The grade it would give.");
}

void bind_consequence(py::module_& module) {
  py::class_<Consequence>(module, "Consequence", "A right or burden that follows from a grade.")
      .def_property_readonly(
          "kind", [](const Consequence& self) { return to_string(self.kind); }, "benefit, sanction or certificate.")
      .def_readonly("id", &Consequence::id, "Its id: `early_application_once`.")
      .def_property_readonly(
          "label", [](const Consequence& self) { return self.label.in(true); }, "What it is, in Chinese.")
      .def_property_readonly(
          "conditions",
          [](const Consequence& self) {
            std::vector<std::string> ids;
            ids.reserve(self.conditions.size());
            for (const policy::Term& condition : self.conditions) ids.push_back(condition.id);
            return ids;
          },
          "What it depends on, by id: `once`, `first_review_only`, `other_things_equal`.")
      .def_property_readonly(
          "reach", [](const Consequence& self) { return or_none(self.reach.in(true)); },
          "How far it goes, in Chinese; None where the text does not say.")
      .def_readonly("parties", &Consequence::parties, "Who grants, imposes or issues it.")
      .def_readonly("cite", &Consequence::cite, "The clause, as people cite it.")
      .def_readonly("text", &Consequence::text, "The clause, word for word.")
      .def("__repr__", [](const Consequence& self) {
        return "<Consequence " + std::string(to_string(self.kind)) + " " + self.id + ">";
      });
  py::class_<AssessorScore>(module, "AssessorScore", "Who gives a score, and the score given.")
      .def_readonly("score", &AssessorScore::score, "Its key.")
      .def_property_readonly(
          "label", [](const AssessorScore& self) { return self.label.in(true); }, "Its Chinese label.")
      .def_readonly("party", &AssessorScore::party, "Who gives it.")
      .def_property_readonly(
          "value", [](const AssessorScore& self) { return to_python(self.value); }, "The score; None where missing.")
      .def_readonly("cite", &AssessorScore::cite, "The clause, as people cite it.");
}

void bind_grade_values(py::class_<Grade>& grade) {
  grade
      .def_property_readonly(
          "grade", [](const Grade& self) { return self->grade; }, "The grade's id, or `undetermined`.")
      .def_property_readonly(
          "label", [](const Grade& self) { return or_none(self->label.in(true)); }, "The grade in Chinese.")
      .def_property_readonly(
          "role", [](const Grade& self) { return self->role; }, "Who was assessed.")
      .def_property_readonly(
          "reasons", [](const Grade& self) { return self->reasons; }, "Why, with clauses.")
      .def_property_readonly(
          "benefits", [](const Grade& self) { return self->benefits; }, "Benefits by id, in the order of the text.")
      .def_property_readonly(
          "sanctions", [](const Grade& self) { return self->sanctions; }, "Sanctions by id.")
      .def_property_readonly(
          "certificates", [](const Grade& self) { return self->certificates; }, "Certificates by id.")
      .def_property_readonly(
          "consequences", [](const Grade& self) { return self->consequences; },
          "All of these with their conditions, reach and clauses.")
      .def_property_readonly(
          "missing", [](const Grade& self) { return self->missing; },
          "Scores that can still change the grade, or `attested`.")
      .def_property_readonly(
          "missing_documents", [](const Grade& self) { return self->missing_documents; },
          "Titles of documents that are not at hand and would decide.")
      .def_property_readonly(
          "reading_sensitive", [](const Grade& self) { return self->reading_sensitive; },
          "Whether another option of one reading gives another grade.")
      .def_property_readonly(
          "reading_effects", [](const Grade& self) { return self->reading_effects; }, "Which, and what it would give.")
      .def_property_readonly(
          "readings", [](const Grade& self) { return readings_to(self->readings); },
          "Every reading with the option taken.")
      .def_property_readonly(
          "scores", [](const Grade& self) { return self->scores; }, "Who assesses, and the scores given.")
      .def_property_readonly(
          "acts", [](const Grade& self) { return self->acts; }, "Who decides, reviews and files.")
      .def_property_readonly(
          "programme", [](const Grade& self) { return self->heading.programme; }, "The programme's id.")
      .def_property_readonly(
          "status", [](const Grade& self) { return to_string(self->heading.status); },
          "The instrument's status: draft, in_force or repealed.")
      .def_property_readonly(
          "warnings", [](const Grade& self) { return in_chinese(self->warnings); },
          "What does not agree with the grade, in Chinese.")
      .def_property_readonly(
          "notes", [](const Grade& self) { return in_chinese(self->notes); }, "Remarks, in Chinese.");
}

void bind_grade_texts(py::class_<Grade>& grade) {
  grade
      .def(
          "text",
          [](const Grade& self, const std::string& lang) {
            return explain::text(*self.held, *self.programme->assessment, language_of(lang));
          },
          py::arg("lang") = "zh", "The answer for people, in Chinese (zh) or English (en).")
      .def(
          "to_json", [](const Grade& self, int indent) { return explain::to_json(*self.held, indent); },
          py::arg("indent") = -1, "The answer as JSON text.")
      .def(
          "to_dict", [](const Grade& self) { return dict_of(explain::to_json(*self.held)); },
          "The answer as plain dicts and lists, as `to_json` has it.")
      .def(
          "html",
          [](const Grade& self, const std::string& lang) {
            return explain::html(*self.held, *self.programme->assessment, language_of(lang));
          },
          py::arg("lang") = "zh", "The answer as HTML for a page, in Chinese (zh) or English (en).")
      .def("_repr_html_", [](const Grade& self) { return explain::html(*self.held, *self.programme->assessment); })
      .def("__repr__",
           [](const Grade& self) { return "<Grade " + self->heading.programme + ": " + self->grade + ">"; });
}

}  // namespace

void bind_assessment(py::module_& module) {
  bind_reason(module);
  bind_consequence(module);
  py::class_<Grade> grade_class(module, "Grade", "A grade with its reasons and what follows from it.");
  bind_grade_values(grade_class);
  bind_grade_texts(grade_class);
  module.def(
      "assessment_grade",
      [](const ProgrammeHandle& programme, const policy::GradeQuestion& question) {
        return answer(programme, assessment_of(programme).grade(question));
      },
      py::arg("programme"), py::arg("question"), "The grade of one trainee.");
}

}  // namespace tepei::python
