// Kinds and levels of employers, and what rosters call them.
#include <array>
#include <string>

#include "facts/code_sets.hpp"

namespace tepei::facts {
namespace {

constexpr std::array<CommonWord, 26> type_words = {{
    {"党政机关", "government_agency"},
    {"国家机关", "government_agency"},
    {"政府机关", "government_agency"},
    {"行政机关", "government_agency"},
    {"机关单位", "government_agency"},
    {"事业", "public_institution"},
    {"国企", "state_enterprise"},
    {"国有独资企业", "state_enterprise"},
    {"国有控股企业", "state_enterprise"},
    {"中央企业", "state_enterprise"},
    {"央企", "state_enterprise"},
    {"非公", "private_sector"},
    {"非公有制", "private_sector"},
    {"非公企业", "private_sector"},
    {"非公有制企业", "private_sector"},
    {"非公经济组织", "private_sector"},
    {"民营企业", "private_sector"},
    {"民企", "private_sector"},
    {"私营企业", "private_sector"},
    {"私企", "private_sector"},
    {"外资企业", "private_sector"},
    {"社会团体", "social_organization"},
    {"民办非企业单位", "social_organization"},
    {"民办非企业", "social_organization"},
    {"社会服务机构", "social_organization"},
    {"基金会", "social_organization"},
}};

constexpr std::array<CommonWord, 36> level_words = {{
    {"乡镇", "township"},   {"乡", "township"},       {"镇", "township"},         {"乡级", "township"},
    {"乡镇级", "township"}, {"苏木", "township"},     {"苏木乡镇", "township"},   {"街道", "township"},
    {"村", "township"},     {"嘎查", "township"},     {"旗县区", "county"},       {"旗县", "county"},
    {"旗", "county"},       {"县", "county"},         {"县区", "county"},         {"区县", "county"},
    {"县级", "county"},     {"旗县级", "county"},     {"县（市、区）", "county"}, {"旗县（市、区）", "county"},
    {"盟", "city"},         {"市", "city"},           {"市级", "city"},           {"地市", "city"},
    {"地市级", "city"},     {"盟市级", "city"},       {"市直", "city"},           {"盟市直", "city"},
    {"自治区直", "region"}, {"自治区直属", "region"}, {"区直", "region"},         {"区直单位", "region"},
    {"省直", "region"},     {"省直单位", "region"},   {"自治区级", "region"},     {"省级", "region"},
}};

Spelling refused(std::string text, std::string help) {
  return {std::move(text), SpellingMeaning::refused, {}, {}, std::move(help)};
}

}  // namespace

std::shared_ptr<const EnumDomain> employer_type_domain() {
  return std::make_shared<const EnumDomain>("employer_type", false,
                                            std::vector<EnumMember>{{"government_agency", "机关"},
                                                                    {"public_institution", "事业单位"},
                                                                    {"state_enterprise", "国有企业"},
                                                                    {"private_sector", "非公有制经济组织"},
                                                                    {"social_organization", "社会组织"}});
}

std::vector<Spelling> employer_type_spellings() {
  std::vector<Spelling> spellings;
  add(spellings, type_words);
  spellings.push_back(refused("企业", "write `国有企业` or `非公有制经济组织`"));
  spellings.push_back(refused("国有企事业单位", "write `国有企业` or `事业单位`"));
  spellings.push_back(refused("机关事业单位", "write `机关` or `事业单位`"));
  return spellings;
}

std::shared_ptr<const EnumDomain> employer_level_domain() {
  return std::make_shared<const EnumDomain>(
      "employer_level", true,
      std::vector<EnumMember>{
          {"township", "乡镇及以下"}, {"county", "旗县（区）"}, {"city", "盟市"}, {"region", "自治区（省）直"}});
}

std::vector<Spelling> employer_level_spellings() {
  std::vector<Spelling> spellings;
  add(spellings, level_words);
  // 区 is a district, or in 区直 the whole autonomous region.
  spellings.push_back(refused("区", "write `旗县区` for a district or `自治区直` for the region"));
  spellings.push_back(refused("区级", "write `旗县区` for a district or `自治区直` for the region"));
  return spellings;
}

}  // namespace tepei::facts
