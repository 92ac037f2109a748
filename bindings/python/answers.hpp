// What the policy objects' answers have in common in Python.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "programme_handle.hpp"
#include "tepei/explain/language.hpp"
#include "tepei/policy/instrument.hpp"
#include "tepei/value/decimal.hpp"

namespace tepei::python {

namespace py = pybind11;

// An answer with the programme whose words explain it.
template <typename T>
struct Answer {
  ProgrammeHandle programme;
  std::shared_ptr<const T> held;

  const T* operator->() const { return held.get(); }
};

template <typename T>
Answer<T> answer(const ProgrammeHandle& programme, Result<T> result) {
  return {programme, std::make_shared<const T>(std::move(result).value())};
}

// The language named `zh` or `en`; throws `explain.language.unknown`.
explain::Language language_of(const std::string& name);

std::vector<std::string> in_chinese(const std::vector<policy::LocalText>& texts);
// None where the text is empty.
std::optional<std::string> or_none(const std::string& text);

// The policy object a programme may lack; throws `policy.programme.no_section`.
template <typename Object>
const Object& section(const std::optional<Object>& object, const char* name) {
  if (object.has_value()) return *object;
  Diagnostic problem;
  problem.code = "policy.programme.no_section";
  problem.message = "this programme's pack has no section `" + std::string(name) + "`";
  problem.help = "add the section to the pack; see docs/pack.md";
  problem.path = name;
  throw_error({problem});
}

// A number as Python gives it: int, Decimal, or float as its shortest text; None and NA are nothing. Throws
// `question.not_a_number` for NaN and infinities, `question.wrong_type` for anything else.
std::optional<Decimal> number_from(const py::handle& object, const std::string& path);
// decimal.Decimal, or None.
py::object to_python(const std::optional<Decimal>& number);
// A date or ISO text; throws `question.wrong_type`.
Date date_from(const py::handle& object, const std::string& path);
// Reading and option from a dict.
policy::ReadingChoices readings_from(const py::typing::Dict<py::str, py::str>& readings);
py::typing::Dict<py::str, py::str> readings_to(const policy::ReadingChoices& readings);
// What JSON says, as dicts and lists.
py::typing::Dict<py::str, py::object> dict_of(const std::string& json);

}  // namespace tepei::python
