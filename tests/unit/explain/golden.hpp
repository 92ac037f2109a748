// Text against files that a person has read through.
//
// TEPEI_UPDATE_GOLDEN=1 in the environment writes the files anew instead of comparing; never set it in CI.
#pragma once

#include <string>
#include <vector>

namespace tepei::explain::samples {

// Compares `text` with tests/golden/explain/`file`.
void compare_with_golden(const std::string& file, const std::string& text);

// The sentences, one a line.
std::string lines(const std::vector<std::string>& sentences);

}  // namespace tepei::explain::samples
