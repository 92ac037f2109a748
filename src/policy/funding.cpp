#include "tepei/policy/funding.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "policy/grading.hpp"
#include "policy/schedule.hpp"
#include "tepei/policy/party.hpp"

namespace tepei::policy {

namespace {

constexpr std::int64_t max_heads = 1'000'000'000;

constexpr std::array<std::string_view, 2> per_ids{"year", "month"};
constexpr std::array<std::string_view, 2> month_count_ids{"by_day", "whole_months"};

const std::vector<Term>& standard_grades() {
  static const std::vector<Term> grades{{"excellent", {"优秀", "excellent"}, {}},
                                        {"qualified", {"合格", "qualified"}, {}},
                                        {"unqualified", {"不合格", "unqualified"}, {}},
                                        {"not_assessed", {"未考核", "not assessed"}, {}}};
  return grades;
}

// A question with its names found.
struct Asked {
  const TrackFunding* track = nullptr;
  LocalText track_label;
  Trained time;
  std::string grade;  // empty where it is not known
  ReadingChoices readings;
};

Result<std::size_t> find_track(const CompiledFunding& funding, const std::string& name) {
  if (name.empty()) {
    if (funding.tracks.size() == 1) return std::size_t{0};
    return refusal("policy.track.required", "this programme has several tracks and none was named",
                   suggest({}, ids_of(funding.tracks)), "track");
  }
  const auto found = find_named(funding.tracks, name, "track", "policy.track.unknown", "track");
  if (!found) return found.diagnostics();
  return static_cast<std::size_t>(*found - funding.tracks.data());
}

Result<Asked> ask(const CompiledFunding& funding, const FundingQuestion& question) {
  Asked asked;
  Diagnostics problems;
  const auto track = find_track(funding, question.track);
  if (track) {
    asked.track = &funding.definition.tracks[*track];
    asked.track_label = funding.tracks[*track].label;
  } else {
    append(problems, track.diagnostics());
  }
  asked.time = trained(funding.definition, question.months, question.period, problems);
  if (question.grade && *question.grade != "undetermined") {
    const auto& grades = funding.definition.grades.empty() ? standard_grades() : funding.definition.grades;
    const auto grade = find_named(grades, *question.grade, "grade", "policy.funding.unknown_grade", "grade");
    if (grade) {
      asked.grade = (*grade)->id;
    } else {
      append(problems, grade.diagnostics());
    }
  }
  auto readings = take_readings(funding.text->readings, question.readings);
  if (readings) {
    asked.readings = *std::move(readings);
  } else {
    append(problems, readings.diagnostics());
  }
  if (!problems.empty()) return problems;
  return asked;
}

// What is paid for one trainee under one way of counting months.
class Reckoning {
 public:
  Reckoning(const CompiledFunding& funding, const Asked& asked, MonthCount count)
      : funding_(funding), definition_(funding.definition), asked_(asked), count_(count) {}

  std::vector<FundingLine> lines() const {
    std::vector<FundingLine> result;
    result.reserve(asked_.track->items.size());
    for (const FundingItem& item : asked_.track->items) result.push_back(line(item));
    return result;
  }

 private:
  FundingLine line(const FundingItem& item) const {
    FundingLine line;
    line.rule = "funding." + asked_.track->track + "." + item.item;
    line.item = item.item;
    if (const Term* term = find_id(definition_.items, item.item)) line.label = term->label;
    line.rate = item.amount;
    line.per = item.per;
    line.payer = item.payer;
    line.payer_label = payer_label(definition_, item.payer);
    line.payee = item.payee;
    line.payee_label = payer_label(definition_, item.payee);
    line.timing = item.timing;
    if (const Term* term = find_id(definition_.timings, item.timing)) line.timing_label = term->label;
    const Citation cited = citation(funding_.text->clauses, item.clause.empty() ? definition_.clause : item.clause);
    line.cite = cited.cite;
    line.text = cited.text;
    line.flags = item.flags;
    if (!empty(item.note)) line.notes.push_back(item.note);
    if (item.amount) reckon(item, line);
    return line;
  }

  void reckon(const FundingItem& item, FundingLine& line) const {
    if (!item.earned_by.empty()) {
      if (asked_.grade.empty()) {
        return flag(line, "grade_open",
                    {"须待考核结果，金额未定", "turns on the grade, which is not known: no amount yet"});
      }
      if (std::find(item.earned_by.begin(), item.earned_by.end(), asked_.grade) == item.earned_by.end()) {
        line.amount = Decimal(0);
        return flag(line, "not_earned", {"考核未合格，不予发放", "the assessment was not passed: nothing is paid"});
      }
    }
    if (item.per == RatePer::month) return by_month(*item.amount, line);
    line.amount = item.amount;
    if (asked_.time.months == definition_.term_months) return;
    flag(line, "charged_in_full",
         {"按年计收，培养不足一年亦为全额", "charged by the year: in full although training was shorter"});
  }

  void by_month(const Decimal& rate, FundingLine& line) const {
    constexpr int fen = 2;
    const auto exact = by_months(rate, asked_.time, count_);
    if (!exact) return;
    line.amount = exact;
    if (exact->exponent() >= -fen) return;
    line.amount = exact->round(fen, Decimal::Rounding::half_up);
    if (line.amount && *line.amount != *exact) {
      flag(line, "rounded_to_fen", {"四舍五入至分", "rounded half up to the fen"});
    }
  }

  static void flag(FundingLine& line, const char* flag, LocalText note) {
    line.flags.emplace_back(flag);
    line.notes.push_back(std::move(note));
  }

  const CompiledFunding& funding_;
  const FundingDefinition& definition_;
  const Asked& asked_;
  MonthCount count_;
};

std::optional<Decimal> total_of(const std::vector<FundingLine>& lines) {
  std::optional<Decimal> total;
  for (const FundingLine& line : lines) add_stated(total, line.amount);
  return total;
}

Entitlement reckon(const CompiledFunding& funding, const Asked& asked) {
  const FundingDefinition& definition = funding.definition;
  const std::string& reading = definition.month_reading;
  Entitlement result;
  result.heading = funding.text->heading;
  result.track = asked.track->track;
  result.track_label = asked.track_label;
  result.months = asked.time.months;
  result.days = asked.time.days;
  result.grade = asked.grade;
  const MonthCount count = parse_month_count(option_of(asked.readings, reading)).value_or(definition.month_count);
  result.items = Reckoning(funding, asked, count).lines();
  result.total = total_of(result.items);
  if (reading.empty()) return result;
  result.readings.emplace_back(reading, to_string(count));
  const MonthCount other = count == MonthCount::by_day ? MonthCount::whole_months : MonthCount::by_day;
  const auto otherwise = total_of(Reckoning(funding, asked, other).lines());
  if (otherwise == result.total) return result;
  result.reading_sensitive = true;
  result.reading_effects.push_back({reading, std::string(to_string(other)), otherwise});
  return result;
}

void add_row(const Entitlement& each, const FundingLine& line, std::int64_t heads, Budget& budget) {
  std::optional<Decimal> amount;
  if (line.amount) amount = Decimal::multiply(*line.amount, Decimal(heads));
  budget.rows.push_back(
      {each.track, line.item, heads, line.amount, amount, line.payer, line.payer_label, line.payee, line.payee_label});
  auto sum = std::find_if(budget.sums.begin(), budget.sums.end(), [&](const BudgetSum& known) {
    return known.payer == line.payer && known.payee == line.payee;
  });
  if (sum == budget.sums.end()) {
    budget.sums.push_back({line.payer, line.payer_label, line.payee, line.payee_label, std::nullopt, 0});
    sum = budget.sums.end() - 1;
  }
  add_stated(sum->amount, amount);
  if (!amount) ++sum->unstated;
  add_stated(budget.total, amount);
}

}  // namespace

std::string_view to_string(RatePer per) {
  return per_ids[static_cast<std::size_t>(per)];
}

std::optional<RatePer> parse_rate_per(std::string_view text) {
  if (text == per_ids[0]) return RatePer::year;
  if (text == per_ids[1]) return RatePer::month;
  return std::nullopt;
}

std::string_view to_string(MonthCount count) {
  return month_count_ids[static_cast<std::size_t>(count)];
}

std::optional<MonthCount> parse_month_count(std::string_view text) {
  if (text == month_count_ids[0]) return MonthCount::by_day;
  if (text == month_count_ids[1]) return MonthCount::whole_months;
  return std::nullopt;
}

LocalText payer_label(const FundingDefinition& definition, const std::string& id) {
  if (const Term* payer = find_id(definition.payers, id)) return payer->label;
  const Party* party = find_party(id);
  return party == nullptr ? LocalText{id, id} : LocalText{std::string(party->zh), std::string(party->en)};
}

FundingSchedule::FundingSchedule(std::shared_ptr<const CompiledFunding> compiled) : compiled_(std::move(compiled)) {}

Result<FundingSchedule> FundingSchedule::build(FundingDefinition definition,
                                               std::shared_ptr<const ProgrammeText> text) {
  auto compiled = std::make_shared<CompiledFunding>();
  compiled->definition = std::move(definition);
  compiled->text = text ? std::move(text) : std::make_shared<const ProgrammeText>();
  Problems problems;
  check_funding(compiled->definition, *compiled->text, problems);
  if (!problems.none()) return problems.take();
  for (const TrackFunding& funding : compiled->definition.tracks) {
    const Track* track = find_id(compiled->text->tracks, funding.track);
    compiled->tracks.push_back(track != nullptr ? *track : Track{funding.track, {}});
  }
  return FundingSchedule(std::move(compiled));
}

const FundingDefinition& FundingSchedule::definition() const noexcept {
  return compiled_->definition;
}

const ProgrammeText& FundingSchedule::text() const noexcept {
  return *compiled_->text;
}

Result<Entitlement> FundingSchedule::entitlement(const FundingQuestion& question) const {
  const auto asked = ask(*compiled_, question);
  if (!asked) return asked.diagnostics();
  return reckon(*compiled_, *asked);
}

Result<Budget> FundingSchedule::budget(const std::vector<std::pair<std::string, std::int64_t>>& heads,
                                       const FundingQuestion& each) const {
  Budget budget;
  budget.heading = compiled_->text->heading;
  Diagnostics problems;
  for (const auto& [track, count] : heads) {
    FundingQuestion question = each;
    question.track = track;
    if (count < 0 || count > max_heads) {
      problems.push_back(refusal("policy.funding.bad_heads",
                                 std::to_string(count) + " trainees of track " + quoted(track),
                                 "a whole number from 0 to " + std::to_string(max_heads), "heads/" + track));
      continue;
    }
    const auto entitlement = this->entitlement(question);
    if (!entitlement) {
      append(problems, entitlement.diagnostics());
      continue;
    }
    const bool seen = std::any_of(budget.heads.begin(), budget.heads.end(),
                                  [&](const auto& known) { return known.first == entitlement->track; });
    if (seen) {
      problems.push_back(refusal("policy.funding.duplicate_track",
                                 "track " + quoted(entitlement->track) + " is given twice", {}, "heads/" + track));
      continue;
    }
    budget.heads.emplace_back(entitlement->track, count);
    for (const FundingLine& line : entitlement->items) add_row(*entitlement, line, count, budget);
  }
  if (!problems.empty()) return problems;
  return budget;
}

Result<Refund> FundingSchedule::refund(const RefundQuestion& question) const {
  const auto& rule = compiled_->definition.refund;
  if (!rule) {
    return refusal("policy.funding.no_refund", "this programme does not say that anything is to be paid back", {}, {});
  }
  Diagnostics problems;
  const auto asked =
      ask(*compiled_, {question.track, question.months, question.period, question.grade, question.readings});
  if (!asked) append(problems, asked.diagnostics());
  const auto cause = find_named(rule->causes, question.cause, "cause", "policy.funding.unknown_cause", "cause");
  if (!cause) append(problems, cause.diagnostics());
  if (!problems.empty()) return problems;
  Refund result;
  const Entitlement entitlement = reckon(*compiled_, *asked);
  result.heading = entitlement.heading;
  result.track = entitlement.track;
  result.cause = (*cause)->id;
  result.cause_label = (*cause)->label;
  for (const FundingLine& line : entitlement.items) {
    if (std::find(rule->items.begin(), rule->items.end(), line.item) == rule->items.end()) continue;
    add_stated(result.spent, line.amount);
    result.items.push_back(line);
  }
  result.consequences = rule->consequences;
  result.flags = {"amount_not_stated"};
  const Citation cited = citation(compiled_->text->clauses, (*cause)->clause.empty() ? rule->clause : (*cause)->clause);
  result.cite = cited.cite;
  result.text = cited.text;
  if (!empty(rule->note)) result.notes.push_back(rule->note);
  return result;
}

}  // namespace tepei::policy
