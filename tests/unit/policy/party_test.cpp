#include "tepei/policy/party.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

namespace {

using namespace tepei::policy;

}  // namespace

BOOST_AUTO_TEST_SUITE(party)

BOOST_AUTO_TEST_CASE(every_party_is_complete_and_found_by_its_id) {
  std::set<std::string_view> ids;
  for (const Party& party : parties()) {
    BOOST_TEST(!party.zh.empty());
    BOOST_TEST(!party.en.empty());
    BOOST_TEST(find_party(party.id) == &party);
    ids.insert(party.id);
  }
  BOOST_TEST(ids.size() == party_count);
}

BOOST_AUTO_TEST_CASE(the_contracts_order_and_labels) {
  BOOST_TEST(parties().front().id == "trainee");
  BOOST_TEST(parties().back().id == "title_review_office");
  BOOST_TEST(find_party("provincial_department")->zh == "省（自治区）人社厅");
  BOOST_TEST(find_party("ministry_expert_centre")->zh == "人社部留学人员和专家服务中心");
}

BOOST_AUTO_TEST_CASE(nobody_else_is_a_party) {
  BOOST_TEST(find_party("village_head") == nullptr);
  BOOST_TEST(find_party("") == nullptr);
  BOOST_TEST(find_party("Trainee") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
