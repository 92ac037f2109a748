#include "convert.hpp"

#include <datetime.h>
#include <pybind11/gil_safe_call_once.h>

#include <cmath>
#include <utility>

namespace tepei::python {

namespace {

Diagnostic refused(std::string code, std::string message, std::string help) {
  Diagnostic problem;
  problem.code = std::move(code);
  problem.message = std::move(message);
  problem.help = std::move(help);
  return problem;
}

std::string type_name(py::handle object) {
  return py::str(py::type::handle_of(object).attr("__name__"));
}

const py::object& decimal_type() {
  PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> stored;
  return stored.call_once_and_store_result([] { return py::module_::import("decimal").attr("Decimal"); }).get_stored();
}

// datetime.h keeps its functions in a table that each translation unit fetches.
void need_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
}

Result<Value> from_number_text(py::handle object) {
  const std::string text = py::str(object);
  auto number = Decimal::parse(text);
  if (!number) return number.diagnostics();
  return Value(*number);
}

Result<Value> from_float(double number) {
  if (std::isnan(number)) return Value();
  const auto exact = Decimal::from_double(number);
  if (exact.has_value()) return Value(*exact);
  return refused("facts.value.not_a_number", "an infinite number is no value of a fact",
                 "give a finite number, or None");
}

Result<Value> from_date(py::handle object) {
  const auto date = Date::from_civil(PyDateTime_GET_YEAR(object.ptr()), PyDateTime_GET_MONTH(object.ptr()),
                                     PyDateTime_GET_DAY(object.ptr()));
  if (date.has_value()) return Value(*date);
  return refused("facts.value.impossible_date", "a date outside years 1 to 9999", {});
}

bool is_nothing(py::handle object) {
  if (object.is_none()) return true;
  const std::string name = type_name(object);
  return name == "NAType" || name == "NaTType";
}

// What a NumPy scalar holds; null for anything else. `datetime64` of nanoseconds would give a bare integer, so dates
// are asked for by the day.
py::object numpy_item(py::handle object) {
  const py::object module = py::getattr(py::type::handle_of(object), "__module__", py::none());
  if (!py::isinstance<py::str>(module) || std::string(py::str(module)) != "numpy") return {};
  if (type_name(object) == "datetime64") return object.attr("astype")("datetime64[D]").attr("item")();
  if (!py::hasattr(object, "item") || !py::hasattr(object, "dtype") || py::hasattr(object, "__len__")) return {};
  return object.attr("item")();
}

Result<Value> from_other(py::handle object) {
  if (is_nothing(object)) return Value();
  if (py::isinstance(object, decimal_type())) {
    if (object.attr("is_nan")().cast<bool>()) return Value();
    return from_number_text(object);
  }
  if (const py::object item = numpy_item(object); item && !item.is(object)) return from_python(item);
  return refused("facts.value.wrong_type", "a Python `" + type_name(object) + "` is no value of a fact",
                 "give text, a number, a date, True, False or None");
}

}  // namespace

Result<Value> from_python(py::handle object) {
  need_datetime();
  PyObject* raw = object.ptr();
  if (PyBool_Check(raw)) return Value(raw == Py_True);
  if (PyUnicode_Check(raw)) {
    // Surrogates that no encoding knows must not raise: they are not text.
    Py_ssize_t size = 0;
    const char* text = PyUnicode_AsUTF8AndSize(raw, &size);
    if (text != nullptr) return Value(std::string_view(text, static_cast<std::size_t>(size)));
    PyErr_Clear();
    return refused("facts.text.invalid_utf8", "the text holds lone surrogates", "give valid Unicode text");
  }
  if (PyLong_Check(raw)) {
    int overflow = 0;
    const long long number = PyLong_AsLongLongAndOverflow(raw, &overflow);
    if (overflow == 0) return Value(static_cast<std::int64_t>(number));
    return refused("facts.value.not_a_number", "the number is too large", "give a number of at most 18 digits");
  }
  if (PyFloat_Check(raw)) return from_float(PyFloat_AS_DOUBLE(raw));
  if (is_nothing(object)) return Value();
  if (PyDateTime_Check(raw) || PyDate_Check(raw)) return from_date(object);
  return from_other(object);
}

py::object to_python(const Value& value) {
  if (!value.is_known()) return py::none();
  if (const bool* held = value.get_if<bool>()) return py::bool_(*held);
  if (const Decimal* held = value.get_if<Decimal>()) return decimal_type()(held->to_string());
  if (const EnumValue* held = value.get_if<EnumValue>()) return py::str(held->id());
  if (const std::string* held = value.text()) return py::str(*held);
  if (const Date* held = value.get_if<Date>()) {
    need_datetime();
    return py::reinterpret_steal<py::object>(
        PyDate_FromDate(held->year(), static_cast<int>(held->month()), static_cast<int>(held->day())));
  }
  return py::str(to_feel(value));  // durations, lists, ranges: FEEL's own text
}

Result<facts::Facts> facts_from_dict(std::shared_ptr<const facts::FactSchema> schema, const py::dict& given) {
  facts::Facts facts(std::move(schema));
  Diagnostics problems;
  FactSet seen;
  const auto add = [&](Diagnostics found, const std::string& path) {
    for (Diagnostic& problem : found) {
      if (problem.path.empty()) problem.path = path;
      problems.push_back(std::move(problem));
    }
  };
  for (const auto& [key, object] : given) {
    if (!py::isinstance<py::str>(key)) {
      problems.push_back(refused("facts.name.not_text", "a fact's name is text, not `" + type_name(key) + "`", {}));
      continue;
    }
    const auto name = from_python(key);
    if (!name) {
      add(name.diagnostics(), {});
      continue;
    }
    const auto slot = facts.schema()->slot(*name->text());
    if (!slot) {
      add(slot.diagnostics(), *name->text());
      continue;
    }
    const std::string& id = facts.schema()->at(*slot).id;
    if (seen.contains(*slot)) {
      problems.push_back(
          refused("facts.name.duplicate", "`" + id + "` is given twice, by its id and by another name", {}));
      problems.back().path = id;
      continue;
    }
    seen.insert(*slot);
    const auto value = from_python(object);
    if (!value) {
      add(value.diagnostics(), id);
    } else if (const auto set = facts.set(id, *value); !set) {
      add(set.diagnostics(), id);
    }
  }
  if (!problems.empty()) return problems;
  return facts;
}

namespace {

Result<Date> as_of_from(const py::handle& object) {
  const auto value = from_python(object);
  if (value) {
    if (const Date* date = value->get_if<Date>()) return *date;
    if (const std::string* text = value->text()) return Date::parse(*text);
  }
  return refused("question.as_of.wrong_type", "`as_of` is a Python `" + type_name(object) + "`",
                 "give a date, or text such as `2025-03-21`");
}

std::string text_of(const py::handle& object, const char* what) {
  if (!py::isinstance<py::str>(object)) {
    throw_error(
        {refused("question.wrong_type",
                 std::string("`") + what + "` holds a Python `" + type_name(object) + "` where text belongs", {})});
  }
  return py::str(object);
}

}  // namespace

Result<policy::Question> question_from(const py::object& track, const py::handle& as_of, const py::object& readings) {
  policy::Question question;
  if (!track.is_none()) question.track = text_of(track, "track");
  auto date = as_of_from(as_of);
  if (!date) {
    Diagnostics problems = date.diagnostics();
    for (Diagnostic& problem : problems) problem.path = "as_of";
    return problems;
  }
  question.as_of = *date;
  if (!readings.is_none()) {
    if (!py::isinstance<py::dict>(readings)) {
      return refused("question.wrong_type", "`readings` is a Python `" + type_name(readings) + "`",
                     "give a dict of reading and option");
    }
    for (const auto& [reading, option] : readings.cast<py::dict>()) {
      question.readings.emplace_back(text_of(reading, "readings"), text_of(option, "readings"));
    }
  }
  return question;
}

}  // namespace tepei::python
