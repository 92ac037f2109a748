// The notice of 2022 against the contract written down a second time, with unknown facts completed by brute force.
#include <rapidcheck/boost_test.h>

#include <boost/test/unit_test.hpp>
#include <functional>
#include <string>
#include <vector>

#include "catalog/oracle.hpp"

namespace tepei::catalog {

namespace {

using namespace oracle;

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

Candidates candidates(Date as_of) {
  Candidates all{{"ethnicity", values_of({"01", "02", "56"})},
                 {"education", values_of(educations)},
                 {"title_level", values_of(titles)},
                 {"employer_level", values_of({"township", "county", "city", "region"})},
                 {"division", values_of({"150100", "150402", "152900", "210323"})}};
  for (const char* years : {"0", "4.99", "5", "7.99", "8", "30"}) {
    all["profession_years"].emplace_back(Decimal::parse(years).value());
  }
  all["birth_date"] = {day("1950-01-01"), std::min(as_of, day("2015-01-01"))};
  for (const int years : {-35, -36, -45, -46}) {
    for (const int days : {-1, 0, 1}) all["birth_date"].emplace_back(*add_days(*add_years(as_of, years), days));
  }
  for (const char* fact : {"political_ok", "ethics_ok", "healthy", "no_bad_habits"}) all[fact] = {true, false};
  return all;
}

bool young(const Whole& whole, const Ask& ask, int limit) {
  const Date birth = whole.date("birth_date");
  if (ask.to_the_birthday) return birth >= *add_years(ask.as_of, -limit);
  return full_years(birth, ask.day_after ? *add_days(ask.as_of, -1) : ask.as_of) <= limit;
}

bool educated(const Whole& whole, const Ask& ask, const char* education, int least_years, const char* title) {
  const bool degree = whole.at_least("education", education, educations);
  const bool years = whole.number("profession_years") >= Decimal(least_years);
  const bool titled = whole.at_least("title_level", title, titles);
  return ask.education_always ? degree && (years || titled) : (degree && years) || titled;
}

struct Criterion {
  std::string id;
  std::vector<std::string> facts;  // in the order of the schema
  std::function<bool(const Whole&, const Ask&)> met;
};

std::vector<Criterion> contract(const std::string& track) {
  const bool outside = track == "outside";
  const Criterion territory{
      "territory", {"division"}, [](const Whole& w, const Ask&) { return w.text("division").substr(0, 2) == "15"; }};
  const Criterion political{"political", {"political_ok", "ethics_ok"}, [](const Whole& w, const Ask&) {
                              return w.is("political_ok") && w.is("ethics_ok");
                            }};
  const Criterion health{"health", {"healthy", "no_bad_habits"}, [](const Whole& w, const Ask&) {
                           return w.is("healthy") && w.is("no_bad_habits");
                         }};
  const Criterion age{
      "age", {"birth_date"}, [outside](const Whole& w, const Ask& ask) { return young(w, ask, outside ? 45 : 35); }};
  const Criterion schooling{"education_or_title",
                            {"education", "title_level", "profession_years"},
                            [outside](const Whole& w, const Ask& ask) {
                              return outside ? educated(w, ask, "master", 8, "associate_senior")
                                             : educated(w, ask, "bachelor", 5, "middle");
                            }};
  if (outside) {
    const Criterion minority{
        "ethnic_minority", {"ethnicity"}, [](const Whole& w, const Ask&) { return w.text("ethnicity") != "01"; }};
    return {territory, political, minority, health, age, schooling};
  }
  const Criterion origin{
      "origin", {"employer_level"}, [](const Whole& w, const Ask&) { return w.text("employer_level") != "region"; }};
  return {territory, origin, political, health, age, schooling};
}

Expected expected(const Criterion& criterion, const Person& person, const Ask& ask, const Candidates& all) {
  return expected_of(person, criterion.facts, all, [&](const Whole& w) { return met_if(criterion.met(w, ask)); });
}

bool any_bool() {
  return *rc::gen::arbitrary<bool>();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(inner_mongolia_2022)

RC_BOOST_PROP(answers_as_the_contract_has_it, ()) {
  static const policy::Programme programme = catalog::programme("inner-mongolia-2022").value();
  const Date as_of = any_bool() ? any_day(day("2021-01-01"), day("2026-12-31")) : day("2024-02-29");
  const Ask ask{any_bool() ? "outside" : "inside", as_of, any_bool(), any_bool(), any_bool()};
  const Candidates all = candidates(as_of);
  const Person person = any_person(all);
  const policy::Decision decision = programme.eligibility.check(facts_of(programme, person), ask.question()).value();
  const std::vector<Criterion> criteria = contract(ask.track);
  RC_ASSERT(decision.findings.size() == criteria.size());
  Outcome worst = Outcome::met;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const policy::Finding& found = decision.findings[i];
    const Expected wanted = expected(criteria[i], person, ask, all);
    RC_ASSERT(found.criterion == criteria[i].id);
    RC_ASSERT(found.outcome == wanted.outcome);
    RC_ASSERT(found.missing == wanted.missing);
    bool sensitive = false;
    for (bool Ask::*reading : {&Ask::to_the_birthday, &Ask::day_after, &Ask::education_always}) {
      Ask other = ask;
      other.*reading = !(ask.*reading);
      sensitive = sensitive || expected(criteria[i], person, other, all).outcome != wanted.outcome;
    }
    RC_ASSERT(found.reading_sensitive == sensitive);
    worst = std::max(worst, found.outcome);
  }
  RC_ASSERT(decision.verdict == policy::verdict_of(worst));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::catalog
