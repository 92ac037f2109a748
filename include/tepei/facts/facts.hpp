/// What is known of one person.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/facts/reading.hpp"
#include "tepei/facts/schema.hpp"

namespace tepei::facts {

/// Something a fact's reading wants said in the answer.
struct FactNote {
  std::size_t slot = 0;
  std::string text;     ///< Chinese
  std::string text_en;  ///< English
};

/// One person's facts, by slot of a schema. What was never set is unknown. A plain value; one thread at a time may
/// change it.
class Facts {
 public:
  explicit Facts(std::shared_ptr<const FactSchema> schema);

  /// Sets the fact called `name` (id, label or heading) to what `given` reads as; see `read` for what is taken and the
  /// errors, to which `facts.name.unknown` comes. On error the fact stays as it was.
  Result<void> set(std::string_view name, const Value& given, Strictness strictness = Strictness::typed);
  /// The same by slot (below `schema()->size()`), for a reading already made. An unknown reading makes the fact unknown
  /// again, or its default where it has one.
  void put(std::size_t slot, CellReading reading);
  /// Makes every fact unknown again or its default, keeping the memory.
  void clear();

  const std::shared_ptr<const FactSchema>& schema() const noexcept { return schema_; }
  /// `schema()->size()` values; an unknown one carries its own slot.
  const Value* values() const noexcept { return values_.data(); }
  const Value& at(std::size_t slot) const { return values_[slot]; }
  /// Facts whose known value the policies leave open (`CellReading::undecided`).
  FactSet undecided() const noexcept { return undecided_; }
  /// Facts that were not given and took their default.
  FactSet defaulted() const noexcept { return defaulted_; }
  const std::vector<FactNote>& notes() const noexcept { return notes_; }

 private:
  std::shared_ptr<const FactSchema> schema_;
  std::vector<Value> values_;
  FactSet undecided_;
  FactSet defaulted_;
  std::vector<FactNote> notes_;
};

}  // namespace tepei::facts
