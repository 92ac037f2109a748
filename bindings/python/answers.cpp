#include "answers.hpp"

#include <cmath>

#include "convert.hpp"

namespace tepei::python {

namespace {

[[noreturn]] void refuse(std::string code, std::string message, std::string help, const std::string& path) {
  Diagnostic problem;
  problem.code = std::move(code);
  problem.message = std::move(message);
  problem.help = std::move(help);
  problem.path = path;
  throw_error({problem});
}

std::string type_name(const py::handle& object) {
  return py::str(py::type::handle_of(object).attr("__name__"));
}

// NaN is a number that went wrong, not one that is missing: floats and decimals alike.
bool is_nan(const py::handle& object) {
  if (py::isinstance<py::float_>(object)) return std::isnan(object.cast<double>());
  if (!py::hasattr(object, "is_nan")) {
    const std::string name = type_name(object);
    return name.rfind("float", 0) == 0 &&
           std::isnan(py::float_(py::reinterpret_borrow<py::object>(object)).cast<double>());
  }
  return object.attr("is_nan")().cast<bool>();
}

}  // namespace

explain::Language language_of(const std::string& name) {
  const auto language = explain::parse_language(name);
  if (language.has_value()) return *language;
  refuse("explain.language.unknown", "there is no language " + quoted(name), suggest(name, {"zh", "en"}), "lang");
}

std::vector<std::string> in_chinese(const std::vector<policy::LocalText>& texts) {
  std::vector<std::string> result;
  result.reserve(texts.size());
  for (const policy::LocalText& text : texts) result.push_back(text.in(true));
  return result;
}

std::optional<std::string> or_none(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::optional<Decimal> number_from(const py::handle& object, const std::string& path) {
  if (object.is_none()) return std::nullopt;
  if (py::isinstance<py::bool_>(object) || py::isinstance<py::str>(object)) {
    refuse("question.wrong_type", quoted(path) + " is a Python `" + type_name(object) + "` where a number belongs",
           "give an int, a float or a Decimal", path);
  }
  if (is_nan(object)) {
    refuse("question.not_a_number", quoted(path) + " is NaN", "give a number; what is not known is None", path);
  }
  const auto value = from_python(object);
  if (!value) {
    refuse("question.not_a_number", quoted(path) + " is no finite number", "give an int, a float or a Decimal", path);
  }
  if (value->is_unknown() || value->is_null()) return std::nullopt;
  if (const Decimal* number = value->get_if<Decimal>()) return *number;
  refuse("question.wrong_type", quoted(path) + " is a Python `" + type_name(object) + "` where a number belongs",
         "give an int, a float or a Decimal", path);
}

py::object to_python(const std::optional<Decimal>& number) {
  return number ? to_python(Value(*number)) : py::none();
}

Date date_from(const py::handle& object, const std::string& path) {
  const auto value = from_python(object);
  if (value) {
    if (const Date* date = value->get_if<Date>()) return *date;
    if (const std::string* text = value->text()) {
      auto date = Date::parse(*text);
      if (date) return *date;
      Diagnostics problems = date.diagnostics();
      for (Diagnostic& problem : problems) problem.path = path;
      throw_error(std::move(problems));
    }
  }
  refuse("question.wrong_type", quoted(path) + " is a Python `" + type_name(object) + "` where a date belongs",
         "give a date, or text such as `2025-03-21`", path);
}

policy::ReadingChoices readings_from(const py::typing::Dict<py::str, py::str>& readings) {
  policy::ReadingChoices result;
  for (const auto& [reading, option] : readings) {
    if (!py::isinstance<py::str>(reading) || !py::isinstance<py::str>(option)) {
      refuse("question.wrong_type", "`readings` holds something else than text", "give a dict of reading and option",
             "readings");
    }
    result.emplace_back(py::str(reading), py::str(option));
  }
  return result;
}

py::typing::Dict<py::str, py::str> readings_to(const policy::ReadingChoices& readings) {
  py::typing::Dict<py::str, py::str> result;
  for (const auto& [reading, option] : readings) result[py::str(reading)] = option;
  return result;
}

py::typing::Dict<py::str, py::object> dict_of(const std::string& json) {
  return {py::module_::import("json").attr("loads")(json)};
}

}  // namespace tepei::python
