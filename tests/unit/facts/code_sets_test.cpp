// The compiled code sets against the lists they were made from.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

using test::id_text;
using test::read_as;
using test::standard_fact;
using Rows = std::vector<std::vector<std::string>>;

std::filesystem::path shared_folder() {
  const char* given = std::getenv("TEPEI_SHARED");
  return given != nullptr ? std::filesystem::path(given) : std::filesystem::path(TEPEI_SOURCE_DIR) / ".." / "shared";
}

// The lists belong to the workshop, not to the repository: a clone elsewhere has nothing to compare with.
boost::test_tools::assertion_result lists_are_at_hand(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result result(std::filesystem::exists(shared_folder() / "domain"));
  result.message() << "no lists under " << shared_folder() << "; set TEPEI_SHARED";
  return result;
}

// The rows below the heading. Only a last column, which no test reads, is ever quoted.
Rows rows_of(const std::string& name) {
  std::ifstream file(shared_folder() / "domain" / name);
  BOOST_REQUIRE_MESSAGE(file.good(), name);
  Rows rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.pop_back();
    std::vector<std::string> row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    if (!row.empty()) rows.push_back(std::move(row));
  }
  BOOST_REQUIRE(!rows.empty());
  return rows;
}

BOOST_AUTO_TEST_SUITE(code_sets_suite, *boost::unit_test::precondition(lists_are_at_hand))

BOOST_AUTO_TEST_CASE(ethnic_groups_are_those_of_the_list) {
  const auto rows = rows_of("codes_ethnic_gbt3304.csv");
  const auto& members = standard_fact("ethnicity").domain->members();
  BOOST_REQUIRE_EQUAL(members.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    BOOST_TEST(members[i].id == rows[i][0]);
    BOOST_TEST(members[i].label == rows[i][1]);
    const std::string expected = rows[i][0] >= "97" ? "undecided" : rows[i][0];
    BOOST_TEST(id_text(read_as("ethnicity", rows[i][0])) == expected);
    BOOST_TEST(id_text(read_as("ethnicity", rows[i][1])) == expected);
  }
}

// What each row of the list counts as, from contract section 2: a completed level as itself, 结业 and 肄业 as the level
// below what the completed code counts as.
std::string expected_education(const std::map<std::string, std::string>& counts_as, const std::string& code) {
  static const std::map<std::string, std::string> levels = {
      {"doctor", "doctor"},           {"master", "master"},
      {"bachelor", "bachelor"},       {"college", "college"},
      {"graduate_class", "bachelor"}, {"ordinary_class", "college"},
      {"secondary", "below_college"}, {"lower", "below_college"},
      {"other", "undecided"},         {"group", "refused"}};
  static const std::map<std::string, std::string> below = {
      {"doctor", "master"}, {"master", "bachelor"}, {"bachelor", "college"}, {"college", "below_college"}};
  const auto& kind = counts_as.at(code);
  if (kind != "not_completed") return levels.at(kind);
  auto completed = code;  // 12 and 13 belong to 11, 15 and 16 to 14, and so on: the nearest row above that is completed
  while (counts_as.at(completed) == "not_completed") {
    completed = std::to_string(std::stoi(completed) - 1);
  }
  return below.at(levels.at(counts_as.at(completed)));
}

BOOST_AUTO_TEST_CASE(education_is_that_of_the_list) {
  const auto rows = rows_of("codes_education_gbt4658.csv");
  std::map<std::string, std::string> counts_as;
  for (const auto& row : rows) counts_as[row[0]] = row[2];
  for (const auto& row : rows) {
    const auto expected = expected_education(counts_as, row[0]);
    for (const auto& text : {row[0], row[1]}) {
      const auto reading = read_as("education", text);
      if (expected == "refused") {
        BOOST_TEST(test::refusal_of(reading).code == "facts.value.not_a_value", text);
        continue;
      }
      BOOST_TEST(id_text(reading) == expected, text);
      const bool counts_as_itself =
          row[2] != "not_completed" && row[2] != "graduate_class" && row[2] != "ordinary_class" && row[2] != "other";
      BOOST_TEST(reading->note.empty() == counts_as_itself, text);
    }
  }
}

BOOST_AUTO_TEST_CASE(title_levels_are_those_of_the_list) {
  const std::map<std::string, std::string> by_rank = {{"4", "senior"}, {"3", "associate_senior"}, {"2", "middle"},
                                                      {"1", "junior"}, {"0", "junior"},           {"-1", "none"}};
  for (const auto& row : rows_of("codes_title_level_gbt12407.csv")) {
    for (const auto& text : {row[0], row[1]}) {
      const auto reading = read_as("title_level", text);
      BOOST_TEST(id_text(reading) == by_rank.at(row[2]), text);
      BOOST_TEST(reading->note.empty() == (row[0] != "410" && row[0] != "499"), text);
    }
  }
}

BOOST_AUTO_TEST_CASE(divisions_are_those_of_the_list) {
  const auto rows = rows_of("divisions_ln_nmg.csv");
  std::map<std::string, int> uses;
  for (const auto& row : rows) ++uses[row[1]];
  for (const auto& row : rows) {
    BOOST_TEST(id_text(read_as("division", row[0])) == row[0]);
    BOOST_REQUIRE_EQUAL(uses[row[1]], 1);
    BOOST_TEST(id_text(read_as("division", row[1])) == row[0], row[1]);
    if (!row[4].empty()) BOOST_TEST(id_text(read_as("division", row[4] + row[1])) == row[0], row[4] + row[1]);
  }
  BOOST_TEST(id_text(read_as("division", "内蒙古自治区呼和浩特市新城区")) == "150102");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
