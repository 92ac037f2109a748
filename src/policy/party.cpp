#include "tepei/policy/party.hpp"

#include <algorithm>

namespace tepei::policy {

namespace {

constexpr std::array<Party, party_count> known_parties{{
    {"trainee", "学员", "trainee"},
    {"group_leader", "内部管理小组负责人", "leader of the internal management group"},
    {"sending_unit", "选送单位", "sending unit"},
    {"training_unit", "培养单位", "training unit"},
    {"county_bureau", "县（市）人社局", "county human resources bureau"},
    {"city_bureau", "市人社局／盟市人社局", "city (league) human resources bureau"},
    {"provincial_department", "省（自治区）人社厅", "provincial (regional) department of human resources"},
    {"expert_panel", "专家", "panel of experts"},
    {"ministry", "人社部", "Ministry of Human Resources and Social Security"},
    {"ministry_of_finance", "财政部", "Ministry of Finance"},
    {"ministry_expert_centre", "人社部留学人员和专家服务中心",
     "Service Centre for Overseas-Educated Personnel and Experts of the Ministry of Human Resources"},
    {"service_centre", "自治区人事人才公共服务中心", "regional public service centre for personnel and talent"},
    {"group", "内部管理小组", "internal management group"},
    {"party_group", "厅党组", "Party group of the department"},
    {"regional_department", "厅局（高校）", "regional department or university"},
    {"specialist_department", "人社部专业技术人员管理司",
     "Department of Professional and Technical Personnel of the Ministry of Human Resources"},
    {"mentor", "培养导师", "mentor"},
    {"title_review_office", "职称评审委员会办事机构", "office of the title review committee"},
}};

}  // namespace

const std::array<Party, party_count>& parties() noexcept {
  return known_parties;
}

const Party* find_party(std::string_view id) noexcept {
  const auto* found =
      std::find_if(known_parties.begin(), known_parties.end(), [id](const Party& party) { return party.id == id; });
  return found == known_parties.end() ? nullptr : found;
}

}  // namespace tepei::policy
