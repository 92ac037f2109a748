#include "feel/builtin.hpp"
#include "feel/evaluation.hpp"

using namespace tepei;
using namespace tepei::feel;

BOOST_AUTO_TEST_SUITE(builtins_boolean)

BOOST_AUTO_TEST_CASE(negation_and_identity) {
  World world;
  check_cases(world, {
                         {"not(true)", "false"},
                         {"not(false)", "true"},
                         {"not(null)", "null"},
                         {"not(a)", "unknown"},
                         {"is(1, 1.0)", "true"},
                         {R"(is(1, "1"))", "false"},
                         {"is(null, null)", "true"},
                         {"is(x, 1)", "unknown"},
                         {"is given(x)", "false"},
                         {"is given(1)", "true"},
                         {"is given(null)", "true"},
                         {"is given(value: a)", "false"},
                         {"not(is given(a)) or a", "true"},
                     });
}

BOOST_AUTO_TEST_CASE(every_builtin_can_be_called) {
  for (const std::string& name : builtin_names()) {
    BOOST_TEST_CONTEXT(name) {
      BOOST_TEST(!builtins_named(name).empty());
      for (const Builtin* builtin : builtins_named(name)) {
        BOOST_TEST((builtin->call != nullptr));
        BOOST_TEST((builtin_taking(name, builtin->parameters.size())->call == builtin->call));
      }
    }
  }
  BOOST_TEST(builtins_named("now").empty());
  BOOST_TEST(!absent_builtin_help("now").empty());
  BOOST_TEST(absent_builtin_help("sum").empty());
}

BOOST_AUTO_TEST_SUITE_END()
