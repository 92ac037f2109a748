#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

BOOST_AUTO_TEST_SUITE(builtins_date)

BOOST_AUTO_TEST_CASE(names_and_numbers_of_days) {
  World world;
  check_cases(world, {
                         {R"(day of week(@"2025-03-21"))", R"("Friday")"},
                         {R"(day of week(date and time("2025-03-23T10:00:00")))", R"("Sunday")"},
                         {R"(month of year(@"2025-03-21"))", R"("March")"},
                         {R"(day of year(@"2024-12-31"))", "366"},
                         {R"(week of year(@"2025-12-31"))", "1"},
                     });
}

// Civil Code 第二百至二百零二条: the anniversary of 29 February falls on 28 February in a common year.
BOOST_AUTO_TEST_CASE(full_years_are_counted_by_the_civil_code) {
  World world;
  check_cases(world, {
                         {R"(full years(@"1980-03-21", @"2025-03-21"))", "45"},
                         {R"(full years(@"1980-03-22", @"2025-03-21"))", "44"},
                         {R"(full years(@"2000-02-29", @"2025-02-28"))", "25"},
                         {R"(full months(@"2025-01-31", @"2025-02-28"))", "1"},
                         {R"(full years(born, @"2025-02-28"))", "unknown"},
                         {R"(full years(null, born))", "null"},
                     });
}

BOOST_AUTO_TEST_SUITE_END()
