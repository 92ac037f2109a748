// What holds for every fact and every cell.
#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <chrono>

#include "facts/normal_text.hpp"
#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

using test::read_as;
using test::refusal_of;
using test::standard;

void check_short(const Diagnostic& refusal) {
  BOOST_TEST(refusal.message.size() < 600U);
  BOOST_TEST(refusal.help.size() < 600U);
}

BOOST_AUTO_TEST_SUITE(reading_suite)

// Contract section 2: absent, null or blank is unknown: never false, never zero.
BOOST_AUTO_TEST_CASE(nothing_given_is_unknown_for_every_fact) {
  for (const auto& fact : standard().definitions()) {
    for (const auto& given : {Value(), Value(Null{}), Value(""), Value(" \t"), Value("\xE3\x80\x80")}) {
      const auto reading = read(fact, given);
      BOOST_REQUIRE_MESSAGE(reading.ok(), fact.id);
      BOOST_TEST(reading->value.is_unknown(), fact.id);
      BOOST_TEST(!reading->undecided, fact.id);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_cell_of_three_million_characters_is_refused_at_once) {
  std::string chinese;
  std::string marks;
  for (int i = 0; i < 1'000'000; ++i) {
    chinese += "汉";
    marks += i % 2 == 0 ? "\xCC\x81" : "\xCC\xA3";  // marks that canonical ordering would have to sort
  }
  const auto start = std::chrono::steady_clock::now();
  for (const auto& text : {std::string(3'000'000, 'x'), std::string(3'000'000, '9'), std::string(3'000'000, ' '),
                           std::string(3'000'000, '\xFF'), chinese, marks}) {
    const Value given(text);
    for (const auto& fact : standard().definitions()) {
      const auto refusal = refusal_of(read(fact, given, Strictness::as_written));
      BOOST_TEST(refusal.code == "facts.text.too_long");
      test::check_form(refusal, fact);
      check_short(refusal);
    }
  }
  BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(2)));
}

BOOST_AUTO_TEST_CASE(the_longest_text_taken_is_quick_too) {
  std::string marks;
  while (marks.size() + 4 <= max_text_bytes) marks += "\xCC\x81\xCC\xA3";
  const auto start = std::chrono::steady_clock::now();
  for (const auto& text : {marks, std::string(max_text_bytes, '9'), std::string(max_text_bytes, 'x')}) {
    for (const auto& fact : standard().definitions()) {
      const auto reading = read(fact, Value(text), Strictness::as_written);
      if (!reading) check_short(reading.diagnostics().front());
    }
  }
  BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(10)));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_an_error_for_every_fact) {
  for (const auto& fact : standard().definitions()) {
    for (const char* bytes : {"\xFF", "\xBA\xBA\xD7\xE5", "2025\xC4\xEA"}) {  // 汉族 and 2025年 in GB18030
      const auto refusal = refusal_of(read(fact, Value(bytes)));
      BOOST_TEST(refusal.code == "facts.text.invalid_utf8");
      BOOST_TEST(test::has(refusal.help, "GB18030"));
      test::check_form(refusal, fact);
    }
  }
}

BOOST_AUTO_TEST_CASE(text_is_text) {
  BOOST_TEST(test::id_text(read_as("field", Value(" 农学 "))) == "农学");
  BOOST_TEST(test::id_text(read_as("field", Value("ＩＴ"))) == "IT");
  for (const auto& given : {Value(1), Value(true), Value(*Date::from_civil(2025, 1, 1))}) {
    BOOST_TEST(refusal_of(read_as("field", given)).code == "facts.value.wrong_type");
  }
}

// `read` is open to definitions that no schema has checked.
BOOST_AUTO_TEST_CASE(a_definition_that_was_never_checked_is_no_danger) {
  FactDefinition broken;
  broken.id = "broken";
  broken.spellings = {{"x", SpellingMeaning::member, "nowhere", {}, {}}, {"\xFF", SpellingMeaning::member, "", {}, {}}};
  for (const auto kind :
       {FactKind::text, FactKind::boolean, FactKind::number, FactKind::date, FactKind::enumeration, FactKind::code}) {
    broken.kind = kind;
    for (const auto& given : {Value("x"), Value("X"), Value("y"), Value("1"), Value(1), Value(true), Value(EnumValue{}),
                              Value(List{Value(1)}), Value("-")}) {
      const auto reading = read(broken, given);
      if (!reading) BOOST_TEST(reading.diagnostics().front().path == "broken");
    }
  }
  broken.kind = FactKind::enumeration;
  BOOST_TEST(refusal_of(read(broken, Value("x"))).code == "facts.value.unlisted");
}

// A person's name is carried through, compatibility characters and all.
BOOST_AUTO_TEST_CASE(a_name_is_trimmed_and_nothing_else) {
  BOOST_TEST(test::id_text(read_as("name", Value(" \xEF\xA9\x91Ａ \xE3\x80\x80"))) == "\xEF\xA9\x91Ａ");
  BOOST_TEST(test::id_text(read_as("name", Value("阿依古丽·买买提"))) == "阿依古丽·买买提");
}

RC_BOOST_PROP(random_bytes_never_crash_and_refusals_name_the_fact, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  for (const auto& fact : standard().definitions()) {
    for (const auto strictness : {Strictness::typed, Strictness::as_written}) {
      const auto reading = read(fact, Value(bytes), strictness);
      if (reading) continue;
      RC_ASSERT(reading.diagnostics().size() == 1U);
      RC_ASSERT(reading.diagnostics().front().path == fact.id);
      RC_ASSERT(is_utf8(reading.diagnostics().front().message));
    }
  }
}

RC_BOOST_PROP(random_pieces_of_cells_never_crash, ()) {
  static const std::vector<std::string> pieces = {"2025", "3",  "21", "-",  "/",  ".",    "年",   "月",
                                                  "日",   " ",  "T",  ":",  "00", "85",   "，",   ",",
                                                  "１",   "是", "无", "族", "汉", "高级", "本科", "e",
                                                  "+",    "1",  "01", "\n", "（", "）",   "区",   std::string(1, '\0'),
                                                  "Z"};
  const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
  std::string text;
  for (const auto& piece : chosen) text += piece;
  for (const auto& fact : standard().definitions()) {
    const auto once = read(fact, Value(text), Strictness::as_written);
    const auto blanks = read(fact, Value("  " + text + "\xE3\x80\x80"), Strictness::as_written);
    RC_ASSERT(once.ok() == blanks.ok());
    if (once) RC_ASSERT(identical(once->value, blanks->value));
  }
}

RC_BOOST_PROP(random_numbers_never_crash, ()) {
  const auto coefficient = *rc::gen::arbitrary<std::int64_t>();
  const auto exponent = *rc::gen::inRange(-6176, 6112);
  for (const auto& fact : standard().definitions()) {
    for (const auto& given : {Value(Decimal::scaled(coefficient, exponent)), Value(coefficient)}) {
      const auto reading = read(fact, given);
      if (!reading) RC_ASSERT(reading.diagnostics().front().path == fact.id);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_value_read_reads_back_as_itself) {
  for (const auto& fact : standard().definitions()) {
    for (const auto& given : {Value("2025.06"), Value("01"), Value("男"), Value("硕士"), Value("150102"), Value("是"),
                              Value("12"), Value("副高"), Value("国企"), Value("旗县"), Value("优秀")}) {
      const auto once = read(fact, given, Strictness::as_written);
      if (!once || !once->value.is_known()) continue;
      const auto twice = read(fact, once->value);
      BOOST_REQUIRE_MESSAGE(twice.ok(), fact.id);
      BOOST_TEST(identical(once->value, twice->value), fact.id);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
