// What of a pack is merged with the pack it extends, and how.
#pragma once

#include <cstdint>
#include <string_view>

namespace tepei::pack {

enum class MergeWay : std::uint8_t {
  whole,   // the extension's value takes the place of the base's
  object,  // member by member
  list     // entry by entry, by the key that names each
};

struct MergeRule {
  MergeWay way = MergeWay::whole;
  std::string_view key{};  // of a list
};

// The rule for member `key` of the object at `path`: dotted, empty for the pack itself.
MergeRule merge_rule(std::string_view path, std::string_view key);

}  // namespace tepei::pack
