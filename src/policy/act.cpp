#include "tepei/policy/act.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tepei::policy {

namespace {

constexpr std::array<std::string_view, 8> act_kind_ids{"consent", "review", "approve", "file",
                                                       "confirm", "decide", "copy",    "publicize"};

}  // namespace

std::string_view to_string(ActKind kind) {
  return act_kind_ids[static_cast<std::size_t>(kind)];
}

std::optional<ActKind> parse_act_kind(std::string_view text) {
  const auto* const found = std::find(act_kind_ids.begin(), act_kind_ids.end(), text);
  if (found == act_kind_ids.end()) return std::nullopt;
  return static_cast<ActKind>(found - act_kind_ids.begin());
}

}  // namespace tepei::policy
