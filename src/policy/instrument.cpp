#include "tepei/policy/instrument.hpp"

#include <array>
#include <cstddef>

namespace tepei::policy {

namespace {

constexpr std::array<std::string_view, 3> status_ids{"draft", "in_force", "repealed"};
constexpr std::array<std::string_view, 7> clause_kind_ids{"computed",   "duty",      "procedure", "definition",
                                                          "preference", "delegated", "statement"};

template <typename Enum, std::size_t Count>
std::optional<Enum> find(const std::array<std::string_view, Count>& ids, std::string_view text) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (ids[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Status status) {
  return status_ids[static_cast<std::size_t>(status)];
}

std::optional<Status> parse_status(std::string_view text) {
  return find<Status>(status_ids, text);
}

std::string_view to_string(ClauseKind kind) {
  return clause_kind_ids[static_cast<std::size_t>(kind)];
}

std::optional<ClauseKind> parse_clause_kind(std::string_view text) {
  return find<ClauseKind>(clause_kind_ids, text);
}

}  // namespace tepei::policy
