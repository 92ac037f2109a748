#include "tepei/value/result.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>

using tepei::Diagnostic;
using tepei::Diagnostics;
using tepei::Error;
using tepei::Result;
using tepei::Severity;

namespace {

Diagnostic problem(std::string code, Severity severity = Severity::error) {
  Diagnostic result{std::move(code), "a problem", "mend it"};
  result.severity = severity;
  return result;
}

Result<std::unique_ptr<int>> made(bool succeed) {
  if (!succeed) return problem("a.b.c");
  return std::make_unique<int>(7);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(result)

BOOST_AUTO_TEST_CASE(gives_the_value_it_holds) {
  const Result<int> three = 3;
  BOOST_TEST(three.ok());
  BOOST_TEST(static_cast<bool>(three));
  BOOST_TEST(three.value() == 3);
  BOOST_TEST(*three == 3);
  BOOST_TEST(three.diagnostics().empty());
}

BOOST_AUTO_TEST_CASE(throws_all_diagnostics_where_there_is_no_value) {
  const Result<int> failed = Diagnostics{problem("a.b.c"), problem("a.b.d")};
  BOOST_TEST(!failed.ok());
  BOOST_TEST(failed.diagnostics().size() == 2U);
  try {
    static_cast<void>(failed.value());
    BOOST_FAIL("no exception");
  } catch (const Error& error) {
    BOOST_TEST(error.diagnostics().size() == 2U);
    BOOST_TEST(error.first().code == "a.b.c");
    BOOST_TEST(std::string(error.what()) ==
               "error[a.b.c]: a problem\n  help: mend it\nerror[a.b.d]: a problem\n  help: mend it");
  }
}

BOOST_AUTO_TEST_CASE(the_first_error_goes_before_warnings) {
  const Error error({problem("a.b.warned", Severity::warning), problem("a.b.failed")});
  BOOST_TEST(error.first().code == "a.b.failed");
  BOOST_TEST(Error({problem("a.b.warned", Severity::warning)}).first().code == "a.b.warned");
}

BOOST_AUTO_TEST_CASE(an_error_is_never_without_content) {
  BOOST_TEST(Error(Diagnostics{}).first().code == "value.result.unexplained");
}

BOOST_AUTO_TEST_CASE(moves_what_cannot_be_copied) {
  BOOST_TEST(*made(true).value() == 7);
  BOOST_CHECK_THROW(static_cast<void>(made(false).value()), Error);
}

BOOST_AUTO_TEST_CASE(a_result_without_value_is_done_or_failed) {
  const Result<void> done;
  BOOST_TEST(done.ok());
  BOOST_CHECK_NO_THROW(done.value());
  const Result<void> failed = problem("a.b.c");
  BOOST_TEST(!failed.ok());
  BOOST_CHECK_THROW(failed.value(), Error);
}

BOOST_AUTO_TEST_SUITE_END()
