// Text to syntax tree.
#pragma once

#include <string_view>

#include "feel/ast.hpp"
#include "tepei/feel/limits.hpp"
#include "tepei/value/result.hpp"

namespace tepei::feel {

// Parses a whole expression; names are matched longest first against the scope, the builtins and the locals in force.
Result<Syntax> parse_expression(std::string_view source, const Scope& scope, const Limits& limits);
// Parses a decision table's cell: unary tests over the implicit value `?`.
Result<Syntax> parse_unary_tests(std::string_view source, const Scope& scope, const Limits& limits);

}  // namespace tepei::feel
