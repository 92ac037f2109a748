// How long somebody trained, and what a monthly rate comes to.
#include "policy/schedule.hpp"

namespace tepei::policy {

namespace {

constexpr std::int64_t days_of_month = 30;  // a day is a thirtieth of a month's rate

}  // namespace

std::optional<std::pair<std::int64_t, std::int64_t>> months_of(const TrainingPeriod& period) {
  if (period.last < period.first) return std::nullopt;
  // Civil Code 第二百零二条: a month is full on the day before the corresponding day.
  const auto end = add_days(period.last, 1);
  if (!end) return std::nullopt;
  const std::int64_t whole = full_months(period.first, *end);
  const auto begun = add_months(period.first, whole);
  return std::pair(whole, begun ? std::int64_t{end->days()} - begun->days() : 0);
}

Trained trained(const FundingDefinition& definition, const std::optional<Decimal>& months,
                const std::optional<TrainingPeriod>& period, Diagnostics& problems) {
  const Decimal& term = definition.term_months;
  const std::string help = "above 0 and at most " + term.to_plain_string() + ", the months of the term";
  if (months && period) {
    problems.push_back(refusal("policy.funding.months_and_dates", "both months and dates say how long training was",
                               "give one of them", "months"));
    return {};
  }
  if (!period) {
    const Trained time{months.value_or(term), 0};
    if (time.months <= Decimal(0) || term < time.months) {
      problems.push_back(refusal("policy.funding.months_out_of_range",
                                 time.months.to_plain_string() + " months of training", help, "months"));
    }
    return time;
  }
  const auto whole = months_of(*period);
  if (!whole) {
    problems.push_back(
        refusal("policy.funding.reversed",
                "training ends on " + period->last.to_string() + ", before it begins on " + period->first.to_string(),
                "first and last day, both included", "period"));
    return {};
  }
  Trained time{Decimal(whole->first), whole->second};
  // By Civil Code 第二百零一条 the first day is not counted: a year may also end on the corresponding day.
  if (time.months == term && time.days == 1) time.days = 0;
  if (term < time.months || (term == time.months && time.days > 0)) {
    problems.push_back(refusal(
        "policy.funding.months_out_of_range",
        "training from " + period->first.to_string() + " to " + period->last.to_string() + " is longer than the term",
        help, "period"));
  }
  return time;
}

std::optional<Decimal> by_months(const Decimal& rate, const Trained& time, MonthCount count) {
  if (count == MonthCount::whole_months) {
    const auto whole = time.months.round(0, Decimal::Rounding::floor);
    return whole ? Decimal::multiply(rate, *whole) : std::nullopt;
  }
  const auto months = Decimal::multiply(rate, time.months);
  const auto days = Decimal::multiply(rate, Decimal(time.days));
  const auto part = days ? Decimal::divide(*days, Decimal(days_of_month)) : std::nullopt;
  return months && part ? Decimal::add(*months, *part) : std::nullopt;
}

void add_stated(std::optional<Decimal>& amount, const std::optional<Decimal>& more) {
  if (!more) return;
  amount = amount ? Decimal::add(*amount, *more) : more;
}

}  // namespace tepei::policy
