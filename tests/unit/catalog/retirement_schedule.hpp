// The retirement schedule of 2025 written down a second time: by walking its steps, not by dividing.
#pragma once

#include "tepei/value/date.hpp"

namespace tepei::catalog::oracle {

// One of the three tables of the State Council's measures.
struct Schedule {
  int base_years;
  int first_year;  // of the first birth month that retires later; that month is January
  int step;        // birth months that share a delay
  int most;        // months of delay
};

inline constexpr Schedule from_60{60, 1965, 4, 36};
inline constexpr Schedule from_55{55, 1970, 4, 36};
inline constexpr Schedule from_50{50, 1975, 2, 60};

// Months of delay for a birth month.
inline int delay(const Schedule& schedule, int year, int month) {
  int delay = 0;
  int left_in_step = 0;
  for (int y = schedule.first_year, m = 1; y < year || (y == year && m <= month);) {
    if (left_in_step == 0) {
      if (delay < schedule.most) ++delay;
      left_in_step = schedule.step;
    }
    --left_in_step;
    if (++m > 12) {
      m = 1;
      ++y;
    }
  }
  return delay;
}

// The statutory date: the day of birth in the month of retirement, or that month's last day.
inline Date statutory_date(const Schedule& schedule, Date birth) {
  const int months = birth.year() * 12 + static_cast<int>(birth.month()) - 1 + schedule.base_years * 12 +
                     delay(schedule, birth.year(), static_cast<int>(birth.month()));
  for (unsigned day = birth.day();; --day) {
    if (const auto date = Date::from_civil(months / 12, static_cast<unsigned>(months % 12 + 1), day)) return *date;
  }
}

// The first day of birth whose statutory date is at least `years` after `as_of`.
inline Date first_birth(const Schedule& schedule, Date as_of, int years) {
  const Date wanted = *add_years(as_of, years);
  Date before = *Date::from_civil(1900, 1, 1);
  Date after = *Date::from_civil(2040, 1, 1);
  while (after.days() - before.days() > 1) {
    const Date middle = *Date::from_days((before.days() + after.days()) / 2);
    (statutory_date(schedule, middle) >= wanted ? after : before) = middle;
  }
  return after;
}

}  // namespace tepei::catalog::oracle
