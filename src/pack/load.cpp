#include "tepei/pack/load.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "pack/fields.hpp"
#include "pack/parse.hpp"
#include "pack/scalars.hpp"
#include "pack/sections.hpp"
#include "tepei/pack/dump.hpp"

namespace tepei::pack {

namespace {

// A whole pack, read but not compiled.
struct Pack {
  std::string id;
  policy::Instrument instrument;
  std::vector<facts::FactDefinition> facts;
  policy::EligibilityDefinition definition;
  std::optional<policy::LeaveDefinition> leave;
  std::optional<policy::AssessmentDefinition> assessment;
  std::optional<policy::FundingDefinition> funding;
};

// The address of the schema, for editors.
void read_schema_address(Reader& reader, NodeId id) {
  reader.is(id, NodeKind::string, "the address of a JSON Schema");
}

void read_format(Reader& reader, NodeId id) {
  if (!reader.is(id, NodeKind::number, "the number 1")) return;
  const auto format = Decimal::parse(reader.at(id).text);
  if (format && *format == Decimal(1)) return;
  reader.refuse(id, "pack.format.unsupported", "format " + tepei::quoted(reader.at(id).text) + " is not known here",
                "this version reads format 1");
}

template <auto Member, auto Read>
void defined(Reader& reader, NodeId id, Pack& pack) {
  Read(reader, id, pack.definition.*Member);
}

using Definition = policy::EligibilityDefinition;

constexpr Field<Pack> pack_fields[] = {
    {"$schema", Presence::optional, Bearing::aside, checked<read_schema_address>},
    {"format", Presence::required, Bearing::aside, checked<read_format>},
    {"id", Presence::required, Bearing::aside, into<&Pack::id, read_id>},
    {"instrument", Presence::required, Bearing::aside, into<&Pack::instrument, read_instrument>},
    {"facts", Presence::optional, Bearing::bears, into<&Pack::facts, read_facts>},
    {"documents", Presence::optional, Bearing::bears, defined<&Definition::documents, read_documents>},
    {"readings", Presence::optional, Bearing::bears, defined<&Definition::readings, read_readings>},
    {"tables", Presence::optional, Bearing::bears, defined<&Definition::tables, read_tables>},
    {"derived", Presence::optional, Bearing::bears, defined<&Definition::derived, read_derived>},
    {"tracks", Presence::required, Bearing::bears, defined<&Definition::tracks, read_tracks>},
    {"eligibility", Presence::required, Bearing::bears, defined<&Definition::eligibility, read_eligibility>},
    {"leave", Presence::optional, Bearing::bears, into<&Pack::leave, read_leave>},
    {"assessment", Presence::optional, Bearing::bears, into<&Pack::assessment, read_assessment>},
    {"funding", Presence::optional, Bearing::bears, into<&Pack::funding, read_funding>},
    {"clauses", Presence::required, Bearing::bears, defined<&Definition::clauses, read_clauses>},
};

// Another format has other keys: to tell all of them wrong would help nobody.
bool has_known_format(Reader& reader) {
  const auto format = reader.tree().member(root_node, "format");
  if (!format || reader.at(*format).kind != NodeKind::number) return true;
  read_format(reader, *format);
  return reader.sound();
}

// The place in the text of what is wrong at a pointer: in an expression, the guilty part of it.
Position place_of(std::string_view json, const Tree& tree, const Diagnostic& problem) {
  const Node& node = tree.at(tree.nearest_to(problem.path));
  const bool inside = node.kind == NodeKind::string && problem.span && node.text == problem.source;
  return inside ? position_inside(json, node.place, problem.span->begin) : node.place.position;
}

// Finding out what is wrong with the policy of a sound structure, and where that stands in the text.
class Compilation {
 public:
  Compilation(std::string_view json, const Reader& reader, Problems& problems)
      : json_(json), reader_(reader), problems_(problems) {}

  std::optional<policy::Programme> run(Pack pack) {
    auto schema = build_schema(std::move(pack.facts));
    if (!schema) return std::nullopt;
    pack.definition.facts = std::move(schema);
    sort_by_track(pack.definition.tracks, pack.definition.eligibility);
    if (pack.funding) sort_by_track(pack.definition.tracks, pack.funding->tracks);
    check_carriers(pack);
    const policy::Heading heading{pack.id, pack.instrument.status, title_of(pack.instrument)};
    const auto text = text_of(heading, pack.definition);
    auto leave = build<policy::ApprovalLadder>(std::move(pack.leave), text);
    auto assessment = build<policy::Assessment>(std::move(pack.assessment), text);
    auto funding = build<policy::FundingSchedule>(std::move(pack.funding), text);
    auto built = policy::Eligibility::build(std::move(pack.definition), heading);
    if (!built) {
      take_over(built.diagnostics());
      return std::nullopt;
    }
    policy::Programme programme{std::move(pack.id), std::move(pack.instrument), {},
                                *std::move(built),  std::move(leave),           std::move(assessment),
                                std::move(funding)};
    programme.digest = digest(programme);
    return programme;
  }

 private:
  static std::string title_of(const policy::Instrument& instrument) {
    return instrument.number.empty() ? instrument.title : instrument.title + "（" + instrument.number + "）";
  }

  static std::shared_ptr<const policy::ProgrammeText> text_of(const policy::Heading& heading,
                                                              const policy::EligibilityDefinition& definition) {
    return std::make_shared<const policy::ProgrammeText>(policy::ProgrammeText{
        heading, definition.clauses, definition.documents, definition.readings, definition.tracks});
  }

  // Nothing where the pack has no such section, or a wrong one: its problems are taken over.
  template <typename Object, typename ObjectDefinition>
  std::optional<Object> build(std::optional<ObjectDefinition> definition,
                              const std::shared_ptr<const policy::ProgrammeText>& text) {
    if (!definition) return std::nullopt;
    auto built = Object::build(*std::move(definition), text);
    if (built) return *std::move(built);
    take_over(built.diagnostics());
    return std::nullopt;
  }

  std::shared_ptr<const facts::FactSchema> build_schema(std::vector<facts::FactDefinition> own) {
    auto all = facts::standard_facts();
    const std::size_t first_own = all.size();
    all.insert(all.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    auto schema = facts::FactSchema::build(std::move(all));
    if (schema) return *std::move(schema);
    Diagnostics found = schema.diagnostics();
    for (Diagnostic& problem : found) problem.path = pointer_to_own(problem.path, first_own);
    take_over(std::move(found));
    return nullptr;
  }

  // The schema counts all facts; the pack has only its own.
  static std::string pointer_to_own(const std::string& pointer, std::size_t first_own) {
    constexpr std::string_view list = "/facts/";
    if (pointer.compare(0, list.size(), list) != 0) return pointer;
    std::size_t end = pointer.find('/', list.size());
    if (end == std::string::npos) end = pointer.size();
    const std::size_t place = std::strtoul(pointer.c_str() + list.size(), nullptr, 10);
    if (place < first_own) return "/facts";
    return std::string(list) + std::to_string(place - first_own) + pointer.substr(end);
  }

  // The keys of an object have no order: that of the tracks is the only one.
  template <typename Entries>
  static void sort_by_track(const std::vector<policy::Track>& tracks, Entries& entries) {
    std::map<std::string_view, std::size_t> ranks;
    for (std::size_t i = 0; i < tracks.size(); ++i) ranks.emplace(tracks[i].id, i);
    const auto rank = [&](const auto& entry) {
      const auto found = ranks.find(entry.track);
      return found == ranks.end() ? ranks.size() : found->second;
    };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const auto& left, const auto& right) { return rank(left) < rank(right); });
  }

  static std::set<std::string> carriers_of(const Pack& pack) {
    std::set<std::string> carriers;
    for (const policy::TrackCriteria& entry : pack.definition.eligibility) {
      for (const policy::Criterion& criterion : entry.criteria) {
        carriers.insert("eligibility." + entry.track + "." + criterion.id);
      }
    }
    for (const policy::DerivedFact& fact : pack.definition.derived) carriers.insert("derived." + fact.id);
    for (const policy::Table& table : pack.definition.tables) carriers.insert("tables." + table.id);
    const auto add = [&carriers](const auto& definition) {
      if (!definition) return;
      for (const auto& [rule, clause] : policy::rules_of(*definition)) carriers.insert(rule);
    };
    add(pack.leave);
    add(pack.assessment);
    add(pack.funding);
    return carriers;
  }

  // What a clause says it is carried by must be there.
  void check_carriers(const Pack& pack) {
    const std::set<std::string> carriers = carriers_of(pack);
    const auto& clauses = pack.definition.clauses;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const std::vector<std::string>& rules = clauses[i].rules;
      for (std::size_t j = 0; j < rules.size(); ++j) {
        if (carriers.count(rules[j]) != 0) continue;
        const std::string path = "/clauses/" + std::to_string(i) + "/rules/" + std::to_string(j);
        take_over(
            {{"pack.clause.unknown_rule", "there is no rule " + tepei::quoted(rules[j]),
              problems_.full() ? std::string() : tepei::suggest(rules[j], {carriers.begin(), carriers.end()}), path}});
      }
    }
  }

  void take_over(Diagnostics found) {
    for (Diagnostic& problem : found) {
      if (reader_.refused(problem.path)) continue;
      problem.position = place_of(json_, reader_.tree(), problem);
      problems_.add(std::move(problem));
    }
  }

  std::string_view json_;
  const Reader& reader_;
  Problems& problems_;
};

Diagnostic unreadable(const std::filesystem::path& path, const std::string& reason) {
  return {"pack.file.unreadable", "the file " + tepei::quoted(path.string()) + " cannot be read: " + reason};
}

}  // namespace

Result<policy::Programme> load(std::string_view json, const LoadLimits& limits) {
  Problems problems(limits.max_problems);
  const auto tree = parse(json, limits, problems);
  if (!tree) return std::move(problems).take();
  if (tree->at(root_node).kind != NodeKind::object) {
    Diagnostic problem{"pack.json.not_an_object",
                       "a pack is a JSON object, not " + std::string(to_string(tree->at(root_node).kind))};
    problem.position = tree->at(root_node).place.position;
    return problem;
  }
  Reader reader(*tree, problems);
  if (!has_known_format(reader)) return std::move(problems).take();
  Pack pack;
  read_fields(reader, root_node, pack_fields, pack);
  std::optional<policy::Programme> programme;
  if (reader.sound()) programme = Compilation(json, reader, problems).run(std::move(pack));
  if (!problems.none() || !programme) return std::move(problems).take();
  return *std::move(programme);
}

Result<policy::Programme> load_file(const std::filesystem::path& path, const LoadLimits& limits) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return unreadable(path, "it is a folder");
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return unreadable(path, std::filesystem::exists(path, error) ? "it cannot be opened" : "there is no such file");
  std::string text;
  std::string block(std::size_t{64} * 1024, '\0');
  // One byte above the limit is enough to see that it is passed.
  while (text.size() <= limits.max_bytes && file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block, 0, static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) return unreadable(path, "reading broke off");
  return load(text, limits);
}

}  // namespace tepei::pack
