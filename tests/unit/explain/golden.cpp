#include "explain/golden.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace tepei::explain::samples {

namespace {

bool updating() {
  const char* wish = std::getenv("TEPEI_UPDATE_GOLDEN");
  return wish != nullptr && std::string(wish) == "1";
}

}  // namespace

void compare_with_golden(const std::string& file, const std::string& text) {
  const std::string path = std::string(TEPEI_SOURCE_DIR) + "/tests/golden/explain/" + file;
  if (updating()) {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream golden(path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(golden,
                        "no golden file " << file << "; make it with TEPEI_UPDATE_GOLDEN=1 and read it through");
  const std::string expected{std::istreambuf_iterator<char>(golden), {}};
  BOOST_TEST(text == expected, file << " differs; what came out:\n" << text);
}

std::string lines(const std::vector<std::string>& sentences) {
  std::string result;
  for (const std::string& sentence : sentences) result += sentence + "\n";
  return result;
}

}  // namespace tepei::explain::samples
