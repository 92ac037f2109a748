// The contract written down a second time, by hand: what a criterion says of a person whose facts are all known, and
// from that, by trying every completion, what it must say of anybody.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tepei/catalog/catalog.hpp"

namespace tepei::catalog::oracle {

using policy::Outcome;
using Person = std::map<std::string, Value>;
// For each fact, values that between them reach every outcome, whatever the other facts are.
using Candidates = std::map<std::string, std::vector<Value>>;

inline Date day(const char* text) {
  return Date::parse(text).value();
}

inline Outcome met_if(bool holds) {
  return holds ? Outcome::met : Outcome::not_met;
}

// What is read of a person whose facts are all known.
class Whole {
 public:
  explicit Whole(const Person& person) : person_(person) {}

  bool is(const std::string& fact) const { return *person_.at(fact).get_if<bool>(); }
  const std::string& text(const std::string& fact) const { return *person_.at(fact).text(); }
  Date date(const std::string& fact) const { return *person_.at(fact).get_if<Date>(); }
  const Decimal& number(const std::string& fact) const { return *person_.at(fact).get_if<Decimal>(); }
  // Whether the text is `least` or stands after it in the order of `ranks`.
  bool at_least(const std::string& fact, const char* least, const std::vector<std::string>& ranks) const {
    const auto rank = [&](const std::string& value) { return std::find(ranks.begin(), ranks.end(), value); };
    return rank(text(fact)) >= rank(least);
  }

 private:
  const Person& person_;
};

inline const std::vector<std::string> educations{"below_college", "college", "bachelor", "master", "doctor"};
inline const std::vector<std::string> titles{"none", "junior", "middle", "associate_senior", "senior"};

inline std::vector<Value> values_of(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

struct Expected {
  Outcome outcome = Outcome::undetermined;
  std::vector<std::string> missing;
};

// Judges every completion of the facts that a criterion reads; `judge` takes the completed `Whole`.
template <typename Judge>
Expected expected_of(Person person, const std::vector<std::string>& facts, const Candidates& candidates, Judge judge) {
  std::vector<std::string> open;
  for (const std::string& fact : facts) {
    if (person.count(fact) == 0) open.push_back(fact);
  }
  std::vector<std::size_t> places(open.size(), 0);
  for (const std::string& fact : open) person[fact] = candidates.at(fact).front();
  std::vector<Outcome> outcomes;
  for (bool more = true; more;) {
    outcomes.push_back(judge(Whole(person)));
    more = false;
    for (std::size_t i = 0; i < open.size() && !more; ++i) {
      const auto& values = candidates.at(open[i]);
      more = ++places[i] < values.size();
      if (!more) places[i] = 0;
      person[open[i]] = values[places[i]];
    }
  }
  Expected expected{outcomes.front(), {}};
  std::size_t stride = 1;
  for (const std::string& fact : open) {
    const std::size_t size = candidates.at(fact).size();
    bool decides = false;
    for (std::size_t i = 0; i < outcomes.size() && !decides; ++i) {
      decides = outcomes[i] != outcomes[i - (i / stride) % size * stride];
    }
    if (decides) expected.missing.push_back(fact);
    stride *= size;
  }
  if (!expected.missing.empty()) expected.outcome = Outcome::undetermined;
  return expected;
}

inline Date any_day(Date first, Date last) {
  return *Date::from_days(*rc::gen::inRange<std::int64_t>(first.days(), std::int64_t{last.days()} + 1));
}

// A person who knows about three facts in four, each one of its candidates.
inline Person any_person(const Candidates& candidates) {
  Person person;
  for (const auto& [fact, values] : candidates) {
    if (*rc::gen::inRange(0, 4) != 0) person[fact] = values[*rc::gen::inRange<std::size_t>(0, values.size())];
  }
  return person;
}

inline facts::Facts facts_of(const policy::Programme& programme, const Person& person) {
  facts::Facts facts = programme.facts();
  for (const auto& [fact, value] : person) facts.set(fact, value).value();
  return facts;
}

}  // namespace tepei::catalog::oracle
