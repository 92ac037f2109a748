#include "tepei/explain/text.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "explain/samples.hpp"

namespace {

using namespace tepei;
using namespace tepei::explain;
using policy::Outcome;

bool says(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

samples::Case sample(const char* name) {
  const auto all = samples::cases();
  return *std::find_if(all.begin(), all.end(), [&](const samples::Case& each) { return each.name == name; });
}

// One criterion alone, in Chinese.
std::string only(policy::Finding finding) {
  const samples::Sample programme = samples::liaoning();
  policy::Decision decision;
  decision.findings = {std::move(finding)};
  return text(decision, programme.definition);
}

std::string only_reason(policy::Finding finding, Language language = Language::chinese) {
  const samples::Sample programme = samples::liaoning();
  policy::Decision decision;
  decision.findings = {std::move(finding)};
  const auto found = reasons(decision, programme.definition, language);
  return found.empty() ? std::string() : found.front();
}

policy::Finding barred() {
  policy::Finding finding;
  finding.criterion = "not_barred";
  finding.label = {"未被取消资格", "not barred"};
  finding.outcome = Outcome::not_met;
  finding.cite = "第二十八条（三）";
  finding.values = {samples::fact("former_grade", samples::member("former_grade", "unqualified"))};
  finding.rules = {samples::rule(Outcome::not_met, samples::atom("former_grade = \"unqualified\"", true))};
  return finding;
}

policy::Finding two_ways() {
  policy::Finding finding;
  finding.criterion = "division";
  finding.label = {"选送地区", ""};
  finding.outcome = Outcome::not_met;
  finding.cite = "二（二）";
  finding.values = {samples::fact("employer_level", samples::member("employer_level", "county"))};
  finding.rules = {samples::rule(Outcome::met, samples::joined(feel::Connective::negation, "not(frontline)", false,
                                                               {samples::atom("frontline", true)})),
                   samples::rule(Outcome::met, samples::atom("employer_level = \"region\"", false))};
  return finding;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(a_programme_without_instrument_goes_by_its_id) {
  const samples::Case one = sample("eligible");
  const std::string answer = text(one.decision, one.sample.definition);
  BOOST_TEST(says(answer, "结论：符合条件\ninner-mongolia-2025\n"));
}

BOOST_AUTO_TEST_CASE(the_document_number_stands_beside_the_title) {
  samples::Case one = sample("eligible");
  one.sample.instrument.number = "内人社办函〔2022〕55号";
  const std::string answer = text(one.decision, {one.sample.definition, one.sample.instrument});
  BOOST_TEST(says(answer, "特殊培养工作的通知（内人社办函〔2022〕55号）\n"));
}

BOOST_AUTO_TEST_CASE(a_draft_or_repealed_text_says_so) {
  samples::Case one = sample("draft");
  BOOST_TEST(says(text(one.decision, one.sample.definition), "不具约束力"));
  BOOST_TEST(says(text(one.decision, one.sample.definition, Language::english), "not binding"));
  one.decision.status = policy::Status::repealed;
  BOOST_TEST(says(text(one.decision, one.sample.definition), "已废止"));
  one.decision.status = policy::Status::in_force;
  BOOST_TEST(!says(text(one.decision, one.sample.definition), "仅供参考"));
}

BOOST_AUTO_TEST_CASE(an_ineligible_person_is_not_asked_for_more) {
  samples::Case one = sample("undetermined-by-fact");
  BOOST_TEST(says(text(one.decision, one.sample.definition), "得出结论尚需"));
  one.decision.verdict = policy::Verdict::ineligible;
  BOOST_TEST(!says(text(one.decision, one.sample.definition), "得出结论尚需"));
}

BOOST_AUTO_TEST_CASE(every_authority_is_named_once) {
  samples::Case one = sample("conditional");
  one.decision.findings[0].authority = "ministry";
  one.decision.findings.push_back(one.decision.findings[1]);
  const std::string answer = text(one.decision, one.sample.definition);
  BOOST_TEST(says(answer, "结论：有条件符合，须由人社部、省（自治区）人社厅决定\n"));
  BOOST_TEST(says(answer, "决定机关：人社部（非管理岗位）\n"));
}

BOOST_AUTO_TEST_CASE(names_no_programme_knows_are_shown_as_they_are) {
  const policy::EligibilityDefinition nothing;
  const samples::Case one = sample("reading-sensitive");
  const std::string answer = text(one.decision, nothing);
  BOOST_TEST(says(answer, "age_limit"));
  BOOST_TEST(says(answer, "出生日期 1979-06-01"));
  BOOST_TEST(says(answer, "培养方式：outside"));
  policy::Finding finding;
  finding.criterion = "x";
  finding.authority = "village_head";
  finding.missing = {"shoe_size"};
  BOOST_TEST(says(only(finding), "? x：暂不能确定\n    缺少信息：shoe_size\n    决定机关：village_head\n"));
}

BOOST_AUTO_TEST_CASE(the_marks_are_explained_where_they_are_used) {
  policy::Finding finding;
  finding.criterion = "x";
  finding.rules = {samples::rule(Outcome::undetermined, samples::atom("true", true))};
  BOOST_TEST(!says(only(finding), "标记"));
  finding.rules = {samples::rule(Outcome::met, samples::atom("healthy", true))};
  BOOST_TEST(says(only(finding), "标记"));
}

BOOST_AUTO_TEST_CASE(an_exclusion_is_not_called_a_requirement) {
  BOOST_TEST(says(only(barred()), "排除情形：✓ 往届结业考核等次 为 不合格"));
  BOOST_TEST(only_reason(barred()) ==
             "未被取消资格：往届结业考核等次 不合格；属于排除情形：往届结业考核等次 为 不合格（第二十八条（三））");
}

BOOST_AUTO_TEST_CASE(of_several_ways_none_is_required) {
  const std::string answer = only(two_ways());
  BOOST_TEST(says(answer, "符合情形：✗ 并非基层一线\n    符合情形：✗ 单位层级 为"));
  BOOST_TEST(!says(answer, "要求"));
  BOOST_TEST(says(only_reason(two_ways()), "要求 并非基层一线，或单位层级 为"));
  BOOST_TEST(says(only_reason(two_ways(), Language::english), "选送地区: "));
}

BOOST_AUTO_TEST_CASE(the_way_taken_is_not_required_where_another_would_do) {
  samples::Sample programme = samples::liaoning();
  policy::Criterion criterion;
  criterion.id = "division";
  criterion.rules = {{"not(frontline)", Outcome::met, {}}, {"employer_level = \"region\"", Outcome::met, {}}};
  programme.definition.eligibility = {{"standard", {criterion}}};
  policy::Decision decision;
  decision.track = "standard";
  decision.findings = {two_ways()};
  decision.findings[0].rules.pop_back();
  BOOST_TEST(says(text(decision, programme.definition), "符合情形：✗ 并非基层一线"));
  programme.definition.eligibility[0].criteria[0].rules.pop_back();
  BOOST_TEST(says(text(decision, programme.definition), "要求：✗ 并非基层一线"));
}

BOOST_AUTO_TEST_CASE(a_condition_without_words_is_left_out_of_the_short_reason) {
  policy::Finding finding = two_ways();
  finding.rules[1].condition.text = "contains(field, \"医\")";
  BOOST_TEST(!says(only_reason(finding), "要求"));
  finding.values.clear();
  BOOST_TEST(only_reason(finding) == "选送地区：不符合（二（二））");
}

BOOST_AUTO_TEST_CASE(an_unknown_value_is_no_reason) {
  policy::Finding finding = two_ways();
  finding.values = {samples::fact("frontline", Value())};
  BOOST_TEST(!says(only_reason(finding), "未知"));
}

BOOST_AUTO_TEST_CASE(values_are_written_as_people_write_them) {
  policy::Finding finding;
  finding.values = {samples::fact("healthy", false), samples::fact("profession_years", Decimal::parse("4.50").value()),
                    samples::fact("division", Value("150402")), samples::fact("field", Value(List{"内科", "外科"})),
                    samples::fact("sex", Null{})};
  BOOST_TEST(says(only(finding),
                  "个人情况：身心健康 否；从事本专业工作年限 4.5；工作单位所在行政区划 150402；专业领域 "
                  "内科、外科；性别 无结果\n"));
}

BOOST_AUTO_TEST_CASE(one_label_serves_where_the_other_is_missing) {
  policy::Finding finding;
  finding.criterion = "x";
  finding.label = {"", "only English"};
  BOOST_TEST(says(only(finding), "? only English：暂不能确定"));
}

BOOST_AUTO_TEST_SUITE_END()
