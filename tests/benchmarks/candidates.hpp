// A thousand made-up candidates, 2 % of their facts unknown, in both forms: for tepei and for the hand-written
// comparator.
#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "hand_written.hpp"
#include "tepei/catalog/catalog.hpp"
#include "tepei/policy/programme.hpp"

namespace tepei::benchmarks {

inline const Date as_of = *Date::from_civil(2025, 3, 21);

struct Candidates {
  std::vector<facts::Facts> facts;
  std::vector<Candidate> by_hand;
};

namespace detail {

// Sets a fact in both forms, but for one in fifty.
template <typename Field>
void set(facts::Facts& facts, const char* name, std::optional<Field>& field, Field value, const Value& given,
         std::mt19937& random) {
  if (random() % 50 == 0) return;
  field = std::move(value);
  facts.set(name, given).value();
}

}  // namespace detail

inline Candidates make_candidates(const policy::Programme& programme, std::size_t count) {
  using detail::set;
  static constexpr const char* divisions[] = {"150102", "150402", "150521", "150622", "152221", "152921", "210323"};
  static constexpr const char* educations[] = {"below_college", "college", "bachelor", "master", "doctor"};
  static constexpr const char* titles[] = {"none", "junior", "middle", "associate_senior", "senior"};
  static constexpr const char* levels[] = {"township", "county", "city", "region"};
  static constexpr const char* groups[] = {"01", "02", "11", "31"};
  std::mt19937 random(2025);
  Candidates made;
  for (std::size_t i = 0; i < count; ++i) {
    facts::Facts facts = programme.facts();
    Candidate hand;
    const auto pick = [&](std::size_t below) { return random() % below; };
    const std::string division = divisions[pick(7)];
    set(facts, "division", hand.division, division, Value(division), random);
    const std::size_t level = pick(4);
    set(facts, "employer_level", hand.employer_level, static_cast<Level>(level), Value(levels[level]), random);
    const bool political = pick(30) != 0;
    set(facts, "political_ok", hand.political_ok, political, Value(political), random);
    const std::string group = groups[pick(4)];
    set(facts, "ethnicity", hand.ethnicity, group, Value(group), random);
    const bool healthy = pick(30) != 0;
    set(facts, "healthy", hand.healthy, healthy, Value(healthy), random);
    const Date birth = *Date::from_days(static_cast<std::int64_t>(1000 + pick(9000)));
    set(facts, "birth_date", hand.birth_date, birth, Value(birth), random);
    const std::size_t education = pick(5);
    set(facts, "education", hand.education, static_cast<Education>(education), Value(educations[education]), random);
    const Decimal years = Decimal::scaled(static_cast<std::int64_t>(pick(300)), -1);
    set(facts, "profession_years", hand.profession_years, years, Value(years), random);
    const std::size_t title = pick(5);
    set(facts, "title_level", hand.title_level, static_cast<Title>(title), Value(titles[title]), random);
    made.facts.push_back(std::move(facts));
    made.by_hand.push_back(std::move(hand));
  }
  return made;
}

}  // namespace tepei::benchmarks
