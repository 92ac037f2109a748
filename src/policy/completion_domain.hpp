// The values an unknown fact could have.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "tepei/facts/definition.hpp"
#include "tepei/value/value.hpp"

namespace tepei::policy {

// Few enough to try one by one: booleans and enumerations.
struct ListedValues {
  std::vector<Value> values;
};

// Too many to try, but in order: dates by day, numbers in steps of 10^-9. Places between `first` and `last` stand for
// the values; an expression that moves one way with the fact is settled by where it turns.
struct OrderedValues {
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool dates = false;

  Value at(std::int64_t place) const;
};

// Neither: texts and codes of an open list.
struct OpenValues {};

using CompletionDomain = std::variant<ListedValues, OrderedValues, OpenValues>;

// The domain of `fact`: members that the policies leave open are not among the completions; dates run from 1800-01-01
// to 2199-12-31, numbers within 10^9 either way, from the fact's minimum to its maximum.
CompletionDomain completion_domain(const facts::FactDefinition& fact);

// The part of an ordered domain that a question as of `as_of` leaves to `fact`.
OrderedValues until(const facts::FactDefinition& fact, OrderedValues domain, Date as_of);

}  // namespace tepei::policy
