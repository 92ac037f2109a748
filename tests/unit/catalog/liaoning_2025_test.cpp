// The Liaoning draft against the contract written down a second time, with unknown facts completed by brute force.
#include <rapidcheck/boost_test.h>

#include <boost/test/unit_test.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalog/oracle.hpp"
#include "catalog/retirement_schedule.hpp"

namespace tepei::catalog {

namespace {

using namespace oracle;

struct Ask {
  Date as_of;
  bool women_at_55 = false;
  bool soft_title = false;
  bool urgent_and_place = false;

  policy::Question question() const {
    return {"standard",
            as_of,
            {{"senior_title_women", women_at_55 ? "retire_at_55" : "retire_at_60"},
             {"title_requirement", soft_title ? "soft" : "hard"},
             {"relaxation_grounds", urgent_and_place ? "urgent_and_place" : "any"}}};
  }
};

// Birth dates on both sides of every place where the distance to retirement turns.
std::vector<Value> birth_dates(Date as_of) {
  std::vector<Value> dates{day("1930-01-01"), std::min(as_of, day("2010-01-01"))};
  for (const Schedule& schedule : {from_60, from_55, from_50}) {
    for (const int years : {5, 10}) {
      const Date first = first_birth(schedule, as_of, years);
      dates.insert(dates.end(), {first, *add_days(first, -1)});
    }
  }
  return dates;
}

Candidates candidates(Date as_of) {
  const std::vector<Value> either{true, false};
  Candidates all{{"birth_date", birth_dates(as_of)},
                 {"sex", values_of({"male", "female"})},
                 {"ethnicity", values_of({"01", "02", "56"})},
                 {"title_level", values_of(titles)},
                 {"work_start_date", {*add_years(as_of, -5), *add_days(*add_years(as_of, -5), 1), as_of}},
                 {"employer_type", values_of({"government_agency", "public_institution", "state_enterprise",
                                              "private_sector", "social_organization"})},
                 {"division", values_of({"210323", "210682", "210782", "210300", "150100"})},
                 {"former_grade", values_of({"excellent", "qualified", "unqualified", "not_assessed"})}};
  for (const char* fact : {"technical_post", "management_post", "former_trainee", "worker_post", "urgent_specialty",
                           "hardship_area", "frontline", "can_continue_after_retirement", "political_ok", "ethics_ok",
                           "academic_ok", "language_and_computer_ok", "healthy"}) {
    all[fact] = either;
  }
  return all;
}

Date retirement(const Whole& whole, const Ask& ask) {
  const Date birth = whole.date("birth_date");
  if (whole.text("sex") == "male") return statutory_date(from_60, birth);
  if (whole.is("worker_post")) return statutory_date(from_50, birth);
  const bool senior = whole.at_least("title_level", "associate_senior", titles);
  const std::string& employer = whole.text("employer_type");
  const bool state = employer == "government_agency" || employer == "public_institution";
  return statutory_date(senior && state && !ask.women_at_55 ? from_60 : from_55, birth);
}

Outcome retirement_distance(const Whole& whole, const Ask& ask) {
  const Date date = retirement(whole, ask);
  if (*add_years(ask.as_of, 10) <= date) return Outcome::met;
  const bool urgent = whole.is("urgent_specialty");
  const bool place = whole.is("hardship_area") || whole.is("frontline");
  const bool grounds = ask.urgent_and_place ? urgent && place : urgent || place;
  const bool relaxed = *add_years(ask.as_of, 5) <= date && whole.is("can_continue_after_retirement") && grounds;
  return relaxed ? Outcome::discretionary : Outcome::not_met;
}

Outcome employer(const Whole& whole, const Ask& /*ask*/) {
  const std::string& type = whole.text("employer_type");
  if (type == "social_organization") return Outcome::discretionary;
  return met_if(type != "government_agency");
}

Outcome title(const Whole& whole, const Ask& ask) {
  if (whole.at_least("title_level", "middle", titles)) return Outcome::met;
  return ask.soft_title ? Outcome::discretionary : Outcome::not_met;
}

struct Criterion {
  std::string id;
  std::vector<std::string> facts;  // in the order of the schema
  std::function<Outcome(const Whole&, const Ask&)> outcome;
};

Criterion attested(const std::string& id, const std::string& fact) {
  return {id, {fact}, [fact](const Whole& whole, const Ask&) { return met_if(whole.is(fact)); }};
}

Criterion soft(const std::string& id, const std::string& fact) {
  return {id, {fact}, [fact](const Whole& whole, const Ask&) {
            return whole.is(fact) ? Outcome::discretionary : Outcome::met;
          }};
}

const std::vector<Criterion>& contract() {
  static const std::vector<Criterion> all{
      {"scope_division",
       {"division"},
       [](const Whole& whole, const Ask&) {
         const std::string& code = whole.text("division");
         return met_if(code == "210323" || code == "210682" || code == "210782");
       }},
      {"employer_type", {"employer_type"}, employer},
      attested("technical_post", "technical_post"),
      {"ethnic_minority",
       {"ethnicity"},
       [](const Whole& whole, const Ask&) { return met_if(whole.text("ethnicity") != "01"); }},
      {"title_level", {"title_level"}, title},
      soft("not_management", "management_post"),
      soft("not_former_trainee", "former_trainee"),
      {"not_barred",
       {"former_grade"},
       [](const Whole& whole, const Ask&) { return met_if(whole.text("former_grade") != "unqualified"); }},
      attested("political", "political_ok"),
      attested("ethics", "ethics_ok"),
      attested("academic", "academic_ok"),
      {"work_years",
       {"work_start_date"},
       [](const Whole& whole, const Ask& ask) {
         return met_if(*add_years(whole.date("work_start_date"), 5) <= ask.as_of);
       }},
      {"retirement_distance",
       {"birth_date", "sex", "title_level", "employer_type", "worker_post", "urgent_specialty", "hardship_area",
        "frontline", "can_continue_after_retirement"},
       retirement_distance},
      attested("language_and_computer", "language_and_computer_ok"),
      attested("health", "healthy")};
  return all;
}

// Who never trained has no grade: where none is given, that settles it.
bool never_trained(const Person& person) {
  const auto trainee = person.find("former_trainee");
  return trainee != person.end() && !*trainee->second.get_if<bool>() && person.count("former_grade") == 0;
}

Expected expected(const Criterion& criterion, Person person, const Ask& ask, const Candidates& all) {
  if (criterion.id == "not_barred" && never_trained(person)) return {Outcome::met, {}};
  person.emplace("worker_post", false);  // the one fact with a default
  Expected found =
      expected_of(std::move(person), criterion.facts, all, [&](const Whole& w) { return criterion.outcome(w, ask); });
  // In the order of the schema.
  static const auto schema = facts::FactSchema::standard();
  std::sort(found.missing.begin(), found.missing.end(),
            [&](const auto& l, const auto& r) { return *schema->find(l) < *schema->find(r); });
  return found;
}

const policy::Programme& liaoning() {
  static const policy::Programme programme = catalog::programme("liaoning-2025-draft").value();
  return programme;
}

const policy::Finding& finding_of(const policy::Decision& decision, const std::string& criterion) {
  return *std::find_if(decision.findings.begin(), decision.findings.end(),
                       [&](const policy::Finding& finding) { return finding.criterion == criterion; });
}

bool any_bool() {
  return *rc::gen::arbitrary<bool>();
}

// Every woman and man of known or unknown sex, post, title and employer.
std::vector<Person> categories(const Candidates& all) {
  std::vector<Person> people{{}};
  for (const char* fact : {"sex", "worker_post", "title_level", "employer_type"}) {
    std::vector<Person> next = people;
    for (const Person& person : people) {
      for (const Value& value : all.at(fact)) {
        next.push_back(person);
        next.back()[fact] = value;
      }
    }
    people = std::move(next);
  }
  return people;
}

std::string described(const Person& person) {
  std::string known;
  for (const auto& [fact, value] : person) {
    const std::string* text = value.text();
    const bool* truth = value.get_if<bool>();
    if (text != nullptr) known += fact + " " + *text + ", ";
    if (truth != nullptr) known += fact + (*truth ? " true, " : " false, ");
  }
  return known;
}

void check_categories(const Person& rest, bool women_at_55) {
  const Ask ask{day("2025-06-01"), women_at_55, false, false};
  const Candidates all = candidates(ask.as_of);
  const Criterion& criterion = contract()[12];
  const policy::Query query = liaoning().eligibility.bind(ask.question()).value();
  for (Person person : categories(all)) {
    person.insert(rest.begin(), rest.end());
    const policy::Decision decision = query.decide(facts_of(liaoning(), person)).value();
    const policy::Finding& found = finding_of(decision, criterion.id);
    const Expected wanted = expected(criterion, person, ask, all);
    const std::string known = described(person);
    BOOST_TEST((found.outcome == wanted.outcome), known);
    BOOST_TEST_CONTEXT(known) {
      BOOST_TEST(found.missing == wanted.missing, boost::test_tools::per_element());
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(liaoning_2025_draft)

RC_BOOST_PROP(answers_as_the_contract_has_it, ()) {
  const Date as_of = any_bool() ? any_day(day("2024-01-01"), day("2031-12-31")) : day("2028-02-29");
  const Ask ask{as_of, any_bool(), any_bool(), any_bool()};
  const Candidates all = candidates(as_of);
  const Person person = any_person(all);
  const policy::Decision decision = liaoning().eligibility.check(facts_of(liaoning(), person), ask.question()).value();
  RC_ASSERT(decision.findings.size() == contract().size());
  Outcome worst = Outcome::met;
  for (std::size_t i = 0; i < contract().size(); ++i) {
    const policy::Finding& found = decision.findings[i];
    const Expected wanted = expected(contract()[i], person, ask, all);
    RC_ASSERT(found.criterion == contract()[i].id);
    RC_ASSERT(found.outcome == wanted.outcome);
    RC_ASSERT(found.missing == wanted.missing);
    RC_ASSERT(found.authority == (found.outcome == Outcome::discretionary ? "provincial_department" : ""));
    bool sensitive = false;
    for (bool Ask::*reading : {&Ask::women_at_55, &Ask::soft_title, &Ask::urgent_and_place}) {
      Ask other = ask;
      other.*reading = !(ask.*reading);
      sensitive = sensitive || expected(contract()[i], person, other, all).outcome != wanted.outcome;
    }
    RC_ASSERT(found.reading_sensitive == sensitive);
    worst = std::max(worst, found.outcome);
  }
  RC_ASSERT(decision.verdict == policy::verdict_of(worst));
}

BOOST_AUTO_TEST_CASE(categories_of_known_and_unknown_facts) {
  const Person relaxed{{"can_continue_after_retirement", true}, {"frontline", true}};
  for (const char* birth : {"1975-06-01", "1978-04-30", "1972-01-31"}) {
    Person rest = relaxed;
    rest["birth_date"] = day(birth);
    check_categories(rest, false);
  }
  check_categories({{"birth_date", day("1975-06-01")}, {"can_continue_after_retirement", false}}, true);
}

BOOST_AUTO_TEST_CASE(categories_of_somebody_whose_birth_date_is_unknown) {
  check_categories({{"can_continue_after_retirement", true},
                    {"urgent_specialty", false},
                    {"hardship_area", false},
                    {"frontline", true}},
                   false);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::catalog
