// Loads every pack under tests/packs and compares what is said of it with what is expected (see the README there).
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tepei/pack/dump.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::pack {

namespace {

const std::string expected_ending = ".expected.json";

std::vector<std::string> packs() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(TEPEI_SOURCE_DIR) + "/tests/packs")) {
    const std::string path = entry.path().string();
    const bool is_expected =
        path.size() > expected_ending.size() &&
        path.compare(path.size() - expected_ending.size(), std::string::npos, expected_ending) == 0;
    if (entry.path().extension() == ".json" && !is_expected) found.push_back(path);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string place(const std::string& code, const std::string& file, const std::string& path, std::size_t line,
                  std::size_t column) {
  return code + " " + file + " " + path + " " + std::to_string(line) + ":" + std::to_string(column);
}

std::vector<std::string> expected_of(const std::string& pack) {
  std::ifstream file(std::filesystem::path(pack).replace_extension(expected_ending));
  std::vector<std::string> places;
  for (const auto& entry : nlohmann::json::parse(file)) {
    places.push_back(
        place(entry.at("code"), entry.value("file", ""), entry.at("path"), entry.at("line"), entry.at("column")));
  }
  return places;
}

std::vector<std::string> found_in(const Diagnostics& diagnostics) {
  std::vector<std::string> places;
  for (const Diagnostic& problem : diagnostics) {
    BOOST_TEST_REQUIRE(problem.position.has_value(), "no position: " << problem.code);
    const std::string file = std::filesystem::path(problem.file).filename().string();
    places.push_back(place(problem.code, file, problem.path, problem.position->line, problem.position->column));
  }
  return places;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(packs_as_data)

BOOST_DATA_TEST_CASE(what_is_said_of, boost::unit_test::data::make(packs()), file) {
  const auto programme = load_file(file);
  BOOST_TEST(found_in(programme.diagnostics()) == expected_of(file), boost::test_tools::per_element());
  for (const Diagnostic& problem : programme.diagnostics()) {
    BOOST_TEST(problem.message.find('\n') == std::string::npos);
  }
}

BOOST_DATA_TEST_CASE(a_dump_loads_back_to_the_same, boost::unit_test::data::make(packs()), file) {
  const auto programme = load_file(file);
  if (!programme) return;
  const std::string text = dump(*programme);
  const auto again = load(text);
  BOOST_TEST_REQUIRE(again.ok(), render(again.diagnostics()));
  BOOST_TEST(again->digest == programme->digest);
  BOOST_TEST(dump(*again) == text);
  const auto from_canonical = load(canonical(*programme));
  BOOST_TEST_REQUIRE(from_canonical.ok(), render(from_canonical.diagnostics()));
  BOOST_TEST(canonical(*from_canonical) == canonical(*programme));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::pack
