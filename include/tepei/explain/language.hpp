/// The languages an answer is explained in, and the words for its outcome.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tepei/policy/outcome.hpp"

namespace tepei::explain {

/// The reader's language.
enum class Language : std::uint8_t { chinese, english };

/// The language named by `zh` or `en`, or nothing.
std::optional<Language> parse_language(std::string_view text);
/// `zh` or `en`.
std::string_view to_string(Language language);

/// A verdict in words: 不符合条件, `not eligible`. Safe from any thread.
std::string_view label(policy::Verdict verdict, Language language);
/// The outcome of one criterion in words: 不符合, `not met`.
std::string_view label(policy::Outcome outcome, Language language);
/// What the party is called; the id itself for a party that only the pack knows.
std::string party_label(std::string_view party, Language language);

}  // namespace tepei::explain
