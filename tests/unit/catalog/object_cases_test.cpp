// Runs every case of leave, assessment and funding; the Python tests run the same.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include "catalog/case_file.hpp"
#include "catalog/case_sources.hpp"
#include "tepei/catalog/catalog.hpp"

namespace tepei::catalog {

namespace {

// Whether an error was expected; then it has been compared.
template <typename T>
bool refused(const Result<T>& answer, const Case& expected) {
  const auto error = expected.find("error");
  if (!error) {
    BOOST_TEST_REQUIRE(answer.ok(), render(answer.diagnostics()));
    return false;
  }
  BOOST_TEST_REQUIRE(!answer.ok(), "an error was expected: " << error->text());
  BOOST_TEST(answer.diagnostics().front().code == error->text());
  return true;
}

std::string number_text(const std::optional<Decimal>& number) {
  return number ? number->to_plain_string() : "none";
}

// Compares what the case names; a key it does not name is not compared.
class Expectation {
 public:
  explicit Expectation(const Case& expected) : expected_(expected) {}

  void text(const char* key, std::string_view found) const {
    if (const auto wanted = expected_.find(key)) BOOST_TEST(found == wanted->text(), key << ": " << found);
  }
  void texts(const char* key, const std::vector<std::string>& found) const {
    const auto wanted = expected_.find(key);
    if (!wanted) return;
    const std::vector<std::string> texts = wanted->texts();
    BOOST_TEST(found == texts, boost::test_tools::per_element());
  }
  void number(const char* key, const std::optional<Decimal>& found) const {
    const auto wanted = expected_.find(key);
    if (wanted) BOOST_TEST((found == wanted->number()), key << ": " << number_text(found));
  }
  void truth(const char* key, bool found) const {
    if (const auto wanted = expected_.find(key)) BOOST_TEST(found == wanted->boolean(), key);
  }
  void acts(const std::vector<policy::Act>& found) const {
    const auto wanted = expected_.find("acts");
    if (!wanted) return;
    BOOST_TEST_REQUIRE(found.size() == wanted->items().size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      std::vector<std::string> act{std::string(to_string(found[i].kind)), found[i].party};
      if (found[i].written) act.emplace_back("written");
      BOOST_TEST(act == wanted->items()[i].texts(), boost::test_tools::per_element());
    }
  }

 private:
  const Case& expected_;
};

std::optional<Decimal> counted(const std::optional<std::size_t>& count) {
  return count ? std::optional<Decimal>(static_cast<std::int64_t>(*count)) : std::nullopt;
}

std::optional<policy::LeaveSpan> span_of(const Case& given) {
  if (!given.find("first")) return std::nullopt;
  return policy::LeaveSpan{given.date("first"), given.date("last")};
}

std::vector<Date> dates_of(const Case& given, const char* key) {
  std::vector<Date> dates;
  if (const auto list = given.find(key)) {
    for (const std::string& text : list->texts()) dates.push_back(Date::parse(text).value());
  }
  return dates;
}

Result<policy::LeaveRoute> ask_leave(const Case& given) {
  const policy::ApprovalLadder& ladder = *policy_of(given.text("programme")).leave;
  const Case asked = given.at("question");
  policy::LeaveQuestion question;
  if (asked.find("role")) question.role = asked.text("role");
  if (given.text("ask") == "termination") return ladder.termination(question.role);
  if (asked.find("kind")) question.kind = asked.text("kind");
  question.days = asked.number("days");
  question.span = span_of(asked);
  question.readings = asked.pairs("readings");
  if (const auto earlier = asked.find("earlier")) {
    for (const Case& leave : earlier->items()) {
      question.earlier.push_back({leave.text("kind"), leave.number("days"), span_of(leave)});
    }
  }
  if (const auto calendar = asked.find("calendar")) {
    question.calendar =
        policy::WorkCalendar{*span_of(*calendar), dates_of(*calendar, "off"), dates_of(*calendar, "working")};
  }
  return ladder.route(question);
}

void check_route(const policy::LeaveRoute& route, const Case& wanted) {
  const Expectation expected(wanted);
  expected.text("outcome", to_string(route.outcome));
  expected.text("programme", route.heading.programme);
  expected.text("cite", route.cite);
  expected.number("tier", counted(route.tier));
  expected.number("days", route.days);
  expected.number("total", route.total);
  expected.truth("merged", route.merged);
  expected.truth("reading_sensitive", route.reading_sensitive);
  expected.acts(route.acts);
  expected.texts("effects", route.effects);
  expected.texts("missing_documents", route.missing_documents);
  const auto fallback = wanted.find("fallback");
  BOOST_TEST((route.fallback != nullptr) == fallback.has_value());
  if (fallback && route.fallback) check_route(*route.fallback, *fallback);
}

Result<policy::GradeAnswer> ask_grade(const Case& given) {
  const Case asked = given.at("question");
  policy::GradeQuestion question;
  if (const auto scores = asked.find("scores")) {
    for (const Case& score : scores->items()) question.scores.emplace_back(score.key(), score.number());
  }
  if (asked.find("role")) question.role = asked.text("role");
  if (const auto violations = asked.find("violations")) question.violations = violations->texts();
  if (const auto interrupted = asked.find("interrupted")) question.interrupted = interrupted->boolean();
  if (asked.find("attested")) question.attested = asked.text("attested");
  question.suggestions = asked.pairs("suggestions");
  question.readings = asked.pairs("readings");
  return policy_of(given.text("programme")).assessment->grade(question);
}

void check_grade(const policy::GradeAnswer& answer, const Case& wanted) {
  const Expectation expected(wanted);
  std::vector<std::string> assessors;
  for (const policy::AssessorScore& score : answer.scores) assessors.push_back(score.party);
  expected.text("grade", answer.grade);
  expected.text("rule", answer.reasons.empty() ? "" : answer.reasons.front().rule);
  expected.texts("benefits", answer.benefits);
  expected.texts("sanctions", answer.sanctions);
  expected.texts("certificates", answer.certificates);
  expected.texts("missing", answer.missing);
  expected.texts("missing_documents", answer.missing_documents);
  expected.texts("assessors", assessors);
  expected.acts(answer.acts);
  expected.truth("reading_sensitive", answer.reading_sensitive);
  expected.number("warnings", counted(answer.warnings.size()));
}

policy::FundingQuestion money_question(const Case& asked) {
  policy::FundingQuestion question;
  question.track = asked.text("track");
  question.months = asked.number("months");
  if (asked.find("first")) question.period = policy::TrainingPeriod{asked.date("first"), asked.date("last")};
  if (const auto grade = asked.find("grade")) {
    question.grade = grade->is_null() ? std::nullopt : std::optional<std::string>(grade->text());
  }
  question.readings = asked.pairs("readings");
  return question;
}

void check_entitlement(const policy::Entitlement& found, const Case& wanted) {
  const Expectation expected(wanted);
  expected.number("total", found.total);
  expected.truth("reading_sensitive", found.reading_sensitive);
  const auto items = wanted.at("items").items();
  BOOST_TEST_REQUIRE(found.items.size() == items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Expectation line(items[i]);
    line.text("item", found.items[i].item);
    line.number("amount", found.items[i].amount);
    line.text("payer", found.items[i].payer);  // null has no text, and neither has nobody
    line.text("payee", found.items[i].payee);
    line.text("cite", found.items[i].cite);
    line.texts("flags", found.items[i].flags);
  }
}

void check_budget(const policy::Budget& found, const Case& wanted) {
  Expectation(wanted).number("total", found.total);
  const auto sums = wanted.find("sums");
  if (!sums) return;
  BOOST_TEST_REQUIRE(found.sums.size() == sums->items().size());
  for (std::size_t i = 0; i < found.sums.size(); ++i) {
    const auto parts = sums->items()[i].items();
    BOOST_TEST(found.sums[i].payer == parts[0].text());
    BOOST_TEST(found.sums[i].payee == parts[1].text());
    BOOST_TEST((found.sums[i].amount == parts[2].number()));
  }
}

void check_refund(const policy::Refund& found, const Case& wanted) {
  const Expectation expected(wanted);
  std::vector<std::string> consequences;
  for (const policy::Term& term : found.consequences) consequences.push_back(term.id);
  expected.number("spent", found.spent);
  expected.texts("consequences", consequences);
  expected.texts("flags", found.flags);
}

void check_money(const Case& given) {
  const policy::FundingSchedule& schedule = *policy_of(given.text("programme")).funding;
  const Case asked = given.at("question");
  const Case expected = given.at("expected");
  const policy::FundingQuestion question = money_question(asked);
  if (given.text("ask") == "budget") {
    std::vector<std::pair<std::string, std::int64_t>> heads;
    for (const Case& track : asked.at("heads").items()) {
      heads.emplace_back(track.key(), track.number()->to_int64().value());
    }
    const auto budget = schedule.budget(heads, question);
    if (!refused(budget, expected)) check_budget(*budget, expected);
  } else if (given.text("ask") == "refund") {
    policy::RefundQuestion refund{question.track,  asked.text("cause"), question.months,
                                  question.period, "not_assessed",      question.readings};
    if (asked.find("grade")) refund.grade = question.grade;
    const auto answer = schedule.refund(refund);
    if (!refused(answer, expected)) check_refund(*answer, expected);
  } else {
    const auto answer = schedule.entitlement(question);
    if (!refused(answer, expected)) check_entitlement(*answer, expected);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(object_cases)

BOOST_DATA_TEST_CASE(leave, boost::unit_test::data::make(case_files("leave")), file) {
  each_case(file, [](const Case& given) {
    const auto route = ask_leave(given);
    if (!refused(route, given.at("expected"))) check_route(*route, given.at("expected"));
  });
}

BOOST_DATA_TEST_CASE(assessment, boost::unit_test::data::make(case_files("assessment")), file) {
  each_case(file, [](const Case& given) {
    const auto answer = ask_grade(given);
    if (!refused(answer, given.at("expected"))) check_grade(*answer, given.at("expected"));
  });
}

BOOST_DATA_TEST_CASE(funding, boost::unit_test::data::make(case_files("funding")), file) {
  each_case(file, check_money);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::catalog
