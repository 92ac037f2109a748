/// Text as people type it, brought to the form in which names and values are compared.
#pragma once

#include <string>
#include <string_view>

#include "tepei/value/result.hpp"

namespace tepei::facts {

/// `text` without outer blanks: ASCII ones, full-width, no-break and zero-width ones.
std::string_view trimmed(std::string_view text);

/// As `normalise`, without a copy where the text is in form NFKC already; else the view points into `storage`.
Result<std::string_view> normal_view(std::string_view text, std::string& storage);

/// What two spellings of one name have in common. `normal` is in form NFKC and trimmed; ASCII letters become lower
/// case; runs of blanks and hyphens become an underscore in ASCII text and vanish from any other (出 生 日 期).
std::string folded(std::string_view normal);

/// `folded` of `normalise`, or the empty text where that fails. No name is empty, so it equals none.
std::string lookup_key(std::string_view text);

/// Whether `text` is valid UTF-8.
bool is_utf8(std::string_view text);

/// `facts.text.invalid_utf8`.
Diagnostic invalid_utf8(std::string_view text);
/// `facts.text.too_long`.
Diagnostic too_long(std::string_view text);

}  // namespace tepei::facts
