#include "tepei/explain/json.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "explain/samples.hpp"

namespace {

using namespace tepei;
using namespace tepei::explain;
using Json = nlohmann::ordered_json;

// The JSON of one value read.
Json read(Value value) {
  policy::Decision decision;
  policy::Finding finding;
  finding.values = {{"v", {"值", "value"}, std::move(value), false, ""}};
  decision.findings = {std::move(finding)};
  return Json::parse(to_json(decision))["findings"][0]["values"][0];
}

Json value(Value given) {
  return read(std::move(given))["value"];
}

Decimal number(const char* text) {
  return Decimal::parse(text).value();
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> result;
  for (const auto& [key, content] : object.items()) result.push_back(key);
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json)

BOOST_AUTO_TEST_CASE(unknown_and_null_are_told_apart) {
  BOOST_TEST(value(Value()).is_null());
  BOOST_TEST(read(Value())["known"] == false);
  BOOST_TEST(value(Null{}).is_null());
  BOOST_TEST(read(Null{})["known"] == true);
  BOOST_TEST(value(false) == false);
  BOOST_TEST(read(false)["known"] == true);
}

BOOST_AUTO_TEST_CASE(numbers_are_exact) {
  BOOST_TEST(value(47) == 47);
  BOOST_TEST(value(47).is_number_integer());
  BOOST_TEST(value(number("1E+3")) == 1000);
  BOOST_TEST(value(number("5.0")) == 5);
  BOOST_TEST(value(number("2.5")) == "2.5");
  BOOST_TEST(value(number("0.1")) == "0.1");
  BOOST_TEST(value(number("9007199254740991")) == 9007199254740991);
  BOOST_TEST(value(number("-9007199254740991")) == -9007199254740991);
  BOOST_TEST(value(number("9007199254740992")) == "9007199254740992");
  BOOST_TEST(value(number("-9007199254740992")) == "-9007199254740992");
  BOOST_TEST(value(number("1E+40")) == "1E+40");
}

BOOST_AUTO_TEST_CASE(other_values_have_a_documented_form) {
  BOOST_TEST(value(samples::day("1979-06-01")) == "1979-06-01");
  BOOST_TEST(value(samples::member("education", "master")) == "master");
  BOOST_TEST(value("甲\"乙") == "甲\"乙");
  BOOST_TEST(value(List{1, "a", Value()}) == Json::parse(R"([1, "a", null])"));
  BOOST_TEST(value(Context{{"b", 1}, {"a", true}}).dump() == R"({"b":1,"a":true})");
  BOOST_TEST(value(MonthsDuration{14}).is_string());
}

BOOST_AUTO_TEST_CASE(keys_stand_in_a_stable_order) {
  const auto sample = samples::cases()[4];
  const Json object = Json::parse(to_json(sample.decision));
  const std::vector<std::string> of_decision{
      "programme",         "status",   "track", "as_of",   "verdict", "missing", "missing_documents",
      "reading_sensitive", "readings", "notes", "findings"};
  const std::vector<std::string> of_finding{
      "criterion",         "label",    "outcome", "cite",  "text",  "missing",    "missing_documents", "authority",
      "reading_sensitive", "readings", "values",  "rules", "notes", "diagnostics"};
  BOOST_TEST(keys(object) == of_decision, boost::test_tools::per_element());
  BOOST_TEST(keys(object["findings"][0]) == of_finding, boost::test_tools::per_element());
  BOOST_TEST(keys(object["findings"][0]["rules"][0]["condition"]) ==
                 (std::vector<std::string>{"connective", "text", "value", "parts"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_authority_is_named_or_null) {
  BOOST_TEST(Json::parse(to_json(samples::cases()[4].decision))["findings"][0]["authority"] == "provincial_department");
  BOOST_TEST(Json::parse(to_json(samples::cases()[0].decision))["findings"][0]["authority"].is_null());
}

BOOST_AUTO_TEST_CASE(one_line_unless_indented) {
  const auto sample = samples::cases()[0];
  BOOST_TEST(to_json(sample.decision).find('\n') == std::string::npos);
  BOOST_TEST(to_json(sample.decision, 2).find("\n  \"status\"") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
