#include <pybind11/stl.h>

#include <optional>
#include <utility>

#include "bind.hpp"
#include "convert.hpp"
#include "programme_handle.hpp"

namespace tepei::python {

namespace {

// A problem of a row with the place of its cell's heading.
using CellProblems = std::vector<std::pair<std::size_t, Diagnostic>>;

// A fact's id with the name people use for it.
using NamedFact = std::pair<std::string, std::string>;

// A text file's rows checked one by one: headings are matched once, cells are read as people write them.
class RosterQuery {
 public:
  RosterQuery(ProgrammeHandle programme, const std::vector<std::string>& headings, const py::object& track,
              const py::object& as_of, const py::object& readings)
      : programme_(std::move(programme)),
        query_(programme_->eligibility.bind(question_from(track, as_of, readings).value()).value()),
        facts_(programme_->facts()) {
    Diagnostics problems;
    FactSet seen;
    for (const std::string& heading : headings) {
      const auto slot = query_.facts().find(heading);
      slots_.push_back(slot);
      if (!slot.has_value()) continue;
      if (seen.contains(*slot)) {
        Diagnostic problem;
        problem.code = "batch.column.duplicate";
        problem.message = "column " + quoted(heading) + " names `" + query_.facts().at(*slot).id +
                          "`, which another column names already";
        problem.help = "keep one of them";
        problem.path = heading;
        problems.push_back(std::move(problem));
      }
      seen.insert(*slot);
    }
    if (!problems.empty()) throw_error(std::move(problems));
  }

  // The fact each heading names, None where it names none.
  std::vector<std::optional<std::string>> facts() const {
    std::vector<std::optional<std::string>> ids;
    ids.reserve(slots_.size());
    for (const auto& slot : slots_) ids.push_back(slot ? std::optional(query_.facts().at(*slot).id) : std::nullopt);
    return ids;
  }

  // A decision, or the problems of the row's cells with the heading's place each.
  std::pair<std::optional<DecisionHandle>, CellProblems> check(const std::vector<std::string>& cells) {
    facts_.clear();
    CellProblems problems;
    for (std::size_t i = 0; i < slots_.size() && i < cells.size(); ++i) {
      if (!slots_[i].has_value()) continue;
      const facts::FactDefinition& fact = query_.facts().at(*slots_[i]);
      auto reading = facts::read(fact, Value(cells[i]), facts::Strictness::as_written);
      if (reading) {
        facts_.put(*slots_[i], *std::move(reading));
      } else {
        for (Diagnostic& problem : reading.diagnostics()) problems.emplace_back(i, std::move(problem));
      }
    }
    for (Diagnostic& problem : query_.refusals(facts_))
      problems.emplace_back(place_of(problem.path), std::move(problem));
    if (!problems.empty()) return {std::nullopt, std::move(problems)};
    auto decision = std::make_shared<const policy::Decision>(query_.decide(facts_).value());
    return {DecisionHandle{programme_, std::move(decision)}, {}};
  }

 private:
  std::size_t place_of(const std::string& fact) const {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (slots_[i].has_value() && query_.facts().at(*slots_[i]).id == fact) return i;
    }
    return 0;
  }

  ProgrammeHandle programme_;
  policy::Query query_;
  facts::Facts facts_;
  std::vector<std::optional<std::size_t>> slots_;
};

}  // namespace

void bind_roster(py::module_& module) {
  py::class_<RosterQuery>(module, "RosterQuery", "One question asked of every row of a text file.")
      .def(py::init<ProgrammeHandle, const std::vector<std::string>&, const py::object&, const py::object&,
                    const py::object&>(),
           py::arg("programme"), py::arg("headings"), py::arg("track"), py::arg("as_of"), py::arg("readings"))
      .def_property_readonly("facts", &RosterQuery::facts, "The fact each heading names; None where it names none.")
      .def("check", &RosterQuery::check, py::arg("cells"),
           "A row's decision with no problems, or None with (column's place, problem) pairs.");
  module.def(
      "find_fact",
      [](const ProgrammeHandle& programme, const std::string& heading) -> std::optional<std::string> {
        const auto& facts = *programme->eligibility.definition().facts;
        const auto slot = facts.find(heading);
        return slot ? std::optional(facts.at(*slot).id) : std::nullopt;
      },
      py::arg("programme"), py::arg("heading"), "The fact that a heading names, by id; None where it names none.");
  module.def(
      "fact_headings",
      [](const ProgrammeHandle& programme) {
        std::vector<std::vector<std::string>> all;
        for (const auto& fact : programme->eligibility.definition().facts->definitions()) {
          std::vector<std::string>& names = all.emplace_back();
          names = {fact.id, fact.label};
          names.insert(names.end(), fact.headers.begin(), fact.headers.end());
        }
        return all;
      },
      py::arg("programme"), "Of each fact all its names: the id, the label, further headings.");
  module.def(
      "suggest",
      [](const std::string& word, const std::vector<std::string>& candidates) { return suggest(word, candidates); },
      py::arg("word"), py::arg("candidates"), "What was meant by a word that is none of the candidates, for a help.");
  module.def(
      "suggest_fact",
      [](const ProgrammeHandle& programme, const std::string& heading) -> std::optional<NamedFact> {
        std::vector<std::string> names;
        for (const auto& fact : programme->eligibility.definition().facts->definitions()) {
          names.push_back(fact.id);
          names.push_back(fact.label);
          names.insert(names.end(), fact.headers.begin(), fact.headers.end());
        }
        const auto name = nearest(heading, names);
        if (!name.has_value()) return std::nullopt;
        const auto& facts = *programme->eligibility.definition().facts;
        return NamedFact(facts.at(facts.find(*name).value()).id, *name);
      },
      py::arg("programme"), py::arg("heading"),
      "The fact, by id, whose name is nearest to a heading that names none, and that name.");
}

}  // namespace tepei::python
