// The comparator: the criteria of inner-mongolia-2025 / outside as a C++ programmer would write them by hand, with the
// same three-valued answers and none of the reasons.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "tepei/policy/outcome.hpp"
#include "tepei/value/date.hpp"
#include "tepei/value/decimal.hpp"
#include "tepei/value/truth.hpp"

namespace tepei::benchmarks {

enum class Education { below_college, college, bachelor, master, doctor };
enum class Title { none, junior, middle, associate_senior, senior };
enum class Level { township, county, city, region };

struct Candidate {
  std::optional<std::string> division;
  std::optional<Level> employer_level;
  std::optional<bool> political_ok;
  std::optional<std::string> ethnicity;
  std::optional<bool> healthy;
  std::optional<Date> birth_date;
  std::optional<Education> education;
  std::optional<Decimal> profession_years;
  std::optional<Title> title_level;
};

template <typename T, typename Test>
Truth where_known(const std::optional<T>& fact, Test test) {
  return fact.has_value() ? truth(test(*fact)) : Truth::unknown;
}

inline policy::Outcome outcome(Truth truth) {
  if (truth == Truth::unknown) return policy::Outcome::undetermined;
  return truth == Truth::yes ? policy::Outcome::met : policy::Outcome::not_met;
}

inline bool in_east_five_leagues(const std::string& division) {
  for (const char* prefix : {"1504", "1505", "1507", "1522", "1525"}) {
    if (division.compare(0, 4, prefix) == 0) return true;
  }
  return false;
}

// Writes seven outcomes in the order of the contract and gives the verdict.
inline policy::Verdict check(const Candidate& candidate, Date as_of, policy::Outcome* outcomes) {
  const auto yes = [](bool value) { return value; };
  outcomes[0] =
      outcome(where_known(candidate.division, [](const std::string& d) { return d.compare(0, 2, "15") == 0; }));
  outcomes[1] = outcome(
      disjunction(where_known(candidate.division, [](const std::string& d) { return !in_east_five_leagues(d); }),
                  where_known(candidate.employer_level, [](Level level) { return level == Level::region; })));
  outcomes[2] = outcome(where_known(candidate.political_ok, yes));
  outcomes[3] = outcome(where_known(candidate.ethnicity, [](const std::string& e) { return e != "01"; }));
  outcomes[4] = outcome(where_known(candidate.healthy, yes));
  outcomes[5] = outcome(where_known(candidate.birth_date, [&](Date birth) { return full_years(birth, as_of) <= 45; }));
  outcomes[6] = outcome(disjunction(
      conjunction(where_known(candidate.education, [](Education e) { return e >= Education::master; }),
                  where_known(candidate.profession_years, [](const Decimal& years) { return years >= Decimal(5); })),
      where_known(candidate.title_level, [](Title title) { return title >= Title::associate_senior; })));
  return policy::verdict_of(*std::max_element(outcomes, outcomes + 7));
}

}  // namespace tepei::benchmarks
