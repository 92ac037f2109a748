// Which unknown variables the last run read on the way to its unknown result, and how often.
#pragma once

#include <vector>

#include "feel/program.hpp"

namespace tepei::feel {

// Whether the last run, whose registers these are, came to the node: it stands in no branch that was not taken.
bool was_run(const Program& program, const Inputs& inputs, const std::vector<Value>& registers, NodeId node);

// The value a run left for the node; null where it has none of its own (within functions).
const Value* value_of(const Program& program, const Inputs& inputs, const std::vector<Value>& registers, NodeId node);

// The variables of the nodes that the last run came to, each once, in the order of the source.
std::vector<Slot> reached_variables(const Program& program, const Inputs& inputs, const std::vector<Value>& registers);

std::vector<Occurrence> occurrences(const Program& program, const Inputs& inputs, const std::vector<Value>& registers);

}  // namespace tepei::feel
