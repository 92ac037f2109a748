#include "tepei/facts/schema.hpp"

#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

using test::has;
using test::standard;

FactDefinition fact(std::string id, FactKind kind = FactKind::boolean, std::string label = {}) {
  FactDefinition definition;
  definition.id = std::move(id);
  definition.label = std::move(label);
  definition.kind = kind;
  return definition;
}

std::shared_ptr<const EnumDomain> colours() {
  return std::make_shared<const EnumDomain>("colour", false, std::vector<EnumMember>{{"red", "红"}, {"blue", "蓝"}});
}

FactDefinition colour(std::vector<Spelling> spellings = {}) {
  auto definition = fact("colour", FactKind::enumeration, "颜色");
  definition.domain = colours();
  definition.spellings = std::move(spellings);
  return definition;
}

std::vector<std::string> codes_of(std::vector<FactDefinition> definitions) {
  const auto built = FactSchema::build(std::move(definitions));
  std::vector<std::string> codes;
  for (const auto& problem : built.diagnostics()) codes.push_back(problem.code + " " + problem.path);
  return codes;
}

using Codes = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(schema_suite)

BOOST_AUTO_TEST_CASE(names_are_found_however_they_are_written) {
  const auto birth = standard().find("birth_date");
  for (const char* name : {"birth_date", "Birth Date", "BIRTH-DATE", " birth_date ", "出生日期", "出 生 日 期",
                           "出生\n日期", "\xEF\xBB\xBF出生日期", "ｂｉｒｔｈ＿ｄａｔｅ", "\xE3\x80\x80出生年月"}) {
    BOOST_TEST((standard().find(name) == birth), name);
  }
}

BOOST_AUTO_TEST_CASE(unknown_names_are_refused_with_the_nearest) {
  for (const auto& [name, near] : std::vector<std::pair<std::string, std::string>>{
           {"birth_dat", "`birth_date`"}, {"出生曰期", "`出生日期`"}, {"profesion_years", "`profession_years`"}}) {
    const auto slot = standard().slot(name);
    BOOST_REQUIRE(!slot.ok());
    BOOST_TEST(slot.diagnostics().front().code == "facts.name.unknown");
    BOOST_TEST(has(slot.diagnostics().front().message, "`" + name + "`"));
    BOOST_TEST(has(slot.diagnostics().front().help, near), slot.diagnostics().front().help);
  }
  for (const std::string& name :
       {std::string(), std::string("\xFF"), std::string(3'000'000, 'x'), std::string("\0", 1)}) {
    BOOST_TEST(!standard().find(name).has_value());
    BOOST_TEST(!standard().slot(name).ok());
    BOOST_TEST(standard().slot(name).diagnostics().front().message.size() < 400U);
  }
}

RC_BOOST_PROP(random_names_never_crash, ()) {
  const auto name = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  RC_ASSERT(standard().find(name).has_value() == standard().slot(name).ok());
}

BOOST_AUTO_TEST_CASE(as_many_facts_as_a_fact_set_holds) {
  std::vector<FactDefinition> facts;
  for (std::size_t i = 0; i < FactSet::capacity; ++i) facts.push_back(fact("fact_" + std::to_string(i)));
  BOOST_TEST(FactSchema::build(facts).ok());
  facts.push_back(fact("one_more"));
  BOOST_TEST(codes_of(facts) == Codes{"facts.schema.too_many /facts/128"});
}

BOOST_AUTO_TEST_CASE(ids_are_snake_case) {
  for (const char* id : {"", "Birth", "9a", "_a", "a-b", "a b", "出生"}) {
    const auto codes = codes_of({fact(id)});
    BOOST_REQUIRE(!codes.empty());
    BOOST_TEST(codes.front() == "facts.schema.bad_id /facts/0", id);
  }
  BOOST_TEST(codes_of({fact("a_9")}).empty());
}

BOOST_AUTO_TEST_CASE(names_are_unique_whatever_their_form) {
  auto other = fact("Birth", FactKind::boolean);
  other.id = "other";
  other.headers = {"Birth Date"};
  const auto built = FactSchema::build({fact("birth_date"), other});
  BOOST_REQUIRE(!built.ok());
  BOOST_TEST(built.diagnostics().front().code == "facts.schema.duplicate_name");
  BOOST_TEST(built.diagnostics().front().path == "/facts/1");
  BOOST_TEST(has(built.diagnostics().front().message, "`birth_date`"));
  auto twice = fact("a", FactKind::boolean, "甲");
  twice.headers = {"甲", " 甲 "};
  BOOST_TEST(codes_of({twice}).empty());
  BOOST_TEST(codes_of({fact("a"), fact("a")}) == Codes{"facts.schema.duplicate_name /facts/1"});
}

BOOST_AUTO_TEST_CASE(enumerations_need_members_and_spellings_their_targets) {
  BOOST_TEST(codes_of({fact("colour", FactKind::enumeration)}) == Codes{"facts.schema.missing_domain /facts/0"});
  BOOST_TEST(codes_of({colour({{"R", SpellingMeaning::member, "red", {}, {}}})}).empty());
  BOOST_TEST(codes_of({colour({{"R", SpellingMeaning::member, "rot", {}, {}}})}) ==
             Codes{"facts.schema.unknown_target /facts/0"});
  BOOST_TEST(codes_of({colour({{"R", SpellingMeaning::member, "", {}, {}}})}) ==
             Codes{"facts.schema.unknown_target /facts/0"});
  BOOST_TEST(codes_of({colour({{"?", SpellingMeaning::unknown, "", {}, {}}})}).empty());
  BOOST_TEST(codes_of({colour({{" ", SpellingMeaning::unknown, "", {}, {}}})}) ==
             Codes{"facts.schema.bad_name /facts/0"});
}

BOOST_AUTO_TEST_CASE(one_spelling_stands_for_one_value) {
  BOOST_TEST(codes_of({colour({{"Red", SpellingMeaning::member, "blue", {}, {}}})}) ==
             Codes{"facts.schema.ambiguous_spelling /facts/0"});
  BOOST_TEST(codes_of({colour(
                 {{"x", SpellingMeaning::member, "red", {}, {}}, {"Ｘ", SpellingMeaning::unknown, {}, {}, {}}})}) ==
             Codes{"facts.schema.ambiguous_spelling /facts/0"});
  BOOST_TEST(codes_of({colour({{"red", SpellingMeaning::undecided, "red", "注", "note"}})}).empty());
}

BOOST_AUTO_TEST_CASE(defaults_are_values_of_their_fact) {
  auto good = colour();
  good.default_value = Value("蓝");
  const auto built = FactSchema::build({good});
  BOOST_REQUIRE(built.ok());
  BOOST_TEST((*built)->at(0).default_value->get_if<EnumValue>()->id() == "blue");
  for (const auto& bad : {Value("green"), Value(true), Value(), Value(Null{})}) {
    good.default_value = bad;
    BOOST_TEST(codes_of({good}) == Codes{"facts.schema.bad_default /facts/0"});
  }
}

BOOST_AUTO_TEST_CASE(all_problems_come_at_once) {
  BOOST_TEST(codes_of({fact("A"), fact("colour", FactKind::enumeration), fact("colour")}).size() == 3U);
}

// architecture.md: the facts hand FEEL its scope; what is only carried is in no rule.
BOOST_AUTO_TEST_CASE(the_scope_has_every_fact_by_id_and_label_at_its_slot) {
  const auto scope = standard().scope();
  for (std::size_t slot = 0; slot < standard().size(); ++slot) {
    const auto& definition = standard().at(slot);
    for (const auto& name : {definition.id, definition.label}) {
      const auto* variable = scope.find(name);
      BOOST_REQUIRE_EQUAL(variable != nullptr, !definition.carried_only);
      if (variable == nullptr) continue;
      BOOST_TEST((variable->slot == feel::Slot{feel::Bank::facts, static_cast<std::uint32_t>(slot)}), name);
    }
  }
  BOOST_TEST(scope.find("birth_date")->type.is(feel::TypeKind::date));
  BOOST_TEST(scope.find("profession_years")->type.is(feel::TypeKind::number));
  BOOST_TEST(scope.find("healthy")->type.is(feel::TypeKind::boolean));
  BOOST_TEST(scope.find("division")->type.is(feel::TypeKind::string));
  BOOST_TEST(scope.find("field")->type.is(feel::TypeKind::string));
  BOOST_TEST(scope.find("education")->type.is(feel::TypeKind::enumeration));
  BOOST_TEST((scope.find("学历")->type.domain() == test::standard_fact("education").domain));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
