#include "tepei/batch/answer_tables.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "batch/table_builder.hpp"
#include "batch/table_reader.hpp"
#include "tepei/catalog/catalog.hpp"

namespace {

using namespace tepei;
using batch::AnswerTableOptions;
using batch::test::Cells;
using batch::test::Live;
using batch::test::Margins;
using batch::test::Model;
using batch::test::named;
using batch::test::TextColumn;

using Row = std::vector<std::optional<std::string>>;

struct Answered {
  batch::test::Outcome outcome;
  batch::TableSummary summary;

  const TextColumn& column(const std::string& name) const {
    for (const TextColumn& column : outcome.columns) {
      if (column.name == name) return column;
    }
    throw std::runtime_error("no column " + name);
  }
};

// The rows as columns of text in batches of seven, each a slice.
batch::test::StreamModel stream_of(const std::vector<std::string>& names, const std::vector<Row>& rows) {
  constexpr std::size_t batch_rows = 7;
  const auto columns_of = [&](std::size_t begin, std::size_t end) {
    std::vector<Model> columns;
    for (std::size_t c = 0; c < names.size(); ++c) {
      Cells<std::string> cells;
      for (std::size_t r = begin; r < end; ++r) cells.push_back(rows[r][c]);
      columns.push_back(named(names[c], batch::test::texts("u", cells, {3, 1})));
    }
    return batch::test::table(std::move(columns), static_cast<std::int64_t>(end - begin));
  };
  batch::test::StreamModel model;
  model.schema = columns_of(0, 0);
  for (std::size_t begin = 0; begin < rows.size(); begin += batch_rows) {
    model.batches.push_back(columns_of(begin, std::min(begin + batch_rows, rows.size())));
  }
  return model;
}

template <typename Ask>
Answered run(const std::vector<std::string>& names, const std::vector<Row>& rows, Ask ask,
             AnswerTableOptions options = {}) {
  const Live live = batch::test::no_structures();
  options.strictness = facts::Strictness::as_written;
  ArrowArrayStream in = batch::test::export_stream(stream_of(names, rows), live);
  ArrowArrayStream out{};
  const auto report = ask(&in, &out, options).value();
  Answered answered{batch::test::drain(out), report.summary()};
  BOOST_TEST(answered.outcome.error_number == 0);
  BOOST_TEST(*live == 0);
  BOOST_TEST(answered.summary.finished);
  BOOST_TEST(answered.summary.rows == static_cast<std::int64_t>(rows.size()));
  return answered;
}

const policy::Programme& programme(const std::string& id) {
  static const std::vector<policy::Programme> all = [] {
    std::vector<policy::Programme> programmes;
    for (const std::string& one : catalog::programmes()) programmes.push_back(catalog::programme(one).value());
    return programmes;
  }();
  return *std::find_if(all.begin(), all.end(), [&](const policy::Programme& one) { return one.id == id; });
}

// Rows of random cells, some without a value.
std::vector<Row> random_rows(const std::vector<std::vector<std::string>>& cells, std::size_t count) {
  std::mt19937 random(20250313);
  std::vector<Row> rows(count);
  for (Row& row : rows) {
    for (const auto& choices : cells) {
      const std::size_t place = random() % (choices.size() + 1);
      row.push_back(place == choices.size() ? std::nullopt : std::optional(choices[place]));
    }
  }
  return rows;
}

std::optional<Decimal> number(const std::optional<std::string>& cell) {
  return cell ? std::optional(Decimal::parse(*cell).value()) : std::nullopt;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : " ") + text;
  return result;
}

std::optional<std::string> fen(const std::optional<Decimal>& yuan) {
  if (!yuan) return std::nullopt;
  return std::to_string(Decimal::multiply(*yuan, Decimal(100))->to_int64().value());
}

// The codes of what is said about one row, in order.
std::vector<std::string> codes_of(const batch::TableSummary& summary, std::size_t row) {
  std::vector<std::string> codes;
  for (const batch::CellError& error : summary.listed_errors) {
    if (error.row == static_cast<std::int64_t>(row)) codes.push_back(error.diagnostic.code);
  }
  return codes;
}

std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

BOOST_AUTO_TEST_SUITE(answer_tables)

BOOST_AUTO_TEST_CASE(routes_are_those_of_the_single_calls) {
  const auto rows = random_rows({{"0.5", "1", "3", "3.5", "10", "10.01", "30", "31", "400", "0", "-2"},
                                 {"sick", "personal", "病假", "事假", "study", "  "},
                                 {"trainee", "group_leader", "学员", "leader"}},
                                400);
  for (const std::string& id : catalog::programmes()) {
    const policy::ApprovalLadder& ladder = *programme(id).leave;
    const Answered answered =
        run({"请假天数", "kind", "角色"}, rows, [&](auto* in, auto* out, const AnswerTableOptions& options) {
          return batch::route_table(ladder, {}, in, out, options);
        });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      policy::LeaveQuestion question;
      question.days = number(rows[i][0]);
      question.kind = rows[i][1].value_or("");
      question.role = rows[i][2].value_or("");
      const auto route = ladder.route(question);
      BOOST_TEST(answered.column("outcome").cells[i].has_value() == route.ok());
      BOOST_TEST(codes_of(answered.summary, i) == codes_of(route.diagnostics()), boost::test_tools::per_element());
      if (!route) continue;
      BOOST_TEST(*answered.column("outcome").cells[i] == to_string(route->outcome));
      BOOST_TEST(answered.column("tier").cells[i].value_or("-") == (route->tier ? std::to_string(*route->tier) : "-"));
      BOOST_TEST(answered.column("rule").cells[i].value_or("") == route->rule);
      BOOST_TEST(*answered.column("cite").cells[i] == route->cite);
      BOOST_TEST(*answered.column("effects").cells[i] == joined(route->effects));
      BOOST_TEST(*answered.column("missing_documents").cells[i] == joined(route->missing_documents));
      std::vector<std::string> acts;
      for (const policy::Act& act : route->acts) {
        acts.push_back(std::string(to_string(act.kind)) + ":" + act.party + (act.written ? ":true" : ":false"));
      }
      BOOST_TEST(*answered.column("acts").cells[i] == joined(acts));
    }
  }
}

BOOST_AUTO_TEST_CASE(grades_are_those_of_the_single_calls) {
  const std::vector<std::string> scores{"0", "59.99", "60", "79.5", "80", "100", "100.01", "-1"};
  const auto rows = random_rows({scores,
                                 scores,
                                 scores,
                                 {"trainee", "group_leader", "trainee", "learner"},
                                 {"no_show", "no_show；disobedience", "late", " "},
                                 {"是", "否", "否", "否"}},
                                600);
  const policy::Assessment& assessment = *programme("liaoning-2025-draft").assessment;
  const std::vector<std::string> names{"sending_unit", "training_unit", "group", "role", "violations", "interrupted"};
  const Answered answered = run(names, rows, [&](auto* in, auto* out, const AnswerTableOptions& options) {
    return batch::grade_table(assessment, {}, in, out, options);
  });
  std::size_t graded = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i][5]) continue;  // a table of its own below
    policy::GradeQuestion question;
    for (std::size_t c = 0; c < 3; ++c) {
      if (rows[i][c]) question.scores.emplace_back(names[c], number(rows[i][c]));
    }
    question.role = rows[i][3].value_or("");
    if (rows[i][4] == "no_show；disobedience") question.violations = {"no_show", "disobedience"};
    if (rows[i][4] == "no_show" || rows[i][4] == "late") question.violations = {*rows[i][4]};
    question.interrupted = rows[i][5] == "是";
    const auto grade = assessment.grade(question);
    BOOST_TEST(answered.column("grade").cells[i].has_value() == grade.ok());
    BOOST_TEST(codes_of(answered.summary, i) == codes_of(grade.diagnostics()), boost::test_tools::per_element());
    if (!grade) continue;
    ++graded;
    BOOST_TEST(*answered.column("grade").cells[i] == grade->grade);
    BOOST_TEST(*answered.column("benefits").cells[i] == joined(grade->benefits));
    BOOST_TEST(*answered.column("sanctions").cells[i] == joined(grade->sanctions));
    BOOST_TEST(*answered.column("certificates").cells[i] == joined(grade->certificates));
    BOOST_TEST(*answered.column("missing").cells[i] == joined(grade->missing));
    BOOST_TEST((*answered.column("reading_sensitive").cells[i] == "true") == grade->reading_sensitive);
  }
  BOOST_TEST(graded > 50U);
}

BOOST_AUTO_TEST_CASE(interruption_that_is_not_known_is_not_taken_for_none) {
  const policy::Assessment& assessment = *programme("liaoning-2025-draft").assessment;
  const std::vector<Row> rows{{"85", "90", "95", std::nullopt, std::nullopt},
                              {"85", "90", std::nullopt, std::nullopt, std::nullopt},
                              {"85", "90", "95", "no_show", std::nullopt},
                              {"85", "90", "95", std::nullopt, "否"}};
  const Answered answered = run({"sending_unit", "training_unit", "group", "violations", "interrupted"}, rows,
                                [&](auto* in, auto* out, const AnswerTableOptions& options) {
                                  return batch::grade_table(assessment, {}, in, out, options);
                                });
  const auto cell = [&](const char* column, std::size_t row) { return *answered.column(column).cells[row]; };
  BOOST_TEST(cell("grade", 0) == "undetermined");
  BOOST_TEST(cell("missing", 0) == "interrupted");
  BOOST_TEST(cell("benefits", 0).empty());
  BOOST_TEST(cell("missing", 1) == "group interrupted");
  BOOST_TEST(cell("grade", 2) == "unqualified");
  BOOST_TEST(cell("missing", 2).empty());
  BOOST_TEST(cell("grade", 3) == "excellent");
}

BOOST_AUTO_TEST_CASE(attested_grades_of_a_programme_without_scores) {
  const policy::Assessment& assessment = *programme("inner-mongolia-2022").assessment;
  const std::vector<Row> rows{{"qualified"}, {"不合格"}, {std::nullopt}, {"excelent"}};
  const Answered answered = run({"attested"}, rows, [&](auto* in, auto* out, const AnswerTableOptions& options) {
    return batch::grade_table(assessment, {}, in, out, options);
  });
  BOOST_TEST(*answered.column("grade").cells[0] == "qualified");
  BOOST_TEST(*answered.column("grade").cells[1] == "unqualified");
  BOOST_TEST(*answered.column("grade").cells[2] == "undetermined");
  BOOST_TEST(*answered.column("missing").cells[2] == "attested");
  BOOST_TEST(!answered.column("grade").cells[3].has_value());
  BOOST_REQUIRE(answered.summary.listed_errors.size() == 1U);
  BOOST_TEST(answered.summary.listed_errors.front().column == "attested");
  BOOST_TEST(answered.summary.listed_errors.front().row == 3);
}

BOOST_AUTO_TEST_CASE(entitlements_are_those_of_the_single_calls) {
  const auto rows = random_rows({{"outside", "inside", "区外", "自治区区内", "northeast", "standard", "east"},
                                 {"1", "7.5", "12", "0.01", "3.333", "0", "13"},
                                 {"qualified", "excellent", "不合格", "undetermined", "best"}},
                                500);
  for (const std::string& id : catalog::programmes()) {
    const policy::FundingSchedule& schedule = *programme(id).funding;
    const Answered answered =
        run({"track", "months", "grade"}, rows, [&](auto* in, auto* out, const AnswerTableOptions& options) {
          return batch::entitlement_table(schedule, {}, in, out, options);
        });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto entitlement = schedule.entitlement({rows[i][0].value_or(""), number(rows[i][1]), {}, rows[i][2], {}});
      BOOST_TEST(answered.column("whole_term").cells[i].has_value() == entitlement.ok());
      BOOST_TEST(codes_of(answered.summary, i) == codes_of(entitlement.diagnostics()),
                 boost::test_tools::per_element());
      if (!entitlement) continue;
      BOOST_TEST((*answered.column("whole_term").cells[i] == "true") == !rows[i][1].has_value());
      BOOST_TEST(answered.column("total").cells[i].value_or("-") == fen(entitlement->total).value_or("-"));
      for (const policy::FundingLine& line : entitlement->items) {
        BOOST_TEST(answered.column(line.item).cells[i].value_or("-") == fen(line.amount).value_or("-"));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_leave_by_dates_and_what_is_no_day) {
  const policy::ApprovalLadder& ladder = *programme("liaoning-2025-draft").leave;
  const std::vector<Row> rows{{"2025-03-01", "2025-03-11", "甲"}, {"2025-03-11", "2025-03-01", "乙"},
                              {"2025-03", "2025-03-11", "丙"},    {"2025-03-01", std::nullopt, "丁"},
                              {"2025-02-30", "2025-03-11", "戊"}, {std::nullopt, std::nullopt, "己"}};
  const Answered answered =
      run({"开始日期", "结束日期", "姓名"}, rows, [&](auto* in, auto* out, const AnswerTableOptions& options) {
        return batch::route_table(ladder, {}, in, out, options);
      });
  BOOST_TEST(*answered.column("tier").cells[0] == "3");
  const std::vector<std::string> codes{"policy.leave.reversed", "batch.row.only_a_month", "batch.row.half_a_period",
                                       "facts.value.impossible_date", "policy.leave.no_days"};
  BOOST_REQUIRE(answered.summary.listed_errors.size() == codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    BOOST_TEST(answered.summary.listed_errors[i].diagnostic.code == codes[i]);
    BOOST_TEST(answered.summary.listed_errors[i].row == static_cast<std::int64_t>(i) + 1);
    BOOST_TEST(!answered.column("outcome").cells[i + 1].has_value());
  }
  BOOST_TEST(answered.summary.listed_errors[1].column == "开始日期");
  BOOST_TEST(answered.summary.listed_errors[2].column == "结束日期");
  BOOST_TEST(answered.summary.rows_with_errors == 5);
}

BOOST_AUTO_TEST_CASE(columns_are_chosen_and_unknown_ones_refused) {
  const policy::ApprovalLadder& ladder = *programme("liaoning-2025-draft").leave;
  AnswerTableOptions options;
  options.columns = {"tier", "outcome"};
  const auto ask = [&](auto* in, auto* out, const AnswerTableOptions& chosen) {
    return batch::route_table(ladder, {}, in, out, chosen);
  };
  const Answered answered = run({"days"}, {{"12"}}, ask, options);
  BOOST_REQUIRE(answered.outcome.columns.size() == 2U);
  BOOST_TEST(answered.outcome.columns[0].name == "tier");

  const auto refused = [&](const std::vector<std::string>& names, const AnswerTableOptions& chosen) {
    const Live live = batch::test::no_structures();
    ArrowArrayStream in = batch::test::export_stream(stream_of(names, {}), live);
    ArrowArrayStream out{};
    const auto report = batch::route_table(ladder, {}, &in, &out, chosen);
    BOOST_TEST(*live == 0);
    return codes_of(report.diagnostics());
  };
  options.columns = {"teir", "tier", "tier"};
  BOOST_TEST(refused({"dayz"}, options) ==
                 (std::vector<std::string>{"batch.column.unknown", "batch.output.unknown", "batch.output.duplicate"}),
             boost::test_tools::per_element());
  BOOST_TEST(refused({"days", "天数"}, {}) == std::vector<std::string>{"batch.column.duplicate"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(more_distinct_rows_than_are_remembered) {
  const policy::FundingSchedule& schedule = *programme("inner-mongolia-2022").funding;
  constexpr std::int32_t count = 75'000;
  Cells<double> months;
  for (std::int32_t i = 0; i < count; ++i) months.emplace_back(1 + (i % 70'000) / 10'000.0);
  const Live live = batch::test::no_structures();
  batch::test::StreamModel model;
  model.batches = {batch::test::table({named("months", batch::test::fixed("g", months))}, count)};
  model.schema = model.batches.front();
  ArrowArrayStream in = batch::test::export_stream(model, live);
  ArrowArrayStream out{};
  policy::FundingQuestion inside;
  inside.track = "inside";
  const auto report = batch::entitlement_table(schedule, inside, &in, &out, {}).value();
  const auto outcome = batch::test::drain(out);
  BOOST_TEST(report.summary().rows_with_errors == 0);
  for (const std::int32_t row : {0, 1, 65'536, 69'999, 70'000, 74'999}) {
    inside.months = Decimal::from_double(*months[static_cast<std::size_t>(row)]);
    const auto total = fen(schedule.entitlement(inside).value().total);
    for (const TextColumn& column : outcome.columns) {
      if (column.name == "total") BOOST_TEST(*column.cells[static_cast<std::size_t>(row)] == *total);
    }
  }
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
