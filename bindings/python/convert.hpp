// Between Python's values and ours.
#pragma once

#include <pybind11/pybind11.h>

#include <string>

#include "tepei/facts/facts.hpp"
#include "tepei/policy/eligibility.hpp"
#include "tepei/value/result.hpp"
#include "tepei/value/value.hpp"

namespace tepei::python {

namespace py = pybind11;

// A value as Python gives it: None, NaN, NaT and NA are unknown; NumPy's scalars are what they hold. An object of
// another kind, an infinity, or a date outside years 1 to 9999 is an error.
Result<Value> from_python(py::handle object);

// Unknown and null become None; numbers decimal.Decimal; members of an enumeration their id.
py::object to_python(const Value& value);

// The facts of one person from a dict; all its errors are given in one go.
Result<facts::Facts> facts_from_dict(std::shared_ptr<const facts::FactSchema> schema, const py::dict& given);

// The question of a call; `as_of` is a date or ISO text.
Result<policy::Question> question_from(const py::object& track, const py::handle& as_of, const py::object& readings);

}  // namespace tepei::python
