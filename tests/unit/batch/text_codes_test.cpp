// Texts and their numbers, against the standard library's table.
#include "batch/text_codes.hpp"

#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

using namespace tepei::batch;

namespace {

using Numbers = std::vector<std::uint32_t>;

// A column of texts whose buffers end with what belongs to it, so that reading beyond fails under a sanitizer. Nulls
// have characters too, which nobody may look at.
template <typename Offset>
class Column {
 public:
  Column(const std::vector<std::string>& cells, const std::vector<bool>& nulls, std::size_t misplaced)
      : bytes_(misplaced + (cells.size() + 1) * sizeof(Offset)), validity_((cells.size() + 7) / 8, 0) {
    std::string joined;
    put_offset(misplaced, 0, 0);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      joined += cells[i];
      put_offset(misplaced, i + 1, joined.size());
      if (!nulls[i]) validity_[i / 8] = static_cast<std::uint8_t>(validity_[i / 8] | (1U << (i % 8)));
    }
    characters_ = std::make_unique<char[]>(joined.size());
    std::copy(joined.begin(), joined.end(), characters_.get());
    view_.count = static_cast<std::int64_t>(cells.size());
    view_.validity = validity_.data();
    view_.values = bytes_.data() + misplaced;
    view_.characters = joined.empty() ? nullptr : characters_.get();
  }

  const ArrayView& view() const { return view_; }

 private:
  void put_offset(std::size_t misplaced, std::size_t place, std::size_t value) {
    const auto offset = static_cast<Offset>(value);
    std::memcpy(bytes_.data() + misplaced + place * sizeof offset, &offset, sizeof offset);
  }

  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint8_t> validity_;
  std::unique_ptr<char[]> characters_;
  ArrayView view_;
};

// The definition: texts numbered from 1 on in order of first sight.
class Reference {
 public:
  std::uint32_t number(const std::string& text) {
    return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// Texts that share their beginnings, ends and lengths, with NULs among their characters.
std::string any_text() {
  const auto length = *rc::gen::oneOf(rc::gen::inRange<std::size_t>(0, 20),
                                      rc::gen::element<std::size_t>(7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 100));
  std::string text(length, *rc::gen::element('\0', 'a'));
  if (length > 0) text[*rc::gen::inRange<std::size_t>(0, length)] = *rc::gen::element('\0', 'a', 'b', '\xFF');
  return text;
}

std::vector<std::string> any_texts(std::size_t count) {
  std::vector<std::string> texts(count);
  for (std::string& text : texts) text = any_text();
  return texts;
}

// Encodes all in two parts, from a slot that need not be the first, and compares with the definition.
template <typename Offset>
void check_column(const std::vector<std::string>& cells, const std::vector<bool>& nulls, std::size_t skipped,
                  std::size_t misplaced) {
  const Column<Offset> column(cells, nulls, misplaced);
  Reference reference;
  Numbers expected;
  std::vector<std::string> expected_new;
  for (std::size_t i = skipped; i < cells.size(); ++i) {
    const std::size_t before = reference.size();
    expected.push_back(nulls[i] ? 0 : reference.number(cells[i]));
    if (reference.size() > before) expected_new.push_back(cells[i]);
  }
  TextCodes codes;
  Numbers numbers(expected.size());
  std::vector<std::string> found_new;
  const auto on_new = [&](std::uint32_t number, std::string_view text) {
    found_new.emplace_back(text);
    RC_ASSERT(number == found_new.size());
  };
  const std::size_t half = numbers.size() / 2;
  const auto first = static_cast<std::int64_t>(skipped);
  codes.encode<Offset>(column.view(), first, half, numbers.data(), on_new);
  codes.encode<Offset>(column.view(), first + static_cast<std::int64_t>(half), numbers.size() - half,
                       numbers.data() + half, on_new);
  RC_ASSERT(numbers == expected);
  RC_ASSERT(found_new == expected_new);
  RC_ASSERT(codes.size() == found_new.size());
  for (std::size_t i = 0; i < found_new.size(); ++i) {
    RC_ASSERT(codes.text(static_cast<std::uint32_t>(i + 1)) == found_new[i]);
  }
}

// A word which, as the second of a text of 16 bytes, gives it the hash `wanted`: the hash is a sum of products, the one
// of the second word with an odd number, whose inverse Newton's method finds.
std::uint64_t second_word(std::uint64_t first, std::uint64_t wanted) {
  const std::uint64_t base = TextKey{first, 0, 16}.hash();
  const std::uint64_t factor = TextKey{first, 1, 16}.hash() - base;
  std::uint64_t inverse = factor;
  for (int i = 0; i < 6; ++i) inverse *= 2 - factor * inverse;
  return (wanted - base) * inverse;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_codes)

RC_BOOST_PROP(columns_are_numbered_in_order_of_first_sight, ()) {
  const auto cells = any_texts(*rc::gen::inRange<std::size_t>(0, 120));
  const auto nulls = *rc::gen::container<std::vector<bool>>(cells.size(), rc::gen::arbitrary<bool>());
  const auto skipped = *rc::gen::inRange<std::size_t>(0, cells.size() + 1);
  const auto misplaced = *rc::gen::inRange<std::size_t>(0, 8);
  check_column<std::int32_t>(cells, nulls, skipped, misplaced);
  check_column<std::int64_t>(cells, nulls, skipped, misplaced);
}

RC_BOOST_PROP(single_texts_are_numbered_like_columns, ()) {
  TextCodes codes;
  Reference reference;
  for (const std::string& text : any_texts(*rc::gen::inRange<std::size_t>(0, 200))) {
    const std::size_t before = reference.size();
    const TextCodes::Sight sight = codes.find_or_add(text);
    RC_ASSERT(sight.number == reference.number(text));
    RC_ASSERT(sight.is_new == (reference.size() > before));
  }
  RC_ASSERT(codes.size() == reference.size());
}

BOOST_AUTO_TEST_CASE(the_empty_text_and_nul_characters_are_texts_like_others) {
  TextCodes codes;
  const std::string nul(1, '\0');
  BOOST_TEST(codes.find_or_add("").number == 1U);
  BOOST_TEST(codes.find_or_add(nul).number == 2U);
  BOOST_TEST(codes.find_or_add(nul + nul).number == 3U);
  BOOST_TEST(!codes.find_or_add(std::string_view()).is_new);
  BOOST_TEST(codes.find_or_add(std::string(16, '\0')).number == 4U);
  BOOST_TEST(codes.find_or_add(std::string(17, '\0')).number == 5U);
  BOOST_TEST(codes.text(1).empty());
  BOOST_TEST(codes.text(3) == nul + nul);
}

BOOST_AUTO_TEST_CASE(many_texts_keep_their_numbers_while_the_table_grows) {
  TextCodes codes;
  std::size_t bytes = 0;
  const auto text_of = [](std::uint32_t i) { return std::string(i % 40, 'x') + std::to_string(i); };
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    bytes += text_of(i).size();
    BOOST_REQUIRE_EQUAL(codes.find_or_add(text_of(i)).number, i + 1);
  }
  BOOST_TEST(codes.bytes() == bytes);
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    BOOST_REQUIRE_EQUAL(codes.find_or_add(text_of(i)).number, i + 1);
    BOOST_REQUIRE_EQUAL(codes.text(i + 1), text_of(i));
  }
}

BOOST_AUTO_TEST_CASE(texts_chosen_to_collide_are_told_apart_in_bounded_time) {
  constexpr std::uint32_t count = 50'000;  // without a bound, some 10^9 comparisons a pass
  std::vector<std::string> texts;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t words[2] = {i, second_word(i, 0x1234'5678'9ABC'DEF0)};
    BOOST_REQUIRE_EQUAL((TextKey{words[0], words[1], 16}.hash()), 0x1234'5678'9ABC'DEF0U);
    texts.emplace_back(reinterpret_cast<const char*>(words), sizeof words);
  }
  TextCodes codes;
  for (int pass = 0; pass < 2; ++pass) {
    for (std::uint32_t i = 0; i < count; ++i) {
      const TextCodes::Sight sight = codes.find_or_add(texts[i]);
      BOOST_REQUIRE_EQUAL(sight.number, i + 1);
      BOOST_REQUIRE_EQUAL(sight.is_new, pass == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_cleared_is_forgotten) {
  TextCodes codes;
  for (int i = 0; i < 1000; ++i) codes.find_or_add(std::to_string(i));
  codes.clear();
  BOOST_TEST(codes.size() == 0U);
  BOOST_TEST(codes.bytes() == 0U);
  const TextCodes::Sight sight = codes.find_or_add("999");
  BOOST_TEST(sight.is_new);
  BOOST_TEST(sight.number == 1U);
  BOOST_TEST(codes.text(1) == "999");
}

BOOST_AUTO_TEST_CASE(a_moved_table_keeps_its_texts) {
  TextCodes codes;
  codes.find_or_add("a");
  codes.find_or_add("a text that is longer than a slot holds");
  TextCodes moved = std::move(codes);
  BOOST_TEST(moved.find_or_add("a text that is longer than a slot holds").number == 2U);
  BOOST_TEST(moved.text(1) == "a");
}

BOOST_AUTO_TEST_SUITE_END()
