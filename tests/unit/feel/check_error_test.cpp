// What the checker says: golden messages, each with its place.
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

#include "feel/check.hpp"
#include "feel/parse.hpp"
#include "feel/sample_scope.hpp"

using namespace tepei;
using namespace tepei::feel;

namespace {

Diagnostics problems(const std::string& source) {
  auto parsed = parse_expression(source, sample::scope(), {});
  if (!parsed.ok()) return parsed.diagnostics();
  return check(std::move(*parsed), sample::scope(), {}).diagnostics();
}

void check_error(const std::string& source, const std::string& expected) {
  BOOST_CHECK_EQUAL(render(problems(source)), expected);
}

std::string codes(const std::string& source) {
  std::string all;
  for (const Diagnostic& diagnostic : problems(source)) all += (all.empty() ? "" : " ") + diagnostic.code;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checking_enumerations)

BOOST_AUTO_TEST_CASE(unlisted_literals) {
  check_error("education >= \"masters\"",
              "error[feel.check.unlisted_literal]: `masters` is no value of `education`\n"
              "   | education >= \"masters\"\n"
              "   |              ^^^^^^^^^\n"
              "  help: did you mean `master`?");
  check_error("性别 = \"男性\"",
              "error[feel.check.unlisted_literal]: `男性` is no value of `sex`\n"
              "   | 性别 = \"男性\"\n"
              "   |        ^^^^^^\n"
              "  help: did you mean `男`?");
  check_error("学历 in [\"phd\", \"master\"]",
              "error[feel.check.unlisted_literal]: `phd` is no value of `education`\n"
              "   | 学历 in [\"phd\", \"master\"]\n"
              "   |          ^^^^^\n"
              "  help: one of `college`, `bachelor`, `master`, `doctor`");
  check_error("学历 = \"小学\"",
              "error[feel.check.unlisted_literal]: `小学` is no value of `education`\n"
              "   | 学历 = \"小学\"\n"
              "   |        ^^^^^^\n"
              "  help: one of `大学专科`, `大学本科`, `硕士研究生`, `博士研究生`");
  BOOST_CHECK_EQUAL(codes("list contains(degrees, \"x\")"), "feel.check.unlisted_literal");
  BOOST_CHECK_EQUAL(codes("if ok then sex else \"x\""), "feel.check.unlisted_literal");
}

BOOST_AUTO_TEST_CASE(no_order) {
  check_error("sex > \"male\"",
              "error[feel.check.unordered]: `>` needs an order, but `sex`, an enumeration sex, has none\n"
              "   | sex > \"male\"\n"
              "   | ^^^^^^^^^^^^\n"
              "  help: use `=`, `!=` or `in`");
  BOOST_CHECK_EQUAL(codes("sex in < \"male\""), "feel.check.unordered");
  BOOST_CHECK_EQUAL(codes("sex between \"male\" and \"female\""), "feel.check.unordered");
  BOOST_CHECK_EQUAL(codes("sex in [\"male\"..\"female\"]"), "feel.check.unordered");
  BOOST_CHECK_EQUAL(codes("ok > true"), "feel.check.unordered");
  BOOST_CHECK_EQUAL(codes("[1] > [2]"), "feel.check.unordered");
}

BOOST_AUTO_TEST_CASE(an_enumeration_and_another_text) {
  check_error(
      "education = name",
      "error[feel.check.type_mismatch]: cannot compare `education`, an enumeration education, with `name`, a string\n"
      "   | education = name\n"
      "   | ^^^^^^^^^^^^^^^^\n"
      "  help: write one of its values, one of `college`, `bachelor`, `master`, `doctor`");
  BOOST_CHECK_EQUAL(codes("education = sex"), "feel.check.type_mismatch");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(checking_types)

BOOST_AUTO_TEST_CASE(comparisons) {
  check_error("age = \"5\"",
              "error[feel.check.type_mismatch]: cannot compare `age`, a number, with `\"5\"`, a string\n"
              "   | age = \"5\"\n"
              "   | ^^^^^^^^^\n"
              "  help: write `5` without quotes");
  check_error("出生日期 > \"1980-01-01\"",
              "error[feel.check.type_mismatch]: cannot compare `出生日期`, a date, with `\"1980-01-01\"`, a string\n"
              "   | 出生日期 > \"1980-01-01\"\n"
              "   | ^^^^^^^^^^^^^^^^^^^^^^^\n"
              "  help: write a date as `@\"2025-03-21\"`");
  check_error("合格 = \"是\"",
              "error[feel.check.type_mismatch]: cannot compare `合格`, a boolean, with `\"是\"`, a string\n"
              "   | 合格 = \"是\"\n"
              "   | ^^^^^^^^^^^\n"
              "  help: compare with `true` or `false`");
  check_error("18 <= age <= 60",
              "error[feel.check.type_mismatch]: cannot compare `18 <= age`, a boolean, with `60`, a number\n"
              "   | 18 <= age <= 60\n"
              "   | ^^^^^^^^^^^^^^^\n"
              "  help: join two comparisons with `and`");
  check_error("birth date < start",
              "error[feel.check.type_mismatch]: cannot compare `birth date`, a date, with `start`, a date and time\n"
              "   | birth date < start\n"
              "   | ^^^^^^^^^^^^^^^^^^\n"
              "  help: make a date of the second with `date(…)`");
  BOOST_CHECK_EQUAL(codes("age in [\"a\"..\"b\"]"), "feel.check.type_mismatch");
  BOOST_CHECK_EQUAL(codes("age in (1, \"a\", < birth date)"), "feel.check.type_mismatch feel.check.type_mismatch");
  BOOST_CHECK_EQUAL(codes("age between 1 and name"), "feel.check.type_mismatch");
  BOOST_CHECK_EQUAL(codes("[1..birth date]"), "feel.check.type_mismatch");
  BOOST_CHECK_EQUAL(codes("people = 1"), "feel.check.type_mismatch");
}

BOOST_AUTO_TEST_CASE(conditions) {
  check_error("ok and age",
              "error[feel.check.type_mismatch]: `and` takes a condition, but `age` is a number\n"
              "   | ok and age\n"
              "   |        ^^^\n"
              "  help: compare it with a number: `> 0`");
  for (const char* source : {"age or ok", "not(age)", "if age then 1 else 2", "some p in people satisfies p.age",
                             "education and ok", "people[ok] and ok", "a[birth date]"}) {
    BOOST_TEST_CONTEXT(source) {
      BOOST_CHECK_EQUAL(codes(source), "feel.check.type_mismatch");
    }
  }
}

BOOST_AUTO_TEST_CASE(arithmetic) {
  check_error("birth date + 5",
              "error[feel.check.type_mismatch]: `+` cannot join `birth date`, a date, and `5`, a number\n"
              "   | birth date + 5\n"
              "   | ^^^^^^^^^^^^^^\n"
              "  help: move it by a duration, such as `@\"P30D\"` or `@\"P1Y\"`");
  check_error("age + name",
              "error[feel.check.type_mismatch]: `+` cannot join `age`, a number, and `name`, a string\n"
              "   | age + name\n"
              "   | ^^^^^^^^^^\n"
              "  help: make a text of it with `string(…)`");
  check_error("ok * 2",
              "error[feel.check.type_mismatch]: `*` takes no boolean: `ok`\n"
              "   | ok * 2\n"
              "   | ^^^^^^");
  for (const char* source :
       {"birth date + birth date", "name - name", "@\"P1Y\" + @\"P1D\"", "@\"10:00:00\" + @\"P1Y\"", "2 / @\"P1D\"",
        "@\"P1D\" ** 2", "-name", "people + 1", "[1] + 1"}) {
    BOOST_TEST_CONTEXT(source) {
      BOOST_CHECK_EQUAL(codes(source), "feel.check.type_mismatch");
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(checking_names)

BOOST_AUTO_TEST_CASE(members) {
  check_error("people[1].agee",
              "error[feel.check.unknown_member]: `people[1]`, a context, has no member `agee`\n"
              "   | people[1].agee\n"
              "   | ^^^^^^^^^^^^^^\n"
              "  help: did you mean `age`?");
  check_error("age.year",
              "error[feel.check.unknown_member]: `age`, a number, has no member `year`\n"
              "   | age.year\n"
              "   | ^^^^^^^^");
  check_error("people[dept numm = 1]",
              "error[feel.check.unknown_name]: unknown name `dept numm`\n"
              "   | people[dept numm = 1]\n"
              "   |        ^^^^^^^^^\n"
              "  help: did you mean `dept num`?");
  BOOST_CHECK_EQUAL(codes("a[zzz(1)]"), "feel.check.unknown_function");
  BOOST_CHECK_EQUAL(codes("[1][zzz = 1]"), "feel.check.unknown_name");
}

BOOST_AUTO_TEST_CASE(one_unknown_name_is_one_problem) {
  BOOST_CHECK_EQUAL(codes("zzz + 1 = \"x\" and zzz.k[1] > 2"), "feel.check.unknown_name feel.check.unknown_name");
  BOOST_CHECK_EQUAL(codes("education = zzz"), "feel.check.unknown_name");
  BOOST_CHECK_EQUAL(codes("education >= \"zzz\" and not(education < \"zzz\")"),
                    "feel.check.unlisted_literal feel.check.unlisted_literal");
}

BOOST_AUTO_TEST_CASE(all_problems_in_the_order_of_the_text) {
  BOOST_CHECK_EQUAL(
      codes("ok and age and zzz and sex = \"x\" and age = name"),
      "feel.check.type_mismatch feel.check.unknown_name feel.check.unlisted_literal feel.check.type_mismatch");
}

BOOST_AUTO_TEST_CASE(what_is_feel_but_means_nothing_here) {
  check_error(
      "@\"2025-02-30\"",
      "error[feel.check.at_literal]: `2025-02-30` is no date, time or duration\n"
      "   | @\"2025-02-30\"\n"
      "   | ^^^^^^^^^^^^^\n"
      "  help: write `@\"2025-03-21\"`, `@\"10:30:00\"`, `@\"2025-03-21T10:30:00\"`, `@\"P1Y2M\"` or `@\"P3DT2H\"`");
  check_error("x instance of numbr",
              "error[feel.check.unknown_type]: unknown type `numbr`\n"
              "   | x instance of numbr\n"
              "   |               ^^^^^\n"
              "  help: did you mean `number`?");
  BOOST_CHECK_EQUAL(codes("{k: 1, k: 2}"), "feel.check.duplicate_key");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(checking_calls)

BOOST_AUTO_TEST_CASE(arguments) {
  check_error("substring(name)",
              "error[feel.check.argument_count]: `substring` does not take 1 argument\n"
              "   | substring(name)\n"
              "   | ^^^^^^^^^^^^^^^\n"
              "  help: it is `substring(string, start position, length?)`");
  check_error(
      "substring(name, \"y\")",
      "error[feel.check.argument_type]: `substring` takes a number as `start position`, but `\"y\"` is a string\n"
      "   | substring(name, \"y\")\n"
      "   |                 ^^^");
  check_error("substring(string: name, start: 1)",
              "error[feel.check.unknown_argument]: `substring` has no parameter `start`\n"
              "   | substring(string: name, start: 1)\n"
              "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
              "  help: one of `string`, `start position`, `length`");
  check_error("substring(string: name, length: 1)",
              "error[feel.check.missing_argument]: `substring` needs `start position`\n"
              "   | substring(string: name, length: 1)\n"
              "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
              "  help: it is `substring(string, start position, length?)`");
  BOOST_CHECK_EQUAL(codes("substring(string: name, string: name)"), "feel.check.unknown_argument");
  BOOST_CHECK_EQUAL(codes("date(1, 2)"), "feel.check.argument_count");
  BOOST_CHECK_EQUAL(codes("string length()"), "feel.check.argument_count");
}

BOOST_AUTO_TEST_CASE(functions_of_the_text) {
  check_error("(function(p: number) p)(\"x\")",
              "error[feel.check.argument_type]: `function(p: number) p` takes a number, but `\"x\"` is a string\n"
              "   | (function(p: number) p)(\"x\")\n"
              "   |                         ^^^");
  BOOST_CHECK_EQUAL(codes("(function(p) p)()"), "feel.check.argument_count");
  check_error("age(3)",
              "error[feel.check.not_a_function]: `age`, a number, cannot be called\n"
              "   | age(3)\n"
              "   | ^^^");
}

BOOST_AUTO_TEST_CASE(singletons_and_days_as_arguments) {
  BOOST_CHECK_EQUAL(codes("count(1)"), "");
  BOOST_CHECK_EQUAL(codes("string length([name])"), "");
  BOOST_CHECK_EQUAL(codes("string length([1])"), "feel.check.argument_type");
}

BOOST_AUTO_TEST_CASE(named_arguments_are_put_in_order) {
  auto parsed = parse_expression("substring(start position: 2, string: name)", sample::scope(), {});
  const auto result = check(std::move(*parsed), sample::scope(), {});
  BOOST_REQUIRE(result.ok());
  const Node& call = result->at(result->root);
  BOOST_REQUIRE_EQUAL(call.children.size(), 3U);
  BOOST_CHECK(call.names.empty());
  BOOST_CHECK(result->at(call.children[1]).kind == NodeKind::name);
  BOOST_CHECK(result->at(call.children[2]).kind == NodeKind::literal);
}

BOOST_AUTO_TEST_SUITE_END()
