// The classes of characters that FEEL tells apart (DMN 1.5, 10.3.1.2, rules 27 to 30 and 61 to 62), and what the signs
// typed by Chinese input methods stand for.
#pragma once

#include <cstdint>
#include <string_view>

namespace tepei::feel {

using CodePoint = std::int32_t;

// White space, line breaks included.
bool is_blank(CodePoint character);
bool is_line_break(CodePoint character);

// What a name's word may begin with, and what it may go on with.
bool starts_word(CodePoint character);
bool continues_word(CodePoint character);

// The ASCII text that a full-width or mathematical sign is typed for: `(` for `（`, `>=` for `≥`; the character itself
// where it is an ASCII sign; empty for all others.
std::string_view ascii_sign(CodePoint character);

// 0 to 9 for an ASCII or full-width digit, else -1.
int digit_value(CodePoint character);

}  // namespace tepei::feel
