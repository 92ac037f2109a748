#include "tepei/value/enumeration.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using tepei::EnumDomain;
using tepei::EnumMember;
using tepei::EnumValue;

namespace {

EnumDomain education() {
  return {"education", true, {{"college", "大学专科"}, {"bachelor", "大学本科"}, {"master", "硕士研究生"}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(enumeration)

BOOST_AUTO_TEST_CASE(finds_members_by_id_and_by_label) {
  const EnumDomain domain = education();
  BOOST_TEST(domain.find("college").value() == 0);
  BOOST_TEST(domain.find("master").value() == 2);
  BOOST_TEST(domain.find("大学本科").value() == 1);
  BOOST_TEST(domain.name() == "education");
  BOOST_TEST(domain.ordered());
  BOOST_TEST(domain.ids() == (std::vector<std::string>{"college", "bachelor", "master"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(finds_nothing_but_exact_texts) {
  const EnumDomain domain = education();
  for (const char* text : {"", "Master", "master ", "maste", "硕士", "大学"}) BOOST_TEST(!domain.find(text), text);
}

BOOST_AUTO_TEST_CASE(an_id_goes_before_a_label_and_the_first_before_a_later_one) {
  const EnumDomain domain("odd", false, {{"x", "y"}, {"y", "z"}, {"w", "z"}, {"v", ""}});
  BOOST_TEST(domain.find("y").value() == 1);
  BOOST_TEST(domain.find("z").value() == 1);
  BOOST_TEST(!domain.find(""));
}

BOOST_AUTO_TEST_CASE(an_empty_domain_has_no_member) {
  const EnumDomain domain("none", false, {});
  BOOST_TEST(!domain.find("anything"));
  BOOST_TEST(domain.ids().empty());
}

BOOST_AUTO_TEST_CASE(copies_answer_like_the_original) {
  auto original = std::make_unique<EnumDomain>(education());
  const EnumDomain copy = *original;
  original.reset();
  BOOST_TEST(copy.find("硕士研究生").value() == 2);
}

BOOST_AUTO_TEST_CASE(holds_as_many_members_as_it_promises) {
  std::vector<EnumMember> members;
  for (int i = 0; i < 65'535; ++i) members.push_back({"id" + std::to_string(i), "label" + std::to_string(i)});
  const EnumDomain domain("large", false, std::move(members));
  BOOST_TEST(domain.find("id65534").value() == 65'534);
  BOOST_TEST(domain.find("label40000").value() == 40'000);
}

BOOST_AUTO_TEST_CASE(values_know_their_member) {
  const EnumDomain domain = education();
  const EnumDomain other = education();
  const EnumValue master{&domain, 2};
  BOOST_TEST(master.id() == "master");
  BOOST_TEST(master.label() == "硕士研究生");
  BOOST_TEST((master == EnumValue{&domain, 2}));
  BOOST_TEST(!(master == EnumValue{&domain, 1}));
  BOOST_TEST(!(master == EnumValue{&other, 2}));
}

BOOST_AUTO_TEST_SUITE_END()
