/// `Decimal` against Python's `decimal` on a few hundred thousand random operations.
///
/// The cases are in the file that TEPEI_DECIMAL_CASES names, else tests/oracle/decimal_cases.py writes them now.
#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>

#include "tepei/value/decimal.hpp"

namespace {

using tepei::Decimal;

constexpr std::size_t wanted_cases = 300'000;
constexpr std::size_t most_failures_shown = 20;

using Operands = std::array<std::string, 2>;
using Operation = std::function<std::string(const Operands&)>;

std::string text_of(const std::optional<Decimal>& number) {
  return number ? number->to_string() : "none";
}

Decimal number(const std::string& text) {
  return Decimal::parse(text).value();
}

template <typename Function>
Operation binary(Function function) {
  return [function](const Operands& operands) { return text_of(function(number(operands[0]), number(operands[1]))); };
}

Operation rounding(Decimal::Rounding mode) {
  return [mode](const Operands& operands) { return text_of(number(operands[0]).round(std::stoi(operands[1]), mode)); };
}

std::string hexadecimal(double value) {
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.13a", value);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string parsed(const Operands& operands) {
  const auto result = Decimal::parse(operands[0]);
  return result ? result->to_string() : "none";
}

const std::map<std::string, Operation>& operations() {
  static const std::map<std::string, Operation> all = {
      {"add", binary(Decimal::add)},
      {"subtract", binary(Decimal::subtract)},
      {"multiply", binary(Decimal::multiply)},
      {"divide", binary(Decimal::divide)},
      {"modulo", binary(Decimal::modulo)},
      {"compare", [](const Operands& o) { return std::to_string(Decimal::compare(number(o[0]), number(o[1]))); }},
      {"power", [](const Operands& o) { return text_of(Decimal::power(number(o[0]), std::stoll(o[1]))); }},
      {"square_root", [](const Operands& o) { return text_of(Decimal::square_root(number(o[0]))); }},
      {"text", [](const Operands& o) { return number(o[0]).to_string(); }},
      {"plain_text", [](const Operands& o) { return number(o[0]).to_plain_string(); }},
      {"parse", parsed},
      {"from_double",
       [](const Operands& o) { return text_of(Decimal::from_double(std::strtod(o[0].c_str(), nullptr))); }},
      {"to_double", [](const Operands& o) { return hexadecimal(number(o[0]).to_double()); }},
      {"round_half_even", rounding(Decimal::Rounding::half_even)},
      {"round_half_up", rounding(Decimal::Rounding::half_up)},
      {"round_half_down", rounding(Decimal::Rounding::half_down)},
      {"round_up", rounding(Decimal::Rounding::up)},
      {"round_down", rounding(Decimal::Rounding::down)},
      {"round_floor", rounding(Decimal::Rounding::floor)},
      {"round_ceiling", rounding(Decimal::Rounding::ceiling)},
  };
  return all;
}

/// Whether the answer agrees: its text, or its value where Python writes another number of zeros.
bool agrees(const std::string& operation, const std::string& answer, const std::string& expected) {
  if (answer == expected) return true;
  if (answer == "none" || expected == "none") return false;
  if (operation == "power" || operation == "from_double") return number(answer) == number(expected);
  if (operation == "to_double") {
    return std::strtod(answer.c_str(), nullptr) == std::strtod(expected.c_str(), nullptr);
  }
  return false;
}

/// A file of cases made for this run and gone after it.
class CaseFile {
 public:
  CaseFile() {
    if (const char* given = std::getenv("TEPEI_DECIMAL_CASES")) {
      path_ = given;
      return;
    }
    std::string name = (std::filesystem::temp_directory_path() / "tepei-decimal-cases-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    BOOST_REQUIRE(descriptor >= 0);
    ::close(descriptor);
    path_ = name;
    made_ = true;
    const std::string command = "python3 '" TEPEI_SOURCE_DIR "/tests/oracle/decimal_cases.py' --count " +
                                std::to_string(wanted_cases) + " --output '" + name + "'";
    BOOST_REQUIRE_EQUAL(std::system(command.c_str()), 0);
  }
  CaseFile(const CaseFile&) = delete;
  CaseFile& operator=(const CaseFile&) = delete;
  ~CaseFile() {
    if (made_) std::filesystem::remove(path_);
  }

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  bool made_ = false;
};

struct Case {
  std::string operation;
  Operands operands;
  std::string expected;
};

bool read_case(std::istream& file, Case& read) {
  return std::getline(file, read.operation, '\t') && std::getline(file, read.operands[0], '\t') &&
         std::getline(file, read.operands[1], '\t') && std::getline(file, read.expected);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decimal_oracle)

BOOST_AUTO_TEST_CASE(agrees_with_python) {
  const CaseFile cases;
  std::ifstream file(cases.path());
  std::map<std::string, std::size_t> seen;
  std::size_t count = 0;
  std::size_t failures = 0;
  for (Case one; read_case(file, one); ++count) {
    const auto operation = operations().find(one.operation);
    BOOST_REQUIRE_MESSAGE(operation != operations().end(), "unknown operation " << one.operation);
    ++seen[one.operation];
    const std::string answer = operation->second(one.operands);
    if (agrees(one.operation, answer, one.expected)) continue;
    if (++failures <= most_failures_shown) {
      BOOST_ERROR(one.operation << " " << one.operands[0] << " " << one.operands[1] << " gave " << answer
                                << ", Python gives " << one.expected);
    }
  }
  BOOST_CHECK_EQUAL(failures, 0U);
  BOOST_CHECK_GE(count, wanted_cases);
  BOOST_CHECK_EQUAL(seen.size(), operations().size());
}

BOOST_AUTO_TEST_SUITE_END()
