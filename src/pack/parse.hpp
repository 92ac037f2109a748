// JSON text to a positioned tree.
#pragma once

#include <optional>
#include <string_view>

#include "pack/problems.hpp"
#include "pack/tree.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::pack {

// Reads `json` (RFC 8259, UTF-8, a byte order mark is skipped). Nothing where it is not JSON or passes a limit, with
// the reason in `problems`; a key given twice is a problem too, but leaves a tree (in which the first counts).
std::optional<Tree> parse(std::string_view json, const LoadLimits& limits, Problems& problems);

}  // namespace tepei::pack
