/// Which value of an enumeration or code a text stands for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tepei/facts/definition.hpp"

namespace tepei::facts {

/// What a text was found to be: a listed spelling, else a member by id or label. Points into the definition.
struct Match {
  const Spelling* spelling = nullptr;  ///< null where the text is an id or label that no spelling overrides
  const EnumMember* member = nullptr;  ///< null where the spelling names none
};

/// The value written exactly as `text`. Spellings come first, so that a code such as 97 can be a member and undecided.
std::optional<Match> match_exactly(const FactDefinition& fact, std::string_view text);

/// The same, compared by `folded`; `normal` is in form NFKC and trimmed.
std::optional<Match> match_folded(const FactDefinition& fact, std::string_view normal);

/// The length that all codes of the fact share; 0 where they differ or there are none.
std::size_t code_width(const FactDefinition& fact);

/// The code that digits of another length were meant to be: zeros lost at the front (1 for `01`) or left out at the end
/// (`1504` for `150400`), or further digits of a longer list; nothing where that makes no known code.
std::optional<std::string> code_meant(const FactDefinition& fact, std::string_view text);

/// Whether `text` has the digits and the prefix of the fact's open list of codes.
bool is_well_formed_code(const FactDefinition& fact, std::string_view text);

/// Whether `text` is digits only, at least one.
bool is_digits(std::string_view text);

}  // namespace tepei::facts
