// What a rule of the base cites, told in the clauses of the text that takes it over.
#pragma once

#include <string>

#include "pack/reader.hpp"
#include "pack/tree.hpp"

namespace tepei::pack {

// Puts the extension's clauses in the place of the base's, as its `cites` says: {"26.1": "12"} where the base's rules
// cite 26.1 and the extension's text says the same in its clause 12. A clause of the base that nothing taken over
// cites, and a clause that the extension has not, are refused.
void cite_anew(Tree& tree, NodeId extension, NodeId base, const std::string& base_name, Reader& reader);

}  // namespace tepei::pack
