/// The packs that other packs may extend by their id.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tepei::pack {

/// What `"extends": "<id>"` may name: the built-in packs (`catalog::base_packs()`), or what a host keeps itself. A
/// plain value; the loader calls `text` in its own thread. An exception that `text` throws goes through the loader.
struct BasePacks {
  std::vector<std::string> ids;  ///< all there are, for the nearest name
  std::function<std::optional<std::string>(std::string_view id)>
      text{};  ///< a pack's JSON; nothing where there is none
};

}  // namespace tepei::pack
