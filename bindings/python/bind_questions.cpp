// Questions about leave, grades and money, made from a call's arguments: one alone, or what a table's rows share.
#include "answers.hpp"
#include "bind.hpp"
#include "tepei/policy/assessment.hpp"
#include "tepei/policy/funding.hpp"
#include "tepei/policy/leave.hpp"

namespace tepei::python {

namespace {

using policy::FundingQuestion;
using policy::GradeQuestion;
using policy::LeaveQuestion;

using Dates = std::vector<py::object>;
using Earlier = std::tuple<std::string, py::object, py::object, py::object>;  // kind; days, or first and last day
using Calendar = std::tuple<py::object, py::object, Dates, Dates>;            // first, last; days off, days worked
using Names = py::typing::Dict<py::str, py::str>;

template <typename Span>
std::optional<Span> span_from(const py::object& first, const py::object& last, const std::string& path = {}) {
  if (first.is_none() && last.is_none()) return std::nullopt;
  return Span{date_from(first, path + "first"), date_from(last, path + "last")};
}

std::vector<Date> dates_from(const Dates& dates, const std::string& path) {
  std::vector<Date> result;
  for (const py::object& date : dates) result.push_back(date_from(date, path));
  return result;
}

// NOLINTNEXTLINE(readability-function-size): a parameter for each argument of Python's call
LeaveQuestion leave_question(const py::object& days, const py::object& first, const py::object& last,
                             const std::string& kind, const std::string& role, const std::vector<Earlier>& earlier,
                             const std::optional<Calendar>& calendar, const Names& readings) {
  LeaveQuestion question;
  question.days = number_from(days, "days");
  question.span = span_from<policy::LeaveSpan>(first, last);
  question.kind = kind;
  question.role = role;
  question.readings = readings_from(readings);
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    const std::string path = "earlier/" + std::to_string(i) + "/";
    const auto& [of_kind, for_days, from, to] = earlier[i];
    question.earlier.push_back(
        {of_kind, number_from(for_days, path + "days"), span_from<policy::LeaveSpan>(from, to, path)});
  }
  if (calendar) {
    const auto& [from, to, off, working] = *calendar;
    question.calendar = policy::WorkCalendar{{date_from(from, "calendar/first"), date_from(to, "calendar/last")},
                                             dates_from(off, "calendar/off"),
                                             dates_from(working, "calendar/working")};
  }
  return question;
}

std::string key_from(const py::handle& key, const std::string& path) {
  if (py::isinstance<py::str>(key)) return py::str(key);
  Diagnostic problem;
  problem.code = "question.wrong_type";
  problem.message = "a key of `" + path + "` is not text";
  problem.path = path;
  throw_error({problem});
}

// NOLINTNEXTLINE(readability-function-size): a parameter for each argument of Python's call
GradeQuestion grade_question(const py::typing::Dict<py::str, py::object>& scores, const std::string& role,
                             const std::vector<std::string>& violations, bool interrupted,
                             const std::optional<std::string>& attested,
                             const std::vector<std::pair<std::string, std::string>>& suggestions,
                             const Names& readings) {
  GradeQuestion question;
  for (const auto& [key, value] : scores) {
    const std::string name = key_from(key, "scores");
    question.scores.emplace_back(name, number_from(value, "scores/" + name));
  }
  question.role = role;
  question.violations = violations;
  question.interrupted = interrupted;
  question.attested = attested;
  question.suggestions = suggestions;
  question.readings = readings_from(readings);
  return question;
}

FundingQuestion funding_question(const std::string& track, const py::object& months, const py::object& first,
                                 const py::object& last, const std::optional<std::string>& grade,
                                 const Names& readings) {
  FundingQuestion question;
  question.track = track;
  question.months = number_from(months, "months");
  question.period = span_from<policy::TrainingPeriod>(first, last);
  question.grade = grade;
  question.readings = readings_from(readings);
  return question;
}

}  // namespace

void bind_questions(py::module_& module) {
  py::class_<LeaveQuestion>(module, "LeaveQuestion", "A question about a leave.")
      .def(py::init(&leave_question), py::arg("days"), py::arg("first"), py::arg("last"), py::arg("kind"),
           py::arg("role"), py::arg("earlier"), py::arg("calendar"), py::arg("readings"));
  py::class_<GradeQuestion>(module, "GradeQuestion", "A question about a grade.")
      .def(py::init(&grade_question), py::arg("scores"), py::arg("role"), py::arg("violations"), py::arg("interrupted"),
           py::arg("attested"), py::arg("suggestions"), py::arg("readings"));
  py::class_<FundingQuestion>(module, "FundingQuestion", "A question about money.")
      .def(py::init(&funding_question), py::arg("track"), py::arg("months"), py::arg("first"), py::arg("last"),
           py::arg("grade"), py::arg("readings"));
}

}  // namespace tepei::python
