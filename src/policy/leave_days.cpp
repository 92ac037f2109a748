#include "policy/leave_days.hpp"

#include <algorithm>

namespace tepei::policy {

namespace {

bool before(const LeaveSpan& left, const LeaveSpan& right) {
  return left.first < right.first;
}

bool contains(const std::vector<Date>& sorted, Date day) {
  return std::binary_search(sorted.begin(), sorted.end(), day);
}

std::vector<Date> sorted(std::vector<Date> days) {
  std::sort(days.begin(), days.end());
  return days;
}

Date next(Date day) {
  return add_days(day, 1).value_or(day);
}

// Whether nothing but days off lies between two leaves; the later one may also begin within the earlier one.
bool run_on(Date end, Date begin, const DaysOff& days_off) {
  for (Date day = next(end); day < begin; day = next(day)) {
    if (!days_off.off(day)) return false;
  }
  return true;
}

// Spans that overlap or touch as one, in order.
std::vector<LeaveSpan> united(std::vector<LeaveSpan> spans) {
  std::sort(spans.begin(), spans.end(), before);
  std::vector<LeaveSpan> result;
  for (const LeaveSpan& span : spans) {
    if (!result.empty() && span.first <= result.back().last) {
      result.back().last = std::max(result.back().last, span.last);
    } else {
      result.push_back(span);
    }
  }
  return result;
}

}  // namespace

DaysOff::DaysOff(const std::optional<WorkCalendar>& calendar) : calendar_(&calendar) {
  if (!calendar) return;
  off_ = sorted(calendar->off);
  working_ = sorted(calendar->working);
}

bool DaysOff::off(Date day) const {
  constexpr int saturday = 6;
  return contains(off_, day) || (weekday(day) >= saturday && !contains(working_, day));
}

std::optional<Decimal> DaysOff::count(const LeaveSpan& span, DayCount by) const {
  const std::int64_t all = std::int64_t{span.last.days()} - span.first.days() + 1;
  if (by == DayCount::calendar) return Decimal(all);
  if (!*calendar_ || span.first < (*calendar_)->covers.first || (*calendar_)->covers.last < span.last) {
    return std::nullopt;
  }
  std::int64_t working = 0;
  for (std::int64_t i = 0; i < all; ++i) {
    if (const auto day = add_days(span.first, i); day && !off(*day)) ++working;
  }
  return Decimal(working);
}

LeaveBlock block_of(const LeaveSpan& leave, const std::vector<EarlierLeave>& earlier, const DaysOff& days_off) {
  std::vector<LeaveSpan> spans{leave};
  for (const EarlierLeave& taken : earlier) {
    if (taken.span) spans.push_back(*taken.span);
  }
  spans = united(std::move(spans));
  std::size_t first = 0;
  while (spans[first].last < leave.last) ++first;
  std::size_t last = first;
  while (first > 0 && run_on(spans[first - 1].last, spans[first].first, days_off)) --first;
  while (last + 1 < spans.size() && run_on(spans[last].last, spans[last + 1].first, days_off)) ++last;
  const LeaveSpan block{spans[first].first, spans[last].last};
  return {block, block.first != leave.first || block.last != leave.last};
}

std::optional<Decimal> total_of(const std::vector<EarlierLeave>& leaves, const std::vector<std::string>& kinds,
                                const DaysOff& days_off, DayCount by) {
  Decimal total;
  std::vector<LeaveSpan> spans;
  const auto add = [&total](const Decimal& days) {
    const auto sum = Decimal::add(total, days);
    if (sum) total = *sum;
    return sum.has_value();
  };
  for (const EarlierLeave& leave : leaves) {
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), leave.kind) == kinds.end()) continue;
    if (leave.span) {
      spans.push_back(*leave.span);
    } else if (leave.days && !add(*leave.days)) {
      return std::nullopt;
    }
  }
  for (const LeaveSpan& span : united(std::move(spans))) {
    const auto days = days_off.count(span, by);
    if (!days || !add(*days)) return std::nullopt;
  }
  return total;
}

}  // namespace tepei::policy
