// Text of the input made fit to stand in a line of ours.
#pragma once

#include <string>
#include <string_view>

namespace tepei::explain {

// The text on one line: runs with a tab or line break in them become one blank, other control and invisible characters
// are shown as `<U+202E>`, bytes that are not UTF-8 become U+FFFD; outer blanks go.
std::string plain(std::string_view text);

}  // namespace tepei::explain
