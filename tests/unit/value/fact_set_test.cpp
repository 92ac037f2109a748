#include "tepei/value/fact_set.hpp"

#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <bitset>
#include <vector>

using tepei::FactSet;

namespace {

using Slots = std::bitset<FactSet::capacity>;

FactSet set_of(const Slots& slots) {
  FactSet result;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i]) result.insert(i);
  }
  return result;
}

Slots random_slots() {
  Slots slots;
  for (const auto slot : *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 128))) {
    slots.set(slot);
  }
  return slots;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fact_set)

BOOST_AUTO_TEST_CASE(starts_empty) {
  BOOST_TEST(FactSet().empty());
  for (std::size_t slot = 0; slot < FactSet::capacity; ++slot) BOOST_TEST(!FactSet().contains(slot));
}

BOOST_AUTO_TEST_CASE(holds_the_slots_at_its_words_ends) {
  for (const std::size_t slot : {0U, 63U, 64U, 127U}) {
    FactSet set = FactSet::of(slot);
    BOOST_TEST(set.contains(slot));
    BOOST_TEST(!set.contains(slot ^ 1U));
    BOOST_TEST(!set.contains(slot ^ 64U));
    set.erase(slot);
    BOOST_TEST(set.empty());
  }
}

BOOST_AUTO_TEST_CASE(is_small) {
  BOOST_TEST(sizeof(FactSet) == 16U);
}

RC_BOOST_PROP(agrees_with_a_bitset, ()) {
  const Slots left = random_slots();
  const Slots right = random_slots();
  RC_ASSERT((set_of(left) | set_of(right)) == set_of(left | right));
  RC_ASSERT((set_of(left) & set_of(right)) == set_of(left & right));
  RC_ASSERT((set_of(left) - set_of(right)) == set_of(left & ~right));
  RC_ASSERT((set_of(left) == set_of(right)) == (left == right));
  RC_ASSERT((set_of(left) != set_of(right)) == (left != right));
  FactSet grown = set_of(left);
  grown |= set_of(right);
  RC_ASSERT(grown == set_of(left | right));
  RC_ASSERT(grown.empty() == (left | right).none());
}

BOOST_AUTO_TEST_SUITE_END()
