#include "tepei/pack/load.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tepei/pack/dump.hpp"

namespace tepei::pack {

namespace {

std::string pack_file(const std::string& name) {
  return std::string(TEPEI_SOURCE_DIR) + "/tests/packs/" + name + ".json";
}

std::string text_of(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(pack_file(name), std::ios::binary).rdbuf();
  return text.str();
}

std::string replaced(std::string text, std::string_view old_part, std::string_view new_part) {
  const auto at = text.find(old_part);
  BOOST_TEST_REQUIRE(at != std::string::npos, "nothing to replace: " << old_part);
  return text.replace(at, old_part.size(), new_part);
}

Diagnostic only(const Diagnostics& diagnostics) {
  BOOST_TEST_REQUIRE(diagnostics.size() == 1U, render(diagnostics));
  return diagnostics.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(load_pack)

BOOST_AUTO_TEST_CASE(every_section_arrives) {
  const policy::Programme programme = load(text_of("every-section")).value();
  BOOST_TEST(programme.id == "每节一例");
  BOOST_TEST(programme.instrument.number == "某人社发〔2025〕1号");
  BOOST_TEST(programme.instrument.issued->to_string() == "2025-01-10");
  BOOST_TEST(programme.instrument.effective_from->to_string() == "2025-02-01");
  BOOST_TEST(programme.instrument.effective_to->to_string() == "2028-01-31");
  BOOST_TEST((programme.status() == policy::Status::in_force));
  BOOST_TEST(programme.instrument.applies_to.en == "selections from 2025 on");
  BOOST_TEST(programme.eligibility.heading().programme == "每节一例");

  const auto& definition = programme.eligibility.definition();
  BOOST_TEST(definition.documents.at(0).title == "专家组议事规则");
  BOOST_TEST(definition.readings.at(0).options.at(1).text.zh == "近五年");
  BOOST_TEST(definition.readings.at(0).reason.en == "the text only says recently");
  BOOST_TEST(definition.derived.at(1).label.zh == "近期获奖");
  BOOST_TEST((programme.tracks() == std::vector<std::string>{"panel", "direct"}));
  BOOST_TEST(definition.eligibility.at(0).track == "panel", "criteria stand in the order of the tracks");
  const policy::Criterion& by_class = definition.eligibility.at(0).criteria.at(0);
  BOOST_TEST((by_class.rules.at(1).outcome == policy::Outcome::discretionary));
  BOOST_TEST(by_class.rules.at(1).note.en == "by exception");
  BOOST_TEST((by_class.otherwise == policy::Outcome::not_met));
  BOOST_TEST(by_class.authority == "provincial_department");
  const policy::Criterion& panel = definition.eligibility.at(0).criteria.at(1);
  BOOST_TEST((panel.otherwise == policy::Outcome::undetermined));
  BOOST_TEST((panel.documents == std::vector<std::string>{"panel-rules"}));
  BOOST_TEST((programme.clauses().at(1).kind == policy::ClauseKind::definition));
  BOOST_TEST(programme.clauses().at(0).rules.size() == 2U);
}

BOOST_AUTO_TEST_CASE(own_facts_come_after_those_every_programme_has) {
  const policy::Programme programme = load(text_of("every-section")).value();
  const facts::FactSchema& schema = *programme.eligibility.definition().facts;
  const std::size_t standard = facts::standard_facts().size();
  BOOST_TEST(schema.size() == standard + 6);
  BOOST_TEST((schema.find("出生日期").has_value()));
  const facts::FactDefinition& talent_class = schema.at(standard);
  BOOST_TEST(talent_class.domain->ordered());
  BOOST_TEST(talent_class.domain->members().at(2).label == "A类");
  BOOST_TEST(talent_class.spellings.at(1).note_en == "left to the panel");
  BOOST_TEST(talent_class.default_value->get_if<EnumValue>()->id() == "c");
  BOOST_TEST(*schema.find("人才层次") == standard);
  BOOST_TEST(schema.at(standard + 1).digits == 8U);
  BOOST_TEST(schema.at(standard + 2).minimum->is_zero());
  BOOST_TEST(schema.at(standard + 3).not_after_as_of);
  BOOST_TEST(*schema.at(standard + 4).default_value->get_if<bool>());
  BOOST_TEST(schema.at(standard + 5).carried_only);
}

BOOST_AUTO_TEST_CASE(a_pack_of_ones_own_answers) {
  const policy::Programme programme = load(text_of("every-section")).value();
  const auto verdict = [&](const char* talent_class, const char* award) {
    facts::Facts facts = programme.facts();
    facts.set("talent_class", talent_class).value();
    facts.set("获奖日期", award).value();
    const auto decision = programme.eligibility.check(facts, {"panel", Date::parse("2025-06-01").value(), {}});
    return std::string(policy::to_string(decision.value().findings.at(0).outcome));
  };
  BOOST_TEST(verdict("B类", "2020-01-01") == "met");
  BOOST_TEST(verdict("c", "2023-01-01") == "discretionary");
  BOOST_TEST(verdict("c", "2020-01-01") == "not_met");
}

BOOST_AUTO_TEST_CASE(an_expression_is_told_wrong_where_it_is) {
  const std::string text = replaced(text_of("minimal"), "<= 45\"", "<= \\\"中\\\" + x\"");
  const auto refused = load(text);
  for (const Diagnostic& problem : refused.diagnostics()) {
    BOOST_TEST(problem.path == "/eligibility/standard/0/rules/0/when");
    BOOST_TEST(problem.source == "full years(birth_date, as_of) <= \"中\" + x");
    BOOST_TEST_REQUIRE(problem.span.has_value());
    BOOST_TEST_REQUIRE(problem.position.has_value());
    BOOST_TEST(problem.position->line == 12U);
  }
  const Diagnostic last = refused.diagnostics().back();
  BOOST_TEST(last.source.substr(last.span->begin) == "x");
  BOOST_TEST(last.position->column == 70U);
}

BOOST_AUTO_TEST_CASE(problems_are_told_up_to_a_bound) {
  std::string keys;
  for (int i = 0; i < 1000; ++i) keys += "\"k" + std::to_string(i) + "\": 0,\n";
  LoadLimits limits;
  limits.max_problems = 3;
  const auto refused = load(replaced(text_of("minimal"), "\"format\"", keys + "\"format\""), limits);
  BOOST_TEST_REQUIRE(refused.diagnostics().size() == 4U);
  BOOST_TEST(refused.diagnostics()[0].path == "/k0");
  BOOST_TEST(refused.diagnostics()[3].code == "pack.load.too_many_problems");
  BOOST_TEST(refused.diagnostics()[3].message == "997 more problems are not told");
}

BOOST_AUTO_TEST_CASE(large_and_hostile_packs_are_answered_soon) {
  const std::string minimal = text_of("minimal");
  const auto with = [&](const std::string& member) {
    return replaced(minimal, "\"format\"", member + ",\n\"format\"");
  };
  BOOST_TEST(only(load(with("\"" + std::string(3'000'000, 'k') + "\": 0")).diagnostics()).code == "pack.key.unknown");
  BOOST_TEST(only(load(with("\"x\": \"" + std::string(3'000'000, 'v') + "\"")).diagnostics()).code ==
             "pack.key.unknown");
  std::string many;
  for (int i = 0; i < 90'000; ++i) many += (i == 0 ? "" : ",") + std::to_string(i);
  BOOST_TEST(only(load(with("\"x\": [" + many + "]")).diagnostics()).code == "pack.key.unknown");
  const auto long_expression = load(replaced(minimal, "<= 45", "<= 45" + std::string(3'000'000, ' ')));
  BOOST_TEST(only(long_expression.diagnostics()).code == "feel.parse.too_long");
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_read_are_told) {
  const auto missing = load_file("/no/such/pack.json");
  BOOST_TEST(only(missing.diagnostics()).code == "pack.file.unreadable");
  BOOST_TEST(only(missing.diagnostics()).message ==
             "the file `/no/such/pack.json` cannot be read: there is no such file");
  BOOST_TEST(only(load_file(TEPEI_SOURCE_DIR).diagnostics()).code == "pack.file.unreadable");
  BOOST_TEST(only(load_file("/dev/null").diagnostics()).code == "pack.json.empty");
  BOOST_TEST(only(load_file("/dev/zero").diagnostics()).code == "pack.json.too_large");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::pack
