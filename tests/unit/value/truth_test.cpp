#include "tepei/value/truth.hpp"

#include <array>
#include <boost/test/unit_test.hpp>

using tepei::conjunction;
using tepei::disjunction;
using tepei::negation;
using tepei::Truth;
using tepei::truth;

namespace {

constexpr std::array<Truth, 3> all = {Truth::no, Truth::unknown, Truth::yes};

}  // namespace

BOOST_AUTO_TEST_SUITE(truth_values)

BOOST_AUTO_TEST_CASE(conjunction_follows_kleenes_table) {
  constexpr Truth expected[3][3] = {{Truth::no, Truth::no, Truth::no},
                                    {Truth::no, Truth::unknown, Truth::unknown},
                                    {Truth::no, Truth::unknown, Truth::yes}};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) BOOST_TEST((conjunction(all[i], all[j]) == expected[i][j]));
  }
}

BOOST_AUTO_TEST_CASE(disjunction_follows_kleenes_table) {
  constexpr Truth expected[3][3] = {{Truth::no, Truth::unknown, Truth::yes},
                                    {Truth::unknown, Truth::unknown, Truth::yes},
                                    {Truth::yes, Truth::yes, Truth::yes}};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) BOOST_TEST((disjunction(all[i], all[j]) == expected[i][j]));
  }
}

BOOST_AUTO_TEST_CASE(negation_keeps_the_unknown) {
  BOOST_TEST((negation(Truth::no) == Truth::yes));
  BOOST_TEST((negation(Truth::unknown) == Truth::unknown));
  BOOST_TEST((negation(Truth::yes) == Truth::no));
}

BOOST_AUTO_TEST_CASE(de_morgan_holds) {
  for (const Truth left : all) {
    for (const Truth right : all) {
      BOOST_TEST((negation(conjunction(left, right)) == disjunction(negation(left), negation(right))));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_boolean_is_yes_or_no) {
  BOOST_TEST((truth(true) == Truth::yes));
  BOOST_TEST((truth(false) == Truth::no));
}

BOOST_AUTO_TEST_SUITE_END()
