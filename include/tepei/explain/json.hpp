/// A decision as JSON.
#pragma once

#include <string>

#include "tepei/policy/decision.hpp"

namespace tepei::explain {

/// The decision as one JSON object, as docs/schema/decision-1.json describes it: keys as in `policy::Decision`, in its
/// order; enumerations, outcomes and statuses by id.
///
/// Values: booleans as booleans, dates as ISO texts, members of enumerations by id, whole numbers below 2^53 as numbers
/// and any other number as the text of the exact decimal, lists as arrays, contexts as objects, other kinds as FEEL
/// source. `known` beside a value says whether it is known: an unknown value is `null` and not known, FEEL's null is
/// `null` and known. A condition's `holds` is `"true"`, `"false"`, `"unknown"` or `"null"`, a part that was not reached
/// `null`. An absent authority is `null`.
///
/// `indent` is the number of blanks a level; below zero everything stands on one line. The text is UTF-8; bytes that
/// are not become U+FFFD. Never fails. Safe from any thread.
std::string to_json(const policy::Decision& decision, int indent = -1);

}  // namespace tepei::explain
