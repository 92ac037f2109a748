// Values of up to 64 bits and their numbers, against the standard library's table.
#include "batch/bits_codes.hpp"

#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <cstring>
#include <limits>
#include <unordered_map>
#include <vector>

using namespace tepei::batch;

namespace {

// The definition: values numbered from 1 on in order of first sight, 0 for nulls.
template <typename Cell>
std::vector<std::uint32_t> naive_numbers(const std::vector<Cell>& cells, const std::vector<bool>& nulls) {
  std::unordered_map<std::uint64_t, std::uint32_t> table;
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(cells[i]));
    const auto next = static_cast<std::uint32_t>(table.size() + 1);
    numbers.push_back(nulls[i] ? 0 : table.try_emplace(bits, next).first->second);
  }
  return numbers;
}

template <typename Cell>
void check_column() {
  const auto any_cell =
      rc::gen::oneOf(rc::gen::arbitrary<Cell>(), rc::gen::element<Cell>(0, 1, 2, 3),
                     rc::gen::element<Cell>(std::numeric_limits<Cell>::min(), std::numeric_limits<Cell>::max()));
  const auto cells = *rc::gen::container<std::vector<Cell>>(any_cell);
  const auto nulls = *rc::gen::container<std::vector<bool>>(cells.size(), rc::gen::arbitrary<bool>());
  const auto misplaced = *rc::gen::inRange<std::size_t>(0, 8);
  std::vector<std::uint8_t> bytes(misplaced + cells.size() * sizeof(Cell) + 1);
  if (!cells.empty()) std::memcpy(bytes.data() + misplaced, cells.data(), cells.size() * sizeof(Cell));
  std::vector<std::uint8_t> validity(cells.size() / 8 + 1);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!nulls[i]) validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] | (1U << (i % 8)));
  }
  ArrayView view;
  view.count = static_cast<std::int64_t>(cells.size());
  view.values = bytes.data() + misplaced;
  view.validity = validity.data();

  BitsCodes codes;
  std::vector<std::uint32_t> numbers(cells.size());
  std::uint32_t seen = 0;
  codes.encode<Cell>(view, 0, cells.size(), numbers.data(), [&](std::uint32_t number, std::uint64_t bits) {
    RC_ASSERT(number == ++seen);
    RC_ASSERT(codes.bits(number) == bits);
  });
  RC_ASSERT(numbers == naive_numbers(cells, nulls));
  RC_ASSERT(codes.size() == seen);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bits_codes)

RC_BOOST_PROP(columns_are_numbered_in_order_of_first_sight, ()) {
  check_column<std::int8_t>();
  check_column<std::int16_t>();
  check_column<std::int32_t>();
  check_column<std::int64_t>();
  check_column<std::uint8_t>();
  check_column<std::uint16_t>();
  check_column<std::uint32_t>();
  check_column<std::uint64_t>();
}

BOOST_AUTO_TEST_CASE(negative_cells_are_widened_by_their_sign) {
  const std::int8_t cell = -1;
  ArrayView view;
  view.count = 1;
  view.values = &cell;
  BitsCodes codes;
  std::uint32_t number = 0;
  codes.encode<std::int8_t>(view, 0, 1, &number, [](std::uint32_t, std::uint64_t bits) { BOOST_TEST(bits == ~0ULL); });
  BOOST_TEST(number == 1U);
  BOOST_TEST(!codes.find_or_add(~std::uint64_t{0}).is_new);
}

BOOST_AUTO_TEST_CASE(many_values_keep_their_numbers_while_the_table_grows) {
  // Neighbours, multiples of a power of two, and such as collide in tables that multiply alone.
  for (const unsigned shift : {0U, 20U, 40U}) {
    BitsCodes codes;
    for (int pass = 0; pass < 2; ++pass) {
      for (std::uint64_t i = 0; i < 100'000; ++i) {
        const BitsCodes::Sight sight = codes.find_or_add(i << shift);
        BOOST_REQUIRE_EQUAL(sight.number, i + 1);
        BOOST_REQUIRE_EQUAL(sight.is_new, pass == 0);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(values_chosen_to_collide_are_told_apart_in_bounded_time) {
  constexpr std::uint32_t count = 50'000;
  // What the table multiplies with, inverted by Newton's method: these values all begin at the first slot.
  constexpr std::uint64_t factor = 0x9E37'79B9'7F4A'7C15;
  std::uint64_t inverse = factor;
  for (int i = 0; i < 6; ++i) inverse *= 2 - factor * inverse;
  BitsCodes codes;
  for (int pass = 0; pass < 2; ++pass) {
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint64_t folded = i * inverse;
      const std::uint64_t bits = folded ^ (folded >> 32);
      BOOST_REQUIRE_EQUAL((bits ^ (bits >> 32)) * factor, i);
      BOOST_REQUIRE_EQUAL(codes.find_or_add(bits).number, i + 1);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_cleared_is_forgotten) {
  BitsCodes codes;
  for (std::uint64_t i = 0; i < 1000; ++i) codes.find_or_add(i);
  codes.clear();
  BOOST_TEST(codes.size() == 0U);
  BOOST_TEST(codes.find_or_add(999).number == 1U);
  BOOST_TEST(codes.find_or_add(0).number == 2U);
  BOOST_TEST(!codes.find_or_add(0).is_new);
}

BOOST_AUTO_TEST_SUITE_END()
