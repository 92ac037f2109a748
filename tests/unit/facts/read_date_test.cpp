#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include "facts/standard_fixture.hpp"

namespace tepei::facts {
namespace {

using test::has;
using test::read_as;
using test::refusal_of;

std::string day(std::string_view text) {
  const auto reading = read_as("birth_date", Value(text));
  if (!reading) return test::all_messages(reading.diagnostics());
  const auto* date = reading->value.get_if<Date>();
  return date == nullptr ? "not a date" : date->to_string();
}

BOOST_AUTO_TEST_SUITE(read_date_suite)

// Contract section 2: dates are dates or ISO strings.
BOOST_AUTO_TEST_CASE(dates_and_iso_text_are_dates) {
  const auto march = *Date::from_civil(2025, 3, 21);
  BOOST_TEST((*read_as("birth_date", Value(march))->value.get_if<Date>() == march));
  BOOST_TEST((*read_as("birth_date", Value(DateTime{march, {}}))->value.get_if<Date>() == march));
  BOOST_TEST(day("2025-03-21") == "2025-03-21");
  BOOST_TEST(day("2024-02-29") == "2024-02-29");
}

BOOST_AUTO_TEST_CASE(dates_as_people_write_them) {
  for (const char* text : {"2025/3/21",
                           "2025.3.21",
                           "2025/03/21",
                           "2025.03.21",
                           "20250321",
                           "2025年3月21日",
                           "2025年03月21日",
                           "2025年3月21号",
                           "2025年3月21",
                           "2025 年 3 月 21 日",
                           " 2025-03-21 ",
                           "２０２５年３月２１日",
                           "２０２５-０３-２１",
                           "2025／3／21",
                           "2025-03-21 00:00:00",
                           "2025-03-21T00:00:00",
                           "2025/3/21 0:00",
                           "2025-03-21T10:30:00.000",
                           "2025-03-21T10:30:00+08:00",
                           "2025-03-21T02:30:00Z",
                           "2025年3月21日 10:30"}) {
    BOOST_TEST(day(text) == "2025-03-21", text);
    BOOST_TEST(read_as("birth_date", Value(text))->note.empty(), text);
  }
}

BOOST_AUTO_TEST_CASE(a_month_alone_is_its_first_day_and_is_said) {
  for (const char* text :
       {"1985.06", "1985-06", "1985/6", "1985.6", "198506", "1985年6月", "１９８５．０６", "1985年 6月"}) {
    const auto reading = read_as("birth_date", Value(text));
    BOOST_TEST(day(text) == "1985-06-01", text);
    BOOST_TEST(has(reading->note, "1985-06-01"), text);
    BOOST_TEST(has(reading->note_en, "1985-06-01"), text);
  }
}

BOOST_AUTO_TEST_CASE(a_year_alone_is_refused) {
  for (const char* text : {"1985", "1985年", "１９８５"}) {
    const auto refusal = refusal_of(read_as("birth_date", Value(text)));
    BOOST_TEST(refusal.code == "facts.value.not_a_date", text);
    BOOST_TEST(has(refusal.help, "1985-06"), text);
    test::check_form(refusal, test::standard_fact("birth_date"));
  }
}

BOOST_AUTO_TEST_CASE(a_month_that_may_have_lost_its_zero_is_refused) {
  const auto refusal = refusal_of(read_as("birth_date", Value("1985.1")));
  BOOST_TEST(refusal.code == "facts.value.not_a_date");
  BOOST_TEST(has(refusal.help, "`1985-01` or `1985-10`"));
  BOOST_TEST(day("1985.10") == "1985-10-01");
  BOOST_TEST(day("1985.2") == "1985-02-01");
  BOOST_TEST(day("1985.1.1") == "1985-01-01");
  BOOST_TEST(day("1985/1") == "1985-01-01");
}

BOOST_AUTO_TEST_CASE(days_that_do_not_exist_are_named_so) {
  for (const char* text : {"2025-02-30", "2025-02-29", "20250230", "2025年2月30日", "2025.13", "2025-00-10", "198513",
                           "2025-04-31", "2025/3/0", "0000-01-01", "2025.06.00"}) {
    const auto refusal = refusal_of(read_as("birth_date", Value(text)));
    BOOST_TEST(refusal.code == "facts.value.impossible_date", text);
    test::check_form(refusal, test::standard_fact("birth_date"));
    BOOST_TEST(!refusal.help.empty());
  }
  BOOST_TEST(has(refusal_of(read_as("birth_date", Value("2025-02-30"))).help, "28 days"));
  BOOST_TEST(has(refusal_of(read_as("birth_date", Value("9999-12-32"))).help, "31 days"));
}

BOOST_AUTO_TEST_CASE(years_of_two_digits_are_refused) {
  for (const char* text : {"85-06-12", "85.6", "850612", "85年6月", "12/06/85", "85/6/12"}) {
    const auto refusal = refusal_of(read_as("birth_date", Value(text)));
    BOOST_TEST(refusal.code == "facts.value.not_a_date", text);
    BOOST_TEST(has(refusal.help, "four digits"), text << ": " << refusal.help);
  }
  BOOST_TEST(has(refusal_of(read_as("birth_date", Value("21/03/2025"))).help, "year first"));
}

// Excel counts days from 1899-12-30: 45737 is 2025-03-20 + 1.
BOOST_AUTO_TEST_CASE(serial_numbers_of_excel_are_refused_and_explained) {
  for (const auto& given : {Value(45737), Value("45737")}) {
    const auto refusal = refusal_of(read_as("birth_date", given, Strictness::as_written));
    BOOST_TEST(refusal.code == "facts.value.not_a_date");
    BOOST_TEST((has(refusal.help, "Excel") && has(refusal.help, "2025-03-21")));
  }
  for (const auto& given : {Value(20250321), Value(0), Value(-1), Value(Decimal::scaled(198506, -2)),
                            Value(Decimal::scaled(1, 40)), Value(Decimal::scaled(45737, -1))}) {
    BOOST_TEST(refusal_of(read_as("birth_date", given)).code == "facts.value.not_a_date");
  }
  BOOST_TEST(has(refusal_of(read_as("birth_date", Value(Decimal::scaled(19851, -1)))).help, "1985.10"));
}

BOOST_AUTO_TEST_CASE(nonsense_is_refused) {
  for (const char* text :
       {"x",           "2025-3-",         "2025--3", "2025-3/21",   "2025-03-21-",         "2025-03-21 25:00",
        "2025年",      "年月日",          "-",       "2025-W12-1",  "+2025-03-21",         "2025-003-21",
        "2025-03-211", "123456789",       "1",       "2025-03-21x", "2025-03-21 10:30 am", "三月",
        "2025..3",     "2025年3月21日日", "0-0-0"}) {
    const auto refusal = refusal_of(read_as("birth_date", Value(text)));
    BOOST_TEST(refusal.code == "facts.value.not_a_date", text);
    test::check_form(refusal, test::standard_fact("birth_date"));
  }
  BOOST_TEST(has(refusal_of(read_as("birth_date", Value("不详"))).help, "leave the cell empty"));
  BOOST_TEST(refusal_of(read_as("birth_date", Value(true))).code == "facts.value.wrong_type");
  BOOST_TEST(refusal_of(read_as("birth_date", Value(TimeOfDay{}))).code == "facts.value.wrong_type");
}

RC_BOOST_PROP(every_date_reads_back_in_every_form, ()) {
  const auto date = *Date::from_days(*rc::gen::inRange(Date::from_civil(1000, 1, 1)->days(), Date::max_days + 1));
  const auto year = std::to_string(date.year());
  const auto month = std::to_string(date.month());
  const auto day_text = std::to_string(date.day());
  const auto iso = date.to_string();
  std::string digits;
  for (const char c : iso) {
    if (c != '-') digits += c;
  }
  for (const auto& text : {iso, digits, year + "/" + month + "/" + day_text, year + "." + month + "." + day_text,
                           year + "年" + month + "月" + day_text + "日"}) {
    RC_ASSERT(day(text) == iso);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace tepei::facts
