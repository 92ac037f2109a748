#include "tepei/catalog/catalog.hpp"

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tepei/tepei.hpp"

namespace tepei::catalog {

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::filesystem::path packs_folder() {
  return std::filesystem::path(TEPEI_SOURCE_DIR) / "src/catalog/packs";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalog_of_packs)

BOOST_AUTO_TEST_CASE(every_pack_file_is_a_programme) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(packs_folder())) files.push_back(entry.path().stem());
  std::sort(files.begin(), files.end());
  BOOST_TEST(programmes() == files, boost::test_tools::per_element());
  BOOST_TEST(std::count(files.begin(), files.end(), "inner-mongolia-2025") == 1);
}

BOOST_DATA_TEST_CASE(a_built_in_programme_is_its_file, boost::unit_test::data::make(programmes()), id) {
  BOOST_TEST(pack_text(id) == read_file(packs_folder() / (id + ".json")));
  const auto found = programme(id);
  BOOST_TEST_REQUIRE(found.ok(), render(found.diagnostics()));
  BOOST_TEST(found->id == id);
  BOOST_TEST(found->digest == pack::digest(*found));
  BOOST_TEST(pack::load(pack_text(id)).value().digest == found->digest);
}

BOOST_AUTO_TEST_CASE(an_unknown_programme_is_told_with_the_nearest) {
  BOOST_TEST(pack_text("inner-mongolia-2052").empty());
  const auto refused = programme("inner-mongolia-2052");
  BOOST_TEST_REQUIRE(refused.diagnostics().size() == 1U);
  BOOST_TEST(refused.diagnostics()[0].code == "catalog.programme.unknown");
  BOOST_TEST(refused.diagnostics()[0].message == "there is no built-in programme `inner-mongolia-2052`");
  BOOST_TEST(refused.diagnostics()[0].help == "did you mean `inner-mongolia-2025`?");
  BOOST_TEST(!programme("").ok());
}

BOOST_AUTO_TEST_CASE(inner_mongolia_2025_has_the_names_of_the_contract) {
  const policy::Programme found = programme("inner-mongolia-2025").value();
  BOOST_TEST((found.tracks() == std::vector<std::string>{"northeast", "outside", "inside"}));
  BOOST_TEST((found.status() == policy::Status::in_force));
  const auto criteria = [&](const char* track) {
    return found.eligibility.bind({track, Date::parse("2025-03-21").value(), {}}).value().criteria();
  };
  BOOST_TEST((criteria("northeast") == std::vector<std::string>{"division", "political", "northeast_measures"}));
  BOOST_TEST((criteria("outside") == std::vector<std::string>{"territory", "division", "political", "ethnic_minority",
                                                              "health", "age", "education_or_title"}));
  BOOST_TEST((criteria("inside") == std::vector<std::string>{"territory", "employer_level", "political", "health",
                                                             "age", "education_or_title"}));
  std::vector<std::string> readings;
  for (const policy::Reading& reading : found.readings()) {
    for (const policy::ReadingOption& option : reading.options) readings.push_back(reading.id + "=" + option.id);
  }
  BOOST_TEST((readings == std::vector<std::string>{"age_limit=through_the_year", "age_limit=to_the_birthday",
                                                   "birthday_counts=on_the_day", "birthday_counts=day_after",
                                                   "or_scope=either", "or_scope=education_always"}));
}

BOOST_AUTO_TEST_CASE(inner_mongolia_2025_cites_the_clause_of_each_criterion) {
  const policy::Programme found = programme("inner-mongolia-2025").value();
  const auto cites = [&](const char* track) {
    facts::Facts facts = found.facts();
    std::string all;
    const auto decision = found.eligibility.check(facts, {track, Date::parse("2025-03-21").value(), {}}).value();
    for (const policy::Finding& finding : decision.findings) all += finding.cite + " ";
    return all;
  };
  BOOST_TEST(cites("northeast") == "二（一） 四第1段 四（一） ");
  BOOST_TEST(cites("outside") == "二（二） 二（二） 四第1段 四（二）1 四（二）1 四（二）1 四（二）2 ");
  BOOST_TEST(cites("inside") == "二（二） 四（三）1 四第1段 四（三）1 四（三）1 四（三）2 ");
}

BOOST_AUTO_TEST_CASE(the_umbrella_header_is_enough) {
  const Programme found = tepei::programme("inner-mongolia-2025").value();
  Facts facts = found.facts();
  facts.set("出生日期", "1985-06-15").value();
  const Decision decision = found.eligibility.check(facts, {"outside", Date::parse("2025-03-21").value(), {}}).value();
  BOOST_TEST((decision.verdict == Verdict::undetermined));
  BOOST_TEST(tepei::load(pack_text("inner-mongolia-2025")).value().digest == found.digest);
  BOOST_TEST(tepei::programmes() == programmes(), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::catalog
