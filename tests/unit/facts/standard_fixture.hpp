// The standard schema and short ways to read a cell of it.
#pragma once

#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "tepei/facts/reading.hpp"
#include "tepei/facts/schema.hpp"

namespace tepei::facts::test {

inline const FactSchema& standard() {
  static const auto schema = FactSchema::standard();
  return *schema;
}

inline const FactDefinition& standard_fact(std::string_view id) {
  const auto slot = standard().find(id);
  BOOST_REQUIRE_MESSAGE(slot.has_value(), "no standard fact " << id);
  return standard().at(*slot);
}

inline Result<CellReading> read_as(std::string_view id, const Value& given, Strictness strictness = Strictness::typed) {
  return read(standard_fact(id), given, strictness);
}

inline std::string all_messages(const Diagnostics& problems) {
  std::string all;
  for (const auto& problem : problems) all += problem.code + ": " + problem.message + " [" + problem.help + "]";
  return all;
}

/// The value as FEEL text, or the refusal.
inline std::string value_text(const Result<CellReading>& reading) {
  return reading ? to_feel(reading->value) : all_messages(reading.diagnostics());
}

/// The id of the member or the code read, or the refusal.
inline std::string id_text(const Result<CellReading>& reading) {
  if (!reading) return all_messages(reading.diagnostics());
  if (const auto* member = reading->value.get_if<EnumValue>()) return member->id();
  if (const auto* text = reading->value.text()) return *text;
  return reading->undecided ? "undecided" : reading->value.is_unknown() ? "unknown" : "no member";
}

inline Diagnostic refusal_of(const Result<CellReading>& reading) {
  BOOST_REQUIRE(!reading.ok());
  BOOST_REQUIRE_EQUAL(reading.diagnostics().size(), 1U);
  return reading.diagnostics().front();
}

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// One line, naming the fact by id and label and what was expected, with the fact's id as path.
inline void check_form(const Diagnostic& refusal, const FactDefinition& fact) {
  BOOST_TEST(refusal.path == fact.id);
  BOOST_TEST(has(refusal.message, "`" + fact.id + "` (" + fact.label + ")"));
  BOOST_TEST(!has(refusal.message + refusal.help, "\n"));
}

}  // namespace tepei::facts::test
