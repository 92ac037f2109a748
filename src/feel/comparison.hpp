// What FEEL's comparisons give for two values, unknown and null among them.
#pragma once

#include <optional>

#include "feel/ast.hpp"
#include "feel/builtin.hpp"
#include "feel/logic.hpp"

namespace tepei::feel {

// -1, 0 or 1 where both are of one ordered kind (numbers, texts by code point, dates, times, durations, members of one
// ordered enumeration); nothing otherwise.
std::optional<int> order(const Value& left, const Value& right);

// FEEL's `=`: null equals null and nothing else; values of two kinds give null. Lists and contexts differ as soon as
// two known parts do.
Answer equals(Caller& caller, const Value& left, const Value& right);

// Whether an item of a list is meant: as `equals`, but values of two kinds are different, not null.
Answer matches(Caller& caller, const Value& left, const Value& right);

// `left operation right` for any of the six comparisons.
Answer compare(Caller& caller, Operation operation, const Value& left, const Value& right);

// Whether `value` lies between two ends, each included or not; an end that is null has no bound.
Answer within(Caller& caller, const Value& value, const Range& range);

// FEEL's `value in test` for a test that is a value: in a range, in a list (of values or ranges), or equal.
Answer satisfies(Caller& caller, const Value& value, const Value& test);

}  // namespace tepei::feel
