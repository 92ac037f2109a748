/// Who acts in a programme: applies, consents, reviews, approves, decides, pays.
#pragma once

#include <array>
#include <string_view>

namespace tepei::policy {

/// A party with what it is called in both languages. The views are to constant text.
struct Party {
  std::string_view id;  ///< stable: `provincial_department`
  std::string_view zh;  ///< 省（自治区）人社厅
  std::string_view en;
};

/// How many parties the contract names.
inline constexpr std::size_t party_count = 18;

/// Every party, in the order of section 8 of the contract. Safe from any thread.
const std::array<Party, party_count>& parties() noexcept;

/// The party with this id, or null. Safe from any thread.
const Party* find_party(std::string_view id) noexcept;

}  // namespace tepei::policy
