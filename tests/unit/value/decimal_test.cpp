#include "tepei/value/decimal.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cmath>
#include <limits>
#include <string>

using tepei::Decimal;

namespace {

Decimal number(const std::string& text) {
  return Decimal::parse(text).value();
}

std::string text_of(const std::optional<Decimal>& number) {
  return number ? number->to_string() : "none";
}

std::string code_of(const std::string& text) {
  const auto result = Decimal::parse(text);
  return result ? "ok" : result.diagnostics().front().code;
}

const std::string nines(34, '9');
constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

}  // namespace

BOOST_AUTO_TEST_SUITE(decimal)

BOOST_AUTO_TEST_CASE(integers_are_exact) {
  BOOST_TEST(Decimal().to_string() == "0");
  BOOST_TEST(Decimal(-45).to_string() == "-45");
  BOOST_TEST(Decimal(greatest).to_string() == "9223372036854775807");
  BOOST_TEST(Decimal(least).to_string() == "-9223372036854775808");
  BOOST_TEST(Decimal(least).to_int64().value() == least);
  BOOST_TEST(Decimal(greatest).to_int64().value() == greatest);
  static_assert(Decimal(3).coefficient_low() == 3);
}

BOOST_AUTO_TEST_CASE(text_keeps_its_digits) {
  for (const char* text : {"1.50", "0.00", "-0", "1E+3", "0E+6", "1.23E-7", "0.000001", "1E-7", "123456789.000"}) {
    BOOST_TEST(number(text).to_string() == text);
  }
  BOOST_TEST(number("+007.10").to_string() == "7.10");
  BOOST_TEST(number("1e3").to_string() == "1E+3");
  BOOST_TEST(number(".5").to_string() == "0.5");
  BOOST_TEST(number("5.").to_string() == "5");
}

BOOST_AUTO_TEST_CASE(plain_text_has_neither_exponent_nor_needless_zeros) {
  BOOST_TEST(number("1E+3").to_plain_string() == "1000");
  BOOST_TEST(number("1.50").to_plain_string() == "1.5");
  BOOST_TEST(number("-100").to_plain_string() == "-100");
  BOOST_TEST(number("2.00").to_plain_string() == "2");
  BOOST_TEST(number("-0.00").to_plain_string() == "0");
  BOOST_TEST(number("1E-9").to_plain_string() == "0.000000001");
}

BOOST_AUTO_TEST_CASE(what_is_not_a_number_is_refused) {
  for (const char* text :
       {"",   " ",  "-",    "+",   ".",   "-.",       "e5",  ".e5",   "1e",   "1e+", "1.2.3", "1,000",
        "1 ", " 1", "0x10", "1_0", "NaN", "Infinity", "--1", "1e5.0", "１２", "1\n", "十"}) {
    BOOST_TEST(code_of(text) == "value.decimal.syntax", text);
  }
  BOOST_TEST(code_of(std::string("1\0", 2)) == "value.decimal.syntax");
  const auto refused = Decimal::parse("59.5岁");
  BOOST_TEST(refused.diagnostics().front().message == "`59.5岁` is not a number");
  BOOST_TEST(!refused.diagnostics().front().help.empty());
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_refused) {
  BOOST_TEST(number("9.99E+6144").to_string().substr(0, 5) == "9.990");
  BOOST_TEST(number(nines + "E6111").to_string() == "9." + std::string(33, '9') + "E+6144");
  BOOST_TEST(code_of(nines + "9E6111") == "value.decimal.range");
  BOOST_TEST(code_of("1E6145") == "value.decimal.range");
  BOOST_TEST(code_of("1E99999999999999999999999") == "value.decimal.range");
  BOOST_TEST(number("1E-6176").to_string() == "1E-6176");
  BOOST_TEST(code_of("1E-6177") == "value.decimal.range");
  BOOST_TEST(code_of("1E-99999999999999999999999") == "value.decimal.range");
  BOOST_TEST(number("0E99999999999999999999999").is_zero());
  BOOST_TEST(number("0E-99999999999999999999999").is_zero());
}

BOOST_AUTO_TEST_CASE(more_than_34_digits_are_rounded_half_to_even) {
  const std::string head(33, '1');
  BOOST_TEST(number(head + "25").to_string() == "1." + head.substr(1) + "2E+34");
  BOOST_TEST(number(head + "35").to_string() == "1." + head.substr(1) + "4E+34");
  BOOST_TEST(number(head + "250000000000000000001").to_string() == "1." + head.substr(1) + "3E+53");
  BOOST_TEST(number(nines + "5").to_string() == "1." + std::string(33, '0') + "E+35");
}

BOOST_AUTO_TEST_CASE(a_vast_text_is_read_in_one_pass) {
  const auto start = std::chrono::steady_clock::now();
  const std::string zeros(3'000'000, '0');
  BOOST_TEST(number(zeros + "7").to_string() == "7");
  BOOST_TEST(number("0." + zeros + "7e3000001").to_string() == "7");
  BOOST_TEST((number("1." + zeros + "1") == 1));
  BOOST_TEST(code_of("1" + zeros) == "value.decimal.range");
  BOOST_TEST(code_of(std::string(3'000'000, 'x')) == "value.decimal.syntax");
  BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(2)));
}

BOOST_AUTO_TEST_CASE(doubles_are_read_by_their_shortest_text) {
  BOOST_TEST(text_of(Decimal::from_double(0.1)) == "0.1");
  BOOST_TEST(text_of(Decimal::from_double(59.5)) == "59.5");
  BOOST_TEST(text_of(Decimal::from_double(100.0)) == "100");
  BOOST_TEST(text_of(Decimal::from_double(1e22)) == "10000000000000000000000");
  BOOST_TEST(text_of(Decimal::from_double(1e300)) == "1E+300");
  BOOST_TEST(text_of(Decimal::from_double(5e-324)) == "5E-324");
  BOOST_TEST(text_of(Decimal::from_double(std::nan(""))) == "none");
  BOOST_TEST(text_of(Decimal::from_double(HUGE_VAL)) == "none");
}

BOOST_AUTO_TEST_CASE(gives_the_nearest_double) {
  BOOST_TEST(number("0.1").to_double() == 0.1);
  BOOST_TEST(number("-1234.5678").to_double() == -1234.5678);
  BOOST_TEST(number("9007199254740993").to_double() == 9007199254740992.0);
  BOOST_TEST(number("1E+400").to_double() == HUGE_VAL);
  BOOST_TEST(number("-1E+400").to_double() == -HUGE_VAL);
  BOOST_TEST(number("1E-400").to_double() == 0.0);
  BOOST_TEST(number("5E-324").to_double() == 5e-324);
}

BOOST_AUTO_TEST_CASE(knows_integers) {
  BOOST_TEST(number("3.00").is_integer());
  BOOST_TEST(number("3E+40").is_integer());
  BOOST_TEST(number("0E-6176").is_integer());
  BOOST_TEST(!number("3.01").is_integer());
  BOOST_TEST(!number("1E-6176").is_integer());
  BOOST_TEST(number("3.00").to_int64().value() == 3);
  BOOST_TEST(number("-1.2E+3").to_int64().value() == -1200);
  BOOST_TEST(!number("3.5").to_int64());
  BOOST_TEST(!number("9223372036854775808").to_int64());
  BOOST_TEST(!number("-9223372036854775809").to_int64());
  BOOST_TEST(!number("1E+19").to_int64());
  BOOST_TEST(!number("1E+6111").to_int64());
  BOOST_TEST(number("0E+6111").to_int64().value() == 0);
}

BOOST_AUTO_TEST_CASE(signs) {
  BOOST_TEST((-number("1.5")).to_string() == "-1.5");
  BOOST_TEST((-number("-1.5")).to_string() == "1.5");
  BOOST_TEST((-Decimal(0)).to_string() == "0");
  BOOST_TEST(number("-1.5").abs().to_string() == "1.5");
  BOOST_TEST(number("-1").is_negative());
  BOOST_TEST(!number("-0").is_negative());
  BOOST_TEST(number("-0").has_minus_sign());
}

BOOST_AUTO_TEST_CASE(compares_by_value) {
  BOOST_TEST((number("1.0") == number("1")));
  BOOST_TEST((number("-0") == number("0.000")));
  BOOST_TEST((number("0E+6111") == 0));
  BOOST_TEST((number("59.99") < 60));
  BOOST_TEST((number("-2") < number("-1.5")));
  BOOST_TEST((number("-1") < 0));
  BOOST_TEST((number("1E-6176") > 0));
  BOOST_TEST((number("1E+6111") > number(nines)));
  BOOST_TEST((number("1E+33") == number("1" + std::string(33, '0'))));
  BOOST_TEST((number(nines) < number("1E+34")));
  BOOST_TEST((number("1E+6111") != number("1E-6176")));
  BOOST_TEST((number("3") <= 3 && number("3") >= 3));
}

BOOST_AUTO_TEST_CASE(equal_numbers_hash_alike) {
  BOOST_TEST(number("1.00").hash() == Decimal(1).hash());
  BOOST_TEST(number("1E+3").hash() == Decimal(1000).hash());
  BOOST_TEST(number("-0.00").hash() == Decimal().hash());
  BOOST_TEST(number("1").hash() != number("-1").hash());
  BOOST_TEST(number("1").hash() != number("10").hash());
}

BOOST_AUTO_TEST_CASE(adds_and_subtracts) {
  BOOST_TEST(text_of(Decimal::add(number("0.1"), number("0.2"))) == "0.3");
  BOOST_TEST(text_of(Decimal::add(number("1.50"), number("1.50"))) == "3.00");
  BOOST_TEST(text_of(Decimal::subtract(number("1"), number("1.00"))) == "0.00");
  BOOST_TEST(text_of(Decimal::add(number(nines), 1)) == "1." + std::string(33, '0') + "E+34");
  BOOST_TEST(text_of(Decimal::add(number("1E+6111"), number("1E-6176"))) == "1." + std::string(33, '0') + "E+6111");
  BOOST_TEST(text_of(Decimal::subtract(number("1E+34"), number("1E-6176"))) == "1." + std::string(33, '0') + "E+34");
  BOOST_TEST(text_of(Decimal::add(number(nines + "E6111"), number(nines + "E6111"))) == "none");
}

BOOST_AUTO_TEST_CASE(multiplies) {
  BOOST_TEST(text_of(Decimal::multiply(number("1.20"), number("3"))) == "3.60");
  BOOST_TEST(text_of(Decimal::multiply(Decimal(least), Decimal(least))) == "8.507059173023461586584365185794205E+37");
  BOOST_TEST(text_of(Decimal::multiply(number("1E+6000"), number("1E+6000"))) == "none");
  BOOST_TEST(text_of(Decimal::multiply(number("1E-6000"), number("1E-6000"))) == "0E-6176");
  BOOST_TEST(text_of(Decimal::multiply(number("1E-6176"), number("0.5"))) == "0E-6176");
  BOOST_TEST(text_of(Decimal::multiply(number("3E-6176"), number("0.5"))) == "2E-6176");
}

BOOST_AUTO_TEST_CASE(divides) {
  BOOST_TEST(text_of(Decimal::divide(1, 2)) == "0.5");
  BOOST_TEST(text_of(Decimal::divide(100, 10)) == "10");
  BOOST_TEST(text_of(Decimal::divide(1, 3)) == "0." + std::string(34, '3'));
  BOOST_TEST(text_of(Decimal::divide(2, 3)) == "0." + std::string(33, '6') + "7");
  BOOST_TEST(text_of(Decimal::divide(1, 0)) == "none");
  BOOST_TEST(text_of(Decimal::divide(0, number("0.0"))) == "none");
  BOOST_TEST(text_of(Decimal::divide(0, 5)) == "0");
  BOOST_TEST(text_of(Decimal::divide(number("1E+6111"), number("1E-6176"))) == "none");
}

BOOST_AUTO_TEST_CASE(modulo_has_the_divisors_sign) {
  // The examples of DMN 1.5, table 75.
  BOOST_TEST(text_of(Decimal::modulo(12, 5)) == "2");
  BOOST_TEST(text_of(Decimal::modulo(-12, 5)) == "3");
  BOOST_TEST(text_of(Decimal::modulo(12, -5)) == "-3");
  BOOST_TEST(text_of(Decimal::modulo(-12, -5)) == "-2");
  BOOST_TEST(text_of(Decimal::modulo(number("10.1"), number("4.5"))) == "1.1");
  BOOST_TEST(text_of(Decimal::modulo(number("-10.1"), number("4.5"))) == "3.4");
  BOOST_TEST(text_of(Decimal::modulo(number("10.1"), number("-4.5"))) == "-3.4");
  BOOST_TEST(text_of(Decimal::modulo(number("-10.1"), number("-4.5"))) == "-1.1");
  BOOST_TEST(text_of(Decimal::modulo(5, 0)) == "none");
  BOOST_TEST(text_of(Decimal::modulo(-10, 5)) == "0");
}

BOOST_AUTO_TEST_CASE(modulo_across_the_whole_range_is_exact_and_quick) {
  BOOST_TEST(text_of(Decimal::modulo(number("1E+6111"), 7)) == "6");  // 10^6111 = 10^3 modulo 7, for 10^6 = 1
  BOOST_TEST(text_of(Decimal::modulo(number("5E-6176"), number("1E+6111"))) == "5E-6176");
  BOOST_TEST(text_of(Decimal::modulo(number("1E+6111"), number("3E-6176"))) == "1E-6176");
}

BOOST_AUTO_TEST_CASE(raises_to_integer_powers) {
  BOOST_TEST(text_of(Decimal::power(2, 100)) == "1267650600228229401496703205376");
  BOOST_TEST(text_of(Decimal::power(number("1.1"), 2)) == "1.21");
  BOOST_TEST(text_of(Decimal::power(2, -1)) == "0.5");
  BOOST_TEST(text_of(Decimal::power(10, -2)) == "0.01");
  BOOST_TEST(text_of(Decimal::power(-3, 3)) == "-27");
  BOOST_TEST(text_of(Decimal::power(-3, 2)) == "9");
  BOOST_TEST(text_of(Decimal::power(7, 0)) == "1");
  BOOST_TEST(text_of(Decimal::power(0, 0)) == "1");
  BOOST_TEST(text_of(Decimal::power(0, 3)) == "0");
  BOOST_TEST(text_of(Decimal::power(0, -1)) == "none");
  BOOST_TEST(text_of(Decimal::power(3, -2)) == "0." + std::string(34, '1'));
}

BOOST_AUTO_TEST_CASE(vast_powers_end) {
  BOOST_TEST(text_of(Decimal::power(2, greatest)) == "none");
  BOOST_TEST(text_of(Decimal::power(-2, greatest)) == "none");
  BOOST_TEST(text_of(Decimal::power(2, least)) == "0E-6176");
  BOOST_TEST(text_of(Decimal::power(number("0.5"), greatest)) == "0E-6176");
  BOOST_TEST(text_of(Decimal::power(number("0.5"), least)) == "none");
  BOOST_TEST((Decimal::power(number("1.0"), greatest).value() == 1));
  BOOST_TEST((Decimal::power(-1, greatest).value() == -1));
  BOOST_TEST((Decimal::power(number("-1.00"), least).value() == 1));
  BOOST_TEST(text_of(Decimal::power(0, greatest)) == "0");
  BOOST_TEST(text_of(Decimal::power(10, 6144)) == "1." + std::string(33, '0') + "E+6144");
  BOOST_TEST(text_of(Decimal::power(10, 6145)) == "none");
  BOOST_TEST(text_of(Decimal::power(10, -6176)) == "1E-6176");
}

BOOST_AUTO_TEST_CASE(takes_square_roots) {
  BOOST_TEST(text_of(Decimal::square_root(16)) == "4");
  BOOST_TEST(text_of(Decimal::square_root(number("1.00"))) == "1.0");
  BOOST_TEST(text_of(Decimal::square_root(2)) == "1.414213562373095048801688724209698");
  BOOST_TEST(text_of(Decimal::square_root(0)) == "0");
  BOOST_TEST(text_of(Decimal::square_root(-1)) == "none");
  BOOST_TEST(text_of(Decimal::square_root(number("1E-6176"))) == "1E-3088");
}

BOOST_AUTO_TEST_CASE(rounds_ties_in_every_way) {
  using Rounding = Decimal::Rounding;
  struct Row {
    Rounding rounding;
    const char* expected[6];  // of 2.5, 1.5, -1.5, -2.5, 1.1, -1.1
  };
  const Row rows[] = {
      {Rounding::half_even, {"2", "2", "-2", "-2", "1", "-1"}}, {Rounding::half_up, {"3", "2", "-2", "-3", "1", "-1"}},
      {Rounding::half_down, {"2", "1", "-1", "-2", "1", "-1"}}, {Rounding::up, {"3", "2", "-2", "-3", "2", "-2"}},
      {Rounding::down, {"2", "1", "-1", "-2", "1", "-1"}},      {Rounding::floor, {"2", "1", "-2", "-3", "1", "-2"}},
      {Rounding::ceiling, {"3", "2", "-1", "-2", "2", "-1"}}};
  const char* numbers[] = {"2.5", "1.5", "-1.5", "-2.5", "1.1", "-1.1"};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < 6; ++i) {
      BOOST_TEST(text_of(number(numbers[i]).round(0, row.rounding)) == row.expected[i]);
    }
  }
}

BOOST_AUTO_TEST_CASE(rounds_to_any_scale_that_fits) {
  BOOST_TEST(text_of(number("1.255").round(2)) == "1.26");
  BOOST_TEST(text_of(number("1.245").round(2)) == "1.24");
  BOOST_TEST(text_of(number("1250").round(-2)) == "1.2E+3");
  BOOST_TEST(text_of(number("5").round(3)) == "5.000");
  BOOST_TEST(text_of(number("9.99").round(1)) == "10.0");
  BOOST_TEST(text_of(number("1E-6176").round(0, Decimal::Rounding::up)) == "1");
  BOOST_TEST(text_of(number("1").round(33)) == "1." + std::string(33, '0'));
  BOOST_TEST(text_of(number("1").round(34)) == "none");
  BOOST_TEST(text_of(number("1").round(std::numeric_limits<int>::max())) == "none");
  BOOST_TEST(text_of(number("1").round(std::numeric_limits<int>::min())) == "none");
  BOOST_TEST(text_of(number("0").round(6176)) == "0E-6176");
}

BOOST_AUTO_TEST_CASE(is_made_of_its_parts) {
  const Decimal value = number("-" + nines);
  BOOST_TEST((Decimal::from_parts(true, value.coefficient_high(), value.coefficient_low(), 0) == value));
  BOOST_TEST(Decimal::scaled(-125, -2).to_string() == "-1.25");
  BOOST_TEST(Decimal::scaled(least, -2).to_string() == "-92233720368547758.08");
  BOOST_TEST(Decimal::scaled(125, -2).exponent() == -2);
}

BOOST_AUTO_TEST_SUITE_END()
