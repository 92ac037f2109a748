/// From a cell as people write it to a value of the fact.
#pragma once

#include <string>
#include <string_view>

#include "tepei/facts/definition.hpp"
#include "tepei/value/result.hpp"

namespace tepei::facts {

/// How strict reading is about numbers. `typed` (a call from a program, a typed column): text where a number belongs is
/// an error. `as_written` (a cell of a text file): digits are a number.
enum class Strictness { typed, as_written };

/// What a cell was read as.
struct CellReading {
  Value value;             ///< `Unknown` where nothing is known
  bool undecided = false;  ///< a known value the policies leave open; `value` is then unknown
  std::string note;        ///< what the reader should be told, in Chinese (`1985.06` taken as the first of the month); may be empty
  std::string note_en;     ///< the same in English
};

/// Reads `given` as a value of `fact`. Takes what `contract.md` section 2 takes: dates as dates, date-times or text
/// (2025-03-21, 2025/3/21, 2025.3.21, 20250321, 2025年3月21日; 1985.06, 1985-06 and 1985年6月 as the first of the month,
/// with a note); booleans as booleans, 0 and 1, 是/否, 有/无, true/false, yes/no; numbers as numbers; enumerations as id,
/// label, code or spelling, text or whole number; all text after NFKC and trimming. Unknown, null and blank text are
/// unknown. Errors say what was expected and the nearest known value: `facts.value.wrong_type`, `facts.value.unlisted`,
/// `facts.value.not_a_date`, `facts.value.impossible_date`, `facts.value.not_a_number`, `facts.value.below_minimum`,
/// `facts.value.not_yes_or_no`, `facts.value.not_a_value`; their path is the fact's id.
Result<CellReading> read(const FactDefinition& fact, const Value& given, Strictness strictness = Strictness::typed);

/// `text` in Unicode form NFKC without outer blanks (full-width blanks too); invalid UTF-8 is an error
/// (`facts.text.invalid_utf8`).
Result<std::string> normalise(std::string_view text);

}  // namespace tepei::facts
