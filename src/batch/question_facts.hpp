// The parts of a question as facts that a table's columns give.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tepei/facts/facts.hpp"
#include "tepei/value/date.hpp"
#include "tepei/value/decimal.hpp"

namespace tepei::batch {

// A part called by its id, its Chinese label, or a heading people use.
inline facts::FactDefinition part(facts::FactKind kind, std::string id, std::string label,
                                  std::vector<std::string> headings = {}) {
  facts::FactDefinition fact;
  fact.id = std::move(id);
  fact.label = std::move(label);
  fact.headers = std::move(headings);
  fact.kind = kind;
  return fact;
}

// The name, which is carried through.
inline facts::FactDefinition name_part() {
  facts::FactDefinition fact = part(facts::FactKind::text, "name", "姓名");
  fact.carried_only = true;
  return fact;
}

// A row's value of a type; nothing where it has none.
template <typename T>
std::optional<T> given(const facts::Facts& row, std::size_t slot) {
  const T* value = row.at(slot).get_if<T>();
  return value == nullptr ? std::nullopt : std::optional<T>(*value);
}

// A row's text; empty where it has none.
std::string text_given(const facts::Facts& row, std::size_t slot);

// The day in a cell; nothing where it has none. Errors: `batch.row.only_a_month`, where no day stands in the cell.
Result<std::optional<Date>> day_given(const facts::Facts& row, std::size_t slot);

// A first and a last day; `Span` has both as members. Errors: those of `day_given`; `batch.row.half_a_period`.
template <typename Span>
Result<std::optional<Span>> span_given(const facts::Facts& row, std::size_t first, std::size_t last) {
  const auto begin = day_given(row, first);
  const auto end = day_given(row, last);
  if (!begin) return begin.diagnostics();
  if (!end) return end.diagnostics();
  if (begin->has_value() != end->has_value()) {
    Diagnostic problem{"batch.row.half_a_period", "only one of the first and the last day is given", "give both days"};
    problem.path = *begin ? "last" : "first";
    return problem;
  }
  if (!*begin) return std::optional<Span>();
  return std::optional<Span>(Span{**begin, **end});
}

}  // namespace tepei::batch
