/// A decision as HTML for a notebook or a page.
#pragma once

#include <string>

#include "tepei/explain/basis.hpp"
#include "tepei/explain/language.hpp"
#include "tepei/policy/decision.hpp"

namespace tepei::explain {

/// What `text` says as one `<div>` to be put into a page: style inline, no script, no ground of its own
/// (readable on dark and light), the criteria folded to a line each, those that stand in the way open. Every word of
/// the input is escaped; control characters are shown as in `text`. Never fails. Safe from any thread.
std::string html(const policy::Decision& decision, const Basis& basis, Language language = Language::chinese);

}  // namespace tepei::explain
