// A simple FEEL condition in the reader's words.
#pragma once

#include <string>
#include <string_view>

#include "explain/vocabulary.hpp"

namespace tepei::explain {

// A condition for people.
struct Phrasing {
  std::string text;
  bool translated = false;  // else it is FEEL with its names replaced by their labels
};

// Whether the condition is meant or its opposite.
enum class Sense : bool { affirmed, negated };

// `education >= "master"` as 学历 不低于 硕士研究生, negated as 学历 低于 硕士研究生. Understood are a name alone, a
// comparison of two operands (see operand.hpp), `in` with a list or a range, `between`, and `starts with`; anything
// else stays FEEL.
Phrasing phrase(std::string_view source, const Vocabulary& vocabulary, Sense sense = Sense::affirmed);

// Whether the condition only asks which option of a reading was taken.
bool asks_reading(std::string_view source, const Vocabulary& vocabulary);

}  // namespace tepei::explain
