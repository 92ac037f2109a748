#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

BOOST_AUTO_TEST_SUITE(builtins_context)

BOOST_AUTO_TEST_CASE(contexts) {
  World world;
  check_cases(world, {
                         {R"(get value({a1: 1}, "a1"))", "1"},
                         {R"(get value({a1: 1}, "b1"))", "null"},
                         {R"(get entries({a1: 1})[1].key)", R"("a1")"},
                         {R"(get entries({a1: 1})[1].value)", "1"},
                         {R"(context([{key: "a1", value: 1}, {key: "b1", value: 2}]) = {a1: 1, b1: 2})", "true"},
                         {R"(context([{key: "a1", value: 1}, {key: "a1", value: 2}]))", "null"},
                         {R"(context([{key: "a1"}]))", "null"},
                         {R"(context put({a1: 1}, "b1", 2) = {a1: 1, b1: 2})", "true"},
                         {R"(context put({a1: 1}, "a1", 2) = {a1: 2})", "true"},
                         {R"(context put({a1: 1, b1: {c1: 2}}, ["b1", "c1"], 3) = {a1: 1, b1: {c1: 3}})", "true"},
                         {R"(context put({a1: 1}, ["b1", "c1"], 3) = {a1: 1, b1: {c1: 3}})", "true"},
                         {R"(context merge([{a1: 1}, {b1: 2}, {a1: 3}]) = {a1: 3, b1: 2})", "true"},
                     });
}

BOOST_AUTO_TEST_CASE(unknown_entries_stay_where_they_are) {
  World world;
  check_cases(world, {
                         {R"(get value({a1: 1, b1: x}, "a1"))", "1"},
                         {R"(get value({a1: 1, b1: x}, "b1"))", "unknown"},
                         {R"(context put({a1: 1}, "b1", x).a1)", "1"},
                         {R"(get value({a1: 1}, s))", "unknown"},
                         {R"(get value(person, "age"))", "unknown"},
                     });
}

BOOST_AUTO_TEST_SUITE_END()
