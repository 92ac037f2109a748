#include "explain/phrase.hpp"

#include <rapidcheck/boost_test.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "explain/samples.hpp"

namespace {

using namespace tepei::explain;

struct Expected {
  const char* feel;
  const char* zh;
  const char* en;
};

std::ostream& operator<<(std::ostream& out, const Expected& expected) {
  return out << expected.feel;
}

const std::vector<Expected> understood{
    {"healthy", "身心健康", "healthy"},
    {"身心健康", "身心健康", "healthy"},
    {"age <= 45", "周岁 ≤ 45", "age ≤ 45"},
    {"周岁 <= 45", "周岁 ≤ 45", "age ≤ 45"},
    {"45 >= age", "周岁 ≤ 45", "age ≤ 45"},
    {"age > -1", "周岁 > -1", "age > -1"},
    {"age < 45", "周岁 < 45", "age < 45"},
    {"age = 45", "周岁 = 45", "age = 45"},
    {"age != 45.5", "周岁 ≠ 45.5", "age ≠ 45.5"},
    {"((age >= 18))", "周岁 ≥ 18", "age ≥ 18"},
    {"education >= \"master\"", "学历 不低于 硕士研究生", "education at least master"},
    {"education < \"master\"", "学历 低于 硕士研究生", "education below master"},
    {"title_level > \"middle\"", "职称级别 高于 中级", "title level above middle"},
    {"employer_level <= \"county\"", "单位层级 不高于 旗县（区）", "employer level at most county"},
    {"\"master\" <= education", "学历 不低于 硕士研究生", "education at least master"},
    {"ethnicity != \"01\"", "民族 不为 汉族", "ethnicity is not 汉族"},
    {"sex = \"female\"", "性别 为 女", "sex is female"},
    {"sex = \"女\"", "性别 为 女", "sex is female"},
    {"management_post = true", "从事管理工作", "management post"},
    {"management_post = false", "并非从事管理工作", "not management post"},
    {"management_post != true", "并非从事管理工作", "not management post"},
    {"birth_date >= @\"1980-01-01\"", "出生日期 不早于 1980-01-01", "birth date on or after 1980-01-01"},
    {"birth_date < date(\"1980-01-01\")", "出生日期 早于 1980-01-01", "birth date before 1980-01-01"},
    {"birth_date <= as_of", "出生日期 不晚于 审核基准日", "birth date on or before the day of the question"},
    {"birth_date >= as_of - duration(\"P45Y\")", "出生日期 不早于 审核基准日之前45年",
     "birth date on or after the day of the question - 45 years"},
    {"work_start_date + @\"P6M\" > as_of", "审核基准日 早于 参加工作时间之后6个月",
     "the day of the question before work start date + 6 months"},
    {"full years(work_start_date, as_of) >= 5", "参加工作时间至审核基准日的周年数 ≥ 5",
     "full years from work start date to the day of the question ≥ 5"},
    {"5 <= full years(work_start_date, as_of)", "参加工作时间至审核基准日的周年数 ≥ 5",
     "full years from work start date to the day of the question ≥ 5"},
    {"division = \"150402\"", "工作单位所在行政区划 为 150402", "division is 150402"},
    {"employer_type in (\"state_enterprise\", \"public_institution\")", "单位性质 属于 国有企业、事业单位",
     "employer type is one of state enterprise, public institution"},
    {"employer_type in [\"state_enterprise\"]", "单位性质 属于 国有企业", "employer type is one of state enterprise"},
    {"employer_type in ([\"state_enterprise\"])", "单位性质 属于 国有企业", "employer type is one of state enterprise"},
    {"age between 18 and 45", "周岁 在 18 至 45 之间", "age from 18 to 45"},
    {"age in [18..45]", "周岁 在 18 至 45 之间", "age from 18 to 45"},
    {"is given(education)", "已说明学历", "education is stated"},
    {"starts with(division, \"15\")", "工作单位所在行政区划 以 15 开头", "division begins with 15"},
    {"some p in [\"1504\", \"1505\"] satisfies starts with(division, p)", "工作单位所在行政区划 以 1504、1505 之一开头",
     "division begins with one of 1504, 1505"},
    {"age_limit = \"to_the_birthday\"", "对四（二）1的理解 为 「至满45周岁当日」",
     "reading of 四（二）1 is “until the 45th birthday”"},
};

// What has no words of ours keeps its FEEL, with labels for names; text literals and longer names are left alone.
const std::vector<Expected> kept{
    {"age + 1 <= 45", "周岁 + 1 <= 45", "age + 1 <= 45"},
    {"age in [18..45)", "周岁 in [18..45)", "age in [18..45)"},
    {"age in (18..45]", "周岁 in (18..45]", "age in (18..45]"},
    {"contains(field, \"age\")", "contains(专业领域, \"age\")", "contains(field, \"age\")"},
    {"aged <= 45", "aged <= 45", "aged <= 45"},
    {"my_age <= 45", "my_age <= 45", "my_age <= 45"},
    {"周岁数 <= 45", "周岁数 <= 45", "周岁数 <= 45"},
    {"birth_date < @\"P1Y2M\"", "出生日期 < @\"P1Y2M\"", "birth date < @\"P1Y2M\""},
    {"healthy = null", "身心健康 = null", "healthy = null"},
    {"age <= 45 and", "周岁 <= 45 and", "age <= 45 and"},
    {"(age) <= (45)", "(周岁) <= (45)", "(age) <= (45)"},
    {"\"unclosed", "\"unclosed", "\"unclosed"},
    {"", "", ""},
};

Vocabulary vocabulary(const samples::Sample& sample, Language language) {
  return {sample.definition, language};
}

const samples::Sample& sample() {
  static const samples::Sample made = samples::inner_mongolia();
  return made;
}

std::string negated(const char* feel, Language language = Language::chinese) {
  return phrase(feel, vocabulary(sample(), language), Sense::negated).text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(phrases)

BOOST_DATA_TEST_CASE(simple_conditions_are_said_in_words, understood, expected) {
  const Phrasing zh = phrase(expected.feel, vocabulary(sample(), Language::chinese));
  BOOST_TEST(zh.text == expected.zh);
  BOOST_TEST(zh.translated);
  BOOST_TEST(phrase(expected.feel, vocabulary(sample(), Language::english)).text == expected.en);
}

BOOST_DATA_TEST_CASE(others_keep_their_source_with_labels, kept, expected) {
  const Phrasing zh = phrase(expected.feel, vocabulary(sample(), Language::chinese));
  // A duration compared with a date is no condition anybody writes; what matters is that nothing is made up.
  BOOST_TEST(!zh.translated == (std::string(expected.feel).find("P1Y2M") == std::string::npos));
  if (!zh.translated) BOOST_TEST(zh.text == expected.zh);
  if (!zh.translated) BOOST_TEST(phrase(expected.feel, vocabulary(sample(), Language::english)).text == expected.en);
}

BOOST_AUTO_TEST_CASE(the_opposite_is_said_as_such) {
  BOOST_TEST(negated("ethnicity = \"01\"") == "民族 不为 汉族");
  BOOST_TEST(negated("education >= \"master\"") == "学历 低于 硕士研究生");
  BOOST_TEST(negated("45 >= age") == "周岁 > 45");
  BOOST_TEST(negated("management_post") == "并非从事管理工作");
  BOOST_TEST(negated("management_post = false") == "从事管理工作");
  BOOST_TEST(negated("division in (\"150781\")") == "工作单位所在行政区划 不属于 150781");
  BOOST_TEST(negated("age between 18 and 45") == "周岁 不在 18 至 45 之间");
  BOOST_TEST(negated("is given(education)", Language::english) == "education is not stated");
  BOOST_TEST(negated("starts with(division, \"15\")", Language::english) == "division does not begin with 15");
  BOOST_TEST(negated("contains(field, \"医\")") == "并非contains(专业领域, \"医\")");
}

BOOST_AUTO_TEST_CASE(a_choice_of_reading_is_known_as_one) {
  const Vocabulary words = vocabulary(sample(), Language::chinese);
  BOOST_TEST(asks_reading("age_limit = \"through_the_year\"", words));
  BOOST_TEST(!asks_reading("age = 45", words));
  BOOST_TEST(!asks_reading("age_limit = \"through_the_year\" and healthy", words));
}

BOOST_AUTO_TEST_CASE(names_with_blanks_are_matched_whole) {
  samples::Sample named = samples::inner_mongolia();
  named.definition.derived.push_back({"years of service", {"工龄", "service"}, "…", ""});
  const Vocabulary words(named.definition, Language::chinese);
  BOOST_TEST(phrase("years  of service >= 5", words).text == "工龄 ≥ 5");
}

RC_BOOST_PROP(any_text_comes_out_as_some_text, (const std::string& source)) {
  const Vocabulary words = vocabulary(sample(), Language::chinese);
  const Phrasing found = phrase(source, words);
  RC_ASSERT(found.translated || found.text.size() + 8 * source.size() + 8 >= source.size());
}

RC_BOOST_PROP(words_of_feel_in_any_order_come_out_as_some_text, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "age", "in", "(", ")", "[", "]", ",", "..", "not", "some", "starts", "with", "satisfies", "\"a\"", "@\"P1Y\"",
      "between", "and", "-", "+", "45", "education", "=", "<=", "full", "years", "date", "duration", "true"));
  std::string source;
  for (const std::string& word : words) source += word + " ";
  RC_ASSERT(!phrase(source, vocabulary(sample(), Language::chinese)).text.empty() || words.empty());
}

BOOST_AUTO_TEST_SUITE_END()
