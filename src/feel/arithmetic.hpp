// What FEEL's arithmetic gives for two values. Source: DMN 1.5, 10.3.2.11 (tables of arithmetic semantics).
#pragma once

#include "feel/ast.hpp"
#include "feel/builtin.hpp"

namespace tepei::feel {

// `left operation right`. A null operand gives null whatever the other is, even unknown; so does a known operand of a
// kind that no operation takes, and division by zero. Otherwise an unknown operand makes the answer unknown.
Value calculate(Caller& caller, Operation operation, const Value& left, const Value& right);

// Whether the value is a duration of either kind.
bool is_duration(const Value& value);

// `-operand`.
Value negate(Caller& caller, const Value& operand);

// The operation as FEEL writes it.
const char* symbol(Operation operation);

}  // namespace tepei::feel
