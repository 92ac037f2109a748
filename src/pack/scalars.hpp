// The simple values of a pack: texts, ids, dates, numbers, choices.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "pack/reader.hpp"
#include "tepei/policy/text.hpp"
#include "tepei/value/date.hpp"
#include "tepei/value/decimal.hpp"

namespace tepei::pack {

// A text that is not empty: what is not known is left out of a pack.
void read_text(Reader& reader, NodeId id, std::string& text);
// A text in Chinese, or an object with one text a language.
void read_local_text(Reader& reader, NodeId id, policy::LocalText& text);
// A name that rules, answers and JSON pointers can carry: 1 to 100 characters, no blank, no control character, none of
// `/`, `~`, `"` and `\`.
void read_id(Reader& reader, NodeId id, std::string& text);
void read_boolean(Reader& reader, NodeId id, bool& value);
void read_date(Reader& reader, NodeId id, std::optional<Date>& date);
void read_number(Reader& reader, NodeId id, std::optional<Decimal>& number);
// SHA-256 in lower-case hex.
void read_digest(Reader& reader, NodeId id, std::string& digest);

// One of a closed list of words; `parse` knows what each means.
template <typename Choice>
void read_choice(Reader& reader, NodeId id, std::optional<Choice> (*parse)(std::string_view),
                 const std::vector<std::string>& words, Choice& choice) {
  if (!reader.is(id, NodeKind::string, "a string")) return;
  const std::string& word = reader.at(id).text;
  if (const auto parsed = parse(word)) {
    choice = *parsed;
  } else {
    reader.refuse(id, "pack.value.unlisted", tepei::quoted(word) + " is not one of the words that may stand here",
                  tepei::suggest(word, words));
  }
}

}  // namespace tepei::pack
