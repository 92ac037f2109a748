// A condition with the truth of its parts, for people.
#pragma once

#include <optional>
#include <string>

#include "explain/vocabulary.hpp"
#include "explain/words.hpp"
#include "tepei/policy/decision.hpp"

namespace tepei::explain {

// ✓, ✗, ? for true, false, unknown; ! for null; – for a part that was not reached.
std::string_view mark(const std::optional<Value>& value);

// The part without the choices that only ask how the text is read: of `if age_limit = "…" then a else b` the branch
// that was taken. Which reading that was is said elsewhere.
const policy::PartRead& as_read(const policy::PartRead& part, const Vocabulary& vocabulary);

// What stands on the line of a part: an atom in words, or what its parts must do (下列各项同时成立).
std::string part_text(const policy::PartRead& part, const Vocabulary& vocabulary);

// The parts that get lines of their own below it; empty for an atom and for `not` with a single atom.
const std::vector<policy::PartRead>& lines_below(const policy::PartRead& part);

// The whole condition on one line with 且, 或 and 非, or nothing where some part of it has no words.
std::optional<std::string> sentence(const policy::PartRead& whole, const Vocabulary& vocabulary);

// What a rule's condition is for. A single one that leads to `met` is what the text requires; of several each is one
// way.
Phrase rule_phrase(policy::Outcome outcome, bool one_way);

// Whether the condition is the literal `true` or `false`, which has nothing to say.
bool is_constant(const policy::PartRead& part);

}  // namespace tepei::explain
