#include "tepei/value/enumeration.hpp"

#include <algorithm>
#include <utility>

namespace tepei {

namespace {

constexpr std::size_t most_members = 65'535;

const std::string& text_of(const std::vector<EnumMember>& members, std::uint32_t key) {
  const EnumMember& member = members[key / 2];
  return key % 2 == 0 ? member.id : member.label;
}

/// The keys of all ids and labels in the order of their texts, of equal texts the one that `find` prefers first.
std::vector<std::uint32_t> keys_by_text(const std::vector<EnumMember>& members) {
  const auto count = static_cast<std::uint32_t>(std::min(members.size(), most_members));
  std::vector<std::uint32_t> keys;
  keys.reserve(std::size_t{2} * count);
  for (const std::uint32_t label : {0U, 1U}) {
    for (std::uint32_t i = 0; i < count; ++i) {
      if (!text_of(members, 2 * i + label).empty()) keys.push_back(2 * i + label);
    }
  }
  std::stable_sort(keys.begin(), keys.end(), [&](std::uint32_t left, std::uint32_t right) {
    return text_of(members, left) < text_of(members, right);
  });
  return keys;
}

}  // namespace

EnumDomain::EnumDomain(std::string name, bool ordered, std::vector<EnumMember> members)
    : name_(std::move(name)), ordered_(ordered), members_(std::move(members)), by_text_(keys_by_text(members_)) {}

std::optional<std::uint16_t> EnumDomain::find(std::string_view text) const {
  const auto before = [&](std::uint32_t key, std::string_view wanted) { return text_of(members_, key) < wanted; };
  const auto found = std::lower_bound(by_text_.begin(), by_text_.end(), text, before);
  if (found == by_text_.end() || text_of(members_, *found) != text) return std::nullopt;
  return static_cast<std::uint16_t>(*found / 2);
}

std::vector<std::string> EnumDomain::ids() const {
  std::vector<std::string> ids;
  ids.reserve(members_.size());
  for (const EnumMember& member : members_) ids.push_back(member.id);
  return ids;
}

}  // namespace tepei
