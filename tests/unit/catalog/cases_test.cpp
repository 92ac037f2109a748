// Runs every case of eligibility; see tests/cases/eligibility/README.md for their form. The Python tests run the same.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catalog/case_sources.hpp"
#include "pack/parse.hpp"
#include "tepei/catalog/catalog.hpp"

namespace tepei::catalog {

namespace {

using pack::NodeId;
using pack::NodeKind;
using pack::Tree;

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// One object of a case file. Numbers are read as they are written.
class Case {
 public:
  Case(const Tree& tree, NodeId id) : tree_(tree), id_(id) {}

  std::optional<Case> find(std::string_view key) const {
    const auto member = tree_.member(id_, key);
    return member ? std::optional<Case>(Case(tree_, *member)) : std::nullopt;
  }
  Case at(std::string_view key) const {
    const auto member = find(key);
    BOOST_TEST_REQUIRE(member.has_value(), "a case lacks " << key);
    return *member;
  }
  const std::string& key() const { return tree_.at(id_).key; }
  const std::string& text() const { return tree_.at(id_).text; }
  std::string text(std::string_view key) const { return find(key) ? at(key).text() : std::string(); }
  bool boolean() const { return tree_.at(id_).boolean; }
  bool is_object() const { return tree_.at(id_).kind == NodeKind::object; }

  std::vector<Case> items() const {
    std::vector<Case> items;
    for (const NodeId item : tree_.at(id_).items) items.emplace_back(tree_, item);
    return items;
  }
  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const Case& item : items()) texts.push_back(item.text());
    return texts;
  }
  Value value() const {
    switch (tree_.at(id_).kind) {
      case NodeKind::boolean:
        return boolean();
      case NodeKind::number:
        return Decimal::parse(text()).value();
      case NodeKind::string:
        return text();
      default:
        return Null{};
    }
  }

 private:
  const Tree& tree_;
  NodeId id_;
};

Result<policy::Decision> answer(const policy::Programme& programme, const Case& given) {
  policy::Question question{
      given.at("question").text("track"), Date::parse(given.at("question").text("as_of")).value(), {}};
  if (const auto readings = given.at("question").find("readings")) {
    for (const Case& reading : readings->items()) question.readings.emplace_back(reading.key(), reading.text());
  }
  auto query = programme.eligibility.bind(question);
  if (!query) return query.diagnostics();
  facts::Facts facts = programme.facts();
  for (const Case& fact : given.at("facts").items()) {
    const auto done = facts.set(fact.key(), fact.value());
    if (!done) return done.diagnostics();
  }
  return query->decide(facts);
}

void check_list(const std::vector<std::string>& found, const Case& expected) {
  const std::vector<std::string> wanted = expected.texts();
  BOOST_TEST(found == wanted, boost::test_tools::per_element());
}

void check_finding(const policy::Finding& finding, const Case& expected) {
  BOOST_TEST_CONTEXT("criterion " << finding.criterion) {
    BOOST_TEST(policy::to_string(finding.outcome) ==
               (expected.is_object() ? expected.text("outcome") : expected.text()));
    if (!expected.is_object()) return;
    if (const auto missing = expected.find("missing")) check_list(finding.missing, *missing);
    if (const auto sensitive = expected.find("reading_sensitive")) {
      BOOST_TEST(finding.reading_sensitive == sensitive->boolean());
    }
  }
}

void check_decision(const policy::Decision& decision, const Case& expected) {
  BOOST_TEST(policy::to_string(decision.verdict) == expected.text("verdict"));
  check_list(decision.missing, expected.at("missing"));
  check_list(decision.missing_documents, expected.at("missing_documents"));
  if (const auto sensitive = expected.find("reading_sensitive")) {
    BOOST_TEST(decision.reading_sensitive == sensitive->boolean());
  }
  const auto findings = expected.find("findings");
  if (!findings) return;
  for (const Case& wanted : findings->items()) {
    const auto found = std::find_if(decision.findings.begin(), decision.findings.end(),
                                    [&](const policy::Finding& f) { return f.criterion == wanted.key(); });
    BOOST_TEST_REQUIRE((found != decision.findings.end()), "no criterion " << wanted.key());
    check_finding(*found, wanted);
  }
}

void check_case(const policy::Programme& programme, const Case& given) {
  BOOST_TEST_CONTEXT("case " << given.text("name")) {
    const auto decision = answer(programme, given);
    const Case expected = given.at("expected");
    if (const auto error = expected.find("error")) {
      BOOST_TEST_REQUIRE(!decision.ok(), "an error was expected: " << error->text());
      BOOST_TEST(decision.diagnostics().front().code == error->text());
    } else {
      BOOST_TEST_REQUIRE(decision.ok(), render(decision.diagnostics()));
      check_decision(*decision, expected);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cases)

BOOST_DATA_TEST_CASE(the_cases_of, boost::unit_test::data::make(case_files("eligibility")), file) {
  const std::string json = read_file(file);
  pack::Problems problems(10);
  const auto tree = pack::parse(json, {}, problems);
  BOOST_TEST_REQUIRE(problems.none(), render(std::move(problems).take()));
  const auto cases = Case(*tree, pack::root_node).items();
  BOOST_TEST_REQUIRE(!cases.empty());
  for (const Case& given : cases) {
    check_case(policy_of(given.text("programme")), given);
  }
}

BOOST_AUTO_TEST_CASE(there_are_cases) {
  BOOST_TEST(case_files("eligibility").size() >= 10U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::catalog
