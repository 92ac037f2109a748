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

policy::Query query(const policy::Programme& programme, const char* track) {
  return programme.eligibility.bind({track, Date::parse("2025-03-21").value(), {}}).value();
}

std::string criteria(const policy::Programme& programme, const char* track) {
  std::string all;
  for (const std::string& id : query(programme, track).criteria()) all += id + " ";
  return all;
}

std::string cites(const policy::Programme& programme, const char* track) {
  std::string all;
  const policy::Decision decision = query(programme, track).decide(programme.facts()).value();
  for (const policy::Finding& finding : decision.findings) all += finding.cite + " ";
  return all;
}

// `age_limit=through_the_year,to_the_birthday `
std::string readings(const policy::Programme& programme) {
  std::string all;
  for (const policy::Reading& reading : programme.readings()) {
    for (const policy::ReadingOption& option : reading.options) {
      all += (&option == &reading.options.front() ? reading.id + "=" : ",") + option.id;
    }
    all += " ";
  }
  return all;
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
  BOOST_TEST(pack_text("inner-mongola-2025").empty());
  const auto refused = programme("inner-mongola-2025");
  BOOST_TEST_REQUIRE(refused.diagnostics().size() == 1U);
  BOOST_TEST(refused.diagnostics()[0].code == "catalog.programme.unknown");
  BOOST_TEST(refused.diagnostics()[0].message == "there is no built-in programme `inner-mongola-2025`");
  BOOST_TEST(refused.diagnostics()[0].help == "did you mean `inner-mongolia-2025`?");
  BOOST_TEST(!programme("").ok());
}

BOOST_AUTO_TEST_CASE(inner_mongolia_2025_has_the_names_of_the_contract) {
  const policy::Programme found = programme("inner-mongolia-2025").value();
  BOOST_TEST((found.tracks() == std::vector<std::string>{"northeast", "outside", "inside"}));
  BOOST_TEST((found.status() == policy::Status::in_force));
  BOOST_TEST(criteria(found, "northeast") == "division political northeast_measures ");
  BOOST_TEST(criteria(found, "outside") ==
             "territory division political ethnic_minority health age education_or_title ");
  BOOST_TEST(criteria(found, "inside") == "territory employer_level political health age education_or_title ");
  BOOST_TEST(readings(found) ==
             "age_limit=through_the_year,to_the_birthday birthday_counts=on_the_day,day_after "
             "or_scope=either,education_always term_end=day_before,corresponding_day "
             "allowance_months=by_day,whole_months ");
}

BOOST_AUTO_TEST_CASE(inner_mongolia_2022_has_the_names_of_the_contract) {
  const policy::Programme found = programme("inner-mongolia-2022").value();
  BOOST_TEST((found.tracks() == std::vector<std::string>{"outside", "inside"}));
  BOOST_TEST((found.status() == policy::Status::in_force));
  BOOST_TEST(criteria(found, "outside") == "territory political ethnic_minority health age education_or_title ");
  BOOST_TEST(criteria(found, "inside") == "territory origin political health age education_or_title ");
  BOOST_TEST(readings(found) ==
             "age_limit=through_the_year,to_the_birthday birthday_counts=on_the_day,day_after "
             "or_scope=either,education_always term_end=day_before,corresponding_day "
             "allowance_months=by_day,whole_months ");
  BOOST_TEST(cites(found, "outside") == "一（一） 三（一）1 三（一）2 三（一）2 三（一）2 三（一）3 ");
  BOOST_TEST(cites(found, "inside") == "一（一） 一（一） 三（二）1 三（二）2 三（二）2 三（二）3 ");
}

BOOST_AUTO_TEST_CASE(liaoning_2025_draft_has_the_names_of_the_contract) {
  const policy::Programme found = programme("liaoning-2025-draft").value();
  BOOST_TEST((found.tracks() == std::vector<std::string>{"standard"}));
  BOOST_TEST((found.status() == policy::Status::draft));
  BOOST_TEST(!found.instrument.effective_from.has_value());
  BOOST_TEST(criteria(found, "standard") ==
             "scope_division employer_type technical_post ethnic_minority title_level not_management "
             "not_former_trainee not_barred political ethics academic work_years retirement_distance "
             "language_and_computer health ");
  BOOST_TEST(readings(found) ==
             "senior_title_women=retire_at_60,retire_at_55 title_requirement=hard,soft "
             "relaxation_grounds=any,urgent_and_place below_60=exclusive,inclusive leave_days=calendar,working "
             "report_quarters=of_training,of_calendar term_end=day_before,corresponding_day ");
  BOOST_TEST(cites(found, "standard") ==
             "第二条 第六条（一） 第六条（一） 第六条（一） 第六条（一） 第六条（三） 第六条（三） 第二十八条（三） "
             "第七条（一） 第七条（二） 第七条（三） 第七条（四） 第七条（四） 第七条（五） 第七条（六） ");
}

BOOST_AUTO_TEST_CASE(inner_mongolia_2025_cites_the_clause_of_each_criterion) {
  const policy::Programme found = programme("inner-mongolia-2025").value();
  BOOST_TEST(cites(found, "northeast") == "二（一） 四第1段 四（一） ");
  BOOST_TEST(cites(found, "outside") == "二（二） 二（二） 四第1段 四（二）1 四（二）1 四（二）1 四（二）2 ");
  BOOST_TEST(cites(found, "inside") == "二（二） 四（三）1 四第1段 四（三）1 四（三）1 四（三）2 ");
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
