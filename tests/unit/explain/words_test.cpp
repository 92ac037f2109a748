#include "explain/words.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tepei;
using namespace tepei::explain;

std::size_t holes(std::string_view text) {
  std::size_t found = 0;
  for (std::size_t at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2)) ++found;
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(phrase_table)

BOOST_AUTO_TEST_CASE(every_phrase_has_both_languages_with_the_same_holes) {
  for (int i = 0; i < static_cast<int>(Phrase::count); ++i) {
    const auto phrase = static_cast<Phrase>(i);
    const std::string_view zh = words(phrase, Language::chinese);
    const std::string_view en = words(phrase, Language::english);
    BOOST_TEST(!zh.empty());
    BOOST_TEST(!en.empty());
    BOOST_TEST(holes(zh) == holes(en), "phrase " << i << ": " << zh << " / " << en);
  }
}

BOOST_AUTO_TEST_CASE(holes_are_filled_in_order_and_only_once) {
  BOOST_TEST(fill(Phrase::between, Language::chinese, {"周岁", "{}", "45"}) == "周岁 在 {} 至 45 之间");
  BOOST_TEST(join({"a", "b"}, Phrase::list_comma, Language::chinese) == "a、b");
  BOOST_TEST(join({}, Phrase::list_comma, Language::chinese).empty());
}

BOOST_AUTO_TEST_CASE(languages_go_by_their_codes) {
  BOOST_TEST((parse_language("zh") == Language::chinese));
  BOOST_TEST((parse_language("en") == Language::english));
  BOOST_TEST(!parse_language("fr"));
  BOOST_TEST(!parse_language("ZH"));
  BOOST_TEST(!parse_language(""));
  BOOST_TEST(to_string(Language::english) == "en");
}

BOOST_AUTO_TEST_CASE(outcomes_and_verdicts_have_words) {
  BOOST_TEST(label(policy::Verdict::ineligible, Language::chinese) == "不符合条件");
  BOOST_TEST(label(policy::Verdict::conditional, Language::chinese) == "有条件符合");
  BOOST_TEST(label(policy::Verdict::undetermined, Language::chinese) == "暂不能确定");
  BOOST_TEST(label(policy::Verdict::eligible, Language::english) == "eligible");
  BOOST_TEST(label(policy::Outcome::not_met, Language::chinese) == "不符合");
  BOOST_TEST(label(policy::Outcome::discretionary, Language::chinese) == "酌情决定");
}

BOOST_AUTO_TEST_CASE(parties_have_labels_and_strangers_their_id) {
  BOOST_TEST(party_label("provincial_department", Language::chinese) == "省（自治区）人社厅");
  BOOST_TEST(party_label("ministry", Language::english) == "Ministry of Human Resources and Social Security");
  BOOST_TEST(party_label("village_head", Language::chinese) == "village_head");
}

BOOST_AUTO_TEST_SUITE_END()
