// Where cases lie, and the policies they ask: the built-in ones with tests/cases, the examples with
// examples/packs/cases.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tepei/catalog/catalog.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::catalog {

// The files of cases of a kind: eligibility, leave, assessment, funding.
inline std::vector<std::string> case_files(const std::string& kind) {
  std::vector<std::string> files;
  for (const char* folder : {"tests/cases", "examples/packs/cases"}) {
    const std::filesystem::path root = std::filesystem::path(TEPEI_SOURCE_DIR) / folder / kind;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

// The built-in policy of this id, or the example's.
inline const policy::Programme& policy_of(const std::string& id) {
  static std::map<std::string, policy::Programme> known;
  const auto found = known.find(id);
  if (found != known.end()) return found->second;
  const auto example = std::filesystem::path(TEPEI_SOURCE_DIR) / "examples/packs" / (id + ".json");
  const bool is_example = std::filesystem::exists(example);
  auto loaded = is_example ? pack::load_file(example, base_packs()) : programme(id);
  return known.emplace(id, std::move(loaded).value()).first->second;
}

}  // namespace tepei::catalog
