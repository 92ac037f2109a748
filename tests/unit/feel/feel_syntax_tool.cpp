// Asks of FEEL texts whether they parse. Reads a JSON object a line,
// {"id", "kind": "expression" | "unary_tests", "names": […], "members": […], "text"}, and prints one a line,
// {"id", "ok", "diagnostics": [rendered…]}. For tests/meta/feel_tck.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "tepei/feel/expression.hpp"

namespace {

using nlohmann::json;

tepei::feel::Scope scope_of(const json& request) {
  tepei::feel::Scope scope;
  for (const auto& name : request.at("names")) {
    const std::string text = name.get<std::string>();
    if (scope.find(text) != nullptr) continue;
    scope.add({text, {}, {}, {}}).value();
  }
  for (const auto& name : request.at("members")) scope.add_member_name(name.get<std::string>());
  return scope;
}

json answer(const json& request) {
  const bool unary_tests = request.at("kind") == "unary_tests";
  const auto result = tepei::feel::check_syntax(request.at("text").get<std::string>(), scope_of(request), unary_tests);
  json diagnostics = json::array();
  for (const auto& diagnostic : result.diagnostics()) diagnostics.push_back(tepei::render(diagnostic));
  return {{"id", request.at("id")}, {"ok", result.ok()}, {"diagnostics", diagnostics}};
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) std::cout << answer(json::parse(line)).dump() << '\n';
}
