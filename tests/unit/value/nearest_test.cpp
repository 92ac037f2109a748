#include <boost/test/unit_test.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "tepei/value/diagnostic.hpp"

using tepei::nearest;
using tepei::suggest;

namespace {

const std::vector<std::string> facts = {"birth_date", "sex", "education", "title_level", "职称级别", "学历"};

std::string nearest_or_none(std::string_view word, const std::vector<std::string>& candidates = facts) {
  return nearest(word, candidates).value_or("none");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nearest_name)

BOOST_AUTO_TEST_CASE(finds_the_name_that_was_meant) {
  BOOST_TEST(nearest_or_none("birth_dat") == "birth_date");
  BOOST_TEST(nearest_or_none("birthdate") == "birth_date");
  BOOST_TEST(nearest_or_none("educatoin") == "education");
  BOOST_TEST(nearest_or_none("sex") == "sex");
  BOOST_TEST(nearest_or_none("EDUCATION") == "education");
}

BOOST_AUTO_TEST_CASE(counts_code_points_rather_than_bytes) {
  BOOST_TEST(nearest_or_none("职称级") == "职称级别");
  BOOST_TEST(nearest_or_none("职务级别") == "职称级别");
  BOOST_TEST(nearest_or_none("学力") == "学历");
}

BOOST_AUTO_TEST_CASE(a_third_of_the_word_or_one_edit_is_near_enough) {
  BOOST_TEST(nearest_or_none("abcdef", {"abcdxy"}) == "abcdxy");
  BOOST_TEST(nearest_or_none("abcdef", {"abcxyz"}) == "none");
  BOOST_TEST(nearest_or_none("ab", {"ax"}) == "ax");
  BOOST_TEST(nearest_or_none("abcde", {"abcxy"}) == "none");
}

BOOST_AUTO_TEST_CASE(what_has_nothing_in_common_is_not_near) {
  BOOST_TEST(nearest_or_none("男", {"女"}) == "none");
  BOOST_TEST(nearest_or_none("", {"x"}) == "none");
  BOOST_TEST(nearest_or_none("x", {""}) == "none");
}

BOOST_AUTO_TEST_CASE(the_nearer_and_of_equals_the_first_is_taken) {
  BOOST_TEST(nearest_or_none("titles", {"title_x", "title"}) == "title");
  BOOST_TEST(nearest_or_none("cat", {"bat", "hat"}) == "bat");
}

BOOST_AUTO_TEST_CASE(broken_text_is_only_a_text_without_friends) {
  BOOST_TEST(nearest_or_none("birth\xFF_date") == "birth_date");
  BOOST_TEST(nearest_or_none("\xE8\x81") == "none");
}

BOOST_AUTO_TEST_CASE(any_length_is_answered_at_once) {
  const std::string vast(3'000'000, 'x');
  const auto start = std::chrono::steady_clock::now();
  BOOST_TEST(nearest_or_none(vast) == "none");
  BOOST_TEST(nearest_or_none("birth_date", {vast}) == "none");
  BOOST_TEST(nearest_or_none(vast, {vast}) == "none");
  BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::milliseconds(100)));
}

BOOST_AUTO_TEST_CASE(suggests_the_nearest_or_lists_the_known) {
  BOOST_TEST(suggest("educatoin", facts) == "did you mean `education`?");
  BOOST_TEST(suggest("zzz", {"a", "b"}) == "one of `a`, `b`");
  BOOST_TEST(suggest("zzz", {"a", "b", "c"}, 2) == "one of `a`, `b` and 1 more");
  BOOST_TEST(suggest("zzz", {}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
