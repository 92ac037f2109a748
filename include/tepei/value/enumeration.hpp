/// The closed sets of values a fact may have: 男/女, 学历, 职称级别, 民族.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tepei {

/// One member of an enumeration.
struct EnumMember {
  std::string id;     ///< English, stable: `master`
  std::string label;  ///< Chinese: 硕士研究生
};

/// A closed set of values, immutable once made and shared by every value of it. Where `ordered`, members stand from
/// the lowest rank to the highest and compare by rank, never as text. At most 65,535 members.
class EnumDomain {
 public:
  /// A name for messages, and members with ids of their own.
  EnumDomain(std::string name, bool ordered, std::vector<EnumMember> members);

  const std::string& name() const noexcept { return name_; }
  bool ordered() const noexcept { return ordered_; }
  const std::vector<EnumMember>& members() const noexcept { return members_; }
  /// The place of the member whose id or label is `text` exactly, or nothing. An id goes before a label, the first
  /// member before a later one. Takes time in the logarithm of the members' number.
  std::optional<std::uint16_t> find(std::string_view text) const;
  /// Every id, for messages.
  std::vector<std::string> ids() const;

 private:
  std::string name_;
  bool ordered_;
  std::vector<EnumMember> members_;
  std::vector<std::uint32_t> by_text_;  // twice the ordinal for an id, and 1 more for a label, in the texts' order
};

/// One value of an enumeration. The domain outlives it: whoever holds the schema or expression holds the domain.
struct EnumValue {
  const EnumDomain* domain = nullptr;
  std::uint16_t ordinal = 0;

  const std::string& id() const { return domain->members()[ordinal].id; }
  const std::string& label() const { return domain->members()[ordinal].label; }
  friend bool operator==(EnumValue l, EnumValue r) { return l.domain == r.domain && l.ordinal == r.ordinal; }
};

}  // namespace tepei
