// A value as the reader writes it.
#pragma once

#include <string>

#include "tepei/explain/language.hpp"
#include "tepei/value/value.hpp"

namespace tepei::explain {

// Yes and no in words, numbers without exponent, dates as ISO texts, members of enumerations by label, unknown in
// words.
std::string value_text(const Value& value, Language language);

}  // namespace tepei::explain
