/// From a cell as people write it to a value of the fact.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tepei/facts/definition.hpp"
#include "tepei/value/result.hpp"

namespace tepei::facts {

/// How strict reading is about numbers. `typed` (a call from a program, a typed column): text where a number belongs is
/// an error. `as_written` (a cell of a text file): digits are a number, so that a code may lack the zeros in front.
enum class Strictness { typed, as_written };

/// What a cell was read as.
struct CellReading {
  Value value;             ///< `Unknown` where nothing is known
  bool undecided = false;  ///< a known value the policies leave open; `value` is then unknown
  std::string note;        ///< Chinese; what the reader should be told (only a month was given); may be empty
  std::string note_en;     ///< the same in English
};

/// The longest text a name or cell may be, in bytes of UTF-8; longer text is refused before any work on it.
inline constexpr std::size_t max_text_bytes = 4096;

/// Reads `given` as a value of `fact`. Takes what `contract.md` section 2 takes:
/// - dates as dates, date-times (their date) or text (2025-03-21, 2025/3/21, 2025.3.21, 20250321, 2025年3月21日), which
///   a time of day may follow; 1985.06, 1985-06, 198506 and 1985年6月 as the first of the month, with a note; not
///   `1985.1`, which a table program makes of October too;
/// - booleans as booleans, 0 and 1, 是/否, 有/无, true/false, yes/no (有/无 not where the label itself begins with 无);
/// - numbers as numbers, and as text where `strictness` says so, with a unit that the fact's id names (`12年`);
/// - enumerations and codes as id, label, code or spelling, text or whole number (1 is the ethnic code `01`).
/// All text is taken after `normalise`, in any case of ASCII letters, blanks within Chinese text apart; text that is
/// only carried is trimmed and else left as it is. Unknown, null and blank text are unknown. Errors name the fact, the
/// value and what was expected, help the nearest known value: `facts.value.wrong_type`, `facts.value.unlisted`,
/// `facts.value.not_a_date`, `facts.value.impossible_date`, `facts.value.not_a_number`, `facts.value.below_minimum`,
/// `facts.value.above_maximum`,
/// `facts.value.not_yes_or_no`, `facts.value.not_a_value`, and those of `normalise`; their path is the fact's id.
Result<CellReading> read(const FactDefinition& fact, const Value& given, Strictness strictness = Strictness::typed);

/// `text` in Unicode form NFKC without outer blanks (full-width and zero-width ones too). Errors:
/// `facts.text.invalid_utf8`, `facts.text.too_long` (above `max_text_bytes`).
Result<std::string> normalise(std::string_view text);

}  // namespace tepei::facts
