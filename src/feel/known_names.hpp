// The names that stand where an unknown one was written.
#pragma once

#include <string>
#include <vector>

#include "tepei/feel/scope.hpp"
#include "tepei/value/diagnostic.hpp"

namespace tepei::feel {

// Every name that may be used: locals, innermost first, variables with their aliases, builtins.
std::vector<std::string> names_in_force(const std::vector<std::string>& locals, const Scope& scope);

// `feel.check.unknown_function` where `called`, else `feel.check.unknown_name`, with the nearest known name.
Diagnostic unknown_name(const std::string& name, bool called, const std::vector<std::string>& locals,
                        const Scope& scope, Span span);

}  // namespace tepei::feel
