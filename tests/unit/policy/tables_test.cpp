// Tables of constants in a policy built by hand.
#include <boost/test/unit_test.hpp>

#include "policy/sample.hpp"

namespace tepei::policy {

namespace {

using sample::criterion;
using sample::definition;

Table steps() {
  Table table;
  table.id = "steps";
  table.source = "某办法";
  table.columns = {
      {"grade", CellKind::text}, {"least", CellKind::number}, {"from", CellKind::date}, {"open", CellKind::boolean}};
  table.rows = {{"", {"low", 5, sample::day("2020-01-01"), false}}, {"", {"high", 2, sample::day("2024-01-01"), true}}};
  return table;
}

Table named() {
  Table table = steps();
  table.id = "named";
  table.rows[0].id = "first";
  table.rows[1].id = "second";
  return table;
}

EligibilityDefinition with_tables(const std::string& when, std::vector<Table> tables) {
  EligibilityDefinition written = definition({criterion("only", {{when, Outcome::met, {}}})});
  written.tables = std::move(tables);
  return written;
}

Outcome outcome(const std::string& when, const sample::Given& given) {
  const auto built = Eligibility::build(with_tables(when, {steps(), named()}));
  BOOST_REQUIRE_MESSAGE(built.ok(), render(built.diagnostics()));
  return sample::check(*built, given).findings[0].outcome;
}

std::string problems(std::vector<Table> tables) {
  std::string found;
  const auto built = Eligibility::build(with_tables("true", std::move(tables)));
  for (const Diagnostic& problem : built.diagnostics()) found += problem.code + " " + problem.path + "\n";
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables)

BOOST_AUTO_TEST_CASE(rows_with_ids_are_members) {
  BOOST_TEST((outcome("n >= named.first.least", {{"n", 5}}) == Outcome::met));
  BOOST_TEST((outcome("n >= named.first.least", {{"n", 4}}) == Outcome::not_met));
  BOOST_TEST((outcome("day >= named.second.from", {{"day", sample::day("2024-01-01")}}) == Outcome::met));
  BOOST_TEST((outcome("named.second.open and a", {{"a", true}}) == Outcome::met));
}

BOOST_AUTO_TEST_CASE(rows_without_ids_are_a_list) {
  BOOST_TEST((outcome("n >= steps[2].least", {{"n", 2}}) == Outcome::met));
  BOOST_TEST((outcome("n >= steps[grade = \"high\"][1].least", {{"n", 2}}) == Outcome::met));
  BOOST_TEST((outcome("some step in steps satisfies n >= step.least and step.open", {{"n", 1}}) == Outcome::not_met));
  BOOST_TEST((outcome("n in steps.least", {{"n", 5}}) == Outcome::met));
}

BOOST_AUTO_TEST_CASE(a_text_of_a_table_is_a_member_of_the_enumeration_it_is_compared_with) {
  BOOST_TEST((outcome("e >= named.second.grade", {{"e", "high"}}) == Outcome::met));
  BOOST_TEST((outcome("e >= named.second.grade", {{"e", "middle"}}) == Outcome::not_met));
}

BOOST_AUTO_TEST_CASE(an_unknown_number_beside_a_constant_is_exact) {
  // Read twice, so that it must be completed, which needs the direction through the constant.
  const std::string when = "n / named.first.least >= 1 or n * named.first.least < 25";
  BOOST_TEST((outcome(when, {}) == Outcome::met));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_with_its_place) {
  BOOST_TEST(problems({steps(), named()}) == "");
  Table broken = named();
  broken.rows[1].id.clear();
  BOOST_TEST(problems({broken}) == "policy.table.row_ids /tables/0/rows/1\n");
  broken = named();
  broken.rows[1].id = "first";
  BOOST_TEST(problems({broken}) == "policy.id.duplicate /tables/0/rows/1/id\n");
  broken = steps();
  broken.columns[1].id = "grade";
  BOOST_TEST(problems({broken}) == "policy.id.duplicate /tables/0/columns/1/id\n");
  broken = steps();
  broken.rows[0].cells.pop_back();
  BOOST_TEST(problems({broken}) == "policy.table.cells /tables/0/rows/0\n");
  broken = steps();
  broken.rows[1].cells[2] = "2024-01-01";
  BOOST_TEST(problems({broken}) == "policy.table.cells /tables/0/rows/1/from\n");
  broken = steps();
  broken.columns.clear();
  broken.rows.clear();
  BOOST_TEST(problems({broken}) == "policy.table.no_columns /tables/0/columns\npolicy.table.no_rows /tables/0/rows\n");
  broken = steps();
  broken.clause = "9";
  BOOST_TEST(problems({broken}) == "policy.clause.unknown /tables/0/clause\n");
  BOOST_TEST(problems({steps(), steps()}) ==
             "policy.id.duplicate /tables/1/id\nfeel.scope.duplicate_name /tables/1/id\n");
  broken = steps();
  broken.id = "n";
  BOOST_TEST(problems({broken}) == "feel.scope.duplicate_name /tables/0/id\n");
}

BOOST_AUTO_TEST_CASE(kinds_of_cells_have_words) {
  for (const CellKind kind : {CellKind::text, CellKind::number, CellKind::date, CellKind::boolean}) {
    BOOST_TEST((parse_cell_kind(to_string(kind)) == kind));
  }
  BOOST_TEST(!parse_cell_kind("dates").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::policy
