// A programme's own facts back to JSON.
#pragma once

#include <vector>

#include "pack/json.hpp"
#include "tepei/facts/schema.hpp"

namespace tepei::pack {

// The facts of a schema that not every programme has.
std::vector<facts::FactDefinition> own_facts(const facts::FactSchema& schema);

Json fact_to_json(const facts::FactDefinition& fact);

}  // namespace tepei::pack
