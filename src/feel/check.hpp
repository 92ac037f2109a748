// Names resolved, types found, literals of enumerations typed.
#pragma once

#include "feel/ast.hpp"
#include "tepei/value/result.hpp"

namespace tepei::feel {

// Resolves every name, gives every node its type, turns text literals compared with an enumeration into its members,
// and numbers the bindings. All problems are given, each with its span.
Result<Syntax> check(Syntax syntax, const Scope& scope, const Type& expected);

}  // namespace tepei::feel
