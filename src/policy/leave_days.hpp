// How long a leave is: blocks that run on into each other, counted by the calendar or by working days.
#pragma once

#include <optional>
#include <vector>

#include "tepei/policy/leave.hpp"

namespace tepei::policy {

// The block a leave is part of.
struct LeaveBlock {
  LeaveSpan span;
  bool merged = false;  // whether earlier leaves are part of it
};

// Tells days off from working days. Without a calendar Saturdays and Sundays are off.
class DaysOff {
 public:
  explicit DaysOff(const std::optional<WorkCalendar>& calendar);

  bool off(Date day) const;
  // The days of the span that count; nothing where working days are asked for and the calendar does not know them all.
  std::optional<Decimal> count(const LeaveSpan& span, DayCount by) const;

 private:
  const std::optional<WorkCalendar>* calendar_;
  std::vector<Date> off_;      // sorted
  std::vector<Date> working_;  // sorted
};

// The leave with those that touch it or are parted from it only by days off.
LeaveBlock block_of(const LeaveSpan& leave, const std::vector<EarlierLeave>& earlier, const DaysOff& days_off);

// All leaves of these kinds together (empty: of all), a day in two of them once; nothing where `DaysOff::count` gives
// nothing.
std::optional<Decimal> total_of(const std::vector<EarlierLeave>& leaves, const std::vector<std::string>& kinds,
                                const DaysOff& days_off, DayCount by);

}  // namespace tepei::policy
