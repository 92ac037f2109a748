// One pack over another: what it takes over, overrides, adds and leaves out.
#pragma once

#include "pack/reader.hpp"
#include "pack/tree.hpp"

namespace tepei::pack {

// Merges the pack at `base`, whose own bases are merged already, into the pack at `extension` (docs/pack.md, "A pack
// over another"), and takes the words about merging (`extends`, `without`, `override`, …) out of it, so that a plain
// pack remains. `base_name` is for messages. What is wrong is refused through `reader`, which reads the same tree.
void merge(Tree& tree, NodeId extension, NodeId base, const std::string& base_name, Reader& reader);

}  // namespace tepei::pack
