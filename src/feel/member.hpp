// What stands behind a dot: a context's entry, a part of a date, time or duration, an end of a range.
#pragma once

#include <string>

#include "feel/builtin.hpp"

namespace tepei::feel {

// `target.name`; of a list, the list of its items' members. Null where there is no such member.
Value member_of(Caller& caller, const Value& target, const std::string& name);

}  // namespace tepei::feel
