// What every question has in common: names as people give them, readings, citations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/problems.hpp"
#include "tepei/facts/reading.hpp"
#include "tepei/policy/act.hpp"
#include "tepei/policy/instrument.hpp"

namespace tepei::policy {

Diagnostic refusal(std::string code, std::string message, std::string help, std::string path);

// The item whose id or Chinese label `name` is, after `facts::normalise`; else an error `code` with the nearest id.
template <typename Item>
Result<const Item*> find_named(const std::vector<Item>& items, const std::string& name, const std::string& noun,
                               const std::string& code, const std::string& path) {
  auto plain = facts::normalise(name);
  if (!plain) return plain.diagnostics();
  for (const Item& item : items) {
    if (item.id == *plain || (!item.label.zh.empty() && item.label.zh == *plain)) return &item;
  }
  std::vector<std::string> known = ids_of(items);
  std::string help = suggest(*plain, known);
  for (const Item& item : items) known.push_back(item.label.zh);
  if (const auto near = nearest(*plain, known)) help = "did you mean " + quoted(*near) + "?";
  return refusal(code, "there is no " + noun + " " + quoted(name), help, path);
}

// Every reading with its option: what was chosen, else the default. Errors: `policy.reading.unknown`,
// `policy.reading.unknown_option`, all of them.
Result<ReadingChoices> take_readings(const std::vector<Reading>& readings, const ReadingChoices& chosen);

// The option taken for `reading`, or empty where there is no such reading.
std::string_view option_of(const ReadingChoices& readings, std::string_view reading);

// The reading with this id, or null.
const Reading* find_reading(const ProgrammeText& text, std::string_view id);

// How the clause is cited, and its words.
Citation citation(const std::vector<Clause>& clauses, std::string_view id);

// The titles of documents by id.
std::vector<std::string> titles(const std::vector<Document>& documents, const std::vector<std::string>& ids);

bool empty(const LocalText& text);

// The checks of what any object may name.
void check_parties(const std::vector<Act>& acts, const std::vector<Clause>& clauses, const std::string& path,
                   Problems& problems);
void check_party(const std::string& party, const std::string& path, Problems& problems);
void check_documents(const std::vector<std::string>& ids, const std::vector<Document>& documents,
                     const std::string& path, Problems& problems);
// Each of `ids` is the id of one of `items`.
template <typename Item>
void check_references(const std::vector<std::string>& ids, const std::vector<Item>& items, const std::string& path,
                      std::string_view noun, Problems& problems) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    check_reference(ids[i], items, at(path, i), noun, problems);
  }
}
// Terms of one list: ids that differ, clauses that are there.
void check_terms(const std::vector<Term>& terms, const ProgrammeText& text, const std::string& path,
                 std::string_view noun, Problems& problems);
// A reading that an object turns on is there and has exactly the options it knows.
void check_object_reading(const std::string& id, const std::vector<std::string>& options, const ProgrammeText& text,
                          const std::string& path, Problems& problems);

}  // namespace tepei::policy
