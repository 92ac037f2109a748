// The statutory retirement date of liaoning-2025-draft, which its pack computes from a table of constants.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "catalog/oracle.hpp"
#include "catalog/retirement_schedule.hpp"
#include "tepei/feel/expression.hpp"

namespace tepei::catalog {

namespace {

using namespace oracle;

struct Category {
  const char* name;
  Schedule schedule;
  Person person;  // the facts that put somebody into it
};

const std::vector<Category>& categories() {
  static const std::vector<Category> all{
      {"men", from_60, {{"sex", "male"}}},
      {"women from 55", from_55, {{"sex", "female"}, {"title_level", "middle"}}},
      {"women from 50", from_50, {{"sex", "female"}, {"worker_post", true}}},
      {"women of senior title",
       from_60,
       {{"sex", "female"}, {"title_level", "associate_senior"}, {"employer_type", "public_institution"}}}};
  return all;
}

const policy::Programme& liaoning() {
  static const policy::Programme programme = catalog::programme("liaoning-2025-draft").value();
  return programme;
}

policy::Finding distance(const Person& person, Date as_of) {
  const auto decision = liaoning().eligibility.check(facts_of(liaoning(), person), {"standard", as_of, {}}).value();
  for (const policy::Finding& finding : decision.findings) {
    if (finding.criterion == "retirement_distance") return finding;
  }
  return {};
}

// The date that the answer shows.
Date retirement_date(const Category& category, Date birth) {
  Person person = category.person;
  person["birth_date"] = birth;
  for (const policy::ValueRead& value : distance(person, day("2026-03-01")).values) {
    if (value.id == "retirement_date") return *value.value.get_if<Date>();
  }
  return {};
}

std::vector<unsigned> days_of(int year, unsigned month) {
  std::vector<unsigned> days{1, 15};
  for (unsigned last = 28; last <= 31; ++last) {
    if (Date::from_civil(year, month, last)) days.push_back(last);
  }
  return days;
}

void check_month(const Category& category, int year, unsigned month) {
  for (const unsigned of_month : days_of(year, month)) {
    const Date birth = *Date::from_civil(year, month, of_month);
    BOOST_TEST(retirement_date(category, birth).to_string() == statutory_date(category.schedule, birth).to_string(),
               category.name << " born " << birth.to_string());
  }
}

void check_dates(const Category& category, const std::vector<std::pair<const char*, const char*>>& dates) {
  for (const auto& [birth, retires] : dates) {
    BOOST_TEST(retirement_date(category, day(birth)).to_string() == retires, category.name << " born " << birth);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(retirement)

BOOST_AUTO_TEST_CASE(first_and_last_month_of_every_step) {
  for (const Category& category : categories()) {
    const Schedule& schedule = category.schedule;
    for (int step = 0; step <= schedule.most; ++step) {
      const int first = schedule.first_year * 12 + step * schedule.step;
      for (const int month : {first - 1, first, first + schedule.step - 1}) {
        check_month(category, month / 12, static_cast<unsigned>(month % 12 + 1));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(dates_of_the_law) {
  // Before the first affected month; its first and last; the last before the cap; the first capped and later.
  check_dates(categories()[0], {{"1964-12-31", "2024-12-31"},
                                {"1965-01-01", "2025-02-01"},
                                {"1965-04-30", "2025-05-30"},
                                {"1965-05-01", "2025-07-01"},
                                {"1967-05-12", "2028-01-12"},
                                {"1976-08-01", "2039-07-01"},
                                {"1976-09-01", "2039-09-01"},
                                {"1990-06-15", "2053-06-15"}});
  check_dates(categories()[1], {{"1969-12-31", "2024-12-31"},
                                {"1970-01-31", "2025-02-28"},
                                {"1975-06-01", "2031-11-01"},
                                {"1981-08-01", "2039-07-01"},
                                {"1981-09-01", "2039-09-01"},
                                {"2000-02-29", "2058-02-28"}});
  check_dates(categories()[2], {{"1974-12-01", "2024-12-01"},
                                {"1975-01-01", "2025-02-01"},
                                {"1975-02-28", "2025-03-28"},
                                {"1975-03-31", "2025-05-31"},
                                {"1984-10-01", "2039-09-01"},
                                {"1984-11-01", "2039-11-01"}});
  check_dates(categories()[3], {{"1975-06-01", "2038-02-01"}});
}

BOOST_AUTO_TEST_CASE(births_long_before_the_schedule) {
  check_dates(categories()[0],
              {{"1899-12-31", "1959-12-31"}, {"1900-01-01", "1960-01-01"}, {"1964-09-15", "2024-09-15"}});
}

// Section 1.3 of the domain facts: the first birth months that are far enough from retirement.
BOOST_AUTO_TEST_CASE(vectors_of_ten_and_five_years) {
  struct Vector {
    const char* as_of;
    const char* births[3][2];  // by category, ten years and five
  };
  const std::vector<Vector> vectors{
      {"2025-03-01", {{"1973-02-01", "1969-02-01"}, {"1978-02-01", "1974-02-01"}, {"1981-10-01", "1978-06-01"}}},
      {"2025-06-01", {{"1973-05-01", "1969-05-01"}, {"1978-05-01", "1974-05-01"}, {"1981-12-01", "1978-08-01"}}},
      {"2026-03-01", {{"1973-12-01", "1969-12-01"}, {"1978-12-01", "1974-12-01"}, {"1982-06-01", "1979-02-01"}}}};
  const Person relaxed{{"can_continue_after_retirement", true}, {"frontline", true}};
  for (const Vector& vector : vectors) {
    for (std::size_t i = 0; i < 3; ++i) {
      const auto outcome = [&](Date birth) {
        Person person = categories()[i].person;
        person.insert(relaxed.begin(), relaxed.end());
        person["birth_date"] = birth;
        return distance(person, day(vector.as_of)).outcome;
      };
      BOOST_TEST_CONTEXT(vector.as_of << " " << categories()[i].name) {
        const Date ten = day(vector.births[i][0]);
        const Date five = day(vector.births[i][1]);
        BOOST_TEST((outcome(ten) == Outcome::met));
        BOOST_TEST((outcome(*add_months(ten, -1)) == Outcome::discretionary));
        BOOST_TEST((outcome(five) == Outcome::discretionary));
        BOOST_TEST((outcome(*add_months(five, -1)) == Outcome::not_met));
        BOOST_TEST(first_birth(categories()[i].schedule, day(vector.as_of), 10).to_string() == ten.to_string());
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::catalog
