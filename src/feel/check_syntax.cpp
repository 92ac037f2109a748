#include "feel/parse.hpp"
#include "tepei/feel/expression.hpp"

namespace tepei::feel {

Result<void> check_syntax(std::string_view source, const Scope& scope, bool unary_tests, const Limits& limits) {
  const auto syntax = unary_tests ? parse_unary_tests(source, scope, limits) : parse_expression(source, scope, limits);
  if (!syntax) return syntax.diagnostics();
  return syntax->unknown_names;
}

}  // namespace tepei::feel
