#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

#include "policy/asking.hpp"
#include "policy/compiled.hpp"
#include "policy/judge.hpp"
#include "policy/problems.hpp"
#include "policy/tables.hpp"
#include "tepei/policy/party.hpp"

namespace tepei::policy {

namespace {

constexpr std::size_t max_rules = 256;  // of one criterion; bounds the recursion of judging it

std::string pointer(std::string_view list, std::size_t place) {
  return "/" + std::string(list) + "/" + std::to_string(place);
}

bool can_be_discretionary(const Criterion& criterion) {
  return criterion.otherwise == Outcome::discretionary ||
         std::any_of(criterion.rules.begin(), criterion.rules.end(),
                     [](const Rule& rule) { return rule.outcome == Outcome::discretionary; });
}

void check_criterion(const EligibilityDefinition& definition, const Criterion& criterion, const std::string& path,
                     Problems& problems) {
  check_reference(criterion.clause, definition.clauses, path + "/clause", "clause", problems);
  check_documents(criterion.documents, definition.documents, path, problems);
  if (criterion.rules.size() > max_rules) {
    problems.add("policy.criterion.too_many_rules", path + "/rules",
                 "a criterion has at most " + std::to_string(max_rules) + " rules");
  }
  if (criterion.authority.empty()) {
    if (can_be_discretionary(criterion)) {
      problems.add("policy.criterion.no_authority", path,
                   "criterion " + quoted(criterion.id) + " can be discretionary but names no authority",
                   "say in `authority` which party decides");
    }
  } else if (find_party(criterion.authority) == nullptr) {
    problems.add("policy.party.unknown", path + "/authority", "there is no party " + quoted(criterion.authority),
                 suggest(criterion.authority, ids_of(parties())));
  }
}

void check_readings(const EligibilityDefinition& definition, Problems& problems) {
  check_ids(definition.readings, "/readings", "reading", problems);
  for (std::size_t i = 0; i < definition.readings.size(); ++i) {
    const std::string path = pointer("readings", i);
    const Reading& reading = definition.readings[i];
    if (reading.options.empty()) {
      problems.add("policy.reading.no_options", path + "/options", "reading " + quoted(reading.id) + " has no options");
    }
    check_ids(reading.options, path + "/options", "option", problems);
    check_reference(reading.clause, definition.clauses, path + "/clause", "clause", problems);
  }
}

void check_constants(const EligibilityDefinition& definition, Problems& problems) {
  check_ids(definition.tables, "/tables", "table", problems);
  for (std::size_t i = 0; i < definition.tables.size(); ++i) {
    check_reference(definition.tables[i].clause, definition.clauses, pointer("tables", i) + "/clause", "clause",
                    problems);
  }
  problems.add(check_tables(definition));
}

void check_tracks(const EligibilityDefinition& definition, Problems& problems) {
  check_ids(definition.tracks, "/tracks", "track", problems);
  if (definition.tracks.empty()) problems.add("policy.track.none", "/tracks", "a programme has at least one track");
  std::set<std::string> with_criteria;
  for (const TrackCriteria& entry : definition.eligibility) {
    const std::string path = "/eligibility/" + entry.track;
    check_reference(entry.track, definition.tracks, path, "track", problems);
    if (!with_criteria.insert(entry.track).second) {
      problems.add("policy.id.duplicate", path, "two lists of criteria for track " + quoted(entry.track));
    }
    if (entry.criteria.empty()) {
      problems.add("policy.track.no_criteria", path, "track " + quoted(entry.track) + " has no criteria",
                   "nobody can be judged by nothing; give at least one criterion");
    }
    check_ids(entry.criteria, path, "criterion", problems);
    for (std::size_t i = 0; i < entry.criteria.size(); ++i) {
      check_criterion(definition, entry.criteria[i], at(path, i), problems);
    }
  }
  for (const Track& track : definition.tracks) {
    if (with_criteria.count(track.id) == 0) {
      problems.add("policy.track.no_criteria", "/eligibility", "track " + quoted(track.id) + " has no criteria");
    }
  }
}

void check_structure(const EligibilityDefinition& definition, Problems& problems) {
  check_ids(definition.clauses, "/clauses", "clause", problems);
  check_ids(definition.documents, "/documents", "document", problems);
  for (std::size_t i = 0; i < definition.documents.size(); ++i) {
    check_reference(definition.documents[i].clause, definition.clauses, pointer("documents", i) + "/clause", "clause",
                    problems);
  }
  check_readings(definition, problems);
  check_constants(definition, problems);
  check_ids(definition.derived, "/derived", "derived fact", problems);
  check_tracks(definition, problems);
}

// Compiles the expressions in the order of the definition, so that a derived fact sees only those before it.
class Compiler {
 public:
  Compiler(Compiled& compiled, Problems& problems)
      : compiled_(compiled), problems_(problems), scope_(compiled.definition.facts->scope()) {}

  void run() {
    compiled_.layout = {compiled_.definition.readings.size(), compiled_.definition.derived.size()};
    auto day = scope_.add({"as_of", {"计算日期"}, feel::TypeKind::date, {feel::Bank::bound, BoundLayout::as_of}});
    if (!day) problems_.add(day.diagnostics(), "/");
    for (std::size_t i = 0; i < compiled_.definition.readings.size(); ++i) declare_reading(i);
    declare_tables();
    for (std::size_t i = 0; i < compiled_.definition.derived.size(); ++i) compile_derived(i);
    for (const facts::FactDefinition& fact : compiled_.definition.facts->definitions()) {
      compiled_.domains.push_back(completion_domain(fact));
    }
    for (const Track& track : compiled_.definition.tracks) compile_track(track.id);
    const auto& facts = compiled_.definition.facts->definitions();
    for (std::size_t slot = 0; slot < facts.size(); ++slot) {
      if (facts[slot].not_after_as_of) compiled_.dated.push_back(slot);
    }
  }

 private:
  void declare(feel::Variable variable, const std::string& path) {
    const bool id_is_taken = variable.name.empty() || scope_.find(variable.name) != nullptr;
    if (id_is_taken) variable.aliases.clear();  // one fault is told once
    const auto added = scope_.add(variable);
    if (added) return;
    problems_.add(added.diagnostics(), path + (id_is_taken ? "/id" : "/label"));
    if (id_is_taken) return;
    variable.aliases.clear();  // its id stands, so that what uses it is no further fault
    static_cast<void>(scope_.add(std::move(variable)));
  }

  // The Chinese label is a name too, as it is of a fact.
  static std::vector<std::string> aliases_of(const std::string& id, const LocalText& label) {
    if (label.zh.empty() || label.zh == id) return {};
    return {label.zh};
  }

  void declare_reading(std::size_t place) {
    const Reading& reading = compiled_.definition.readings[place];
    std::vector<EnumMember> members;
    members.reserve(reading.options.size());
    for (const ReadingOption& option : reading.options) members.push_back({option.id, option.id});
    auto domain = std::make_shared<const EnumDomain>(reading.id, false, std::move(members));
    compiled_.reading_domains.push_back(domain);
    declare({reading.id, {}, feel::Type::enumeration(domain), {feel::Bank::bound, compiled_.layout.reading(place)}},
            pointer("readings", place));
  }

  // A table that is not sound is declared without a type, so that one fault is told once.
  void declare_tables() {
    const bool sound = check_tables(compiled_.definition).empty();
    for (std::size_t i = 0; i < compiled_.definition.tables.size(); ++i) {
      const Table& table = compiled_.definition.tables[i];
      auto names = aliases_of(table.id, table.label);
      declare(sound ? feel::Variable{table.id, std::move(names), table_type(table), {}, table_value(table)}
                    : feel::Variable{table.id, std::move(names), {}, {}},
              pointer("tables", i));
    }
  }

  void compile_derived(std::size_t place) {
    const DerivedFact& fact = compiled_.definition.derived[place];
    const std::string path = pointer("derived", place);
    check_reference(fact.clause, compiled_.definition.clauses, path + "/clause", "clause", problems_);
    auto expression = feel::Expression::compile(fact.expression, scope_);
    feel::Type type;
    if (expression) {
      type = expression->type();
      compiled_.derived.push_back(*std::move(expression));
    } else {
      problems_.add(expression.diagnostics(), path + "/expression");
    }
    // Declared even where it does not compile, so that one fault is told once.
    declare({fact.id, aliases_of(fact.id, fact.label), type, {feel::Bank::bound, compiled_.layout.derived_fact(place)}},
            path);
  }

  void compile_track(const std::string& id) {
    CompiledTrack track;
    for (const TrackCriteria& entry : compiled_.definition.eligibility) {
      if (entry.track != id) continue;
      for (std::size_t i = 0; i < entry.criteria.size(); ++i) {
        track.criteria.push_back(compile_criterion(entry.criteria[i], at("/eligibility/" + id, i)));
      }
    }
    if (problems_.none()) {
      collect_uses(track);
      find_exact(track);
    }
    compiled_.tracks.push_back(std::move(track));
  }

  // Judges somebody of whom nothing is known: where Kleene is exact for them, it is for everybody. Left out are
  // criteria that turn on the day, for whether a date can still make a difference depends on it.
  void find_exact(CompiledTrack& track) const {
    std::vector<Value> unknown;
    unknown.reserve(compiled_.domains.size());
    for (std::size_t slot = 0; slot < compiled_.domains.size(); ++slot)
      unknown.emplace_back(Unknown{FactSet::of(slot)});
    std::vector<Value> bound =
        bound_values(compiled_, Date(), std::vector<std::uint16_t>(compiled_.reading_domains.size(), 0));
    feel::Scratch scratch;
    const Person person{unknown.data(), &bound, &scratch};
    for (CompiledCriterion& criterion : track.criteria) {
      criterion.kleene_is_exact = !criterion.turns_on_as_of && kleene_is_exact(compiled_, criterion, person);
    }
  }

  CompiledCriterion compile_criterion(const Criterion& criterion, const std::string& path) {
    CompiledCriterion result;
    result.source = &criterion;
    result.clause = find_clause(compiled_.definition, criterion.clause);
    for (std::size_t i = 0; i < criterion.rules.size(); ++i) {
      const std::string when_path = at(path + "/rules", i) + "/when";
      auto when = feel::Expression::compile(criterion.rules[i].when, scope_, {}, feel::TypeKind::boolean);
      if (when) {
        auto atoms = compile_atoms(*when, when_path);
        result.rules.push_back({*std::move(when), criterion.rules[i].outcome, std::move(atoms)});
      } else {
        problems_.add(when.diagnostics(), when_path);
      }
    }
    return result;
  }

  std::vector<std::optional<feel::Expression>> compile_atoms(const feel::Expression& when, const std::string& path) {
    std::vector<std::optional<feel::Expression>> atoms(when.parts().size());
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      const feel::Part& part = when.parts()[i];
      if (part.connective != feel::Connective::atom) continue;
      auto atom = feel::Expression::compile(
          std::string_view(when.source()).substr(part.span.begin, part.span.end - part.span.begin), scope_);
      if (atom) {
        atoms[i] = *std::move(atom);
      } else {
        problems_.add(atom.diagnostics(), path);
      }
    }
    return atoms;
  }

  void collect_uses(CompiledTrack& track) const {
    std::set<std::size_t> all_derived;
    for (CompiledCriterion& criterion : track.criteria) {
      std::set<std::size_t> derived;
      std::set<std::size_t> readings;
      for (const CompiledRule& rule : criterion.rules) {
        criterion.turns_on_as_of |= collect(rule.when, derived, readings);
      }
      // A set is in order of place, and a derived fact reads only earlier ones: this is the order of computation.
      criterion.derived.assign(derived.begin(), derived.end());
      criterion.readings.assign(readings.begin(), readings.end());
      all_derived.insert(derived.begin(), derived.end());
    }
    track.derived.assign(all_derived.begin(), all_derived.end());
  }

  // Gives whether the day of the question matters.
  bool collect(const feel::Expression& expression, std::set<std::size_t>& derived,
               std::set<std::size_t>& readings) const {
    bool turns_on_as_of = false;
    for (const feel::Slot slot : expression.variables()) {
      turns_on_as_of |= slot == feel::Slot{feel::Bank::bound, BoundLayout::as_of};
      if (slot.bank == feel::Bank::facts) {
        turns_on_as_of |= compiled_.definition.facts->at(slot.index).not_after_as_of;
      }
      if (compiled_.layout.is_reading(slot)) readings.insert(compiled_.layout.reading_of(slot));
      if (!compiled_.layout.is_derived(slot)) continue;
      const std::size_t place = compiled_.layout.derived_of(slot);
      derived.insert(place);
      turns_on_as_of |= collect(compiled_.derived[place], derived, readings);
    }
    return turns_on_as_of;
  }

  Compiled& compiled_;
  Problems& problems_;
  feel::Scope scope_;
};

}  // namespace

const Clause* find_clause(const EligibilityDefinition& definition, const std::string& id) {
  const auto found = std::find_if(definition.clauses.begin(), definition.clauses.end(),
                                  [&](const Clause& clause) { return clause.id == id; });
  return found == definition.clauses.end() || id.empty() ? nullptr : &*found;
}

Result<std::shared_ptr<const Compiled>> compile(EligibilityDefinition definition, Heading heading,
                                                const UnknownLimits& limits) {
  auto compiled = std::make_shared<Compiled>();
  compiled->definition = std::move(definition);
  compiled->heading = std::move(heading);
  compiled->limits = limits;
  if (compiled->definition.facts == nullptr) compiled->definition.facts = facts::FactSchema::standard();
  Problems problems;
  check_structure(compiled->definition, problems);
  Compiler(*compiled, problems).run();
  if (!problems.none()) return problems.take();
  return std::shared_ptr<const Compiled>(std::move(compiled));
}

}  // namespace tepei::policy
