// Decisions of a built-in programme, from facts to text.
#include "tepei/catalog/catalog.hpp"

#include <boost/test/unit_test.hpp>

#include "explain/golden.hpp"
#include "explain/samples.hpp"
#include "tepei/explain/json.hpp"
#include "tepei/explain/text.hpp"

namespace {

using namespace tepei;
using namespace tepei::explain;

struct Given {
  const char* fact;
  Value value;
};

struct Ask {
  const char* programme;
  const char* track;
  const char* as_of;
};

// Of the notice of 2025.
Ask as_of_2025(const char* track) {
  return {"inner-mongolia-2025", track, "2025-03-21"};
}

void compare(const std::string& name, const Ask& ask, const std::vector<Given>& given) {
  const policy::Programme programme = catalog::programme(ask.programme).value();
  facts::Facts facts = programme.facts();
  for (const auto& [fact, value] : given) facts.set(fact, value).value();
  const auto decision = programme.eligibility.check(facts, {ask.track, samples::day(ask.as_of), {}}).value();
  samples::compare_with_golden(name + ".zh.txt", text(decision, programme));
  samples::compare_with_golden(name + ".en.txt", text(decision, programme, Language::english));
  samples::compare_with_golden(name + ".zh.reasons.txt", samples::lines(reasons(decision, programme)));
  samples::compare_with_golden(name + ".json", to_json(decision, 2) + "\n");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(built_in)

BOOST_AUTO_TEST_CASE(outside_turning_on_the_reading_of_the_age_limit) {
  compare("inner-mongolia-2025-outside", as_of_2025("outside"),
          {{"division", "150102"},
           {"employer_level", "county"},
           {"political_ok", true},
           {"ethnicity", "蒙古族"},
           {"healthy", true},
           {"birth_date", "1979-06-01"},
           {"education", "硕士研究生"},
           {"profession_years", 3}});
}

BOOST_AUTO_TEST_CASE(outside_from_the_east_and_too_old) {
  compare("inner-mongolia-2025-refused", as_of_2025("outside"),
          {{"division", "150402"},
           {"employer_level", "county"},
           {"political_ok", true},
           {"ethnicity", "汉族"},
           {"healthy", true},
           {"birth_date", "1977.06"},
           {"education", "大学本科"},
           {"profession_years", Decimal::parse("6.5").value()},
           {"title_level", "中级"}});
}

BOOST_AUTO_TEST_CASE(northeast_rests_on_a_document) {
  compare("inner-mongolia-2025-northeast", as_of_2025("northeast"), {{"division", "150781"}, {"political_ok", true}});
}

BOOST_AUTO_TEST_CASE(liaoning_left_to_the_department) {
  compare("liaoning-2025-draft-conditional", {"liaoning-2025-draft", "standard", "2025-06-01"},
          {{"division", "210422"},
           {"employer_type", "事业单位"},
           {"technical_post", true},
           {"ethnicity", "满族"},
           {"title_level", "副高级"},
           {"management_post", true},
           {"former_trainee", true},
           {"former_grade", "合格"},
           {"political_ok", true},
           {"ethics_ok", true},
           {"academic_ok", true},
           {"work_start_date", "1998-07-01"},
           {"sex", "女"},
           {"birth_date", "1975-06-01"},
           {"worker_post", false},
           {"can_continue_after_retirement", true},
           {"urgent_specialty", true},
           {"hardship_area", false},
           {"frontline", false},
           {"language_and_computer_ok", true},
           {"healthy", true}});
}

BOOST_AUTO_TEST_CASE(liaoning_with_sex_title_and_grade_unknown) {
  compare("liaoning-2025-draft-undetermined", {"liaoning-2025-draft", "standard", "2025-06-01"},
          {{"division", "210682"},
           {"employer_type", "社会组织"},
           {"technical_post", true},
           {"ethnicity", "97"},
           {"management_post", false},
           {"former_trainee", true},
           {"political_ok", true},
           {"ethics_ok", true},
           {"academic_ok", true},
           {"work_start_date", "2005-07-01"},
           {"birth_date", "1975-06-01"},
           {"can_continue_after_retirement", false},
           {"language_and_computer_ok", true},
           {"healthy", true}});
}

BOOST_AUTO_TEST_CASE(liaoning_excluded) {
  compare("liaoning-2025-draft-refused", {"liaoning-2025-draft", "standard", "2025-06-01"},
          {{"division", "210421"},
           {"employer_type", "机关"},
           {"technical_post", true},
           {"ethnicity", "汉族"},
           {"title_level", "初级"},
           {"management_post", false},
           {"former_trainee", false},
           {"former_grade", "不合格"},
           {"political_ok", true},
           {"ethics_ok", true},
           {"academic_ok", false},
           {"work_start_date", "2020-06-02"},
           {"sex", "男"},
           {"birth_date", "1968-02-29"},
           {"can_continue_after_retirement", true},
           {"frontline", true},
           {"language_and_computer_ok", true},
           {"healthy", true}});
}

BOOST_AUTO_TEST_CASE(of_2022_outside_turning_on_the_scope_of_or) {
  compare("inner-mongolia-2022-outside", {"inner-mongolia-2022", "outside", "2022-04-01"},
          {{"division", "150402"},
           {"political_ok", true},
           {"ethics_ok", true},
           {"ethnicity", "蒙古族"},
           {"healthy", true},
           {"no_bad_habits", true},
           {"birth_date", "1976-09-30"},
           {"education", "大学本科"},
           {"profession_years", 20},
           {"title_level", "副高级"}});
}

BOOST_AUTO_TEST_CASE(of_2022_inside_from_a_unit_of_the_region) {
  compare("inner-mongolia-2022-inside", {"inner-mongolia-2022", "inside", "2022-04-01"},
          {{"division", "150102"},
           {"employer_level", "自治区直"},
           {"political_ok", true},
           {"healthy", true},
           {"no_bad_habits", false},
           {"birth_date", "1990-01-01"},
           {"education", "大学本科"},
           {"profession_years", 3}});
}

BOOST_AUTO_TEST_SUITE_END()
