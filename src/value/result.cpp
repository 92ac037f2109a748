#include "tepei/value/result.hpp"

#include <algorithm>

namespace tepei {

namespace {

/// A failed result made of nothing is a mistake of its maker, but must not become an `Error` without content.
Diagnostics never_empty(Diagnostics diagnostics) {
  if (diagnostics.empty()) diagnostics.push_back({"value.result.unexplained", "failed without a diagnostic"});
  return diagnostics;
}

}  // namespace

Error::Error(Diagnostics diagnostics) : Error(never_empty(std::move(diagnostics)), Checked{}) {}

Error::Error(Diagnostics diagnostics, Checked)
    : std::runtime_error(render(diagnostics)), diagnostics_(std::move(diagnostics)) {}

const Diagnostic& Error::first() const noexcept {
  const auto is_error = [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; };
  const auto found = std::find_if(diagnostics_.begin(), diagnostics_.end(), is_error);
  return found == diagnostics_.end() ? diagnostics_.front() : *found;
}

void throw_error(Diagnostics diagnostics) {
  throw Error(std::move(diagnostics));
}

}  // namespace tepei
