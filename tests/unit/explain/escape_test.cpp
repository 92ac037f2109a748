// Text of the input that would break a line, a page or a JSON text.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "explain/plain.hpp"
#include "explain/samples.hpp"
#include "tepei/explain/html.hpp"
#include "tepei/explain/json.hpp"
#include "tepei/explain/text.hpp"

namespace {

using namespace tepei;
using namespace tepei::explain;

const std::string hostile = "<script>alert(1)</script> & \"quoted\" 'single'\nsecond line\x01\x7F\xE2\x80\xAE\xFF";
const std::string shown =
    "<script>alert(1)</script> & \"quoted\" 'single' second line<U+0001><U+007F><U+202E>\xEF\xBF\xBD";

// A decision with hostile text wherever text can stand.
samples::Case hostile_case() {
  samples::Case sample = samples::cases().front();
  sample.sample.instrument.title = hostile;
  sample.sample.definition.tracks[1].label = {hostile, hostile};
  policy::Decision& decision = sample.decision;
  decision.verdict = policy::Verdict::undetermined;
  decision.notes = {{hostile, hostile}};
  decision.missing = {hostile};
  decision.missing_documents = {hostile};
  decision.readings = {{hostile, hostile}};
  policy::Finding& finding = decision.findings[0];
  finding.criterion = hostile;
  finding.label = {hostile, hostile};
  finding.outcome = policy::Outcome::undetermined;
  finding.cite = hostile;
  finding.text = hostile;
  finding.missing = {hostile};
  finding.missing_documents = {hostile};
  finding.authority = hostile;
  finding.readings = {{hostile, hostile, policy::Outcome::met}};
  finding.values = {{hostile, {hostile, hostile}, Value(hostile), true, hostile}};
  finding.rules = {samples::rule(policy::Outcome::met, samples::atom(hostile, true))};
  finding.notes = {{hostile, hostile}};
  finding.diagnostics = {{hostile, hostile, hostile, hostile}};
  return sample;
}

Basis basis_of(const samples::Case& sample) {
  return {sample.sample.definition, sample.sample.instrument};
}

bool has_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char byte) { return byte != '\n' && byte >= 0 && byte < ' '; });
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(escapes)

BOOST_AUTO_TEST_CASE(a_line_stays_one_line) {
  BOOST_TEST(plain(hostile) == shown);
  BOOST_TEST(plain("  a \r\n\t b  ") == "a b");
  BOOST_TEST(plain("a  b") == "a  b");
  BOOST_TEST(plain("\n") == "");
  BOOST_TEST(plain("a\xE2\x80\xA8"
                   "b") == "a b");
  BOOST_TEST(plain("a\xE2\x80\x8B"
                   "b") == "a<U+200B>b");
  BOOST_TEST(plain("姓名　全角") == "姓名　全角");
  BOOST_TEST(plain(std::string_view("a\0b", 3)) == "a<U+0000>b");
  BOOST_TEST(plain("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

BOOST_AUTO_TEST_CASE(text_keeps_its_lines) {
  const samples::Case sample = hostile_case();
  const std::string answer = text(sample.decision, basis_of(sample));
  BOOST_TEST(!has_control(answer));
  BOOST_TEST(count(answer, "\nsecond line") == 0u);
  BOOST_TEST(answer.find("\n" + shown + "\n") != std::string::npos);
  for (const std::string& reason : reasons(sample.decision, basis_of(sample))) {
    BOOST_TEST(reason.find('\n') == std::string::npos);
    BOOST_TEST(!has_control(reason));
  }
}

BOOST_AUTO_TEST_CASE(html_has_no_markup_but_its_own) {
  const samples::Case sample = hostile_case();
  const std::string page = html(sample.decision, basis_of(sample));
  BOOST_TEST(!has_control(page));
  BOOST_TEST(page.find("<script") == std::string::npos);
  BOOST_TEST(page.find("<U+") == std::string::npos);
  BOOST_TEST(page.find("\"quoted\"") == std::string::npos);
  BOOST_TEST(page.find("'single'") == std::string::npos);
  BOOST_TEST(page.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;single&#39; second line"
                       "&lt;U+0001&gt;") != std::string::npos);
  BOOST_TEST(count(page, "<div") == count(page, "</div>"));
  BOOST_TEST(count(page, "<details") == count(page, "</details>"));
  BOOST_TEST(count(page, "<span") == count(page, "</span>"));
}

BOOST_AUTO_TEST_CASE(html_takes_the_pages_colours) {
  const samples::Case sample = samples::cases().front();
  const std::string page = html(sample.decision, basis_of(sample));
  BOOST_TEST(page.find("background") == std::string::npos);
  BOOST_TEST(page.find('#') == std::string::npos);
  BOOST_TEST(page.find("rgb(") == std::string::npos);
  BOOST_TEST(page.find("color:inherit") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(json_stays_json_and_loses_nothing) {
  const samples::Case sample = hostile_case();
  const auto object = nlohmann::json::parse(to_json(sample.decision));
  std::string expected = hostile;
  expected.replace(expected.size() - 1, 1, "\xEF\xBF\xBD");
  const auto& finding = object["findings"][0];
  BOOST_TEST(finding["text"].get<std::string>() == expected);
  BOOST_TEST(finding["values"][0]["value"].get<std::string>() == expected);
  BOOST_TEST(object["readings"].begin().key() == expected);
}

BOOST_AUTO_TEST_SUITE_END()
