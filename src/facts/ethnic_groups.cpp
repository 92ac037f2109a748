// GB/T 3304-1991, names and codes of the ethnic groups of China.
#include <array>
#include <string>

#include "facts/code_sets.hpp"

namespace tepei::facts {
namespace {

struct EthnicGroup {
  std::string_view code;
  std::string_view name;
};

constexpr std::array<EthnicGroup, 58> groups = {{
    {"01", "汉族"},       {"02", "蒙古族"},
    {"03", "回族"},       {"04", "藏族"},
    {"05", "维吾尔族"},   {"06", "苗族"},
    {"07", "彝族"},       {"08", "壮族"},
    {"09", "布依族"},     {"10", "朝鲜族"},
    {"11", "满族"},       {"12", "侗族"},
    {"13", "瑶族"},       {"14", "白族"},
    {"15", "土家族"},     {"16", "哈尼族"},
    {"17", "哈萨克族"},   {"18", "傣族"},
    {"19", "黎族"},       {"20", "傈僳族"},
    {"21", "佤族"},       {"22", "畲族"},
    {"23", "高山族"},     {"24", "拉祜族"},
    {"25", "水族"},       {"26", "东乡族"},
    {"27", "纳西族"},     {"28", "景颇族"},
    {"29", "柯尔克孜族"}, {"30", "土族"},
    {"31", "达斡尔族"},   {"32", "仫佬族"},
    {"33", "羌族"},       {"34", "布朗族"},
    {"35", "撒拉族"},     {"36", "毛南族"},
    {"37", "仡佬族"},     {"38", "锡伯族"},
    {"39", "阿昌族"},     {"40", "普米族"},
    {"41", "塔吉克族"},   {"42", "怒族"},
    {"43", "乌孜别克族"}, {"44", "俄罗斯族"},
    {"45", "鄂温克族"},   {"46", "德昂族"},
    {"47", "保安族"},     {"48", "裕固族"},
    {"49", "京族"},       {"50", "塔塔尔族"},
    {"51", "独龙族"},     {"52", "鄂伦春族"},
    {"53", "赫哲族"},     {"54", "门巴族"},
    {"55", "珞巴族"},     {"56", "基诺族"},
    {"97", "其他"},       {"98", "外国血统中国籍人士"},
}};

constexpr std::string_view name_ending = "族";

Spelling undecided(std::string_view text, const EthnicGroup& group) {
  const std::string what = std::string(group.code) + "（" + std::string(group.name) + "）";
  const std::string what_en = std::string(group.code) + " (" + std::string(group.name) + ")";
  return {std::string(text), SpellingMeaning::undecided, std::string(group.code),
          "民族代码" + what + "是否属于少数民族，政策文本没有规定，须由主管部门认定",
          "the texts do not say whether ethnic code " + what_en + " is a minority; the authority has to decide"};
}

}  // namespace

std::shared_ptr<const EnumDomain> ethnic_group_domain() {
  std::vector<EnumMember> members;
  members.reserve(groups.size());
  for (const auto& group : groups) members.push_back({std::string(group.code), std::string(group.name)});
  return std::make_shared<const EnumDomain>("ethnicity", false, std::move(members));
}

std::vector<Spelling> ethnic_group_spellings() {
  std::vector<Spelling> spellings;
  for (const auto& group : groups) {
    const bool is_group = group.code < std::string_view("97");
    if (is_group) {
      const auto short_name = group.name.substr(0, group.name.size() - name_ending.size());
      spellings.push_back({std::string(short_name), SpellingMeaning::member, std::string(group.code), {}, {}});
    } else {
      spellings.push_back(undecided(group.code, group));
      spellings.push_back(undecided(group.name, group));
    }
  }
  spellings.push_back({"蒙族", SpellingMeaning::member, "02", {}, {}});
  spellings.push_back({"维族", SpellingMeaning::member, "05", {}, {}});
  return spellings;
}

}  // namespace tepei::facts
