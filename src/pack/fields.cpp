#include "pack/fields.hpp"

#include <algorithm>

namespace tepei::pack {

void refuse_unknown_keys(Reader& reader, NodeId object, const std::vector<std::string>& known) {
  for (const NodeId id : reader.at(object).items) {
    const std::string& key = reader.at(id).key;
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    reader.refuse_key(id, "pack.key.unknown", "there is no key " + tepei::quoted(key) + " here",
                      tepei::suggest(key, known));
  }
}

}  // namespace tepei::pack
