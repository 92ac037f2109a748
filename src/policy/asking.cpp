#include "policy/asking.hpp"

#include <algorithm>
#include <utility>

#include "tepei/policy/party.hpp"

namespace tepei::policy {

Diagnostic refusal(std::string code, std::string message, std::string help, std::string path) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  diagnostic.path = std::move(path);
  return diagnostic;
}

Result<ReadingChoices> take_readings(const std::vector<Reading>& readings, const ReadingChoices& chosen) {
  Diagnostics problems;
  ReadingChoices taken;
  for (const Reading& reading : readings) {
    taken.emplace_back(reading.id, reading.options.empty() ? std::string() : reading.options.front().id);
  }
  for (const auto& [id, option] : chosen) {
    const auto place = std::find_if(readings.begin(), readings.end(),
                                    [&, &name = id](const Reading& reading) { return reading.id == name; });
    if (place == readings.end()) {
      problems.push_back(refusal("policy.reading.unknown", "there is no reading " + quoted(id),
                                 suggest(id, ids_of(readings)), "readings"));
      continue;
    }
    const auto options = ids_of(place->options);
    if (std::find(options.begin(), options.end(), option) == options.end()) {
      problems.push_back(refusal("policy.reading.unknown_option",
                                 "reading " + quoted(id) + " has no option " + quoted(option), suggest(option, options),
                                 "readings/" + id));
      continue;
    }
    taken[static_cast<std::size_t>(place - readings.begin())].second = option;
  }
  if (!problems.empty()) return problems;
  return taken;
}

std::string_view option_of(const ReadingChoices& readings, std::string_view reading) {
  for (const auto& [id, option] : readings) {
    if (id == reading) return option;
  }
  return {};
}

const Reading* find_reading(const ProgrammeText& text, std::string_view id) {
  const auto found = std::find_if(text.readings.begin(), text.readings.end(),
                                  [id](const Reading& reading) { return reading.id == id; });
  return found == text.readings.end() || id.empty() ? nullptr : &*found;
}

Citation citation(const std::vector<Clause>& clauses, std::string_view id) {
  for (const Clause& clause : clauses) {
    if (!id.empty() && clause.id == id) return {clause.cite, clause.text};
  }
  return {};
}

std::vector<std::string> titles(const std::vector<Document>& documents, const std::vector<std::string>& ids) {
  std::vector<std::string> found;
  for (const std::string& id : ids) {
    for (const Document& document : documents) {
      if (document.id == id) found.push_back(document.title);
    }
  }
  return found;
}

bool empty(const LocalText& text) {
  return text.zh.empty() && text.en.empty();
}

void check_party(const std::string& party, const std::string& path, Problems& problems) {
  if (find_party(party) != nullptr) return;
  problems.add("policy.party.unknown", path, "there is no party " + quoted(party), suggest(party, ids_of(parties())));
}

void check_parties(const std::vector<Act>& acts, const std::vector<Clause>& clauses, const std::string& path,
                   Problems& problems) {
  for (std::size_t i = 0; i < acts.size(); ++i) {
    const std::string place = at(path, i);
    check_party(acts[i].party, place + "/party", problems);
    check_reference(acts[i].clause, clauses, place + "/clause", "clause", problems);
  }
}

void check_documents(const std::vector<std::string>& ids, const std::vector<Document>& documents,
                     const std::string& path, Problems& problems) {
  check_references(ids, documents, path + "/documents", "document", problems);
}

void check_terms(const std::vector<Term>& terms, const ProgrammeText& text, const std::string& path,
                 std::string_view noun, Problems& problems) {
  check_ids(terms, path, noun, problems);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    check_reference(terms[i].clause, text.clauses, at(path, i) + "/clause", "clause", problems);
  }
}

void check_object_reading(const std::string& id, const std::vector<std::string>& options, const ProgrammeText& text,
                          const std::string& path, Problems& problems) {
  if (id.empty()) return;
  check_reference(id, text.readings, path, "reading", problems);
  const Reading* reading = find_reading(text, id);
  if (reading == nullptr) return;
  for (const std::string& option : ids_of(reading->options)) {
    if (std::find(options.begin(), options.end(), option) != options.end()) continue;
    problems.add("policy.reading.unknown_option", path,
                 "reading " + quoted(id) + " has the option " + quoted(option) + ", which has no meaning here",
                 suggest(option, options));
  }
}

}  // namespace tepei::policy
