// The words of a pack for the kinds of facts and the meanings of spellings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/facts/definition.hpp"

namespace tepei::pack {

std::string_view to_string(facts::FactKind kind);
std::optional<facts::FactKind> parse_fact_kind(std::string_view word);
std::vector<std::string> fact_kind_words();

std::string_view to_string(facts::SpellingMeaning meaning);
std::optional<facts::SpellingMeaning> parse_spelling_meaning(std::string_view word);
std::vector<std::string> spelling_meaning_words();

}  // namespace tepei::pack
