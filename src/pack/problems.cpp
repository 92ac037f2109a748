#include "pack/problems.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace tepei::pack {

namespace {

bool stands_before(const Diagnostic& left, const Diagnostic& right) {
  const Position start;
  const Position l = left.position.value_or(start);
  const Position r = right.position.value_or(start);
  return std::tie(left.file, l.line, l.column) < std::tie(right.file, r.line, r.column);
}

}  // namespace

Diagnostics Problems::take() && {
  Diagnostics result = std::move(found_);
  std::stable_sort(result.begin(), result.end(), stands_before);
  if (count_ > result.size()) {
    Diagnostic more{"pack.load.too_many_problems",
                    std::to_string(count_ - result.size()) + " more problems are not told", "mend the first ones"};
    if (!result.empty()) {
      more.position = result.back().position;
      more.file = result.back().file;
    }
    result.push_back(std::move(more));
  }
  return result;
}

}  // namespace tepei::pack
