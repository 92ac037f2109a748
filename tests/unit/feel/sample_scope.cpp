#include "feel/sample_scope.hpp"

#include <utility>

namespace tepei::feel::sample {

std::shared_ptr<const EnumDomain> education() {
  static const auto domain = std::make_shared<const EnumDomain>(
      "education", true,
      std::vector<EnumMember>{
          {"college", "大学专科"}, {"bachelor", "大学本科"}, {"master", "硕士研究生"}, {"doctor", "博士研究生"}});
  return domain;
}

std::shared_ptr<const EnumDomain> sex() {
  static const auto domain =
      std::make_shared<const EnumDomain>("sex", false, std::vector<EnumMember>{{"male", "男"}, {"female", "女"}});
  return domain;
}

namespace {

Scope build() {
  Scope scope;
  std::uint32_t slots = 0;
  const auto add = [&](std::string name, Type type, std::vector<std::string> aliases = {}) {
    scope.add({std::move(name), std::move(aliases), std::move(type), {Bank::facts, slots++}}).value();
  };
  for (const char* name :
       {"a", "b", "x", "y", "f", "a b", "a-b", "x and y", "v1.2", "Applicant", "C++", "名称（旧）"}) {
    add(name, {});
  }
  add("Applicant Age", TypeKind::number);
  add("age", TypeKind::number, {"周岁", "年龄"});
  add("birth date", TypeKind::date, {"出生日期"});
  add("start", TypeKind::date_and_time);
  add("ok", TypeKind::boolean, {"合格"});
  add("name", TypeKind::string);
  add("education", Type::enumeration(education()), {"学历"});
  add("sex", Type::enumeration(sex()), {"性别"});
  add("degrees", Type::list_of(Type::enumeration(education())));
  add("people",
      Type::list_of(Type::context_of(
          {{"age", TypeKind::number}, {"dept num", TypeKind::number}, {"degree", Type::enumeration(education())}})));
  scope.add_member_name("Monthly-Income");
  return scope;
}

}  // namespace

const Scope& scope() {
  static const Scope built = build();
  return built;
}

}  // namespace tepei::feel::sample
