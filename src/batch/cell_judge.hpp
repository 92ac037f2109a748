// Reading one distinct cell, and asking the query, where there is one, whether it can stand.
#pragma once

#include <memory>

#include "tepei/facts/facts.hpp"
#include "tepei/facts/reading.hpp"
#include "tepei/policy/eligibility.hpp"

namespace tepei::batch {

// What a cell was read as, or why it could not be. Small, since rows jump about in tables of them.
struct CellEntry {
  Value value;             // unknown where nothing is known, or where there is an error
  bool undecided = false;  // as `facts::CellReading` has it
  std::shared_ptr<const Diagnostic> error;
  std::shared_ptr<const facts::CellReading> noted;  // the whole reading, where it has a note

  facts::CellReading reading() const { return noted ? *noted : facts::CellReading{value, undecided, {}, {}}; }
};

// Reads cells as facts for one query. Belongs to one thread.
class CellJudge {
 public:
  CellJudge(std::shared_ptr<const policy::Query> query, facts::Strictness strictness);
  // Of cells that are no query's facts.
  CellJudge(std::shared_ptr<const facts::FactSchema> schema, facts::Strictness strictness);

  // The reading of `given` as the fact at `slot`: what `facts::read` says, and for dates whether they lie after the day
  // of the question.
  CellEntry read(std::size_t slot, const Value& given);
  // The entry of a cell without a value: the error is about the fact at `slot`.
  CellEntry refuse(std::size_t slot, const Diagnostics& diagnostics) const;

  // An empty set of these facts; it keeps the query alive.
  facts::Facts facts() const { return facts::Facts(alone_.schema()); }
  const facts::FactSchema& schema() const { return *alone_.schema(); }

 private:
  std::shared_ptr<const policy::Query> query_;  // null where there is none
  facts::Strictness strictness_;
  facts::Facts alone_;  // every fact unknown but, for a moment, the one being judged
};

}  // namespace tepei::batch
