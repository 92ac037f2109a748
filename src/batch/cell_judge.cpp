#include "batch/cell_judge.hpp"

#include <utility>

namespace tepei::batch {
namespace {

std::shared_ptr<const facts::FactSchema> schema_of(const std::shared_ptr<const policy::Query>& query) {
  return {query, &query->facts()};
}

}  // namespace

CellJudge::CellJudge(std::shared_ptr<const policy::Query> query, facts::Strictness strictness)
    : query_(std::move(query)), strictness_(strictness), alone_(schema_of(query_)) {}

CellJudge::CellJudge(std::shared_ptr<const facts::FactSchema> schema, facts::Strictness strictness)
    : strictness_(strictness), alone_(std::move(schema)) {}

CellEntry CellJudge::read(std::size_t slot, const Value& given) {
  auto reading = facts::read(schema().at(slot), given, strictness_);
  if (!reading) return refuse(slot, reading.diagnostics());
  if (query_ && reading->value.get_if<Date>() != nullptr) {
    alone_.put(slot, *reading);
    const Diagnostics refusals = query_->refusals(alone_);
    alone_.clear();
    if (!refusals.empty()) return refuse(slot, refusals);
  }
  CellEntry entry{reading->value, reading->undecided, nullptr, nullptr};
  if (!reading->note.empty() || !reading->note_en.empty()) {
    entry.noted = std::make_shared<const facts::CellReading>(*std::move(reading));
  }
  return entry;
}

CellEntry CellJudge::refuse(std::size_t slot, const Diagnostics& diagnostics) const {
  Diagnostic error = diagnostics.front();
  error.path = schema().at(slot).id;
  return {Value(), false, std::make_shared<const Diagnostic>(std::move(error)), nullptr};
}

}  // namespace tepei::batch
