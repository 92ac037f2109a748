#include "tepei/facts/facts.hpp"

#include <boost/test/unit_test.hpp>

#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

std::size_t slot(const Facts& facts, std::string_view name) {
  return *facts.schema()->find(name);
}

struct Empty {
  Facts facts{FactSchema::standard()};
};

BOOST_FIXTURE_TEST_SUITE(facts_suite, Empty)

// Contract section 2: an absent fact is unknown; the worker post alone is taken as false, and said.
BOOST_AUTO_TEST_CASE(begin_unknown_each_with_its_own_slot) {
  const auto worker = slot(facts, "worker_post");
  for (std::size_t i = 0; i < facts.schema()->size(); ++i) {
    if (i == worker) continue;
    BOOST_TEST(facts.at(i).is_unknown());
    BOOST_TEST((facts.at(i).unknown_facts() == FactSet::of(i)));
  }
  BOOST_TEST(identical(facts.at(worker), Value(false)));
  BOOST_TEST((facts.defaulted() == FactSet::of(worker)));
  BOOST_TEST(facts.undecided().empty());
  BOOST_TEST(facts.notes().empty());
  BOOST_TEST(&facts.at(0) == facts.values());
}

BOOST_AUTO_TEST_CASE(are_set_by_any_name) {
  BOOST_TEST(facts.set("出生年月", Value("1985.06")).ok());
  BOOST_TEST(facts.set("Sex", Value("女")).ok());
  BOOST_TEST(identical(facts.at(slot(facts, "birth_date")), Value(*Date::from_civil(1985, 6, 1))));
  BOOST_TEST(facts.at(slot(facts, "sex")).get_if<EnumValue>()->id() == "female");
  BOOST_REQUIRE_EQUAL(facts.notes().size(), 1U);
  BOOST_TEST(facts.notes()[0].slot == slot(facts, "birth_date"));
  BOOST_TEST(!facts.notes()[0].text.empty());
  BOOST_TEST(!facts.notes()[0].text_en.empty());
}

BOOST_AUTO_TEST_CASE(stay_as_they_were_on_error) {
  BOOST_TEST(facts.set("birth_date", Value("1985.06")).ok());
  const auto bad = facts.set("birth_date", Value("2025-02-30"));
  BOOST_REQUIRE(!bad.ok());
  BOOST_TEST(bad.diagnostics().front().code == "facts.value.impossible_date");
  BOOST_TEST(identical(facts.at(slot(facts, "birth_date")), Value(*Date::from_civil(1985, 6, 1))));
  BOOST_TEST(facts.notes().size() == 1U);
  const auto unknown = facts.set("brith_date", Value("1985-06-01"));
  BOOST_REQUIRE(!unknown.ok());
  BOOST_TEST(unknown.diagnostics().front().code == "facts.name.unknown");
}

BOOST_AUTO_TEST_CASE(a_later_value_replaces_value_and_note) {
  BOOST_TEST(facts.set("birth_date", Value("1985.06")).ok());
  BOOST_TEST(facts.set("birth_date", Value("1985-06-02")).ok());
  BOOST_TEST(facts.notes().empty());
  BOOST_TEST(facts.set("birth_date", Value(Null{})).ok());
  BOOST_TEST((facts.at(slot(facts, "birth_date")).unknown_facts() == FactSet::of(slot(facts, "birth_date"))));
}

BOOST_AUTO_TEST_CASE(an_undecided_value_is_unknown_and_marked) {
  const auto ethnicity = slot(facts, "ethnicity");
  BOOST_TEST(facts.set("民族", Value("97")).ok());
  BOOST_TEST((facts.undecided() == FactSet::of(ethnicity)));
  BOOST_TEST((facts.at(ethnicity).unknown_facts() == FactSet::of(ethnicity)));
  BOOST_TEST(facts.notes().size() == 1U);
  BOOST_TEST(facts.set("民族", Value("01")).ok());
  BOOST_TEST(facts.undecided().empty());
  BOOST_TEST(facts.notes().empty());
}

BOOST_AUTO_TEST_CASE(null_and_unknown_keep_the_default) {
  const auto worker = slot(facts, "worker_post");
  BOOST_TEST(facts.set("worker_post", Value(true)).ok());
  BOOST_TEST(facts.defaulted().empty());
  BOOST_TEST(identical(facts.at(worker), Value(true)));
  for (const auto& given : {Value(Null{}), Value(), Value("")}) {
    BOOST_TEST(facts.set("工人岗位", given).ok());
    BOOST_TEST((facts.defaulted() == FactSet::of(worker)));
    BOOST_TEST(identical(facts.at(worker), Value(false)));
  }
  BOOST_TEST(facts.set("worker_post", Value(false)).ok());
  BOOST_TEST(facts.defaulted().empty());
}

BOOST_AUTO_TEST_CASE(clear_forgets_everything) {
  BOOST_TEST(facts.set("worker_post", Value(true)).ok());
  BOOST_TEST(facts.set("民族", Value("98")).ok());
  facts.clear();
  const Facts fresh(facts.schema());
  for (std::size_t i = 0; i < facts.schema()->size(); ++i) BOOST_TEST(identical(facts.at(i), fresh.at(i)));
  BOOST_TEST((facts.defaulted() == fresh.defaulted()));
  BOOST_TEST(facts.undecided().empty());
  BOOST_TEST(facts.notes().empty());
}

BOOST_AUTO_TEST_CASE(text_where_a_number_belongs_depends_on_the_strictness) {
  BOOST_TEST(!facts.set("profession_years", Value("12")).ok());
  BOOST_TEST(facts.set("profession_years", Value("12"), Strictness::as_written).ok());
  BOOST_TEST(identical(facts.at(slot(facts, "profession_years")), Value(12)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
