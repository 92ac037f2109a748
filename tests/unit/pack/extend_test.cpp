// Packs that extend others; what is said of wrong ones is under tests/packs/extends-*.json.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "pack/merge_rules.hpp"
#include "tepei/pack/dump.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::pack {

namespace {

std::string pack_file(const std::string& name) {
  return std::string(TEPEI_SOURCE_DIR) + "/tests/packs/" + name + ".json";
}

policy::Programme loaded(const std::string& name) {
  return load_file(pack_file(name)).value();
}

template <typename Item>
std::vector<std::string> ids(const std::vector<Item>& items) {
  std::vector<std::string> found;
  for (const Item& item : items) found.push_back(item.id);
  return found;
}

using Texts = std::vector<std::string>;

// A whole pack with the criteria of these ids, each as wide as it can be.
std::string base_pack(const std::string& extends = "") {
  return R"({"format": 1, "id": "base", )" + extends + R"(
    "instrument": {"title": "甲办法", "issuer": "甲省", "status": "draft"},
    "tracks": [{"id": "all", "label": "统一选拔"}],
    "eligibility": {"all": [
      {"id": "first", "label": "其一", "clause": "1", "otherwise": "met"},
      {"id": "second", "label": "其二", "clause": "1", "otherwise": "met"}
    ]},
    "clauses": [{"id": "1", "cite": "第一条", "text": "任何人。", "kind": "computed",
                 "rules": ["eligibility.all.first", "eligibility.all.second"]}]})";
}

std::string extension(const std::string& base, const std::string& more) {
  return R"({"format": 1, "id": "over-)" + base + R"(", "extends": ")" + base + R"(",
    "instrument": {"title": "乙办法", "issuer": "乙省", "status": "in_force"}, )" +
         more + "}";
}

BasePacks packs(std::map<std::string, std::string> texts) {
  BasePacks bases;
  for (const auto& [id, text] : texts) bases.ids.push_back(id);
  bases.text = [texts = std::move(texts)](std::string_view id) -> std::optional<std::string> {
    const auto found = texts.find(std::string(id));
    return found == texts.end() ? std::nullopt : std::optional(found->second);
  };
  return bases;
}

const std::string own_text = R"("clauses": [{"id": "1", "cite": "第九条", "text": "都行。", "kind": "statement"}])";

Texts criteria_of(const policy::Programme& programme) {
  return ids(programme.eligibility.definition().eligibility.front().criteria);
}

Diagnostic only(const Diagnostics& diagnostics) {
  BOOST_TEST_REQUIRE(diagnostics.size() == 1U, render(diagnostics));
  return diagnostics.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(extend)

BOOST_AUTO_TEST_CASE(entries_are_taken_over_overridden_added_and_left_out) {
  const policy::Programme another = loaded("extends-another");
  BOOST_TEST(another.id == "另一城市");
  BOOST_TEST(another.instrument.number.empty(), "an instrument is never taken over");
  const auto& definition = another.eligibility.definition();
  const auto& facts = *definition.facts;
  BOOST_TEST(facts.at(*facts.find("代表作数")).maximum->to_plain_string() == "5");
  BOOST_TEST(*facts.find("district") + 1 == *facts.find("papers"));
  BOOST_TEST(facts.find("motto").has_value());
  BOOST_TEST(ids(definition.derived) == (Texts{"award_age", "long_ago", "recently_awarded"}),
             boost::test_tools::per_element());
  BOOST_TEST(criteria_of(another) == (Texts{"district", "full_time", "class"}), boost::test_tools::per_element());
  BOOST_TEST(ids(definition.clauses) == (Texts{"第一条", "第二条", "第三条"}), boost::test_tools::per_element());
  BOOST_TEST(another.tracks() == Texts{"panel"}, boost::test_tools::per_element());
  BOOST_TEST((!another.leave && !another.assessment && !another.funding));
}

BOOST_AUTO_TEST_CASE(what_is_taken_over_cites_the_new_text) {
  const policy::Programme another = loaded("extends-another");
  const auto& definition = another.eligibility.definition();
  BOOST_TEST(definition.derived.front().clause == "第三条");
  BOOST_TEST(definition.readings.front().clause == "第三条");
}

BOOST_AUTO_TEST_CASE(an_amended_edition_keeps_the_text) {
  const policy::Programme amended = loaded("extends-amended");
  const policy::Programme base = loaded("every-section");
  BOOST_TEST(ids(amended.clauses()) == ids(base.clauses()), boost::test_tools::per_element());
  for (std::size_t i = 0; i < base.clauses().size(); ++i) {
    const bool overridden = base.clauses()[i].id == "2";
    BOOST_TEST((amended.clauses()[i].text == base.clauses()[i].text) == !overridden);
    for (const std::string& rule : amended.clauses()[i].rules) BOOST_TEST(rule != "eligibility.panel.panel");
  }
  BOOST_TEST(amended.leave.has_value());
}

BOOST_AUTO_TEST_CASE(the_flattened_pack_stands_alone) {
  const policy::Programme another = loaded("extends-another");
  const std::string text = dump(another);
  BOOST_TEST(text.find("extends") == std::string::npos);
  const policy::Programme alone = load(text).value();
  BOOST_TEST(alone.digest == another.digest);
  BOOST_TEST(canonical(alone) == canonical(another));
}

BOOST_AUTO_TEST_CASE(a_pack_over_a_pack_over_a_pack) {
  const auto bases = packs({{"base", base_pack()}, {"middle", extension("base", own_text + R"(, "eligibility": {"all": [
                               {"id": "third", "before": "first", "label": "其三", "clause": "1", "otherwise": "not_met"}]})")}});
  const auto top =
      load(extension("middle", own_text + R"(, "without": ["eligibility.all.second"], "eligibility": {"all": [
      {"id": "third", "override": true, "label": "其三", "clause": "1", "otherwise": "met"},
      {"id": "fourth", "label": "其四", "clause": "1", "otherwise": "met"}]})"),
           bases);
  BOOST_TEST_REQUIRE(top.ok(), render(top.diagnostics()));
  BOOST_TEST(criteria_of(*top) == (Texts{"third", "first", "fourth"}), boost::test_tools::per_element());
  const auto& criteria = top->eligibility.definition().eligibility.front().criteria;
  BOOST_TEST((criteria.front().otherwise == policy::Outcome::met));
}

BOOST_AUTO_TEST_CASE(entries_move_where_they_are_told_to) {
  const auto bases = packs({{"base", base_pack()}});
  const auto moved = load(extension("base", own_text + R"(, "eligibility": {"all": [
      {"id": "new", "before": "first", "label": "新", "clause": "1", "otherwise": "met"},
      {"id": "first", "override": true, "after": "second", "label": "其一", "clause": "1", "otherwise": "met"},
      {"id": "newer", "after": "new", "label": "更新", "clause": "1", "otherwise": "met"}]})"),
                          bases)
                         .value();
  BOOST_TEST(criteria_of(moved) == (Texts{"new", "newer", "second", "first"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_chain_is_bounded) {
  std::map<std::string, std::string> texts{{"p0", base_pack()}};
  for (int i = 1; i <= 9; ++i) texts["p" + std::to_string(i)] = extension("p" + std::to_string(i - 1), own_text);
  const BasePacks bases = packs(texts);
  BOOST_TEST(load(texts["p8"], bases).ok());
  const Diagnostic problem = only(load(texts["p9"], bases).diagnostics());
  BOOST_TEST(problem.code == "pack.extends.too_many");
  BOOST_TEST(problem.file == "p1");
  BOOST_TEST(problem.path == "/extends");
  LoadLimits limits;
  limits.max_bases = 1;
  BOOST_TEST(load(texts["p1"], bases, limits).ok());
  BOOST_TEST(only(load(texts["p2"], bases, limits).diagnostics()).code == "pack.extends.too_many");
}

BOOST_AUTO_TEST_CASE(packs_that_extend_each_other_are_refused) {
  const BasePacks bases = packs({{"a", extension("b", own_text)}, {"b", extension("a", own_text)}});
  const Diagnostic problem = only(load(extension("a", own_text), bases).diagnostics());
  BOOST_TEST(problem.code == "pack.extends.cycle");
  BOOST_TEST(problem.file == "b");
  BOOST_TEST(problem.position->line == 1U);
}

BOOST_AUTO_TEST_CASE(an_unknown_base_is_told_with_the_nearest) {
  const Diagnostic problem = only(load(extension("bass", own_text), packs({{"base", base_pack()}})).diagnostics());
  BOOST_TEST(problem.code == "pack.extends.unknown");
  BOOST_TEST(problem.help == "did you mean `base`?");
  BOOST_TEST(only(load(extension("base", own_text)).diagnostics()).code == "pack.extends.unknown");
}

BOOST_AUTO_TEST_CASE(a_text_reads_no_file) {
  const Diagnostic problem = only(load(extension(pack_file("every-section"), own_text)).diagnostics());
  BOOST_TEST(problem.code == "pack.extends.no_folder");
}

BOOST_AUTO_TEST_CASE(a_device_is_no_base) {
  const auto folder = std::filesystem::temp_directory_path() / "tepei-extend-test";
  std::filesystem::create_directories(folder);
  std::error_code error;
  std::filesystem::create_symlink("/dev/zero", folder / "endless.json", error);
  std::ofstream(folder / "pack.json") << extension("endless.json", own_text);
  const Diagnostic problem = only(load_file(folder / "pack.json").diagnostics());
  BOOST_TEST(problem.code == "pack.file.unreadable");
  BOOST_TEST(problem.path == "/extends");
  std::filesystem::remove_all(folder);
}

BOOST_AUTO_TEST_CASE(mistakes_of_the_base_are_placed_in_it) {
  std::string faulty = base_pack();
  faulty.replace(faulty.find(R"("otherwise": "met")"), 18,
                 R"("rules": [{"when": "birth_dat > as_of", "outcome": "met"}])");
  const Diagnostic problem = only(load(extension("base", own_text), packs({{"base", faulty}})).diagnostics());
  BOOST_TEST(problem.code == "feel.check.unknown_name");
  BOOST_TEST(problem.file == "base");
  BOOST_TEST(problem.path == "/eligibility/all/0/rules/0/when");
  BOOST_TEST(problem.position->line == 5U);
  BOOST_TEST(render(problem).find("--> base: /eligibility/all/0/rules/0/when (line 5, column ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_rule_whose_clause_the_text_lacks_is_told) {
  const auto found = load(extension("base", R"("clauses": [])"), packs({{"base", base_pack()}})).diagnostics();
  BOOST_TEST_REQUIRE(found.size() == 2U, render(found));
  BOOST_TEST(found.front().code == "policy.clause.unknown");
  BOOST_TEST(found.front().file == "base");
  BOOST_TEST(found.front().help.find("give it this clause") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(merge_rules_name_what_is_merged) {
  BOOST_TEST((merge_rule("", "eligibility").way == MergeWay::object));
  BOOST_TEST((merge_rule("eligibility", "任何培养方式").way == MergeWay::list));
  BOOST_TEST((merge_rule("funding.tracks", "outside").key == "item"));
  BOOST_TEST((merge_rule("leave", "termination").way == MergeWay::whole));
  BOOST_TEST((merge_rule("", "instrument").way == MergeWay::whole));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::pack
