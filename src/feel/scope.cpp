#include "tepei/feel/scope.hpp"

#include <algorithm>
#include <utility>

#include "feel/lex.hpp"

namespace tepei::feel {

namespace {

Diagnostic problem(std::string code, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

bool answers_to(const Variable& variable, std::string_view name) {
  return variable.name == name ||
         std::find(variable.aliases.begin(), variable.aliases.end(), name) != variable.aliases.end();
}

}  // namespace

Result<void> Scope::add(Variable variable) {
  variable.name = with_single_blanks(variable.name);
  for (std::string& alias : variable.aliases) alias = with_single_blanks(alias);
  std::vector<const std::string*> names{&variable.name};
  for (const std::string& alias : variable.aliases) names.push_back(&alias);

  Diagnostics problems;
  for (const std::string* name : names) {
    if (name->empty()) {
      problems.push_back(problem("feel.scope.empty_name", "a name in scope is empty", "give it at least one letter"));
    } else if (const Variable* taken = find(*name)) {
      problems.push_back(problem("feel.scope.duplicate_name", "the name `" + *name + "` is taken already",
                                 taken->name == *name ? "" : "it is an alias of `" + taken->name + "`"));
    }
  }
  if (!problems.empty()) return problems;
  variables_.push_back(std::move(variable));
  return {};
}

void Scope::add_member_name(std::string_view name) {
  member_names_.push_back(with_single_blanks(name));
}

const Variable* Scope::find(std::string_view name) const {
  const std::string wanted = with_single_blanks(name);
  for (const Variable& variable : variables_) {
    if (answers_to(variable, wanted)) return &variable;
  }
  return nullptr;
}

}  // namespace tepei::feel
