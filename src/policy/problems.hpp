// What is found wrong with a definition, and the checks that every policy object makes.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/compiled.hpp"

namespace tepei::policy {

// What is found wrong, with the pointer of the place looked at.
class Problems {
 public:
  void add(std::string code, std::string path, std::string message, std::string help = {}) {
    Diagnostic problem;
    problem.code = std::move(code);
    problem.path = std::move(path);
    problem.message = std::move(message);
    problem.help = std::move(help);
    found_.push_back(std::move(problem));
  }
  // Takes over what a lower layer found, at `path`.
  void add(Diagnostics problems, const std::string& path) {
    for (Diagnostic& problem : problems) {
      problem.path = path;
      found_.push_back(std::move(problem));
    }
  }
  // Takes over what knows its place already.
  void add(Diagnostics problems) { append(found_, std::move(problems)); }
  bool none() const { return found_.empty(); }
  Diagnostics take() { return std::move(found_); }

 private:
  Diagnostics found_;
};

// The pointer of a list's entry.
inline std::string at(const std::string& list, std::size_t place) {
  return list + "/" + std::to_string(place);
}

// Ids are there and differ; `list` is the list's pointer.
template <typename Item>
void check_ids(const std::vector<Item>& items, const std::string& list, std::string_view noun, Problems& problems) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string path = at(list, i) + "/id";
    if (items[i].id.empty()) {
      problems.add("policy.id.empty", path, "this " + std::string(noun) + " has no id");
    } else if (!seen.insert(items[i].id).second) {
      problems.add("policy.id.duplicate", path, "two of the same id " + quoted(items[i].id) + " in " + list);
    }
  }
}

// An empty reference is allowed: by hand a policy may be built without clauses.
template <typename Item>
void check_reference(const std::string& id, const std::vector<Item>& items, const std::string& path,
                     std::string_view noun, Problems& problems) {
  if (id.empty()) return;
  const auto ids = ids_of(items);
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return;
  problems.add("policy." + std::string(noun) + ".unknown", path, "there is no " + std::string(noun) + " " + quoted(id),
               suggest(id, ids));
}

}  // namespace tepei::policy
