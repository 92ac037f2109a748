// From a question about leave to its answer.
#include <algorithm>
#include <utility>

#include "policy/leave_days.hpp"
#include "policy/leave_ladder.hpp"

namespace tepei::policy {

namespace {

constexpr std::size_t max_earlier = 10'000;

const LeaveRole& trainee() {
  static const LeaveRole role{"trainee", {"学员", "trainee"}, {}, {}, {}, {}};
  return role;
}

Result<const LeaveRole*> find_role(const LeaveDefinition& definition, const std::string& name) {
  if (!definition.roles.empty()) {
    return find_named(definition.roles, name, "role", "policy.leave.unknown_role", "role");
  }
  if (name == trainee().id || name == trainee().label.zh) return &trainee();
  return refusal("policy.leave.unknown_role", "there is no role " + quoted(name), suggest(name, {trainee().id}),
                 "role");
}

void check_span(const LeaveSpan& span, const std::string& path, Diagnostics& problems) {
  if (span.first <= span.last) return;
  problems.push_back(
      refusal("policy.leave.reversed",
              "the leave ends on " + span.last.to_string() + ", before it begins on " + span.first.to_string(),
              "first and last day, both included", path));
}

void check_days(const std::optional<Decimal>& days, const std::optional<LeaveSpan>& span, const std::string& path,
                Diagnostics& problems) {
  const std::string help = "give the days, or the first and the last day";
  if (!days && !span) {
    problems.push_back(refusal("policy.leave.no_days", "nothing says how long the leave is", help, path));
  } else if (days && span) {
    problems.push_back(
        refusal("policy.leave.days_and_dates", "both days and dates say how long the leave is", help, path));
  } else if (days && *days <= Decimal(0)) {
    problems.push_back(refusal("policy.leave.not_positive", "a leave of " + days->to_plain_string() + " days",
                               "days above 0; they may have decimals", path));
  } else if (span) {
    check_span(*span, path, problems);
  }
}

Diagnostics check_question(const LeaveQuestion& question) {
  Diagnostics problems;
  check_days(question.days, question.span, "days", problems);
  if (question.earlier.size() > max_earlier) {
    problems.push_back(refusal("policy.leave.too_many_earlier",
                               std::to_string(question.earlier.size()) + " earlier leaves",
                               "at most " + std::to_string(max_earlier), "earlier"));
    return problems;
  }
  for (std::size_t i = 0; i < question.earlier.size(); ++i) {
    const EarlierLeave& leave = question.earlier[i];
    check_days(leave.days, leave.span, at("earlier", i), problems);
  }
  if (question.calendar) check_span(question.calendar->covers, "calendar", problems);
  return problems;
}

// Acts of one role: those of a party it replaces are done by another, or fall away where that party decides anyway.
std::vector<Act> acts_for(const LeaveRole& role, const std::vector<Act>& acts, bool& replaced) {
  const auto decides = [&](const std::string& party) {
    return std::any_of(acts.begin(), acts.end(), [&](const Act& act) {
      return act.party == party &&
             (act.kind == ActKind::approve || act.kind == ActKind::decide || act.kind == ActKind::confirm);
    });
  };
  std::vector<Act> result;
  for (const Act& act : acts) {
    const auto replacement = std::find_if(role.replaces.begin(), role.replaces.end(),
                                          [&](const Replacement& each) { return each.party == act.party; });
    if (replacement == role.replaces.end()) {
      result.push_back(act);
      continue;
    }
    replaced = true;
    if (decides(replacement->by)) continue;
    result.push_back(act);
    result.back().party = replacement->by;
  }
  return result;
}

// Fills in the answer to one question that has been checked.
class Router {
 public:
  Router(const CompiledLadder& ladder, const LeaveQuestion& question, const LeaveRole& role)
      : ladder_(ladder),
        definition_(ladder.definition),
        question_(question),
        role_(role),
        days_off_(question.calendar) {
    route_.heading = ladder.text->heading;
    route_.role = role.id;
  }

  Result<LeaveRoute> run(const ReadingChoices& readings) {
    if (const auto named = name_kind(); !named) return named.diagnostics();
    if (!definition_.documents.empty()) return leave_open();
    const std::string& reading = definition_.day_reading;
    if (!reading.empty()) route_.readings.emplace_back(reading, option_of(readings, reading));
    const DayCount by = count_under(option_of(readings, reading));
    if (const auto counted = count(by); !counted) return counted.diagnostics();
    choose();
    try_readings();
    return std::move(route_);
  }

  LeaveRoute end(const Termination& termination) {
    route_.outcome = RouteOutcome::routed;
    route_.rule = "leave.termination";
    take(termination.acts, termination.effects, termination.clause, termination.note);
    return std::move(route_);
  }

 private:
  Result<void> name_kind() {
    auto plain = facts::normalise(question_.kind);
    if (!plain) return plain.diagnostics();
    if (plain->empty()) {
      return refusal("policy.leave.kind_empty", "the kind of leave is empty", suggest({}, ids_of(definition_.kinds)),
                     "kind");
    }
    route_.kind = kind_id(*plain);
    return {};
  }

  std::string kind_id(const std::string& name) const {
    for (const Term& kind : definition_.kinds) {
      if (kind.id == name || (!kind.label.zh.empty() && kind.label.zh == name)) return kind.id;
    }
    return name;
  }

  bool is_named() const {
    const auto ids = ids_of(definition_.kinds);
    return std::find(ids.begin(), ids.end(), route_.kind) != ids.end();
  }

  LeaveRoute leave_open() {
    route_.outcome = RouteOutcome::undetermined;
    route_.days = question_.days;
    cite(definition_.clause);
    route_.missing_documents = titles(ladder_.text->documents, definition_.documents);
    if (!ladder_.fallback) return std::move(route_);
    LeaveQuestion question = question_;
    question.readings.clear();
    auto fallback = ladder_.fallback->route(question);
    if (fallback) route_.fallback = std::make_shared<const LeaveRoute>(*std::move(fallback));
    return std::move(route_);
  }

  DayCount count_under(std::string_view option) const {
    return parse_day_count(option).value_or(definition_.day_count);
  }

  // The days of the block under one way of counting.
  std::optional<Decimal> days_by(DayCount by) const {
    if (route_.block) return days_off_.count(*route_.block, by);
    // Bare days are calendar days unless the text itself counts working days.
    return by == definition_.day_count ? question_.days : std::nullopt;
  }

  Result<void> count(DayCount by) {
    if (question_.span) {
      const LeaveBlock block = block_of(*question_.span, question_.earlier, days_off_);
      route_.block = block.span;
      route_.merged = block.merged;
    }
    by_ = by;
    route_.days = days_by(by);
    if (!route_.days) return calendar_refusal();
    if (*route_.days <= Decimal(0)) {
      return refusal("policy.leave.no_working_day", "there is no working day in this leave",
                     "working days are counted; days off need no leave", "days");
    }
    if (question_.earlier.empty()) return {};
    route_.total = total({});
    if (!route_.total) return calendar_refusal();
    return {};
  }

  Diagnostic calendar_refusal() const {
    if (!question_.calendar || !question_.span) {
      return refusal("policy.leave.calendar_required",
                     "working days can be counted only from the first and last day and a calendar",
                     "give both dates and the calendar of days off; without them days are calendar days", "calendar");
    }
    return refusal("policy.leave.calendar_too_short",
                   "the calendar from " + question_.calendar->covers.first.to_string() + " to " +
                       question_.calendar->covers.last.to_string() + " does not cover all leaves",
                   "give a calendar of every year concerned", "calendar");
  }

  std::optional<Decimal> total(const std::vector<std::string>& kinds) const {
    std::vector<EarlierLeave> leaves;
    for (EarlierLeave leave : question_.earlier) {
      leave.kind = kind_id(leave.kind);
      leaves.push_back(std::move(leave));
    }
    leaves.push_back({route_.kind, question_.days, question_.span});
    return total_of(leaves, kinds, days_off_, by_);
  }

  void choose() {
    if (!is_named() && !takes_any_kind(definition_)) return refer();
    for (const LeaveCap& cap : definition_.caps) {
      if (is_for(cap.kinds, route_.kind) && passes(cap)) return take_cap(cap);
    }
    const auto place = tier_for(*route_.days);
    if (!place) return;
    const LeaveTier& tier = definition_.tiers[*place];
    route_.outcome = RouteOutcome::routed;
    route_.rule = "leave." + tier.id;
    route_.tier = number_of(*place);
    take(tier.acts, tier.effects, tier.clause, tier.note);
    note_merging();
  }

  // Building has checked that there is one for every length.
  std::optional<std::size_t> tier_for(const Decimal& days) const {
    for (std::size_t i = 0; i < definition_.tiers.size(); ++i) {
      if (is_for(definition_, definition_.tiers[i], route_.kind) && holds(definition_.tiers[i], days)) return i;
    }
    return std::nullopt;
  }

  // From 1, among the tiers of this kind.
  std::size_t number_of(std::size_t place) const {
    std::size_t number = 0;
    for (std::size_t i = 0; i <= place; ++i) number += is_for(definition_, definition_.tiers[i], route_.kind) ? 1U : 0U;
    return number;
  }

  void refer() {
    route_.outcome = RouteOutcome::referred;
    cite(definition_.other_kinds_clause.empty() ? definition_.clause : definition_.other_kinds_clause);
    note(definition_.other_kinds_note);
    std::vector<std::string> known;
    for (const Term& kind : definition_.kinds) known.insert(known.end(), {kind.id, kind.label.zh});
    if (const auto near = nearest(route_.kind, known)) {
      note({"是否指“" + *near + "”？", "did you mean " + quoted(*near) + "?"});
    }
  }

  bool passes(const LeaveCap& cap) const {
    const auto days = total(cap.kinds);
    if (!days) return false;
    const int order = Decimal::compare(*days, cap.to.days);
    return order > 0 || (order == 0 && !cap.to.inclusive);
  }

  void take_cap(const LeaveCap& cap) {
    route_.outcome = cap.acts.empty() ? RouteOutcome::referred : RouteOutcome::routed;
    route_.rule = "leave." + cap.id;
    take(cap.acts, cap.effects, cap.clause, cap.note);
  }

  void take(const std::vector<Act>& acts, const std::vector<std::string>& effects, const std::string& clause,
            const LocalText& said) {
    bool replaced = false;
    route_.acts = acts_for(role_, acts, replaced);
    route_.effects = effects;
    cite(clause.empty() ? definition_.clause : clause);
    note(said);
    if (!replaced) return;
    route_.effects.insert(route_.effects.end(), role_.effects.begin(), role_.effects.end());
    note(role_.note);
  }

  void cite(const std::string& clause) {
    const Citation found = citation(ladder_.text->clauses, clause);
    route_.cite = found.cite;
    route_.text = found.text;
  }

  void note(const LocalText& text) {
    if (!empty(text)) route_.notes.push_back(text);
  }

  // Somebody who splits a leave must be able to see why it is not the shorter tier.
  void note_merging() {
    if (!route_.merged) return;
    const std::string first = route_.block->first.to_string();
    const std::string last = route_.block->last.to_string();
    const std::string days = route_.days->to_plain_string();
    LocalText text{"本次请假与此前请假首尾相连或仅隔休息日，自" + first + "至" + last + "合并计算，共" + days + "天",
                   "this leave runs on from another or is parted from it by days off alone: counted as one, from " +
                       first + " to " + last + ", " + days + " days"};
    if (!question_.calendar) {
      text.zh += "；未提供日历，仅以星期六、星期日为休息日";
      text.en += "; without a calendar only Saturdays and Sundays are taken as days off";
    }
    note(text);
    const auto alone = days_off_.count(*question_.span, by_);
    const auto tier = alone ? tier_for(*alone) : std::nullopt;
    if (!tier || number_of(*tier) == *route_.tier) return;
    note({"单独计算仅属第" + std::to_string(number_of(*tier)) + "档，合并后属第" + std::to_string(*route_.tier) + "档",
          "by itself it would be in tier " + std::to_string(number_of(*tier)) + ", as one block it is in tier " +
              std::to_string(*route_.tier)});
  }

  // What the other way of counting would give, where the calendar lets it be known.
  void try_readings() {
    if (definition_.day_reading.empty() || !route_.tier) return;
    const DayCount other = by_ == DayCount::calendar ? DayCount::working : DayCount::calendar;
    const auto days = days_by(other);
    if (!days || *days <= Decimal(0)) return;
    const auto place = tier_for(*days);
    if (!place || number_of(*place) == *route_.tier) return;
    route_.reading_sensitive = true;
    route_.reading_effects.push_back({definition_.day_reading, std::string(to_string(other)), number_of(*place)});
  }

  const CompiledLadder& ladder_;
  const LeaveDefinition& definition_;
  const LeaveQuestion& question_;
  const LeaveRole& role_;
  DaysOff days_off_;
  DayCount by_ = DayCount::calendar;
  LeaveRoute route_;
};

}  // namespace

Result<LeaveRoute> route_leave(const CompiledLadder& ladder, const LeaveQuestion& question) {
  Diagnostics problems = check_question(question);
  const auto role = find_role(ladder.definition, question.role);
  if (!role) append(problems, role.diagnostics());
  const auto readings = take_readings(ladder.text->readings, question.readings);
  if (!readings) append(problems, readings.diagnostics());
  if (!problems.empty()) return problems;
  return Router(ladder, question, **role).run(*readings);
}

Result<LeaveRoute> end_training(const CompiledLadder& ladder, const std::string& name) {
  const auto role = find_role(ladder.definition, name);
  if (!role) return role.diagnostics();
  if (!ladder.definition.documents.empty()) {
    LeaveRoute route;
    route.heading = ladder.text->heading;
    route.role = (*role)->id;
    const Citation found = citation(ladder.text->clauses, ladder.definition.clause);
    route.cite = found.cite;
    route.text = found.text;
    route.missing_documents = titles(ladder.text->documents, ladder.definition.documents);
    if (ladder.fallback) {
      auto fallback = ladder.fallback->termination(name);
      if (fallback) route.fallback = std::make_shared<const LeaveRoute>(*std::move(fallback));
    }
    return route;
  }
  const auto& termination = ladder.definition.termination;
  if (!termination) {
    return refusal("policy.leave.no_termination", "this programme does not say how training ends early", {}, {});
  }
  const LeaveQuestion nothing;
  return Router(ladder, nothing, **role).end(*termination);
}

}  // namespace tepei::policy
