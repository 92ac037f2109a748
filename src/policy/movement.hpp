// What a condition reads, and how it moves as one fact grows: through derived facts too.
#pragma once

#include <cstddef>
#include <set>

#include "policy/compiled.hpp"

namespace tepei::policy {

// The slots of the facts that an expression reads, or one part of it.
std::set<std::size_t> facts_read(const Compiled& compiled, const feel::Expression& expression,
                                 const feel::Part* part = nullptr);

// How the value of an expression, or of one part of it, moves as the fact at `slot` grows and all others are held.
feel::Direction direction(const Compiled& compiled, const feel::Expression& expression, const feel::Part* part,
                          std::size_t slot);

}  // namespace tepei::policy
