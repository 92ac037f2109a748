// Criteria that no single table or threshold holds: facts compared with each other, numbers and dates that do not move
// one way, conditions that give null, many facts in one criterion, derived facts, readings.
#include <cmath>

#include "batch/reference_person.hpp"
#include "batch/sample_policy.hpp"

namespace tepei::batch::test {
namespace {

using policy::Outcome;

constexpr auto as_of_text = "2024-02-29";

Date as_of() {
  return Date::parse(as_of_text).value();
}

// A criterion as written, and its second reading.
struct Written {
  policy::Criterion criterion;
  CriterionReference reference;
};

std::vector<policy::Rule> when(const char* condition) {
  return {{condition, Outcome::met, {}}};
}

// For criteria whose every fact is known; unknown ones are completed.
Written complete(std::string id, std::vector<policy::Rule> rules, std::vector<std::string> facts,
                 std::function<Outcome(const Person&)> answer) {
  return {criterion(id, std::move(rules)), {id, std::move(facts), false, std::move(answer)}};
}

Written complete(std::string id, const char* condition, std::vector<std::string> facts, bool (*holds)(const Person&)) {
  return complete(std::move(id), when(condition), std::move(facts),
                  [holds](const Person& p) { return met_if(holds(p)); });
}

// For criteria whose second reading takes unknown facts itself.
Written exact(std::string id, const char* condition, std::function<Maybe(const Person&)> holds) {
  return {criterion(id, when(condition)),
          {id, {}, true, [holds = std::move(holds)](const Person& p) { return met_if(holds(p)); }}};
}

const Decimal& years(const Person& p) {
  return p.number("profession_years");
}

std::vector<Written> facts_together() {
  return {
      complete("two_dates", "work_start_date > birth_date", {"work_start_date", "birth_date"},
               [](const Person& p) { return p.day("work_start_date") > p.day("birth_date"); }),
      complete("two_texts", "division = field", {"division", "field"},
               [](const Person& p) { return p.text("division") == p.text("field"); }),
      complete("date_and_number", "full years(work_start_date, as_of) > profession_years",
               {"work_start_date", "profession_years"},
               [](const Person& p) { return Decimal(full_years(p.day("work_start_date"), as_of())) > years(p); }),
      exact("two_booleans", "healthy != political_ok",
            [](const Person& p) {
              if (!p.knows("healthy") || !p.knows("political_ok")) return Maybe();
              return Maybe(p.yes("healthy") != p.yes("political_ok"));
            }),
  };
}

std::vector<Written> odd_numbers() {
  return {
      complete("even", "modulo(profession_years, 2) = 0", {"profession_years"},
               [](const Person& p) { return *Decimal::modulo(years(p), 2) == Decimal(0); }),
      exact("between", "profession_years between 4 and 8",
            [](const Person& p) {
              return p.holds("profession_years", [&] { return years(p) >= Decimal(4) && years(p) <= Decimal(8); });
            }),
      complete("one_of", "floor(profession_years) in (4, 5, 8)", {"profession_years"},
               [](const Person& p) {
                 const Decimal floor = *years(p).round(0, Decimal::Rounding::floor);
                 return floor == Decimal(4) || floor == Decimal(5) || floor == Decimal(8);
               }),
      exact("exactly", "profession_years = 5",
            [](const Person& p) { return p.holds("profession_years", [&] { return years(p) == Decimal(5); }); }),
      complete("quotient", when("profession_years / (profession_years - 5) > 2"), {"profession_years"},
               [](const Person& p) {
                 if (years(p) == Decimal(5)) return Outcome::undetermined;  // a division by zero gives null
                 const Decimal rest = *Decimal::subtract(years(p), 5);
                 return met_if(*Decimal::divide(years(p), rest) > Decimal(2));
               }),
      complete("steps",
               {{"profession_years < 3", Outcome::not_met, {}},
                {"profession_years in [3..5)", Outcome::discretionary, {}},
                {"profession_years >= 5 and healthy", Outcome::met, {}}},
               {"profession_years", "healthy"},
               [](const Person& p) {
                 if (years(p) < Decimal(3)) return Outcome::not_met;
                 if (years(p) < Decimal(5)) return Outcome::discretionary;
                 return met_if(p.yes("healthy"));
               }),
  };
}

std::vector<Written> odd_dates_and_texts() {
  return {
      complete("leap_day", "work_start_date.month = 2 and work_start_date.day = 29", {"work_start_date"},
               [](const Person& p) {
                 return p.day("work_start_date").month() == 2 && p.day("work_start_date").day() == 29;
               }),
      exact("anniversary", "work_start_date + duration(\"P5Y\") <= as_of",
            [](const Person& p) {
              return p.holds("work_start_date", [&] { return *add_years(p.day("work_start_date"), 5) <= as_of(); });
            }),
      exact("text_part", "starts with(field, \"a\")",
            [](const Person& p) { return p.holds("field", [&] { return p.text("field").substr(0, 1) == "a"; }); }),
      exact("code_listed", "division in (\"150781\", \"152501\", \"110101\")",
            [](const Person& p) {
              return p.holds("division", [&] {
                return p.text("division") == "150781" || p.text("division") == "152501" ||
                       p.text("division") == "110101";
              });
            }),
  };
}

// Each fact is read once, so that Kleene's logic is exact.
Maybe many_hold(const Person& p) {
  const Maybe schooled = both(p.ranks("education", 2), negated(p.ranks("title_level", 3)));
  const Maybe employed = either(p.is("employer_type", "state_enterprise"), p.ranks("employer_level", 1));
  const Maybe person = both(p.is("sex", "female"), negated(p.is("ethnicity", "01")));
  const Maybe graded = both(p.is("former_grade", "excellent"), p.truth("former_trainee"));
  return either(both(both(schooled, employed), person), graded);
}

std::vector<Written> many_facts() {
  return {
      exact("many",
            "education >= \"bachelor\" and title_level < \"associate_senior\" and (employer_type = "
            "\"state_enterprise\" or employer_level >= \"county\") and sex = \"female\" and ethnicity != \"01\" or "
            "former_grade = \"excellent\" and former_trainee",
            many_hold),
      exact("ordered", "title_level > \"junior\" and title_level <= \"associate_senior\"",
            [](const Person& p) { return both(p.ranks("title_level", 2), negated(p.ranks("title_level", 4))); }),
      complete("if_known", "if former_trainee then former_grade in (\"excellent\", \"qualified\") else true",
               {"former_trainee", "former_grade"},
               [](const Person& p) {
                 return !p.yes("former_trainee") || p.member("former_grade") == "excellent" ||
                        p.member("former_grade") == "qualified";
               }),
      exact("default", "not(worker_post)", [](const Person& p) { return negated(p.truth("worker_post")); }),
      exact("always", "frontline or not(frontline)", [](const Person&) { return Maybe(true); }),
  };
}

std::vector<Written> derived_and_readings(bool first_option) {
  return {
      complete("derived",
               {{"age <= 45 and service >= 5", Outcome::met, {}}, {"age - service < 18", Outcome::discretionary, {}}},
               {"birth_date", "work_start_date"},
               [](const Person& p) {
                 const auto age = full_years(p.day("birth_date"), as_of());
                 const auto service = full_years(p.day("work_start_date"), as_of());
                 if (age <= 45 && service >= 5) return Outcome::met;
                 return age - service < 18 ? Outcome::discretionary : Outcome::not_met;
               }),
      exact("reading", "if or_scope = \"either\" then healthy or no_bad_habits else healthy and no_bad_habits",
            [first_option](const Person& p) {
              return first_option ? either(p.truth("healthy"), p.truth("no_bad_habits"))
                                  : both(p.truth("healthy"), p.truth("no_bad_habits"));
            }),
  };
}

Subject subject_of(bool first_option) {
  policy::EligibilityDefinition definition;
  definition.facts = facts::FactSchema::standard();
  definition.tracks = {{"only", {"唯一", "only"}}};
  definition.readings = {{"or_scope", {{"either", {}}, {"education_always", {}}}, {}, ""}};
  definition.derived = {{"age", {}, "full years(birth_date, as_of)", ""},
                        {"service", {}, "full years(work_start_date, as_of)", ""}};
  std::vector<policy::Criterion> criteria;
  std::vector<CriterionReference> references;
  for (auto& part :
       {facts_together(), odd_numbers(), odd_dates_and_texts(), many_facts(), derived_and_readings(first_option)}) {
    for (const Written& written : part) {
      criteria.push_back(written.criterion);
      references.push_back(written.reference);
    }
  }
  definition.eligibility = {{"only", std::move(criteria)}};
  const policy::Question question{"only", as_of(), {{"or_scope", first_option ? "either" : "education_always"}}};
  return {std::string("awkward, or_scope ") + (first_option ? "either" : "education_always"),
          policy::Eligibility::build(std::move(definition)).value().bind(question).value(),
          {"birth_date", "sex", "ethnicity", "education", "title_level", "work_start_date", "profession_years",
           "employer_type", "employer_level", "division", "former_trainee", "former_grade", "worker_post", "frontline",
           "political_ok", "healthy", "no_bad_habits", "field"},
          std::move(references)};
}

}  // namespace

const std::vector<Subject>& awkward_subjects() {
  static const std::vector<Subject> all{subject_of(true), subject_of(false)};
  return all;
}

}  // namespace tepei::batch::test
