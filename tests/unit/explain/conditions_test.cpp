#include "tepei/explain/conditions.hpp"

#include <boost/test/unit_test.hpp>

#include "tepei/catalog/catalog.hpp"
#include "tepei/pack/load.hpp"

namespace {

using namespace tepei;
using explain::ConditionText;
using explain::CriterionText;
using explain::Language;

std::vector<CriterionText> of(const char* programme, const char* track, Language language = Language::chinese) {
  return explain::conditions(catalog::programme(programme).value().eligibility, track, language);
}

const CriterionText& criterion(const std::vector<CriterionText>& texts, const std::string& id) {
  for (const CriterionText& text : texts) {
    if (text.criterion == id) return text;
  }
  throw std::runtime_error("no criterion " + id);
}

policy::Programme with_rules(const std::string& rules) {
  const std::string pack = R"({"format": 1, "id": "p", "instrument": {"title": "t", "issuer": "i", "status": "draft"},
    "facts": [{"id": "full_time", "label": "全职", "kind": "boolean", "default": true}],
    "tracks": [{"id": "standard", "label": "t"}],
    "eligibility": {"standard": [{"id": "c", "label": "c", "clause": "1", "rules": )" +
                           rules + R"(}]}, "clauses": [{"id": "1", "cite": "1", "text": "1", "kind": "statement"}]})";
  return pack::load(pack).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(conditions)

BOOST_AUTO_TEST_CASE(every_criterion_of_a_track_stands_in_the_order_of_the_text) {
  const auto programme = catalog::programme("liaoning-2025-draft").value();
  const auto ids = programme.eligibility.bind({"standard", Date(), {}}).value().criteria();
  const auto texts = explain::conditions(programme.eligibility, "standard");
  BOOST_REQUIRE_EQUAL(texts.size(), ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    BOOST_TEST(texts[i].criterion == ids[i]);
    BOOST_TEST(texts[i].conditions.size() >= 1);
  }
}

BOOST_AUTO_TEST_CASE(a_condition_has_words_in_both_languages) {
  const auto chinese = criterion(of("inner-mongolia-2025", "outside"), "age").conditions;
  BOOST_REQUIRE_EQUAL(chinese.size(), 1U);
  BOOST_TEST(chinese[0].label == "要求");
  BOOST_TEST(chinese[0].text == "周岁 ≤ 45");
  const auto english = criterion(of("inner-mongolia-2025", "outside", Language::english), "age").conditions;
  BOOST_TEST(english[0].label == "Required");
  BOOST_TEST(english[0].text == "full years of age ≤ 45");
}

BOOST_AUTO_TEST_CASE(parts_stand_below_and_readings_take_their_default) {
  const auto found = criterion(of("inner-mongolia-2022", "outside"), "education_or_title").conditions;
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].text == "下列任一项成立");
  BOOST_REQUIRE_EQUAL(found[0].parts.size(), 2U);
  BOOST_TEST(found[0].parts[0].text == "下列各项同时成立");
  BOOST_REQUIRE_EQUAL(found[0].parts[0].parts.size(), 2U);
  BOOST_TEST(found[0].parts[0].parts[1].text == "从事本专业工作年限 ≥ 8");
  BOOST_TEST(found[0].parts[1].text == "职称级别 不低于 副高级");
}

BOOST_AUTO_TEST_CASE(what_a_rule_leads_to_is_its_label) {
  const auto found = criterion(of("liaoning-2025-draft", "standard"), "retirement_distance").conditions;
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0].label == "要求");
  BOOST_TEST(found[1].label == "酌定情形");
}

BOOST_AUTO_TEST_CASE(a_rule_of_another_reading_asks_nothing) {
  const auto found = criterion(of("liaoning-2025-draft", "standard"), "title_level").conditions;
  BOOST_REQUIRE_EQUAL(found.size(), 2U);
  BOOST_TEST(found[0].text == "职称级别 不低于 中级");
  BOOST_TEST(found[1].text.empty());
}

BOOST_AUTO_TEST_CASE(a_criterion_without_rules_has_no_conditions) {
  BOOST_TEST(criterion(of("inner-mongolia-2025", "northeast"), "northeast_measures").conditions.empty());
}

BOOST_AUTO_TEST_CASE(a_rule_behind_one_that_a_default_decides_is_shown_all_the_same) {
  const auto programme = with_rules(
      R"([{"when": "full_time", "outcome": "met"}, {"when": "political_ok and healthy", "outcome": "met"}])");
  const auto texts = explain::conditions(programme.eligibility, "standard");
  BOOST_REQUIRE_EQUAL(texts.at(0).conditions.size(), 2U);
  BOOST_TEST(texts[0].conditions[0].text == "全职");
  BOOST_TEST(texts[0].conditions[1].text == "政治条件合格 and 身心健康");
  BOOST_TEST(texts[0].conditions[1].label == "符合情形");
}

BOOST_AUTO_TEST_CASE(a_track_that_there_is_not_has_nothing) {
  BOOST_TEST(of("inner-mongolia-2025", "abroad").empty());
}

BOOST_AUTO_TEST_SUITE_END()
