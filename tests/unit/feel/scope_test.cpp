#include "tepei/feel/scope.hpp"

#include <boost/test/unit_test.hpp>

using tepei::feel::Bank;
using tepei::feel::Scope;
using tepei::feel::Slot;
using tepei::feel::TypeKind;
using tepei::feel::Variable;

BOOST_AUTO_TEST_SUITE(scope)

BOOST_AUTO_TEST_CASE(finds_names_and_aliases_with_any_blanks) {
  Scope names;
  BOOST_REQUIRE(names.add({" birth \u3000 date", {"出生日期"}, TypeKind::date, {Bank::facts, 3}}).ok());
  BOOST_REQUIRE(names.find("birth date") != nullptr);
  BOOST_CHECK(names.find("birth\n date") == names.find("出生日期"));
  BOOST_CHECK(names.find("出生日期")->slot == (Slot{Bank::facts, 3}));
  BOOST_CHECK_EQUAL(names.variables().front().name, "birth date");
  BOOST_CHECK(names.find("birthdate") == nullptr);
  BOOST_CHECK(names.find("") == nullptr);
}

BOOST_AUTO_TEST_CASE(refuses_a_name_twice) {
  Scope names;
  BOOST_REQUIRE(names.add({"age", {"年龄"}, TypeKind::number, {}}).ok());
  const auto twice = names.add({"年龄", {"age"}, TypeKind::number, {}});
  BOOST_REQUIRE(!twice.ok());
  BOOST_REQUIRE_EQUAL(twice.diagnostics().size(), 2U);
  BOOST_CHECK_EQUAL(
      tepei::render(twice.diagnostics()[0]),
      "error[feel.scope.duplicate_name]: the name `年龄` is taken already\n  help: it is an alias of `age`");
  BOOST_CHECK_EQUAL(tepei::render(twice.diagnostics()[1]),
                    "error[feel.scope.duplicate_name]: the name `age` is taken already");
  BOOST_CHECK_EQUAL(names.variables().size(), 1U);
}

BOOST_AUTO_TEST_CASE(refuses_an_empty_name) {
  Scope names;
  const auto empty = names.add({" \t", {}, TypeKind::number, {}});
  BOOST_REQUIRE(!empty.ok());
  BOOST_CHECK_EQUAL(empty.diagnostics().front().code, "feel.scope.empty_name");
}

BOOST_AUTO_TEST_CASE(a_variable_may_repeat_its_own_name) {
  Scope names;
  BOOST_CHECK(names.add({"age", {"age"}, TypeKind::number, {}}).ok());
}

BOOST_AUTO_TEST_CASE(keeps_member_names) {
  Scope names;
  names.add_member_name("dept  num");
  BOOST_REQUIRE_EQUAL(names.member_names().size(), 1U);
  BOOST_CHECK_EQUAL(names.member_names().front(), "dept num");
}

BOOST_AUTO_TEST_SUITE_END()
