#include "tepei/facts/facts.hpp"

#include <algorithm>
#include <utility>

namespace tepei::facts {

Facts::Facts(std::shared_ptr<const FactSchema> schema) : schema_(std::move(schema)), values_(schema_->size()) {
  clear();
}

Result<void> Facts::set(std::string_view name, const Value& given, Strictness strictness) {
  const auto slot = schema_->slot(name);
  if (!slot) return slot.diagnostics();
  auto reading = read(schema_->at(*slot), given, strictness);
  if (!reading) return reading.diagnostics();
  put(*slot, *std::move(reading));
  return {};
}

void Facts::put(std::size_t slot, CellReading reading) {
  const auto same_slot = [slot](const FactNote& note) { return note.slot == slot; };
  notes_.erase(std::remove_if(notes_.begin(), notes_.end(), same_slot), notes_.end());
  undecided_.erase(slot);
  defaulted_.erase(slot);

  const auto& fallback = schema_->at(slot).default_value;
  if (reading.undecided) {
    undecided_.insert(slot);
    values_[slot] = Unknown{FactSet::of(slot)};
  } else if (reading.value.is_known()) {
    values_[slot] = std::move(reading.value);
  } else if (fallback) {
    defaulted_.insert(slot);
    values_[slot] = *fallback;
  } else {
    values_[slot] = Unknown{FactSet::of(slot)};
  }
  if (!reading.note.empty() || !reading.note_en.empty()) {
    notes_.push_back({slot, std::move(reading.note), std::move(reading.note_en)});
  }
}

void Facts::clear() {
  notes_.clear();
  undecided_ = {};
  defaulted_ = {};
  for (std::size_t slot = 0; slot < values_.size(); ++slot) {
    const auto& fallback = schema_->at(slot).default_value;
    if (fallback) defaulted_.insert(slot);
    values_[slot] = fallback ? *fallback : Value(Unknown{FactSet::of(slot)});
  }
}

}  // namespace tepei::facts
