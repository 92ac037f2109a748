#include "tepei/pack/load.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "pack/chain.hpp"
#include "pack/fields.hpp"
#include "pack/file.hpp"
#include "pack/format.hpp"
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

// What says how a pack stands on another has been taken out where it extends one.
void refuse_without_base(Reader& reader, NodeId id, Pack& /*pack*/) {
  reader.refuse_key(id, "pack.key.out_of_place",
                    tepei::quoted(reader.at(id).key) + " belongs to a pack that `extends` another");
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
    {"without", Presence::optional, Bearing::aside, refuse_without_base},
    {"cites", Presence::optional, Bearing::aside, refuse_without_base},
    {"keeps_text", Presence::optional, Bearing::aside, refuse_without_base},
};

// Finding out what is wrong with the policy of a sound structure, and where that stands in the text.
class Compilation {
 public:
  Compilation(const Chain& chain, const Reader& reader, Problems& problems)
      : chain_(chain), reader_(reader), problems_(problems) {}

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

  // A clause of the base that is taken over, and whose rules the pack has left out, is carried by what remains of them.
  void drop_left_out_carriers(policy::Clause& clause, const std::set<std::string>& carriers, const std::string& path) {
    const Tree& tree = reader_.tree();
    if (clause.rules.empty() || tree.at(tree.nearest_to(path)).file == 0) return;
    std::vector<std::string>& rules = clause.rules;
    const auto left_out = [&](const std::string& rule) { return carriers.count(rule) == 0; };
    rules.erase(std::remove_if(rules.begin(), rules.end(), left_out), rules.end());
    if (!rules.empty() || clause.kind != policy::ClauseKind::computed) return;
    take_over({{"pack.extends.uncarried_clause",
                "no rule is left that carries clause " + tepei::quoted(clause.id) + ", which is computed",
                "override the clause, or leave it out too", path}});
  }

  // What a clause says it is carried by must be there.
  void check_carriers(Pack& pack) {
    const std::set<std::string> carriers = carriers_of(pack);
    auto& clauses = pack.definition.clauses;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      drop_left_out_carriers(clauses[i], carriers, "/clauses/" + std::to_string(i));
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
      find_place(problem);
      problems_.add(std::move(problem));
    }
  }

  // From a pointer of the whole to the file, the pointer and the position of what is wrong; in an expression, the
  // position of the guilty part of it.
  void find_place(Diagnostic& problem) const {
    const Tree& tree = reader_.tree();
    const NodeId id = tree.nearest_to(problem.path);
    const Node& node = tree.at(id);
    const bool inside = node.kind == NodeKind::string && problem.span && node.text == problem.source;
    problem.position =
        inside ? position_inside(chain_.views[node.file], node.place, problem.span->begin) : node.place.position;
    problem.path = tree.written_pointer(id) + problem.path.substr(tree.pointer(id).size());
    problem.file = tree.file_of(id);
    if (node.file != 0 && problem.code == "policy.clause.unknown") {
      problem.help = "the text is the pack's own: give it this clause, or override or leave out what cites it";
    }
  }

  const Chain& chain_;
  const Reader& reader_;
  Problems& problems_;
};

Result<policy::Programme> load(std::string_view json, const Surroundings& around) {
  Problems problems(around.limits.max_problems);
  Tree tree;
  Reader reader(tree, problems);
  Chain chain;
  if (!read_chain(json, around, tree, reader, problems, chain)) return std::move(problems).take();
  Pack pack;
  read_fields(reader, root_node, pack_fields, pack);
  std::optional<policy::Programme> programme;
  if (reader.sound()) programme = Compilation(chain, reader, problems).run(std::move(pack));
  if (!problems.none() || !programme) return std::move(problems).take();
  return *std::move(programme);
}

}  // namespace

Result<policy::Programme> load(std::string_view json, const BasePacks& bases, const LoadLimits& limits) {
  return load(json, Surroundings{{}, bases, limits});
}

Result<policy::Programme> load(std::string_view json, const LoadLimits& limits) {
  return load(json, BasePacks{}, limits);
}

Result<policy::Programme> load_file(const std::filesystem::path& path, const BasePacks& bases,
                                    const LoadLimits& limits) {
  const auto text = read_file(path, limits.max_bytes);
  if (!text) return text.diagnostics();
  return load(*text, Surroundings{{{}, path}, bases, limits});
}

Result<policy::Programme> load_file(const std::filesystem::path& path, const LoadLimits& limits) {
  return load_file(path, BasePacks{}, limits);
}

}  // namespace tepei::pack
