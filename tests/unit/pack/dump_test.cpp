#include "tepei/pack/dump.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>

#include "tepei/pack/load.hpp"

namespace tepei::pack {

namespace {

const std::string terse = R"({"format":1,"id":"p","instrument":{"title":"办法","issuer":"厅","status":"draft"},
"facts":[{"id":"score","label":"分数","kind":"number","minimum":0.5}],
"tracks":[{"id":"b","label":"乙"},{"id":"a","label":"甲"}],
"eligibility":{"a":[{"id":"x","label":"分","clause":"1","rules":[{"when":"score >= 60","outcome":"met"}]}],
"b":[{"id":"x","label":"分","clause":"1","otherwise":"met"}]},
"clauses":[{"id":"1","cite":"一","text":"分数60以上。","kind":"computed"}]})";

std::string digest_of(const std::string& json) {
  return load(json).value().digest;
}

std::string replaced(std::string text, std::string_view old_part, std::string_view new_part) {
  const auto at = text.find(old_part);
  BOOST_TEST_REQUIRE(at != std::string::npos, "nothing to replace: " << old_part);
  return text.replace(at, old_part.size(), new_part);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dump_pack)

BOOST_AUTO_TEST_CASE(the_canonical_form_is_written_out) {
  const policy::Programme programme = load(terse).value();
  BOOST_TEST(
      canonical(programme) ==
      "{\"clauses\":[{\"cite\":\"一\",\"id\":\"1\",\"kind\":\"computed\",\"text\":\"分数60以上。\"}],"
      "\"eligibility\":{\"a\":[{\"clause\":\"1\",\"id\":\"x\",\"label\":{\"zh\":\"分\"},"
      "\"rules\":[{\"outcome\":\"met\",\"when\":\"score >= 60\"}]}],"
      "\"b\":[{\"clause\":\"1\",\"id\":\"x\",\"label\":{\"zh\":\"分\"},\"otherwise\":\"met\"}]},"
      "\"facts\":[{\"id\":\"score\",\"kind\":\"number\",\"label\":\"分数\",\"minimum\":0.5}],\"format\":1,\"id\":\"p\","
      "\"instrument\":{\"issuer\":\"厅\",\"status\":\"draft\",\"title\":\"办法\"},"
      "\"tracks\":[{\"id\":\"b\",\"label\":{\"zh\":\"乙\"}},{\"id\":\"a\",\"label\":{\"zh\":\"甲\"}}]}");
  // $ printf '%s' '<the above>' | sha256sum
  BOOST_TEST(programme.digest == "4f270429e311c9fe0a502912c86320632c88d0706197ad8246691e85cf0c8d36");
  BOOST_TEST(digest(programme) == programme.digest);
}

BOOST_AUTO_TEST_CASE(the_way_of_writing_does_not_count) {
  const std::string expected = digest_of(terse);
  BOOST_TEST(digest_of("\xEF\xBB\xBF" + terse) == expected);
  BOOST_TEST(digest_of(replaced(terse, "\"分数60",
                                "\"\\u5206\\u6570\\u0036"
                                "0")) == expected);
  BOOST_TEST(digest_of(replaced(terse, "0.5", "5.00e-1")) == expected);
  BOOST_TEST(digest_of(replaced(terse, "\"label\":\"乙\"", "\"label\":{\"zh\":\"乙\"}")) == expected);
  BOOST_TEST(digest_of(replaced(terse, "\"format\":1", "\"$schema\":\"x\",\"readings\":[],\"format\":1.0")) ==
             expected);
  BOOST_TEST(digest_of(replaced(terse, "\"outcome\":\"met\"}]", "\"outcome\":\"met\"}],\"otherwise\":\"not_met\"")) ==
             expected);
  BOOST_TEST(digest_of(replaced(terse, "\"otherwise\":\"met\"",
                                "\"otherwise\":\"met\",\"rules\":[],\"documents\":[]")) == expected);
  BOOST_TEST(digest_of(replaced(terse, "\"minimum\"", "\"carried_only\":false,\"headers\":[],\"minimum\"")) ==
             expected);
  BOOST_TEST(digest_of(replaced(terse, "\"id\":\"p\"", "\n\t\"id\" : \"p\"\r\n")) == expected);
}

BOOST_AUTO_TEST_CASE(what_the_policy_says_counts) {
  const std::string expected = digest_of(terse);
  BOOST_TEST(digest_of(replaced(terse, ">= 60", "> 60")) != expected);
  BOOST_TEST(digest_of(replaced(terse, ">= 60", ">=  60")) != expected, "expressions are text");
  BOOST_TEST(digest_of(replaced(terse, "\"draft\"", "\"in_force\"")) != expected);
  BOOST_TEST(digest_of(replaced(terse, "60以上", "60以上 ")) != expected);
  BOOST_TEST(digest_of(replaced(terse, R"({"id":"b","label":"乙"},{"id":"a","label":"甲"})",
                                R"({"id":"a","label":"甲"},{"id":"b","label":"乙"})")) != expected);
}

BOOST_AUTO_TEST_CASE(a_programme_built_by_hand_can_be_written_down) {
  policy::EligibilityDefinition definition;
  definition.tracks = {{"standard", {"统一选拔", ""}}};
  definition.clauses = {{"1", "第一条", "身心健康。", policy::ClauseKind::computed, {}}};
  policy::Criterion health;
  health.id = "health";
  health.label = {"健康", "Health"};
  health.clause = "1";
  health.rules = {{"healthy", policy::Outcome::met, {}}};
  definition.eligibility = {{"standard", {health}}};
  policy::Programme programme{"by-hand", {}, {}, policy::Eligibility::build(definition).value()};
  programme.instrument.title = "办法";
  programme.instrument.issuer = "某厅";
  const policy::Programme loaded = load(dump(programme)).value();
  BOOST_TEST(loaded.digest == digest(programme));
  BOOST_TEST(loaded.eligibility.definition().eligibility.at(0).criteria.at(0).rules.at(0).when == "healthy");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::pack
