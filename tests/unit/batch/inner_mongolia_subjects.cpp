// The criteria of inner-mongolia-2025 by hand from the contract, section 3, for unknown facts too.
#include <set>

#include "batch/reference_person.hpp"
#include "tepei/catalog/catalog.hpp"

namespace tepei::batch::test {
namespace {

using policy::Outcome;

struct Ask {
  const char* track;
  const char* as_of;
  bool to_the_birthday;
  bool day_after;
  bool education_always;

  Date day() const { return Date::parse(as_of).value(); }
  policy::Question question() const {
    return {track,
            day(),
            {{"age_limit", to_the_birthday ? "to_the_birthday" : "through_the_year"},
             {"birthday_counts", day_after ? "day_after" : "on_the_day"},
             {"or_scope", education_always ? "education_always" : "either"}}};
  }
};

Maybe in_region(const Person& p) {
  return p.holds("division", [&] { return p.text("division").substr(0, 2) == "15"; });
}

Maybe in_east(const Person& p) {
  static const std::set<std::string> east{"1504", "1505", "1507", "1522", "1525"};
  return p.holds("division", [&] { return east.count(p.text("division").substr(0, 4)) != 0; });
}

Maybe young(const Person& p, const Ask& ask, int limit) {
  return p.holds("birth_date", [&] {
    const Date birth = p.day("birth_date");
    if (ask.to_the_birthday) return birth >= *add_years(ask.day(), -limit);
    return full_years(birth, ask.day_after ? *add_days(ask.day(), -1) : ask.day()) <= limit;
  });
}

// Ranks from 0: below_college, college, bachelor, master, doctor; none, junior, middle, associate_senior, senior.
Maybe educated(const Person& p, const Ask& ask, int education, int years, int title) {
  const Maybe degree = p.ranks("education", education);
  const Maybe long_enough = p.holds("profession_years", [&] { return p.number("profession_years") >= Decimal(years); });
  const Maybe titled = p.ranks("title_level", title);
  return ask.education_always ? both(degree, either(long_enough, titled)) : either(both(degree, long_enough), titled);
}

CriterionReference one(std::string id, std::function<Maybe(const Person&)> holds) {
  return {std::move(id), {}, true, [holds = std::move(holds)](const Person& p) { return met_if(holds(p)); }};
}

CriterionReference attested(std::string id, const std::string& fact) {
  return one(std::move(id), [fact](const Person& p) { return p.truth(fact); });
}

std::vector<CriterionReference> outside(const Ask& ask) {
  return {
      one("territory", in_region),
      one("division", [](const Person& p) { return either(negated(in_east(p)), p.is("employer_level", "region")); }),
      attested("political", "political_ok"),
      one("ethnic_minority", [](const Person& p) { return negated(p.is("ethnicity", "01")); }),
      attested("health", "healthy"),
      one("age", [ask](const Person& p) { return young(p, ask, 45); }),
      one("education_or_title", [ask](const Person& p) { return educated(p, ask, 3, 5, 3); })};
}

std::vector<CriterionReference> inside(const Ask& ask) {
  return {one("territory", in_region),
          one("employer_level", [](const Person& p) { return negated(p.ranks("employer_level", 2)); }),
          attested("political", "political_ok"),
          attested("health", "healthy"),
          one("age", [ask](const Person& p) { return young(p, ask, 35); }),
          one("education_or_title", [ask](const Person& p) { return educated(p, ask, 2, 4, 2); })};
}

std::vector<CriterionReference> northeast() {
  return {one("division", in_east), attested("political", "political_ok"),
          one("northeast_measures", [](const Person&) { return Maybe(); })};
}

Subject subject_of(const policy::Programme& programme, const Ask& ask) {
  const std::string track = ask.track;
  return {track + " as of " + ask.as_of,
          programme.eligibility.bind(ask.question()).value(),
          {"birth_date", "ethnicity", "education", "title_level", "profession_years", "employer_level", "division",
           "political_ok", "healthy"},
          track == "outside"  ? outside(ask)
          : track == "inside" ? inside(ask)
                              : northeast()};
}

}  // namespace

const std::vector<Subject>& inner_mongolia_subjects() {
  static const std::vector<Subject> all = [] {
    const auto programme = catalog::programme("inner-mongolia-2025").value();
    std::vector<Subject> subjects;
    for (const Ask& ask :
         {Ask{"outside", "2025-03-21", false, false, false}, Ask{"inside", "2025-03-21", false, false, false},
          Ask{"northeast", "2025-03-21", false, false, false}, Ask{"outside", "2024-02-29", true, false, true},
          Ask{"outside", "2025-02-28", false, true, false}, Ask{"inside", "2025-02-28", true, true, true},
          Ask{"inside", "2024-02-29", false, true, false}}) {
      subjects.push_back(subject_of(programme, ask));
    }
    return subjects;
  }();
  return all;
}

}  // namespace tepei::batch::test
