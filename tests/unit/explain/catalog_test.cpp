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

void compare(const std::string& name, const char* track, const std::vector<Given>& given) {
  const policy::Programme programme = catalog::programme("inner-mongolia-2025").value();
  facts::Facts facts = programme.facts();
  for (const auto& [fact, value] : given) facts.set(fact, value).value();
  const auto decision = programme.eligibility.check(facts, {track, samples::day("2025-03-21"), {}}).value();
  samples::compare_with_golden(name + ".zh.txt", text(decision, programme));
  samples::compare_with_golden(name + ".en.txt", text(decision, programme, Language::english));
  samples::compare_with_golden(name + ".zh.reasons.txt", samples::lines(reasons(decision, programme)));
  samples::compare_with_golden(name + ".json", to_json(decision, 2) + "\n");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(built_in)

BOOST_AUTO_TEST_CASE(outside_turning_on_the_reading_of_the_age_limit) {
  compare("inner-mongolia-2025-outside", "outside",
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
  compare("inner-mongolia-2025-refused", "outside",
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
  compare("inner-mongolia-2025-northeast", "northeast", {{"division", "150781"}, {"political_ok", true}});
}

BOOST_AUTO_TEST_SUITE_END()
