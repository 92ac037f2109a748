// What was found wrong with a pack, up to a bound.
#pragma once

#include <cstddef>
#include <utility>

#include "tepei/value/diagnostic.hpp"

namespace tepei::pack {

class Problems {
 public:
  explicit Problems(std::size_t most) : most_(most) {}

  void add(Diagnostic problem) {
    ++count_;
    if (found_.size() < most_) found_.push_back(std::move(problem));
  }

  bool none() const noexcept { return count_ == 0; }
  // Whether further problems are only counted: the moment to stop looking at what is costly.
  bool full() const noexcept { return count_ >= most_; }

  // Everything kept, the given pack's own first, in the order of the text, and how much more there was.
  Diagnostics take() &&;

 private:
  std::size_t most_;
  std::size_t count_ = 0;
  Diagnostics found_;
};

}  // namespace tepei::pack
