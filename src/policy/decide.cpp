// The whole answer for one person: outcomes with everything that led to them.
#include <algorithm>
#include <utility>

#include "policy/compiled.hpp"
#include "policy/judge.hpp"

namespace tepei::policy {

namespace {

void insert_once(std::vector<std::string>& list, const std::string& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

PartRead read_part(const feel::Expression& expression, std::size_t place, const feel::Scratch& scratch) {
  const feel::Part& part = expression.parts()[place];
  PartRead result;
  result.connective = part.connective;
  result.text = expression.source().substr(part.span.begin, part.span.end - part.span.begin);
  result.value = expression.part_value(part, scratch);
  for (const std::uint32_t child : part.parts) result.parts.push_back(read_part(expression, child, scratch));
  return result;
}

class Decider {
 public:
  Decider(const Compiled& compiled, const CompiledTrack& track, const facts::Facts& facts, std::vector<Value> bound)
      : compiled_(compiled),
        track_(track),
        facts_(facts),
        bound_(std::move(bound)),
        person_{facts_.values(), &bound_, &scratch_} {}

  void decide(Decision& decision) {
    derive(compiled_, track_.derived, person_);
    Outcome worst = Outcome::met;
    for (const CompiledCriterion& criterion : track_.criteria) {
      decision.findings.push_back(find(criterion));
      worst = std::max(worst, decision.findings.back().outcome);
    }
    decision.verdict = verdict_of(worst);
    if (decision.verdict != Verdict::ineligible) collect_missing(decision);
    decision.reading_sensitive = verdict_turns_on_a_reading(decision);
    for (const facts::FactNote& note : facts_.notes()) decision.notes.push_back({note.text, note.text_en});
  }

 private:
  Judgement exact(const CompiledCriterion& criterion) { return judge_exactly(compiled_, criterion, person_); }

  Finding find(const CompiledCriterion& criterion) {
    const Judgement judgement = exact(criterion);
    Finding finding;
    finding.criterion = criterion.source->id;
    finding.label = criterion.source->label;
    finding.outcome = judgement.possible.outcome();
    if (criterion.clause != nullptr) {
      finding.cite = criterion.clause->cite;
      finding.text = criterion.clause->text;
    }
    if (finding.outcome == Outcome::discretionary) finding.authority = criterion.source->authority;
    if (finding.outcome == Outcome::undetermined) add_missing(criterion, judgement, finding);
    read_rules(criterion, finding);
    read_values(criterion, finding);
    try_readings(criterion, finding);
    return finding;
  }

  void add_missing(const CompiledCriterion& criterion, const Judgement& judgement, Finding& finding) const {
    // What is known but left open by the policies is not missing: asking for it again would not help.
    const FactSet missing = judgement.missing - facts_.undecided();
    for (std::size_t slot = 0; slot < facts_.schema()->size(); ++slot) {
      if (missing.contains(slot)) finding.missing.push_back(facts_.schema()->at(slot).id);
    }
    if (!judgement.possible.contains(Outcome::undetermined)) return;
    for (const std::string& id : criterion.source->documents) {
      for (const Document& document : compiled_.definition.documents) {
        if (document.id == id) insert_once(finding.missing_documents, document.title);
      }
    }
  }

  // The rules up to the one that decides.
  void read_rules(const CompiledCriterion& criterion, Finding& finding) {
    for (std::size_t i = 0; i < criterion.rules.size(); ++i) {
      const CompiledRule& rule = criterion.rules[i];
      RuleRead read;
      read.outcome = rule.outcome;
      read.holds = rule.when.evaluate(person_.inputs(), scratch_);
      read.condition = read_part(rule.when, 0, scratch_);
      const bool* known = read.holds.get_if<bool>();
      if (read.holds.is_null()) {
        for (const Diagnostic& problem : scratch_.diagnostics()) finding.diagnostics.push_back(problem);
      }
      finding.rules.push_back(std::move(read));
      if (known == nullptr ? !finding.rules.back().holds.is_unknown() : *known) {
        if (known != nullptr) add_note(criterion.source->rules[i].note, finding);
        return;
      }
    }
    if (finding.outcome == criterion.source->otherwise) add_note(criterion.source->otherwise_note, finding);
  }

  static void add_note(const LocalText& note, Finding& finding) {
    if (!note.zh.empty() || !note.en.empty()) finding.notes.push_back(note);
  }

  void read_values(const CompiledCriterion& criterion, Finding& finding) {
    FactSet seen;
    std::vector<std::size_t> derived;
    for (std::size_t i = 0; i < finding.rules.size(); ++i) {
      read_variables(criterion.rules[i].when, seen, derived, finding);
    }
  }

  // What the expression came to: facts before the derived facts that are made from them, each once.
  void read_variables(const feel::Expression& expression, FactSet& seen, std::vector<std::size_t>& derived,
                      Finding& finding) {
    expression.evaluate(person_.inputs(), scratch_);
    for (const feel::Slot slot : expression.variables_reached(person_.inputs(), scratch_)) {
      if (slot.bank == feel::Bank::facts) {
        if (seen.contains(slot.index)) continue;
        seen.insert(slot.index);
        const facts::FactDefinition& fact = facts_.schema()->at(slot.index);
        finding.values.push_back({fact.id, {fact.label, {}}, facts_.at(slot.index), false, {}});
        note_on_fact(slot.index, fact, finding);
      } else if (compiled_.layout.is_derived(slot)) {
        const std::size_t place = compiled_.layout.derived_of(slot);
        if (std::find(derived.begin(), derived.end(), place) != derived.end()) continue;
        derived.push_back(place);
        read_variables(compiled_.derived[place], seen, derived, finding);
        const DerivedFact& fact = compiled_.definition.derived[place];
        const Clause* clause = find_clause(compiled_.definition, fact.clause);
        const std::string cite = fact.source.empty() && clause != nullptr ? clause->cite : fact.source;
        finding.values.push_back({fact.id, fact.label, bound_[slot.index], true, cite});
      }
    }
  }

  void note_on_fact(std::size_t slot, const facts::FactDefinition& fact, Finding& finding) const {
    if (facts_.defaulted().contains(slot)) {
      finding.notes.push_back(
          {fact.label + "未提供，按“否”处理", "`" + fact.id + "` was not given and is taken as false"});
    }
    if (!facts_.undecided().contains(slot)) return;
    for (const facts::FactNote& note : facts_.notes()) {
      if (note.slot == slot) finding.notes.push_back({note.text, note.text_en});
    }
  }

  // Each other option of each reading, alone.
  void try_readings(const CompiledCriterion& criterion, Finding& finding) {
    for (const std::size_t place : criterion.readings) {
      Value& bound = bound_[compiled_.layout.reading(place)];
      const Value taken = bound;
      const EnumDomain& domain = *compiled_.reading_domains[place];
      for (std::size_t option = 0; option < domain.members().size(); ++option) {
        const EnumValue other{&domain, static_cast<std::uint16_t>(option)};
        if (*taken.get_if<EnumValue>() == other) continue;
        bound = other;
        derive(compiled_, criterion.derived, person_);
        const Outcome outcome = exact(criterion).possible.outcome();
        if (outcome != finding.outcome) {
          finding.readings.push_back({domain.name(), domain.members()[option].id, outcome});
        }
      }
      bound = taken;
    }
    if (!criterion.readings.empty()) derive(compiled_, criterion.derived, person_);
    finding.reading_sensitive = !finding.readings.empty();
  }

  void collect_missing(Decision& decision) const {
    for (std::size_t slot = 0; slot < facts_.schema()->size(); ++slot) {
      const std::string& id = facts_.schema()->at(slot).id;
      const bool missing = std::any_of(decision.findings.begin(), decision.findings.end(), [&](const Finding& finding) {
        return std::find(finding.missing.begin(), finding.missing.end(), id) != finding.missing.end();
      });
      if (missing) decision.missing.push_back(id);
    }
    for (const Finding& finding : decision.findings) {
      for (const std::string& title : finding.missing_documents) insert_once(decision.missing_documents, title);
    }
  }

  static bool verdict_turns_on_a_reading(const Decision& decision) {
    for (const Finding& sensitive : decision.findings) {
      for (const ReadingEffect& effect : sensitive.readings) {
        Outcome worst = Outcome::met;
        for (const Finding& finding : decision.findings) worst = std::max(worst, outcome_under(finding, effect));
        if (verdict_of(worst) != decision.verdict) return true;
      }
    }
    return false;
  }

  static Outcome outcome_under(const Finding& finding, const ReadingEffect& option) {
    for (const ReadingEffect& effect : finding.readings) {
      if (effect.reading == option.reading && effect.option == option.option) return effect.outcome;
    }
    return finding.outcome;
  }

  const Compiled& compiled_;
  const CompiledTrack& track_;
  const facts::Facts& facts_;
  std::vector<Value> bound_;
  feel::Scratch scratch_;
  Person person_;
};

// The readings that some criterion of the track turns on, with the options taken; a programme has others, of its leave
// or funding.
std::vector<std::pair<std::string, std::string>> readings_read(const Compiled& compiled, const CompiledTrack& track,
                                                               const Question& question) {
  std::vector<std::pair<std::string, std::string>> read;
  for (std::size_t place = 0; place < compiled.definition.readings.size(); ++place) {
    const auto turns_on = [&](const CompiledCriterion& criterion) {
      return std::find(criterion.readings.begin(), criterion.readings.end(), place) != criterion.readings.end();
    };
    if (std::any_of(track.criteria.begin(), track.criteria.end(), turns_on)) read.push_back(question.readings[place]);
  }
  return read;
}

}  // namespace

Result<Decision> Query::decide(const facts::Facts& facts) const {
  if (facts.schema() != compiled_->definition.facts) {
    Diagnostic problem;
    problem.code = "policy.facts.other_schema";
    problem.message = "these facts were made for another programme";
    problem.help = "make them with this programme's `facts()`";
    return problem;
  }
  if (Diagnostics refused = refusals(facts); !refused.empty()) return refused;
  Decision decision;
  decision.programme = compiled_->heading.programme;
  decision.status = compiled_->heading.status;
  decision.track = question_.track;
  decision.as_of = question_.as_of;
  decision.readings = readings_read(*compiled_, compiled_->tracks[track_], question_);
  Decider(*compiled_, compiled_->tracks[track_], facts, bound_).decide(decision);
  return decision;
}

}  // namespace tepei::policy
