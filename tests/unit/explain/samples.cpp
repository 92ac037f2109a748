#include "explain/samples.hpp"

#include <algorithm>

namespace tepei::explain::samples {

namespace {

using policy::Clause;
using policy::ClauseKind;

Clause clause(const char* id, const char* cite, const char* text) {
  return {id, cite, text, ClauseKind::computed, {}};
}

const facts::FactDefinition& definition_of(const std::string& id) {
  static const std::vector<facts::FactDefinition> all = facts::standard_facts();
  return *std::find_if(all.begin(), all.end(), [&](const auto& fact) { return fact.id == id; });
}

}  // namespace

Sample inner_mongolia() {
  Sample sample;
  sample.instrument.title = "关于开展2025年度内蒙古自治区专业技术人才特殊培养工作的通知";
  sample.definition.facts = facts::FactSchema::standard();
  sample.definition.tracks = {{"northeast", {"东北地区项目", "northeast project"}},
                              {"outside", {"自治区区外", "outside the region"}},
                              {"inside", {"自治区区内", "inside the region"}}};
  sample.definition.clauses = {
      clause("2.1", "二（一）",
             "（一）东北地区特培项目为区外培养项目，面向自治区东部5个盟市（呼伦贝尔市、兴安盟、通辽市、赤峰市、锡林郭勒"
             "盟，"
             "以下简称东部5盟市）选拔学员。"),
      clause("4.0", "四",
             "学员须政治立场坚定，拥护中国共产党的领导，以铸牢中华民族共同体意识为工作主线，自觉维护祖国统一、民族团结"
             "和社会稳定，"
             "热爱祖国，遵纪守法，践行社会主义核心价值观。"),
      clause("4.1", "四（一）",
             "（一）东北地区特培项目学员依据《“东北地区少数民族专业技术人才特殊培养”内蒙古自治区学员管理办法》有关要求"
             "推荐选拔。"),
      clause("4.2.1", "四（二）1", "1.少数民族，身心健康，年龄在45周岁以下；"),
      clause("4.2.2", "四（二）2", "2.硕士研究生及以上学历且从事本专业工作5年以上，或具备副高级及以上职称。")};
  sample.definition.documents = {
      {"trainee_measures", "《“东北地区少数民族专业技术人才特殊培养”内蒙古自治区学员管理办法》", "4.1"}};
  sample.definition.readings = {{"age_limit",
                                 {{"through_the_year", {"至满46周岁之前", "until the 46th birthday"}},
                                  {"to_the_birthday", {"至满45周岁当日", "until the 45th birthday"}}},
                                 {"实践中按周岁计算", "practice counts full years"},
                                 "4.2.1"}};
  sample.definition.derived = {{"age", {"周岁", "age"}, "full years(birth_date, as_of)", "4.2.1"}};
  return sample;
}

Sample liaoning() {
  Sample sample;
  sample.instrument.title = "辽宁省少数民族专业技术人才特殊培养工作实施细则（征求意见稿）";
  sample.instrument.status = policy::Status::draft;
  sample.definition.facts = facts::FactSchema::standard();
  sample.definition.tracks = {{"standard", {"特殊培养", "special training"}}};
  sample.definition.clauses = {
      clause(
          "6.1", "第六条（一）",
          "（一）少数民族自治县、享受少数民族地区待遇的县级市国有企事业单位、非公有制经济组织中，从事专业技术工作的，"
          "具有中、高级职称的少数民族专业技术人员。"),
      clause("6.3", "第六条（三）", "（三）从事管理工作的专业技术人员、往届特培学员一般不作为选拔培养对象。"),
      clause("7.4", "第七条（四）",
             "（四）参加工作时间不少于5年，距法定退休年龄原则上10年以上，退休后仍然能够继续发挥作用的个别急需紧缺专业和"
             "艰苦边远地区、"
             "基层一线的专业技术人才，距法定退休年龄可适当放宽至5年以上。")};
  sample.definition.derived = {
      {"statutory_retirement_date", {"法定退休日期", "statutory retirement date"}, "…", "7.4"}};
  return sample;
}

Date day(const char* text) {
  return Date::parse(text).value();
}

Value member(const char* fact, const char* id) {
  const EnumDomain& domain = *definition_of(fact).domain;
  return EnumValue{&domain, domain.find(id).value()};
}

policy::PartRead atom(std::string text, Value value) {
  return {feel::Connective::atom, std::move(text), std::move(value), {}};
}

policy::PartRead not_reached(std::string text) {
  return {feel::Connective::atom, std::move(text), std::nullopt, {}};
}

policy::PartRead joined(feel::Connective connective, std::string text, Value value,
                        std::vector<policy::PartRead> parts) {
  return {connective, std::move(text), std::move(value), std::move(parts)};
}

policy::RuleRead rule(policy::Outcome outcome, policy::PartRead condition) {
  Value holds = condition.value.value_or(Value(Null{}));
  return {outcome, std::move(holds), std::move(condition)};
}

policy::ValueRead fact(const char* id, Value value) {
  return {id, {definition_of(id).label, ""}, std::move(value), false, ""};
}

policy::ValueRead derived(const char* id, policy::LocalText label, Value value, const char* cite) {
  return {id, std::move(label), std::move(value), true, cite};
}

policy::Finding finding(const Sample& sample, const char* criterion, policy::LocalText label, policy::Outcome outcome,
                        const char* clause) {
  policy::Finding result;
  result.criterion = criterion;
  result.label = std::move(label);
  result.outcome = outcome;
  const auto& clauses = sample.definition.clauses;
  const auto found =
      std::find_if(clauses.begin(), clauses.end(), [&](const Clause& known) { return known.id == clause; });
  if (found != clauses.end()) {
    result.cite = found->cite;
    result.text = found->text;
  }
  return result;
}

}  // namespace tepei::explain::samples
