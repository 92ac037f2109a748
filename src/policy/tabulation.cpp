#include "policy/tabulation.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "policy/movement.hpp"

namespace tepei::policy {

namespace {

// What an atom answers, as a number.
constexpr std::int64_t answers_null = 2;
constexpr std::int64_t answers_unknown = 3;

// Combinations of the facts beside a date or number for which its turns are looked for.
constexpr std::size_t max_combinations = 4'096;

std::int64_t as_number(const Value& answer) {
  if (const bool* known = answer.get_if<bool>()) return *known ? 1 : 0;
  return answer.is_null() ? answers_null : answers_unknown;
}

// The place of a value in an ordered domain; nothing where it lies outside or between two places.
std::optional<std::int64_t> place_of(const OrderedValues& domain, const Value& value) {
  std::optional<std::int64_t> place;
  if (const Date* date = value.get_if<Date>()) {
    place = date->days();
  } else if (const Decimal* number = value.get_if<Decimal>()) {
    const auto scaled = Decimal::multiply(*number, *Decimal::divide(1, Decimal::scaled(1, -9)));
    if (scaled.has_value()) place = scaled->to_int64();
  }
  if (!place.has_value() || *place < domain.first || *place > domain.last) return std::nullopt;
  if (!identical(domain.at(*place), value)) return std::nullopt;
  return place;
}

bool is_listed(const CompletionDomain& domain) {
  return std::holds_alternative<ListedValues>(domain);
}

}  // namespace

Tabulation::Tabulation(std::shared_ptr<const Compiled> compiled, const CompiledCriterion& criterion,
                       std::vector<Value> bound)
    : compiled_(std::move(compiled)), criterion_(&criterion), bound_(std::move(bound)) {
  const auto takes_default = [&](std::size_t reading) {
    return bound_[compiled_->layout.reading(reading)].get_if<EnumValue>()->ordinal == 0;
  };
  const auto& readings = criterion.readings;
  kleene_is_exact_ = criterion.kleene_is_exact && std::all_of(readings.begin(), readings.end(), takes_default);
  find_atoms();
  for (Use& use : uses_) {
    if (obstacle_.empty()) choose_way(use);
  }
}

Tabulation::Way Tabulation::way(std::size_t slot) const {
  return use_of(slot).way;
}

const Tabulation::Use& Tabulation::use_of(std::size_t slot) const {
  return *std::find_if(uses_.begin(), uses_.end(), [&](const Use& use) { return use.slot == slot; });
}

void Tabulation::find_atoms() {
  std::set<std::size_t> read;
  for (std::size_t rule = 0; rule < criterion_->rules.size(); ++rule) {
    const feel::Expression& when = criterion_->rules[rule].when;
    for (std::size_t part = 0; part < when.parts().size(); ++part) {
      if (when.parts()[part].connective != feel::Connective::atom) continue;
      const auto facts = facts_read(*compiled_, when, &when.parts()[part]);
      if (facts.empty()) continue;
      atoms_.push_back({rule, part, {facts.begin(), facts.end()}});
      read.insert(facts.begin(), facts.end());
    }
  }
  slots_.assign(read.begin(), read.end());
  for (const std::size_t slot : slots_) {
    Use use;
    use.slot = slot;
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
      const auto& facts = atoms_[atom].slots;
      if (std::find(facts.begin(), facts.end(), slot) == facts.end()) continue;
      use.atoms.push_back(atom);
      use.shared = use.shared || facts.size() > 1;
    }
    uses_.push_back(std::move(use));
  }
}

void Tabulation::choose_way(Use& use) {
  const CompletionDomain& domain = compiled_->domains[use.slot];
  const std::string& id = compiled_->definition.facts->at(use.slot).id;
  if (is_listed(domain)) {
    use.way = use.shared ? Way::members : Way::answers;
    return;
  }
  use.way = Way::answers;
  if (std::holds_alternative<OrderedValues>(domain) && monotone(use)) {
    find_turns(use);
  } else if (use.shared) {
    obstacle_ = quoted(id) + " is compared together with other facts, and not in one direction";
  }
}

bool Tabulation::monotone(const Use& use) const {
  return std::all_of(use.atoms.begin(), use.atoms.end(), [&](std::size_t place) {
    const feel::Expression& when = criterion_->rules[atoms_[place].rule].when;
    const feel::Part& part = when.parts()[atoms_[place].part];
    return direction(*compiled_, when, &part, use.slot) != feel::Direction::not_monotone;
  });
}

void Tabulation::find_turns(Use& use) {
  use.way = Way::intervals;
  for (const std::size_t place : use.atoms) {
    if (find_turns(use, atoms_[place])) continue;
    if (!use.shared) {
      // Alone, what it answers can be asked for every value.
      use.way = Way::answers;
    }
    return;
  }
}

// Whether all of them were found; where not, `obstacle_` says why if the fact is shared.
bool Tabulation::find_turns(Use& use, const Atom& atom) {
  const std::string& id = compiled_->definition.facts->at(use.slot).id;
  std::vector<std::pair<std::size_t, const ListedValues*>> beside;
  std::size_t combinations = 1;
  for (const std::size_t slot : atom.slots) {
    if (slot == use.slot) continue;
    const auto* listed = std::get_if<ListedValues>(&compiled_->domains[slot]);
    if (listed == nullptr) {
      obstacle_ = quoted(id) + " is compared together with " + quoted(compiled_->definition.facts->at(slot).id);
      return false;
    }
    beside.emplace_back(slot, listed);
    combinations *= listed->values.size();
    if (combinations > max_combinations) {
      obstacle_ = quoted(id) + " is compared together with too many other facts";
      return false;
    }
  }
  std::vector<Value> facts = unknown_facts();
  for (std::size_t i = 0; i < combinations; ++i) {
    std::size_t rest = i;
    for (const auto& [slot, listed] : beside) {
      facts[slot] = listed->values[rest % listed->values.size()];
      rest /= listed->values.size();
    }
    if (find_turn(use, atom, facts)) continue;
    if (use.shared) obstacle_ = quoted(id) + " is in a comparison that may have no answer";
    return false;
  }
  return true;
}

// The atom turns at most once as the fact runs through its domain.
bool Tabulation::find_turn(Use& use, const Atom& atom, std::vector<Value>& facts) {
  const auto& domain = std::get<OrderedValues>(compiled_->domains[use.slot]);
  const auto at = [&](std::int64_t place) {
    facts[use.slot] = domain.at(place);
    return answer(atom, facts);
  };
  const std::int64_t first = at(domain.first);
  const std::int64_t last = at(domain.last);
  if (first >= answers_null || last >= answers_null) return false;
  if (first == last) return true;
  for (const std::int64_t turn : use.turns) {
    if (at(turn - 1) != at(turn)) return true;
  }
  std::int64_t before = domain.first;
  std::int64_t after = domain.last;
  while (after - before > 1) {
    const std::int64_t middle = before + (after - before) / 2;
    const std::int64_t found = at(middle);
    if (found >= answers_null) return false;
    (found == first ? before : after) = middle;
  }
  use.turns.insert(std::upper_bound(use.turns.begin(), use.turns.end(), after), after);
  return true;
}

Mark Tabulation::mark(std::size_t slot, const Value& known) {
  const Use& use = use_of(slot);
  if (use.way == Way::members) {
    const bool* truth = known.get_if<bool>();
    return {truth != nullptr ? std::int64_t{*truth} : std::int64_t{known.get_if<EnumValue>()->ordinal}};
  }
  if (use.way == Way::answers) return answers(use, known);
  const auto place = place_of(std::get<OrderedValues>(compiled_->domains[slot]), known);
  if (!place.has_value()) return answers(use, known);
  return {std::upper_bound(use.turns.begin(), use.turns.end(), *place) - use.turns.begin()};
}

// What every atom that reads the fact answers, whatever the facts beside it are. Begins with a number that no place of
// an interval is.
Mark Tabulation::answers(const Use& use, const Value& known) {
  Mark mark{-1};
  std::vector<Value> facts = unknown_facts();
  for (const std::size_t place : use.atoms) {
    facts[use.slot] = known;
    answer_all(use, atoms_[place], facts, mark);
  }
  return mark;
}

void Tabulation::answer_all(const Use& use, const Atom& atom, std::vector<Value>& facts, Mark& mark) {
  std::size_t combinations = 1;
  const auto listed = [&](std::size_t slot) { return std::get_if<ListedValues>(&compiled_->domains[slot]); };
  for (const std::size_t slot : atom.slots) {
    if (slot != use.slot) combinations *= listed(slot)->values.size();
  }
  for (std::size_t i = 0; i < combinations; ++i) {
    std::size_t rest = i;
    for (const std::size_t slot : atom.slots) {
      if (slot == use.slot) continue;
      facts[slot] = listed(slot)->values[rest % listed(slot)->values.size()];
      rest /= listed(slot)->values.size();
    }
    mark.push_back(answer(atom, facts));
  }
}

std::int64_t Tabulation::answer(const Atom& atom, const std::vector<Value>& facts) {
  const Person person{facts.data(), &bound_, &scratch_};
  derive(*compiled_, criterion_->derived, person);
  return as_number(criterion_->rules[atom.rule].atoms[atom.part]->evaluate(person.inputs(), scratch_));
}

std::vector<Value> Tabulation::unknown_facts() const {
  std::vector<Value> facts;
  facts.reserve(compiled_->domains.size());
  for (std::size_t slot = 0; slot < compiled_->domains.size(); ++slot) {
    facts.emplace_back(Unknown{FactSet::of(slot)});
  }
  return facts;
}

Judgement Tabulation::judge(const Value* facts) {
  const Person person{facts, &bound_, &scratch_};
  derive(*compiled_, criterion_->derived, person);
  return judge_exactly(*compiled_, *criterion_, person, kleene_is_exact_);
}

namespace {

bool contains(const std::vector<std::size_t>& places, std::size_t place) {
  return std::find(places.begin(), places.end(), place) != places.end();
}

}  // namespace

std::vector<ReadingChoice> reading_choices(const Query& query) {
  const QueryParts parts = parts_of(query);
  const auto& criteria = parts.compiled->tracks[parts.track].criteria;
  ReadingChoice own{*parts.bound, {}};
  for (std::size_t i = 0; i < criteria.size(); ++i) own.changed.push_back(i);
  std::vector<ReadingChoice> choices{std::move(own)};
  for (std::size_t reading = 0; reading < parts.compiled->reading_domains.size(); ++reading) {
    const EnumDomain& domain = *parts.compiled->reading_domains[reading];
    const std::uint32_t place = parts.compiled->layout.reading(reading);
    ReadingChoice other;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
      if (contains(criteria[i].readings, reading)) other.changed.push_back(i);
    }
    if (other.changed.empty()) continue;
    for (std::size_t option = 0; option < domain.members().size(); ++option) {
      const EnumValue value{&domain, static_cast<std::uint16_t>(option)};
      if (*(*parts.bound)[place].get_if<EnumValue>() == value) continue;
      other.bound = *parts.bound;
      other.bound[place] = value;
      choices.push_back(other);
    }
  }
  return choices;
}

std::vector<Tabulation> tabulate(const Query& query, const ReadingChoice& choice) {
  const QueryParts parts = parts_of(query);
  std::vector<Tabulation> result;
  result.reserve(choice.changed.size());
  for (const std::size_t place : choice.changed) {
    result.emplace_back(parts.compiled, parts.compiled->tracks[parts.track].criteria[place], choice.bound);
  }
  return result;
}

const EligibilityDefinition& definition_of(const Query& query) {
  return parts_of(query).compiled->definition;
}

std::vector<std::string> documents_of(const Query& query, std::size_t criterion) {
  const QueryParts parts = parts_of(query);
  std::vector<std::string> titles;
  for (const std::string& id : parts.compiled->tracks[parts.track].criteria[criterion].source->documents) {
    for (const Document& document : parts.compiled->definition.documents) {
      if (document.id == id) titles.push_back(document.title);
    }
  }
  return titles;
}

}  // namespace tepei::policy
