/// The one form in which a cell is refused: which fact, which value, what was expected, what to do.
#pragma once

#include <string>
#include <string_view>

#include "tepei/facts/definition.hpp"
#include "tepei/value/diagnostic.hpp"

namespace tepei::facts {

/// The fact as messages name it: `birth_date` (出生日期).
std::string named(const FactDefinition& fact);

/// The diagnostic `facts.value.<problem>`: "`sex` (性别) cannot be `x`; expected <expected>".
Diagnostic refusal(const FactDefinition& fact, std::string_view problem, const Value& given, std::string_view expected,
                   std::string help);

/// `facts.value.wrong_type` for a value of a kind the fact never has.
Diagnostic wrong_type(const FactDefinition& fact, const Value& given);

/// `problem` of the text itself, said of the fact.
Diagnostic refused_text(const FactDefinition& fact, Diagnostic problem);

/// What the fact takes, for "expected …".
std::string expectation(const FactDefinition& fact);

/// The help for a word that is not a value of the enumeration or code: how to write nothing, the nearest spelling, or
/// the values there are.
std::string value_help(const FactDefinition& fact, std::string_view word);

/// The help for marks that stand for "nothing known" (`-`, `N/A`, 不详), else `otherwise`.
std::string blank_help(std::string_view word, std::string otherwise);

}  // namespace tepei::facts
