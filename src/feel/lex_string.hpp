// The escapes within strings.
#pragma once

#include <optional>
#include <string_view>

#include "tepei/value/diagnostic.hpp"

namespace tepei::feel {

// The first escape within `span` that stands for no character (`\u12`, a lone surrogate, `\U110000`), or nothing.
// A backslash before any other character stands for itself (rule 65: a string's characters are all but its end).
std::optional<Span> find_bad_escape(std::string_view source, Span span);

}  // namespace tepei::feel
