/// What a list of fact definitions must satisfy before it becomes a schema.
#pragma once

#include <vector>

#include "tepei/facts/definition.hpp"
#include "tepei/value/diagnostic.hpp"

namespace tepei::facts {

/// Everything wrong with `definitions`; see `FactSchema::build`. Defaults are brought to values of their fact.
Diagnostics check_definitions(std::vector<FactDefinition>& definitions);

}  // namespace tepei::facts
