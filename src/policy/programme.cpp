#include "tepei/policy/programme.hpp"

namespace tepei::policy {

std::vector<std::string> Programme::tracks() const {
  std::vector<std::string> ids;
  for (const auto& track : eligibility.definition().tracks) ids.push_back(track.id);
  return ids;
}

}  // namespace tepei::policy
