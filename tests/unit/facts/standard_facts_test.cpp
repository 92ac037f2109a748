#include <boost/test/unit_test.hpp>
#include <set>
#include <tuple>

#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

using test::standard;
using test::standard_fact;

struct Row {
  const char* id;
  const char* label;
  FactKind kind;
};

// Contract section 2, row by row.
const std::vector<Row> contract = {
    {"name", "姓名", FactKind::text},
    {"birth_date", "出生日期", FactKind::date},
    {"sex", "性别", FactKind::enumeration},
    {"ethnicity", "民族", FactKind::enumeration},
    {"education", "学历", FactKind::enumeration},
    {"title_level", "职称级别", FactKind::enumeration},
    {"work_start_date", "参加工作时间", FactKind::date},
    {"profession_years", "从事本专业工作年限", FactKind::number},
    {"employer_type", "单位性质", FactKind::enumeration},
    {"employer_level", "单位层级", FactKind::enumeration},
    {"division", "工作单位所在行政区划", FactKind::code},
    {"technical_post", "从事专业技术工作", FactKind::boolean},
    {"management_post", "从事管理工作", FactKind::boolean},
    {"former_trainee", "往届特培学员", FactKind::boolean},
    {"former_grade", "往届结业考核等次", FactKind::enumeration},
    {"worker_post", "工人岗位", FactKind::boolean},
    {"urgent_specialty", "急需紧缺专业", FactKind::boolean},
    {"hardship_area", "艰苦边远地区", FactKind::boolean},
    {"frontline", "基层一线", FactKind::boolean},
    {"can_continue_after_retirement", "退休后仍能继续发挥作用", FactKind::boolean},
    {"political_ok", "政治条件合格", FactKind::boolean},
    {"ethics_ok", "职业道德合格", FactKind::boolean},
    {"academic_ok", "业务骨干或学术技术带头人", FactKind::boolean},
    {"language_and_computer_ok", "国家通用语言文字和计算机能力合格", FactKind::boolean},
    {"healthy", "身心健康", FactKind::boolean},
    {"no_bad_habits", "无不良嗜好", FactKind::boolean},
    {"field", "专业领域", FactKind::text},
};

std::vector<std::string> member_ids(std::string_view id) {
  return standard_fact(id).domain->ids();
}

BOOST_AUTO_TEST_SUITE(standard_facts_suite)

BOOST_AUTO_TEST_CASE(are_those_of_the_contract_in_its_order) {
  const auto facts = standard_facts();
  BOOST_REQUIRE_EQUAL(facts.size(), contract.size());
  for (std::size_t i = 0; i < contract.size(); ++i) {
    BOOST_TEST(facts[i].id == contract[i].id);
    BOOST_TEST(facts[i].label == contract[i].label);
    BOOST_TEST((facts[i].kind == contract[i].kind), contract[i].id);
  }
}

BOOST_AUTO_TEST_CASE(build_into_a_schema) {
  const auto built = FactSchema::build(standard_facts());
  BOOST_TEST(built.ok(), test::all_messages(built.diagnostics()));
}

BOOST_AUTO_TEST_CASE(have_the_members_of_the_contract) {
  using Ids = std::vector<std::string>;
  BOOST_TEST(member_ids("sex") == (Ids{"male", "female"}));
  BOOST_TEST(member_ids("education") == (Ids{"below_college", "college", "bachelor", "master", "doctor"}));
  BOOST_TEST(member_ids("title_level") == (Ids{"none", "junior", "middle", "associate_senior", "senior"}));
  BOOST_TEST(member_ids("employer_type") == (Ids{"government_agency", "public_institution", "state_enterprise",
                                                 "private_sector", "social_organization"}));
  BOOST_TEST(member_ids("employer_level") == (Ids{"township", "county", "city", "region"}));
  BOOST_TEST(member_ids("former_grade") == (Ids{"excellent", "qualified", "unqualified", "not_assessed"}));
  BOOST_TEST(member_ids("ethnicity").size() == 58U);
}

BOOST_AUTO_TEST_CASE(are_ordered_where_the_contract_orders_them) {
  for (const auto* id : {"education", "title_level", "employer_level"}) {
    BOOST_TEST(standard_fact(id).domain->ordered(), id);
  }
  for (const auto* id : {"sex", "ethnicity", "employer_type", "former_grade"}) {
    BOOST_TEST(!standard_fact(id).domain->ordered(), id);
  }
}

BOOST_AUTO_TEST_CASE(give_a_default_to_the_worker_post_alone) {
  for (const auto& fact : standard().definitions()) {
    BOOST_TEST(fact.default_value.has_value() == (fact.id == "worker_post"), fact.id);
  }
  BOOST_TEST(*standard_fact("worker_post").default_value->get_if<bool>() == false);
}

BOOST_AUTO_TEST_CASE(carry_the_name_alone_and_bound_dates_and_years) {
  for (const auto& fact : standard().definitions()) {
    BOOST_TEST(fact.carried_only == (fact.id == "name"), fact.id);
    BOOST_TEST(fact.not_after_as_of == (fact.id == "birth_date" || fact.id == "work_start_date"), fact.id);
    BOOST_TEST(fact.minimum.has_value() == (fact.id == "profession_years"), fact.id);
  }
  BOOST_TEST((*standard_fact("profession_years").minimum == Decimal(0)));
}

BOOST_AUTO_TEST_CASE(are_found_by_every_id_label_and_heading) {
  for (std::size_t slot = 0; slot < standard().size(); ++slot) {
    const auto& fact = standard().at(slot);
    std::vector<std::string> names = fact.headers;
    names.push_back(fact.id);
    names.push_back(fact.label);
    for (const auto& name : names) BOOST_TEST((standard().find(name) == slot), name);
  }
}

BOOST_AUTO_TEST_CASE(have_the_headings_rosters_use) {
  const std::vector<std::pair<const char*, const char*>> headings = {{"出生年月", "birth_date"},
                                                                     {"出生年月日", "birth_date"},
                                                                     {"工作时间", "work_start_date"},
                                                                     {"参加工作日期", "work_start_date"},
                                                                     {"参加工作年月", "work_start_date"},
                                                                     {"专业技术职务", "title_level"},
                                                                     {"职称", "title_level"},
                                                                     {"职称等级", "title_level"},
                                                                     {"最高学历", "education"},
                                                                     {"文化程度", "education"},
                                                                     {"民族", "ethnicity"},
                                                                     {"单位类型", "employer_type"},
                                                                     {"单位隶属层级", "employer_level"},
                                                                     {"行政区划", "division"},
                                                                     {"行政区划代码", "division"},
                                                                     {"单位所在地", "division"},
                                                                     {"本专业工作年限", "profession_years"},
                                                                     {"从事专业年限", "profession_years"},
                                                                     {"是否从事管理工作", "management_post"}};
  for (const auto& [heading, id] : headings) {
    const auto slot = standard().find(heading);
    BOOST_REQUIRE_MESSAGE(slot.has_value(), heading);
    BOOST_TEST(standard().at(*slot).id == id, heading);
  }
}

// Every id, label and spelling of every enumeration and code reads as what it is declared to be.
BOOST_AUTO_TEST_CASE(read_every_id_label_and_spelling) {
  for (const auto& fact : standard().definitions()) {
    std::set<std::string> overridden;
    for (const auto& spelling : fact.spellings) {
      overridden.insert(spelling.text);
      const auto reading = read(fact, Value(spelling.text));
      BOOST_TEST(reading.ok() == (spelling.meaning != SpellingMeaning::refused), fact.id << " " << spelling.text);
      if (!reading) {
        BOOST_TEST(reading.diagnostics().front().code == "facts.value.not_a_value");
        continue;
      }
      BOOST_TEST(reading->undecided == (spelling.meaning == SpellingMeaning::undecided), spelling.text);
      BOOST_TEST(reading->note == spelling.note);
      BOOST_TEST(reading->note_en == spelling.note_en);
      if (spelling.meaning == SpellingMeaning::member) {
        BOOST_TEST(test::id_text(reading) == spelling.target, fact.id << " " << spelling.text);
      } else {
        BOOST_TEST(reading->value.is_unknown(), spelling.text);
      }
    }
    if (fact.domain == nullptr) continue;
    for (const auto& member : fact.domain->members()) {
      for (const auto& text : {member.id, member.label}) {
        if (overridden.count(text) != 0) continue;
        BOOST_TEST(test::id_text(read(fact, Value(text))) == member.id, fact.id << " " << text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(say_every_note_in_both_languages) {
  for (const auto& fact : standard().definitions()) {
    for (const auto& spelling : fact.spellings) {
      if (spelling.meaning == SpellingMeaning::refused) {
        BOOST_TEST(!spelling.note_en.empty(), fact.id << " " << spelling.text);
      } else {
        BOOST_TEST(spelling.note.empty() == spelling.note_en.empty(), fact.id << " " << spelling.text);
      }
      if (spelling.meaning == SpellingMeaning::undecided) BOOST_TEST(!spelling.note.empty(), spelling.text);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
