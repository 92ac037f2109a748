#include "facts/normal_text.hpp"

#include <rapidcheck/boost_test.h>
#include <utf8proc.h>
#include <boost/test/unit_test.hpp>

#include <cstdlib>

#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

std::string normal(std::string_view text) {
  const auto result = normalise(text);
  return result ? *result : test::all_messages(result.diagnostics());
}

BOOST_AUTO_TEST_SUITE(normal_text_suite)

BOOST_AUTO_TEST_CASE(full_width_forms_become_ordinary_ones) {
  BOOST_TEST(normal("１２") == "12");
  BOOST_TEST(normal("２０２５－０３－２１") == "2025-03-21");
  BOOST_TEST(normal("（区）") == "(区)");
  BOOST_TEST(normal("\xE2\xBC\xA5") == "女");  // U+2F25, the radical that PDF converters leave
  BOOST_TEST(normal("e\xCC\x81") == "é");
}

BOOST_AUTO_TEST_CASE(outer_blanks_of_every_width_go) {
  BOOST_TEST(normal("  汉族\t\r\n") == "汉族");
  BOOST_TEST(normal("\xE3\x80\x80汉族\xE3\x80\x80") == "汉族");
  BOOST_TEST(normal("\xEF\xBB\xBF姓名") == "姓名");
  BOOST_TEST(normal("\xE2\x80\x8B男\xC2\xA0") == "男");
  BOOST_TEST(normal("a b") == "a b");
  BOOST_TEST(normal("") == "");
  BOOST_TEST(normal(" \xE3\x80\x80 ") == "");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_an_error) {
  for (const char* bytes : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xE6\xB1", "abc\x80", "\xF5\x80\x80\x80"}) {
    const auto result = normalise(bytes);
    BOOST_REQUIRE(!result.ok());
    BOOST_TEST(result.diagnostics().front().code == "facts.text.invalid_utf8");
    BOOST_TEST(!is_utf8(bytes));
  }
  BOOST_TEST(is_utf8("汉族 abc é"));
}

BOOST_AUTO_TEST_CASE(text_above_the_limit_is_refused_and_at_the_limit_taken) {
  BOOST_TEST(normalise(std::string(max_text_bytes, 'a')).ok());
  const auto result = normalise(std::string(max_text_bytes + 1, 'a'));
  BOOST_REQUIRE(!result.ok());
  BOOST_TEST(result.diagnostics().front().code == "facts.text.too_long");
  BOOST_TEST(result.diagnostics().front().message.size() < 400U);
}

BOOST_AUTO_TEST_CASE(folding_joins_the_ways_of_writing_a_name) {
  BOOST_TEST(folded("Birth Date") == "birth_date");
  BOOST_TEST(folded("BIRTH--DATE") == "birth_date");
  BOOST_TEST(folded("出 生\n日期") == "出生日期");
  BOOST_TEST(folded("GB 学历") == "gb学历");
  BOOST_TEST(folded("") == "");
  BOOST_TEST(lookup_key("\xFF") == "");
}

RC_BOOST_PROP(folding_twice_changes_nothing, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("aB _-9\t\xE6\xB1\x89")));
  RC_ASSERT(folded(folded(text)) == folded(text));
}

// The short cut for ASCII and Chinese text gives what the whole of NFKC gives.
BOOST_AUTO_TEST_CASE(the_short_cut_agrees_with_utf8proc) {
  const auto by_utf8proc = [](const std::string& text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
    std::string result(reinterpret_cast<char*>(mapped), static_cast<std::size_t>(size));
    std::free(mapped);
    return result;
  };
  for (utf8proc_int32_t code_point = 0x4DC0; code_point < 0xA010; ++code_point) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(code_point, bytes);
    const std::string text(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
    BOOST_REQUIRE_EQUAL(normal("x" + text + "x"), by_utf8proc("x" + text + "x"));
  }
}

RC_BOOST_PROP(random_bytes_are_text_or_an_error, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  const auto result = normalise(bytes);
  RC_ASSERT(result.ok() == is_utf8(bytes));
  if (result) RC_ASSERT(normalise(*result).ok());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
