// The facts of contract section 2, in its order, under the headings rosters give them.
#include <string>
#include <utility>

#include "facts/code_sets.hpp"

namespace tepei::facts {

std::shared_ptr<const EnumDomain> sex_domain() {
  return std::make_shared<const EnumDomain>("sex", false, std::vector<EnumMember>{{"male", "男"}, {"female", "女"}});
}

std::vector<Spelling> sex_spellings() {
  return {{"1", SpellingMeaning::member, "male", {}, {}},    {"2", SpellingMeaning::member, "female", {}, {}},
          {"男性", SpellingMeaning::member, "male", {}, {}}, {"女性", SpellingMeaning::member, "female", {}, {}},
          {"0", SpellingMeaning::unknown, {}, {}, {}},       {"9", SpellingMeaning::unknown, {}, {}, {}},
          {"未知", SpellingMeaning::unknown, {}, {}, {}},    {"未知的性别", SpellingMeaning::unknown, {}, {}, {}},
          {"未说明", SpellingMeaning::unknown, {}, {}, {}},  {"未说明的性别", SpellingMeaning::unknown, {}, {}, {}}};
}

std::shared_ptr<const EnumDomain> former_grade_domain() {
  return std::make_shared<const EnumDomain>(
      "former_grade", false,
      std::vector<EnumMember>{
          {"excellent", "优秀"}, {"qualified", "合格"}, {"unqualified", "不合格"}, {"not_assessed", "未考核"}});
}

std::vector<Spelling> former_grade_spellings() {
  return {
      {"中断培养", SpellingMeaning::member, "not_assessed", {}, {}},
      {"未考核（中断培养）", SpellingMeaning::member, "not_assessed", {}, {}},
      {"无", SpellingMeaning::unknown, {}, "“无”不是考核等次，按未知计", "`无` is no grade and is taken as unknown"}};
}

namespace {

using Headings = std::vector<std::string>;

FactDefinition fact(std::string id, std::string label, FactKind kind, Headings headings) {
  FactDefinition definition;
  definition.id = std::move(id);
  definition.label = std::move(label);
  definition.headers = std::move(headings);
  definition.kind = kind;
  return definition;
}

FactDefinition date(std::string id, std::string label, Headings headings) {
  auto definition = fact(std::move(id), std::move(label), FactKind::date, std::move(headings));
  definition.not_after_as_of = true;
  return definition;
}

FactDefinition yes_or_no(std::string id, std::string label, Headings headings) {
  headings.push_back("是否" + label);
  return fact(std::move(id), std::move(label), FactKind::boolean, std::move(headings));
}

FactDefinition listed(std::string id, std::string label, std::shared_ptr<const EnumDomain> domain,
                      std::vector<Spelling> spellings, Headings headings) {
  auto definition = fact(std::move(id), std::move(label), FactKind::enumeration, std::move(headings));
  definition.domain = std::move(domain);
  definition.spellings = std::move(spellings);
  return definition;
}

FactDefinition name() {
  auto definition = fact("name", "姓名", FactKind::text,
                         {"名字", "人员姓名", "学员姓名", "申报人", "申报人姓名", "申请人", "申请人姓名", "full_name"});
  definition.carried_only = true;
  return definition;
}

FactDefinition profession_years() {
  auto definition =
      fact("profession_years", "从事本专业工作年限", FactKind::number,
           {"本专业工作年限", "从事本专业年限", "从事专业工作年限", "从事专业年限", "专业工作年限", "专业年限",
            "本专业年限", "从事本专业技术工作年限", "从事专业技术工作年限", "years_in_profession"});
  definition.minimum = Decimal(0);
  return definition;
}

FactDefinition division() {
  auto definition = fact("division", "工作单位所在行政区划", FactKind::code,
                         {"行政区划", "行政区划代码", "区划代码", "单位所在地", "工作单位所在地", "单位所在行政区划",
                          "单位所在地行政区划", "单位所在地行政区划代码", "所在行政区划", "所属行政区划",
                          "行政区划名称", "所在旗县", "所在旗县区", "单位所在旗县", "division_code"});
  definition.digits = 6;
  definition.prefixes = province_prefixes();
  definition.spellings = division_spellings();
  return definition;
}

FactDefinition worker_post() {
  auto definition = yes_or_no("worker_post", "工人岗位", {"是否工人", "工勤技能岗位", "是否工勤技能岗位"});
  definition.default_value = Value(false);
  return definition;
}

void add_person(std::vector<FactDefinition>& facts) {
  facts.push_back(name());
  facts.push_back(
      date("birth_date", "出生日期",
           {"出生年月", "出生年月日", "出生时间", "生日", "date_of_birth", "birthdate", "birthday", "dob"}));
  facts.push_back(listed("sex", "性别", sex_domain(), sex_spellings(), {"性别代码", "gender"}));
  facts.push_back(listed("ethnicity", "民族", ethnic_group_domain(), ethnic_group_spellings(),
                         {"民族代码", "民族成分", "民族成份", "族别", "ethnic_group"}));
  facts.push_back(
      listed("education", "学历", education_domain(), education_spellings(),
             {"最高学历", "文化程度", "学历层次", "学历代码", "学历名称", "受教育程度", "education_level"}));
  facts.push_back(listed("title_level", "职称级别", title_level_domain(), title_level_spellings(),
                         {"职称", "职称等级", "职称层级", "专业技术职务", "专业技术职务级别", "专业技术资格",
                          "专业技术资格级别", "资格级别", "专业技术职称", "专业技术职称级别", "技术职称", "现职称",
                          "现有职称", "现任专业技术职务", "现专业技术职务", "professional_title"}));
}

void add_work(std::vector<FactDefinition>& facts) {
  facts.push_back(date("work_start_date", "参加工作时间",
                       {"工作时间", "参加工作日期", "参加工作年月", "参加工作年月日", "首次参加工作时间",
                        "参加革命工作时间", "何时参加工作", "开始工作时间", "start_of_work"}));
  facts.push_back(profession_years());
  facts.push_back(listed("employer_type", "单位性质", employer_type_domain(), employer_type_spellings(),
                         {"单位类型", "单位类别", "所在单位性质", "工作单位性质", "所在单位类型", "工作单位类型",
                          "工作单位类别", "单位属性", "用人单位性质"}));
  facts.push_back(
      listed("employer_level", "单位层级", employer_level_domain(), employer_level_spellings(),
             {"单位隶属层级", "单位隶属关系", "隶属关系", "隶属层级", "所在单位层级", "单位所属层级", "工作单位层级"}));
  facts.push_back(division());
  facts.push_back(yes_or_no("technical_post", "从事专业技术工作",
                            {"专业技术岗位", "是否专业技术岗位", "专技岗位", "是否专技岗位", "是否专业技术人员"}));
  facts.push_back(yes_or_no("management_post", "从事管理工作", {"管理岗位", "是否管理岗位", "是否管理人员"}));
  facts.push_back(yes_or_no("former_trainee", "往届特培学员",
                            {"往届学员", "是否往届学员", "是否参加过特培", "是否参加过特殊培养"}));
  facts.push_back(listed("former_grade", "往届结业考核等次", former_grade_domain(), former_grade_spellings(),
                         {"往届考核等次", "往届考核结果", "往届结业考核结果", "结业考核等次"}));
  facts.push_back(worker_post());
}

void add_circumstances(std::vector<FactDefinition>& facts) {
  facts.push_back(yes_or_no("urgent_specialty", "急需紧缺专业", {"急需紧缺", "紧缺专业", "是否急需紧缺"}));
  facts.push_back(yes_or_no("hardship_area", "艰苦边远地区", {"艰苦边远", "是否艰苦边远"}));
  facts.push_back(yes_or_no("frontline", "基层一线", {"是否基层", "是否一线"}));
  facts.push_back(yes_or_no("can_continue_after_retirement", "退休后仍能继续发挥作用",
                            {"退休后能继续发挥作用", "退休后继续发挥作用"}));
}

// Facts that somebody vouches for.
void add_attested(std::vector<FactDefinition>& facts) {
  facts.push_back(yes_or_no("political_ok", "政治条件合格", {"政治条件", "政治合格", "政治条件是否合格"}));
  facts.push_back(yes_or_no("ethics_ok", "职业道德合格", {"职业道德", "职业道德是否合格"}));
  facts.push_back(yes_or_no("academic_ok", "业务骨干或学术技术带头人",
                            {"业务骨干", "学术技术带头人", "业务骨干或学术带头人", "是否业务骨干"}));
  facts.push_back(yes_or_no("language_and_computer_ok", "国家通用语言文字和计算机能力合格",
                            {"国家通用语言文字和计算机能力", "语言文字和计算机能力", "语言和计算机能力合格"}));
  facts.push_back(yes_or_no("healthy", "身心健康", {"身体健康", "健康", "是否健康"}));
  // Not 有无不良嗜好: there 无 says the opposite of no.
  facts.push_back(yes_or_no("no_bad_habits", "无不良嗜好", {}));
}

}  // namespace

std::vector<FactDefinition> standard_facts() {
  std::vector<FactDefinition> facts;
  add_person(facts);
  add_work(facts);
  add_circumstances(facts);
  add_attested(facts);
  facts.push_back(fact("field", "专业领域", FactKind::text,
                       {"专业", "从事专业", "现从事专业", "从事专业领域", "专业方向", "专业技术领域"}));
  return facts;
}

}  // namespace tepei::facts
