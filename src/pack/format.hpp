// The version of the pack format.
#pragma once

#include "pack/reader.hpp"

namespace tepei::pack {

void read_format(Reader& reader, NodeId id);

// Whether the pack at `root` is of a format this version reads, or says nothing of it. Another format has other keys:
// to tell all of them wrong would help nobody.
bool has_known_format(Reader& reader, NodeId root);

}  // namespace tepei::pack
