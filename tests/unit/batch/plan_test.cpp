#include "tepei/batch/plan.hpp"

#include <boost/test/unit_test.hpp>

#include "../policy/sample.hpp"

namespace {

using namespace tepei;
using policy::Outcome;
using policy::sample::criterion;

policy::Query query_of(std::vector<policy::Criterion> criteria) {
  const auto policy = policy::Eligibility::build(policy::sample::definition(std::move(criteria))).value();
  return policy.bind({"only", policy::sample::as_of, {}}).value();
}

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(a_plan_says_what_comes_from_a_table_and_why_the_rest_does_not) {
  const auto plan = batch::plan(query_of({criterion("simple", {{"n >= 5 and a", Outcome::met, {}}}),
                                          criterion("two", {{"day > since", Outcome::met, {}}})}),
                                "portable")
                        .value();
  BOOST_TEST(plan.kernels == "portable");
  BOOST_REQUIRE(plan.criteria.size() == 2U);
  BOOST_TEST(plan.criteria[0].by_table);
  BOOST_TEST(plan.criteria[0].facts.at(1).fact == "n");
  BOOST_TEST((plan.criteria[0].facts.at(1).classes == batch::FactClasses::intervals));
  BOOST_TEST(plan.criteria[0].facts.at(1).turns == 1U);
  BOOST_TEST(!plan.criteria[1].by_table);
  BOOST_TEST(plan.criteria[1].reason == "`day` is compared together with `since`");
}

BOOST_AUTO_TEST_CASE(unknown_kernels_are_refused_with_the_nearest) {
  const auto refused = batch::plan(query_of({criterion("x", {{"a", Outcome::met, {}}})}), "portble");
  BOOST_REQUIRE(!refused.ok());
  BOOST_TEST(refused.diagnostics().front().code == "batch.kernels.unknown");
  BOOST_TEST(refused.diagnostics().front().help.find("portable") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
