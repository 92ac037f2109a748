/// Reading a cell's text as one kind of value. `text` is in form NFKC, trimmed and not empty; `given` is the cell as it
/// came, for messages.
#pragma once

#include <optional>
#include <string_view>

#include "tepei/facts/reading.hpp"

namespace tepei::facts {

Result<CellReading> read_boolean(const FactDefinition& fact, std::string_view text, const Value& given);
Result<CellReading> read_number(const FactDefinition& fact, std::string_view text, const Value& given);
Result<CellReading> read_date(const FactDefinition& fact, std::string_view text, const Value& given);
Result<CellReading> read_listed(const FactDefinition& fact, std::string_view text, const Value& given);

/// What `text`, just as it came, is listed as; nothing where it is not written exactly so.
std::optional<Result<CellReading>> read_as_listed(const FactDefinition& fact, std::string_view text,
                                                  const Value& given);

/// A number where a date belongs, refused: Excel counts days so, and drops the zero of 1985.10.
Diagnostic number_for_date(const FactDefinition& fact, const Value& given);

/// `number` where it is not below the fact's minimum.
Result<CellReading> checked_number(const FactDefinition& fact, const Decimal& number, const Value& given);

}  // namespace tepei::facts
