#include "policy/tabulation.hpp"

#include <boost/test/unit_test.hpp>

#include "sample.hpp"

namespace tepei::policy {
namespace {

using sample::criterion;
using sample::definition;

Tabulation tabulation(const std::string& condition) {
  const auto policy = Eligibility::build(definition({criterion("x", {{condition, Outcome::met, {}}})})).value();
  const Query query = policy.bind({"only", sample::as_of, {}}).value();
  return tabulate(query, reading_choices(query).front()).front();
}

std::size_t slot_of(const char* name) {
  return sample::letters()->slot(name).value();
}

Value number(const char* text) {
  return Decimal::parse(text).value();
}

BOOST_AUTO_TEST_SUITE(tabulation_of_a_criterion)

BOOST_AUTO_TEST_CASE(values_that_answer_alike_have_one_mark) {
  Tabulation table = tabulation("e >= \"middle\" or a");
  const auto domain = sample::letters()->at(slot_of("e")).domain;
  const auto mark = [&](std::uint16_t ordinal) { return table.mark(slot_of("e"), EnumValue{domain.get(), ordinal}); };
  BOOST_TEST(table.obstacle() == "");
  BOOST_TEST((mark(1) == mark(2)));
  BOOST_TEST((mark(0) != mark(1)));
}

BOOST_AUTO_TEST_CASE(numbers_are_told_apart_where_a_comparison_turns) {
  Tabulation table = tabulation("n >= 5");
  BOOST_TEST((table.way(slot_of("n")) == Tabulation::Way::intervals));
  BOOST_TEST(table.turns(slot_of("n")) == 1U);
  const auto mark = [&](const char* text) { return table.mark(slot_of("n"), number(text)); };
  BOOST_TEST((mark("0") == mark("4.999999999")));
  BOOST_TEST((mark("5") == mark("1000000")));
  BOOST_TEST((mark("5") != mark("4.999999999")));
}

BOOST_AUTO_TEST_CASE(a_number_between_two_places_or_beyond_all_is_asked_itself) {
  Tabulation table = tabulation("n >= 5");
  const auto mark = [&](const char* text) { return table.mark(slot_of("n"), number(text)); };
  BOOST_TEST((mark("4.9999999999999") != mark("5.0000000000001")));
  BOOST_TEST((mark("5.0000000000001") == mark("1e30")));
}

BOOST_AUTO_TEST_CASE(a_date_beside_an_enumeration_turns_once_for_each_member) {
  Tabulation table = tabulation("day >= (if e = \"low\" then @\"1980-01-01\" else @\"1990-01-01\")");
  BOOST_TEST(table.obstacle() == "");
  BOOST_TEST((table.way(slot_of("e")) == Tabulation::Way::members));
  BOOST_TEST(table.turns(slot_of("day")) == 2U);
}

BOOST_AUTO_TEST_CASE(a_number_that_turns_back_and_forth_is_asked_itself) {
  Tabulation table = tabulation("modulo(n, 2) = 0");
  BOOST_TEST(table.obstacle() == "");
  BOOST_TEST((table.way(slot_of("n")) == Tabulation::Way::answers));
  BOOST_TEST((table.mark(slot_of("n"), number("2")) == table.mark(slot_of("n"), number("4"))));
  BOOST_TEST((table.mark(slot_of("n"), number("2")) != table.mark(slot_of("n"), number("3"))));
}

BOOST_AUTO_TEST_CASE(dates_compared_with_each_other_are_an_obstacle) {
  BOOST_TEST(tabulation("day > since").obstacle() == "`day` is compared together with `since`");
  BOOST_TEST(tabulation("a and n > m").obstacle() == "`n` is compared together with `m`");
}

BOOST_AUTO_TEST_CASE(a_judgement_is_the_exact_one) {
  Tabulation table = tabulation("a or not(a)");
  std::vector<Value> facts;
  for (std::size_t slot = 0; slot < sample::letters()->size(); ++slot) facts.emplace_back(Unknown{FactSet::of(slot)});
  BOOST_TEST((table.judge(facts.data()).possible == OutcomeSet(Outcome::met)));
}

BOOST_AUTO_TEST_CASE(every_other_option_of_every_reading_is_a_choice) {
  auto written = definition({criterion("x", {{"a", Outcome::met, {}}}),
                             criterion("y", {{"if limit = \"one\" then a else b", Outcome::met, {}}})});
  written.readings = {{"limit", {{"one", {}}, {"two", {}}, {"three", {}}}, {}, ""}};
  const auto policy = Eligibility::build(std::move(written)).value();
  const auto choices = reading_choices(policy.bind({"only", sample::as_of, {{"limit", "two"}}}).value());
  BOOST_REQUIRE(choices.size() == 3U);
  BOOST_TEST(choices[0].changed == (std::vector<std::size_t>{0, 1}), boost::test_tools::per_element());
  BOOST_TEST(choices[1].changed == (std::vector<std::size_t>{1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::policy
