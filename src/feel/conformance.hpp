// Whether a value is of a type: `instance of`, and the declared types of function parameters.
#pragma once

#include "feel/builtin.hpp"
#include "feel/logic.hpp"

namespace tepei::feel {

// Null is of no type but `null`; anything known else is of `Any`. Unknown for an unknown value, and for a list or
// context whose known parts conform while others are unknown.
Answer conforms(Caller& caller, const Value& value, const Type& type);

}  // namespace tepei::feel
