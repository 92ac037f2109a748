// The built-in pack against the contract written down a second time, by hand, with unknown facts completed by brute
// force: outcome, missing facts and verdict must agree for any person, track, day and reading.
#include <rapidcheck/boost_test.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tepei/catalog/catalog.hpp"

namespace tepei::catalog {

namespace {

using policy::Outcome;
using Person = std::map<std::string, Value>;

// Values that between them reach every outcome of every criterion, whatever the other facts are.
const std::map<std::string, std::vector<Value>>& candidates() {
  const auto date = [](const char* text) { return Value(Date::parse(text).value()); };
  const auto number = [](const char* text) { return Value(Decimal::parse(text).value()); };
  static const std::map<std::string, std::vector<Value>> all{
      {"birth_date", {date("1950-01-01"), date("2020-01-01")}},
      {"ethnicity", {"01", "02", "56"}},
      {"education", {"below_college", "college", "bachelor", "master", "doctor"}},
      {"title_level", {"none", "junior", "middle", "associate_senior", "senior"}},
      {"profession_years", {number("0"), number("3.99"), number("4"), number("4.99"), number("5"), number("30")}},
      {"employer_level", {"township", "county", "city", "region"}},
      {"division", {"150100", "150402", "150781", "152501", "152201", "152900", "210323", "110101"}},
      {"political_ok", {true, false}},
      {"healthy", {true, false}}};
  return all;
}

struct Ask {
  std::string track;
  Date as_of;
  bool to_the_birthday = false;
  bool day_after = false;
  bool education_always = false;

  policy::Question question() const {
    return {track,
            as_of,
            {{"age_limit", to_the_birthday ? "to_the_birthday" : "through_the_year"},
             {"birthday_counts", day_after ? "day_after" : "on_the_day"},
             {"or_scope", education_always ? "education_always" : "either"}}};
  }
};

// What a criterion reads of a person whose facts are all known.
class Known {
 public:
  Known(const Person& person, const Ask& ask) : person_(person), ask_(ask) {}

  bool is(const std::string& fact) const { return *person_.at(fact).get_if<bool>(); }
  const std::string& text(const std::string& fact) const { return *person_.at(fact).text(); }
  bool at_least(const std::string& fact, const char* value) const {
    return rank(fact, text(fact)) >= rank(fact, value);
  }
  bool years(int least) const { return *person_.at("profession_years").get_if<Decimal>() >= Decimal(least); }

  bool in_region() const { return text("division").substr(0, 2) == "15"; }
  bool in_east() const {
    static const std::set<std::string> east{"1504", "1505", "1507", "1522", "1525"};
    return east.count(text("division").substr(0, 4)) != 0;
  }
  bool young(int limit) const {
    const Date birth = *person_.at("birth_date").get_if<Date>();
    if (ask_.to_the_birthday) return birth >= *add_years(ask_.as_of, -limit);
    return full_years(birth, ask_.day_after ? *add_days(ask_.as_of, -1) : ask_.as_of) <= limit;
  }
  bool educated(const char* education, int least_years, const char* title) const {
    const bool degree = at_least("education", education);
    const bool titled = at_least("title_level", title);
    return ask_.education_always ? degree && (years(least_years) || titled) : (degree && years(least_years)) || titled;
  }

 private:
  static std::size_t rank(const std::string& fact, const std::string& value) {
    const auto& values = candidates().at(fact);
    return static_cast<std::size_t>(
        std::find_if(values.begin(), values.end(), [&](const Value& v) { return *v.text() == value; }) -
        values.begin());
  }

  const Person& person_;
  const Ask& ask_;
};

struct Criterion {
  std::string id;
  std::vector<std::string> facts;  // in the order of the schema
  bool (*met)(const Known&);
};

const std::vector<Criterion>& contract(const std::string& track) {
  static const Criterion territory{"territory", {"division"}, [](const Known& k) { return k.in_region(); }};
  static const Criterion political{"political", {"political_ok"}, [](const Known& k) { return k.is("political_ok"); }};
  static const Criterion health{"health", {"healthy"}, [](const Known& k) { return k.is("healthy"); }};
  static const std::vector<std::string> schooling{"education", "title_level", "profession_years"};
  static const std::map<std::string, std::vector<Criterion>> tracks{
      {"northeast", {{"division", {"division"}, [](const Known& k) { return k.in_east(); }}, political}},
      {"outside",
       {territory,
        {"division",
         {"employer_level", "division"},
         [](const Known& k) { return !k.in_east() || k.text("employer_level") == "region"; }},
        political,
        {"ethnic_minority", {"ethnicity"}, [](const Known& k) { return k.text("ethnicity") != "01"; }},
        health,
        {"age", {"birth_date"}, [](const Known& k) { return k.young(45); }},
        {"education_or_title", schooling, [](const Known& k) { return k.educated("master", 5, "associate_senior"); }}}},
      {"inside",
       {territory,
        {"employer_level",
         {"employer_level"},
         [](const Known& k) { return k.text("employer_level") == "township" || k.text("employer_level") == "county"; }},
        political,
        health,
        {"age", {"birth_date"}, [](const Known& k) { return k.young(35); }},
        {"education_or_title", schooling, [](const Known& k) { return k.educated("bachelor", 4, "middle"); }}}}};
  return tracks.at(track);
}

// Every completion of a person's unknown facts, as far as the criterion reads them.
std::vector<Person> completions(const Person& person, const std::vector<std::string>& facts) {
  std::vector<Person> all{person};
  for (const std::string& fact : facts) {
    if (person.count(fact) != 0) continue;
    std::vector<Person> next;
    for (const Person& so_far : all) {
      for (const Value& value : candidates().at(fact)) {
        next.push_back(so_far);
        next.back()[fact] = value;
      }
    }
    all = std::move(next);
  }
  return all;
}

struct Expected {
  Outcome outcome = Outcome::undetermined;
  std::vector<std::string> missing;
};

Expected expected_of(const Criterion& criterion, const Person& person, const Ask& ask) {
  const auto met = [&](const Person& whole) { return criterion.met(Known(whole, ask)); };
  const auto all = completions(person, criterion.facts);
  const bool some = std::any_of(all.begin(), all.end(), met);
  if (some == std::all_of(all.begin(), all.end(), met)) return {some ? Outcome::met : Outcome::not_met, {}};
  Expected open;
  for (const std::string& fact : criterion.facts) {
    if (person.count(fact) != 0) continue;
    const bool decides = std::any_of(all.begin(), all.end(), [&](Person whole) {
      const bool before = met(whole);
      const auto& values = candidates().at(fact);
      return std::any_of(values.begin(), values.end(), [&](const Value& value) {
        whole[fact] = value;
        return met(whole) != before;
      });
    });
    if (decides) open.missing.push_back(fact);
  }
  return open;
}

Date any_date(int first_year, int last_year) {
  const auto first = Date::from_civil(first_year, 1, 1)->days();
  const auto last = Date::from_civil(last_year, 12, 31)->days();
  return *Date::from_days(*rc::gen::inRange<std::int64_t>(first, last + 1));
}

// Birthdays near the limits more often than chance would have them.
Date any_birth_date(Date as_of) {
  if (*rc::gen::arbitrary<bool>()) return std::min(any_date(1950, 2020), as_of);
  const Date anniversary = *add_years(as_of, -*rc::gen::element(35, 36, 45, 46));
  return *add_days(anniversary, *rc::gen::inRange(-2, 3));
}

Person any_person(Date as_of) {
  Person person;
  for (const auto& [fact, values] : candidates()) {
    if (*rc::gen::inRange(0, 4) == 0) continue;
    person[fact] =
        fact == "birth_date" ? Value(any_birth_date(as_of)) : values[*rc::gen::inRange<std::size_t>(0, values.size())];
  }
  return person;
}

Ask any_ask() {
  Ask ask;
  ask.track = *rc::gen::element<std::string>("northeast", "outside", "inside");
  ask.as_of =
      *rc::gen::arbitrary<bool>() ? any_date(2021, 2030) : *Date::from_civil(2028, 2, *rc::gen::element(28U, 29U));
  ask.to_the_birthday = *rc::gen::arbitrary<bool>();
  ask.day_after = *rc::gen::arbitrary<bool>();
  ask.education_always = *rc::gen::arbitrary<bool>();
  return ask;
}

void check_finding(const policy::Finding& found, const Criterion& criterion, const Person& person, const Ask& ask) {
  const Expected expected = expected_of(criterion, person, ask);
  RC_ASSERT(found.criterion == criterion.id);
  RC_ASSERT(found.outcome == expected.outcome);
  RC_ASSERT(found.missing == expected.missing);
  bool sensitive = false;
  for (bool Ask::*reading : {&Ask::to_the_birthday, &Ask::day_after, &Ask::education_always}) {
    Ask other = ask;
    other.*reading = !(ask.*reading);
    sensitive = sensitive || expected_of(criterion, person, other).outcome != expected.outcome;
  }
  RC_ASSERT(found.reading_sensitive == sensitive);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(inner_mongolia_2025)

RC_BOOST_PROP(answers_as_the_contract_has_it, ()) {
  static const policy::Programme programme = catalog::programme("inner-mongolia-2025").value();
  const Ask ask = any_ask();
  const Person person = any_person(ask.as_of);
  facts::Facts facts = programme.facts();
  for (const auto& [fact, value] : person) facts.set(fact, value).value();

  const policy::Decision decision = programme.eligibility.check(facts, ask.question()).value();
  const auto& criteria = contract(ask.track);
  const bool northeast = ask.track == "northeast";
  RC_ASSERT(decision.findings.size() == criteria.size() + (northeast ? 1 : 0));
  Outcome worst = northeast ? Outcome::undetermined : Outcome::met;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    check_finding(decision.findings[i], criteria[i], person, ask);
    worst = std::max(worst, decision.findings[i].outcome);
  }
  RC_ASSERT(decision.verdict == policy::verdict_of(worst));
  const bool open = worst == Outcome::undetermined;
  RC_ASSERT(decision.missing_documents.size() == (northeast && open ? 1U : 0U));
  if (!open) RC_ASSERT(decision.missing.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::catalog
