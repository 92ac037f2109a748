#include "answers.hpp"
#include "bind.hpp"
#include "tepei/explain/answers.hpp"
#include "tepei/policy/funding.hpp"

namespace tepei::python {

namespace {

using policy::FundingEffect;
using policy::FundingLine;
using policy::FundingQuestion;
using policy::FundingSchedule;

using Entitlement = Answer<policy::Entitlement>;
using Budget = Answer<policy::Budget>;
using Refund = Answer<policy::Refund>;
using policy::BudgetRow;
using policy::BudgetSum;

const FundingSchedule& schedule_of(const ProgrammeHandle& programme) {
  return section(programme->funding, "funding");
}

void bind_line(py::module_& module) {
  py::class_<FundingLine>(module, "FundingLine", "One item that is paid.")
      .def_readonly("item", &FundingLine::item, "Its id: `living_allowance`.")
      .def_readonly("rule", &FundingLine::rule, "The rule: `funding.outside.living_allowance`.")
      .def_property_readonly(
          "label", [](const FundingLine& self) { return self.label.in(true); }, "Its Chinese label.")
      .def_property_readonly(
          "amount", [](const FundingLine& self) { return to_python(self.amount); },
          "Yuan, to the fen; None where the text gives none.")
      .def_property_readonly(
          "rate", [](const FundingLine& self) { return to_python(self.rate); }, "Yuan a year or month, or None.")
      .def_property_readonly(
          "per",
          [](const FundingLine& self) {
            return self.rate ? std::optional<std::string>(to_string(self.per)) : std::nullopt;
          },
          "year or month; None where there is no rate.")
      .def_property_readonly(
          "payer", [](const FundingLine& self) { return or_none(self.payer); },
          "Who pays; None where the text names nobody.")
      .def_property_readonly(
          "payee", [](const FundingLine& self) { return or_none(self.payee); },
          "Who is paid; None where the text names nobody.")
      .def_property_readonly(
          "timing", [](const FundingLine& self) { return or_none(self.timing); },
          "When: `after_passing`; None where the text does not say.")
      .def_readonly("cite", &FundingLine::cite, "The clause, as people cite it.")
      .def_readonly("text", &FundingLine::text, "The clause, word for word.")
      .def_readonly("flags", &FundingLine::flags, "What to mind, by id: `not_earned`, `in_kind`.")
      .def_property_readonly(
          "notes", [](const FundingLine& self) { return in_chinese(self.notes); }, "Remarks, in Chinese.")
      .def("__repr__", [](const FundingLine& self) {
        return "<FundingLine " + self.item + ": " + (self.amount ? self.amount->to_plain_string() : "None") + ">";
      });
  py::class_<FundingEffect>(module, "FundingEffect", "What another option of a reading would give.")
      .def_readonly("reading", &FundingEffect::reading, "The reading's id.")
      .def_readonly("option", &FundingEffect::option, "The other option's id.")
      .def_property_readonly(
          "total", [](const FundingEffect& self) { return to_python(self.total); }, "The total it would give.");
}

void bind_budget_parts(py::module_& module) {
  py::class_<BudgetRow>(module, "BudgetRow", "One item of one track of a cohort.")
      .def_readonly("track", &BudgetRow::track, "The track's id.")
      .def_readonly("item", &BudgetRow::item, "The item's id.")
      .def_readonly("heads", &BudgetRow::heads, "How many trainees.")
      .def_property_readonly(
          "each", [](const BudgetRow& self) { return to_python(self.each); }, "Yuan a head, or None.")
      .def_property_readonly(
          "amount", [](const BudgetRow& self) { return to_python(self.amount); }, "Yuan for all of them, or None.")
      .def_property_readonly(
          "payer", [](const BudgetRow& self) { return or_none(self.payer); }, "Who pays.")
      .def_property_readonly(
          "payee", [](const BudgetRow& self) { return or_none(self.payee); }, "Who is paid.");
  py::class_<BudgetSum>(module, "BudgetSum", "What one payer pays one payee.")
      .def_property_readonly(
          "payer", [](const BudgetSum& self) { return or_none(self.payer); }, "Who pays.")
      .def_property_readonly(
          "payee", [](const BudgetSum& self) { return or_none(self.payee); }, "Who is paid.")
      .def_property_readonly(
          "amount", [](const BudgetSum& self) { return to_python(self.amount); },
          "Yuan of the amounts stated; None where none is.")
      .def_readonly("unstated", &BudgetSum::unstated, "Items without an amount in the text.");
}

// What every answer about money has: text, JSON, HTML.
template <typename T>
void bind_texts(py::class_<Answer<T>>& answer_class) {
  answer_class
      .def(
          "text",
          [](const Answer<T>& self, const std::string& lang) {
            return explain::text(*self.held, *self.programme->funding, language_of(lang));
          },
          py::arg("lang") = "zh", "The answer for people, in Chinese (zh) or English (en).")
      .def(
          "to_json", [](const Answer<T>& self, int indent) { return explain::to_json(*self.held, indent); },
          py::arg("indent") = -1, "The answer as JSON text.")
      .def(
          "to_dict", [](const Answer<T>& self) { return dict_of(explain::to_json(*self.held)); },
          "The answer as plain dicts and lists, as `to_json` has it.")
      .def(
          "html",
          [](const Answer<T>& self, const std::string& lang) {
            return explain::html(*self.held, *self.programme->funding, language_of(lang));
          },
          py::arg("lang") = "zh", "The answer as HTML for a page, in Chinese (zh) or English (en).")
      .def("_repr_html_", [](const Answer<T>& self) { return explain::html(*self.held, *self.programme->funding); })
      .def_property_readonly(
          "programme", [](const Answer<T>& self) { return self->heading.programme; }, "The programme's id.")
      .def_property_readonly(
          "status", [](const Answer<T>& self) { return to_string(self->heading.status); },
          "The instrument's status: draft, in_force or repealed.");
}

void bind_entitlement(py::module_& module) {
  py::class_<Entitlement> entitlement(module, "Entitlement", "What is paid for one trainee.");
  bind_texts(entitlement);
  entitlement
      .def_property_readonly(
          "track", [](const Entitlement& self) { return self->track; }, "The track's id.")
      .def_property_readonly(
          "months", [](const Entitlement& self) { return to_python(Value(self->months)); }, "Months trained.")
      .def_property_readonly(
          "days", [](const Entitlement& self) { return self->days; }, "Days beyond whole months.")
      .def_property_readonly(
          "grade", [](const Entitlement& self) { return or_none(self->grade); }, "The grade; None where not known.")
      .def_property_readonly(
          "items", [](const Entitlement& self) { return self->items; }, "What is paid, in the order of the text.")
      .def_property_readonly(
          "total", [](const Entitlement& self) { return to_python(self->total); },
          "Yuan of the amounts stated; None where none is.")
      .def_property_readonly(
          "reading_sensitive", [](const Entitlement& self) { return self->reading_sensitive; },
          "Whether another option of one reading gives another total.")
      .def_property_readonly(
          "reading_effects", [](const Entitlement& self) { return self->reading_effects; },
          "Which, and what it would give.")
      .def_property_readonly(
          "readings", [](const Entitlement& self) { return readings_to(self->readings); },
          "The readings the schedule turns on, with the option taken.")
      .def("__repr__", [](const Entitlement& self) {
        return "<Entitlement " + self->heading.programme + "/" + self->track + ": " +
               (self->total ? self->total->to_plain_string() : "None") + ">";
      });
}

void bind_budget(py::module_& module) {
  py::class_<Budget> budget(module, "Budget", "What a cohort costs.");
  bind_texts(budget);
  budget
      .def_property_readonly(
          "rows", [](const Budget& self) { return self->rows; }, "By track and item.")
      .def_property_readonly(
          "sums", [](const Budget& self) { return self->sums; }, "By payer and payee.")
      .def_property_readonly(
          "total", [](const Budget& self) { return to_python(self->total); },
          "Yuan of the amounts stated; None where none is.")
      .def("__repr__", [](const Budget& self) {
        return "<Budget " + self->heading.programme + ": " + (self->total ? self->total->to_plain_string() : "None") +
               ">";
      });
}

void bind_refund(py::module_& module) {
  py::class_<Refund> refund(module, "Refund", "What is to be paid back, of which the text does not say how much.");
  bind_texts(refund);
  refund
      .def_property_readonly(
          "track", [](const Refund& self) { return self->track; }, "The track's id.")
      .def_property_readonly(
          "cause", [](const Refund& self) { return self->cause; }, "Why, by id.")
      .def_property_readonly(
          "spent", [](const Refund& self) { return to_python(self->spent); },
          "Yuan spent on the items the text may mean; not an amount that it fixes.")
      .def_property_readonly(
          "items", [](const Refund& self) { return self->items; }, "On what.")
      .def_property_readonly(
          "consequences",
          [](const Refund& self) {
            std::vector<std::string> ids;
            for (const policy::Term& term : self->consequences) ids.push_back(term.id);
            return ids;
          },
          "What else follows, by id.")
      .def_property_readonly(
          "flags", [](const Refund& self) { return self->flags; }, "`amount_not_stated`.")
      .def_property_readonly(
          "cite", [](const Refund& self) { return self->cite; }, "The clause, as people cite it.")
      .def_property_readonly(
          "clause_text", [](const Refund& self) { return self->text; }, "The clause, word for word.")
      .def_property_readonly(
          "notes", [](const Refund& self) { return in_chinese(self->notes); }, "Remarks, in Chinese.");
}

}  // namespace

void bind_funding(py::module_& module) {
  bind_line(module);
  bind_budget_parts(module);
  bind_entitlement(module);
  bind_budget(module);
  bind_refund(module);
  module.def(
      "funding_entitlement",
      [](const ProgrammeHandle& programme, const FundingQuestion& question) {
        return answer(programme, schedule_of(programme).entitlement(question));
      },
      py::arg("programme"), py::arg("question"), "What is paid for one trainee.");
  module.def(
      "funding_budget",
      [](const ProgrammeHandle& programme, const std::vector<std::pair<std::string, std::int64_t>>& heads,
         const FundingQuestion& each) { return answer(programme, schedule_of(programme).budget(heads, each)); },
      py::arg("programme"), py::arg("heads"), py::arg("each"), "What a cohort costs.");
  module.def(
      "funding_refund",
      [](const ProgrammeHandle& programme, const std::string& cause, const FundingQuestion& each) {
        return answer(programme, schedule_of(programme).refund(
                                     {each.track, cause, each.months, each.period, each.grade, each.readings}));
      },
      py::arg("programme"), py::arg("cause"), py::arg("each"), "What is to be paid back.");
}

}  // namespace tepei::python
