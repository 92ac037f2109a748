#include <boost/test/unit_test.hpp>

#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

using test::has;
using test::id_text;
using test::read_as;
using test::refusal_of;

BOOST_AUTO_TEST_SUITE(read_listed_suite)

// Contract section 2, GB/T 2261.1: 1 male, 2 female, 0 and 9 unknown.
BOOST_AUTO_TEST_CASE(sex_by_id_label_and_code) {
  for (const auto& given :
       {Value("male"), Value("Male"), Value("男"), Value("1"), Value(1), Value("男性"), Value("１")}) {
    BOOST_TEST(id_text(read_as("sex", given)) == "male");
  }
  for (const auto& given : {Value("0"), Value(0), Value("9"), Value(9), Value("未知"), Value("未说明")}) {
    BOOST_TEST(id_text(read_as("sex", given)) == "unknown");
  }
  const auto refusal = refusal_of(read_as("sex", Value("fmale")));
  BOOST_TEST(refusal.code == "facts.value.unlisted");
  BOOST_TEST(has(refusal.help, "male`"));
  test::check_form(refusal, test::standard_fact("sex"));
  BOOST_TEST(has(refusal_of(read_as("sex", Value("甲乙丙"))).help, "`male` 男, `female` 女"));
}

BOOST_AUTO_TEST_CASE(ethnicity_by_code_name_and_short_name) {
  for (const auto& given : {Value("01"), Value("汉族"), Value("汉"), Value(1), Value("０１")}) {
    BOOST_TEST(id_text(read_as("ethnicity", given)) == "01");
  }
  BOOST_TEST(id_text(read_as("ethnicity", Value("蒙古"))) == "02");
  BOOST_TEST(id_text(read_as("ethnicity", Value("土"))) == "30");
  BOOST_TEST(id_text(read_as("ethnicity", Value("土家"))) == "15");
  BOOST_TEST(id_text(read_as("ethnicity", Value(56))) == "56");
}

// Contract section 2: 97 and 98 are accepted and leave ethnic_minority undetermined with a note.
BOOST_AUTO_TEST_CASE(ethnic_codes_97_and_98_are_undecided) {
  const auto& domain = test::standard_fact("ethnicity").domain;
  const auto ordinal = domain->find("97");
  BOOST_REQUIRE(ordinal.has_value());
  for (const auto& given : {Value("97"), Value(97), Value("其他"), Value("98"), Value("外国血统中国籍人士"),
                            Value(EnumValue{domain.get(), *ordinal})}) {
    const auto reading = read_as("ethnicity", given);
    BOOST_TEST(id_text(reading) == "undecided");
    BOOST_TEST(has(reading->note, "少数民族"));
    BOOST_TEST(has(reading->note_en, "minority"));
  }
}

BOOST_AUTO_TEST_CASE(text_keeps_its_zeros) {
  for (const char* text : {"1", "001"}) {
    const auto refusal = refusal_of(read_as("ethnicity", Value(text)));
    BOOST_TEST(refusal.code == "facts.value.unlisted", text);
  }
  BOOST_TEST(has(refusal_of(read_as("ethnicity", Value("1"))).help, "`01`"));
  for (const auto& given : {Value("57"), Value(57), Value(0), Value(-1), Value(Decimal::scaled(15, -1)), Value(100),
                            Value(Decimal::scaled(1, 30))}) {
    BOOST_TEST(refusal_of(read_as("ethnicity", given)).code == "facts.value.unlisted");
  }
}

// Contract section 2: education is completed education only.
// A table program drops the zeros in front; in a cell as written, digits are a number, and the number 1 is the code 01.
BOOST_AUTO_TEST_CASE(a_cell_as_written_may_lack_the_zeros_in_front) {
  constexpr auto as_written = Strictness::as_written;
  for (const char* text : {"1", "01", "１", " 1 "}) {
    BOOST_TEST(id_text(read_as("ethnicity", Value(text), as_written)) == "01", text);
  }
  BOOST_TEST(id_text(read_as("sex", Value("1"), as_written)) == "male");
  for (const char* text : {"001", "0", "100", "-1", "1.0", "+1"}) {
    const auto refusal = refusal_of(read_as("ethnicity", Value(text), as_written));
    BOOST_TEST(refusal.code == "facts.value.unlisted", text);
  }
  // No zeros in front make a division or a level of education of these.
  for (const char* text : {"15", "1504", "15010"}) {
    BOOST_TEST(refusal_of(read_as("division", Value(text), as_written)).code == "facts.value.unlisted", text);
  }
  BOOST_TEST(refusal_of(read_as("education", Value("1"), as_written)).code == "facts.value.unlisted");
}

BOOST_AUTO_TEST_CASE(education_in_common_words) {
  const std::vector<std::pair<const char*, const char*>> words = {
      {"大专", "college"},          {"本科", "bachelor"},           {"硕士", "master"},
      {"博士", "doctor"},           {"master", "master"},           {"Bachelor", "bachelor"},
      {"大学本科毕业", "bachelor"}, {"硕士研究生结业", "bachelor"}, {"below-college", "below_college"},
      {"博士研究生", "doctor"},     {"高中", "below_college"}};
  for (const auto& [word, level] : words) BOOST_TEST(id_text(read_as("education", Value(word))) == level, word);
  BOOST_TEST(id_text(read_as("education", Value(14))) == "master");
  BOOST_TEST(refusal_of(read_as("education", Value(5))).code == "facts.value.unlisted");
}

BOOST_AUTO_TEST_CASE(education_that_is_no_answer_is_refused_with_the_answers) {
  const auto heading = refusal_of(read_as("education", Value("20")));
  BOOST_TEST(heading.code == "facts.value.not_a_value");
  BOOST_TEST((has(heading.help, "`21` 大学本科毕业") && has(heading.help, "`28` 大学普通班毕业")));
  BOOST_TEST(!has(heading.help, "`31`"));
  test::check_form(heading, test::standard_fact("education"));
  BOOST_TEST(has(refusal_of(read_as("education", Value("研究生"))).help, "`硕士研究生` or `博士研究生`"));
  BOOST_TEST(has(refusal_of(read_as("education", Value("硕士学位"))).help, "degree"));
  BOOST_TEST(has(refusal_of(read_as("education", Value("bachelorr"))).help, "`bachelor`"));
}

BOOST_AUTO_TEST_CASE(title_level_in_common_words) {
  const std::vector<std::pair<const char*, const char*>> words = {{"none", "none"},
                                                                  {"无", "none"},
                                                                  {"无职称", "none"},
                                                                  {"助理级", "junior"},
                                                                  {"员级", "junior"},
                                                                  {"中级", "middle"},
                                                                  {"副高", "associate_senior"},
                                                                  {"副高级", "associate_senior"},
                                                                  {"正高", "senior"},
                                                                  {"411", "senior"},
                                                                  {"Associate Senior", "associate_senior"}};
  for (const auto& [word, level] : words) BOOST_TEST(id_text(read_as("title_level", Value(word))) == level, word);
  BOOST_TEST(!read_as("title_level", Value("高级"))->note.empty());
  BOOST_TEST(read_as("title_level", Value("副高级"))->note.empty());
}

BOOST_AUTO_TEST_CASE(employers_in_common_words) {
  BOOST_TEST(id_text(read_as("employer_type", Value("国企"))) == "state_enterprise");
  BOOST_TEST(id_text(read_as("employer_type", Value("民营企业"))) == "private_sector");
  BOOST_TEST(refusal_of(read_as("employer_type", Value("企业"))).code == "facts.value.not_a_value");
  const std::vector<std::pair<const char*, const char*>> levels = {{"旗县（区）", "county"},
                                                                   {"旗县(区)", "county"},
                                                                   {"旗县", "county"},
                                                                   {"旗县区", "county"},
                                                                   {"县", "county"},
                                                                   {"盟市", "city"},
                                                                   {"市", "city"},
                                                                   {"自治区直", "region"},
                                                                   {"区直", "region"},
                                                                   {"省直", "region"},
                                                                   {"自治区（省）直", "region"},
                                                                   {"乡镇", "township"},
                                                                   {"乡镇及以下", "township"}};
  for (const auto& [word, level] : levels) BOOST_TEST(id_text(read_as("employer_level", Value(word))) == level, word);
  BOOST_TEST(refusal_of(read_as("employer_level", Value("区"))).code == "facts.value.not_a_value");
  BOOST_TEST(refusal_of(read_as("employer_level", Value(1))).code == "facts.value.wrong_type");
}

BOOST_AUTO_TEST_CASE(former_grades) {
  for (const char* text :
       {"未考核", "中断培养", "未考核（中断培养）", "未考核(中断培养)", "not_assessed", "Not Assessed"}) {
    BOOST_TEST(id_text(read_as("former_grade", Value(text))) == "not_assessed", text);
  }
  BOOST_TEST(id_text(read_as("former_grade", Value("无"))) == "unknown");
}

// Contract section 2: six digits with a valid province prefix; the list only names some of them.
BOOST_AUTO_TEST_CASE(division_codes) {
  for (const auto& given :
       {Value("150102"), Value(150102), Value("１５０１０２"), Value("新城区"), Value("呼和浩特市新城区")}) {
    BOOST_TEST(id_text(read_as("division", given)) == "150102");
  }
  for (const char* code : {"110101", "659001", "710000", "820000", "540000"}) {
    BOOST_TEST(id_text(read_as("division", Value(code))) == code);
  }
  for (const auto& given : {Value("16"), Value("160102"), Value("660000"), Value("000000"), Value("15010"),
                            Value("1501022"), Value("15O102"), Value(15), Value(-150102), Value("火星市")}) {
    const auto refusal = refusal_of(read_as("division", given));
    BOOST_TEST(refusal.code == "facts.value.unlisted");
    BOOST_TEST(!refusal.help.empty());
    test::check_form(refusal, test::standard_fact("division"));
  }
}

BOOST_AUTO_TEST_CASE(division_codes_of_another_length_are_explained) {
  BOOST_TEST(has(refusal_of(read_as("division", Value("1504"))).help, "`150400`"));
  BOOST_TEST(has(refusal_of(read_as("division", Value("150102001000"))).help, "`150102`"));
  BOOST_TEST(has(refusal_of(read_as("division", Value("呼和浩特"))).help, "`呼和浩特市`"));
}

BOOST_AUTO_TEST_CASE(division_names_that_are_not_alone_in_the_country_are_said) {
  BOOST_TEST(has(read_as("division", Value("青山区"))->note, "武汉"));
  BOOST_TEST(read_as("division", Value("包头市青山区"))->note.empty());
  BOOST_TEST(has(read_as("division", Value("通辽经济技术开发区"))->note, "GB/T 2260"));
}

BOOST_AUTO_TEST_CASE(values_of_another_kind_are_refused) {
  for (const char* id : {"sex", "ethnicity", "education", "employer_type", "division"}) {
    for (const auto& given : {Value(true), Value(*Date::from_civil(2025, 1, 1)), Value(List{}), Value(Context{})}) {
      BOOST_TEST(refusal_of(read_as(id, given)).code == "facts.value.wrong_type", id);
    }
  }
}

BOOST_AUTO_TEST_CASE(members_of_the_same_domain_are_taken) {
  const auto& domain = test::standard_fact("education").domain;
  BOOST_TEST(id_text(read_as("education", Value(EnumValue{domain.get(), 3}))) == "master");
  BOOST_TEST(refusal_of(read_as("sex", Value(EnumValue{domain.get(), 3}))).code == "facts.value.wrong_type");
  BOOST_TEST(refusal_of(read_as("education", Value(EnumValue{domain.get(), 99}))).code == "facts.value.wrong_type");
  BOOST_TEST(refusal_of(read_as("education", Value(EnumValue{}))).code == "facts.value.wrong_type");
  const auto again = standard_facts();  // another domain of the same name
  BOOST_TEST(id_text(read_as("education", Value(EnumValue{again[4].domain.get(), 3}))) == "master");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
