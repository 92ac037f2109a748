// Every kind of decision in every form.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "explain/golden.hpp"
#include "explain/samples.hpp"
#include "tepei/explain/html.hpp"
#include "tepei/explain/json.hpp"
#include "tepei/explain/text.hpp"

namespace tepei::explain::samples {

std::ostream& operator<<(std::ostream& out, const Case& sample) {
  return out << sample.name;
}

}  // namespace tepei::explain::samples

BOOST_AUTO_TEST_SUITE(golden)

BOOST_DATA_TEST_CASE(every_kind_of_decision_reads_as_agreed, tepei::explain::samples::cases(), sample) {
  using namespace tepei::explain;
  using samples::compare_with_golden;
  const Basis basis(sample.sample.definition, sample.sample.instrument);
  for (const Language language : {Language::chinese, Language::english}) {
    const std::string stem = sample.name + "." + std::string(to_string(language));
    compare_with_golden(stem + ".txt", text(sample.decision, basis, language));
    compare_with_golden(stem + ".html", html(sample.decision, basis, language));
    compare_with_golden(stem + ".reasons.txt", samples::lines(reasons(sample.decision, basis, language)));
  }
  compare_with_golden(sample.name + ".json", to_json(sample.decision, 2) + "\n");
}

BOOST_AUTO_TEST_SUITE_END()
