#include "feel/known_names.hpp"

#include <algorithm>

#include "feel/builtin.hpp"
#include "value/text_characters.hpp"

namespace tepei::feel {

namespace {

// The name of `variable` in the script of `name`, where it has one: who writes Chinese is told Chinese names.
const std::string& name_like(const std::string& name, const Variable& variable) {
  if (is_ascii(name) == is_ascii(variable.name)) return variable.name;
  const auto found = std::find_if(variable.aliases.begin(), variable.aliases.end(),
                                  [&](const std::string& alias) { return is_ascii(alias) == is_ascii(name); });
  return found == variable.aliases.end() ? variable.name : *found;
}

std::string help_for(const std::string& name, bool called, const std::vector<std::string>& locals, const Scope& scope) {
  const std::string_view absent = absent_builtin_help(name);
  if (!absent.empty()) return std::string(absent);
  if (name == "?") return "`?` is the tested value, known in a decision table's cell only";
  std::vector<std::string> candidates = names_in_force(locals, scope);
  for (const char* keyword : {"true", "false", "null", "not"}) candidates.emplace_back(keyword);
  if (const auto meant = nearest(name, candidates)) return "did you mean " + quoted(*meant) + "?";
  if (called) return "";
  std::vector<std::string> listed(locals.rbegin(), locals.rend());
  for (const Variable& variable : scope.variables()) listed.push_back(name_like(name, variable));
  return suggest(name, listed);
}

}  // namespace

std::vector<std::string> names_in_force(const std::vector<std::string>& locals, const Scope& scope) {
  std::vector<std::string> names(locals.rbegin(), locals.rend());
  for (const Variable& variable : scope.variables()) {
    names.push_back(variable.name);
    names.insert(names.end(), variable.aliases.begin(), variable.aliases.end());
  }
  const auto& builtins = builtin_names();
  names.insert(names.end(), builtins.begin(), builtins.end());
  return names;
}

Diagnostic unknown_name(const std::string& name, bool called, const std::vector<std::string>& locals,
                        const Scope& scope, Span span) {
  Diagnostic diagnostic;
  diagnostic.code = called ? "feel.check.unknown_function" : "feel.check.unknown_name";
  diagnostic.message = std::string(called ? "unknown function " : "unknown name ") + quoted(name);
  diagnostic.help = help_for(name, called, locals, scope);
  diagnostic.span = span;
  return diagnostic;
}

}  // namespace tepei::feel
