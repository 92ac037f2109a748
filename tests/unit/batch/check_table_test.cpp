// Columns answer as single questions do: for every type of column, row by row.
#include <rapidcheck/boost_test.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "batch/random_table.hpp"
#include "batch/sample_policy.hpp"
#include "batch/table_reader.hpp"
#include "tepei/batch/check_table.hpp"

namespace {

using namespace tepei;
using namespace tepei::batch;
using namespace tepei::batch::test;

const std::vector<std::string> all_outputs{
    "verdict", "territory", "age",     "ethnic_minority",   "education_or_title", "not_worker",
    "sex",     "measures",  "missing", "missing_documents", "reading_sensitive"};

// A column of the random table: which fact, under which of its names, written how.
struct Plan {
  std::size_t slot;
  std::string name;
  Writing writing;
  std::optional<int> index;  // of the dictionary, where there is one
};

std::vector<Plan> random_plans(Dice& dice, const facts::FactSchema& schema, int n_indexes) {
  std::vector<Plan> plans;
  for (std::size_t slot = 0; slot < schema.size(); ++slot) {
    if (dice.once_in(4)) continue;
    const facts::FactDefinition& fact = schema.at(slot);
    const Writing writing = dice.of(writings_of(fact));
    const bool dictionary = writing.name != "null" && dice.once_in(3);
    std::optional<int> index;
    if (dictionary) index = static_cast<int>(dice.upto(n_indexes - 1));
    plans.push_back({slot, dice.once_in(2) ? fact.id : fact.label, writing, index});
  }
  std::reverse(plans.begin(), plans.end());
  return plans;
}

// What `check` says of one row: an outcome a column, or errors.
struct Expected {
  std::vector<std::optional<std::string>> cells;
  std::vector<CellError> errors;
};

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const std::string& item : items) all += (all.empty() ? "" : " ") + item;
  return all;
}

void expect_answer(const policy::Decision& decision, Expected& expected) {
  expected.cells = {std::string(to_string(decision.verdict))};
  for (const policy::Finding& finding : decision.findings) expected.cells.emplace_back(to_string(finding.outcome));
  expected.cells.emplace_back(joined(decision.missing));
  expected.cells.emplace_back(joined(decision.missing_documents));
  expected.cells.emplace_back(decision.reading_sensitive ? "true" : "false");
}

Expected expected_of(std::int64_t row, const std::vector<Plan>& plans, const std::vector<Row>& columns,
                     std::size_t place, facts::Strictness strictness) {
  const policy::Query& query = sample_query();
  static const auto schema = facts::FactSchema::standard();  // made once: it takes longer than an answer
  facts::Facts facts(schema);
  Expected expected;
  for (std::size_t c = 0; c < plans.size(); ++c) {
    const std::string& fact = query.facts().at(plans[c].slot).id;
    const auto set = facts.set(fact, columns[c][place], strictness);
    Diagnostics problems = set.diagnostics();
    for (const Diagnostic& refusal : query.refusals(facts)) {
      if (refusal.path == fact) problems.push_back(refusal);
    }
    if (!problems.empty()) expected.errors.push_back({row, plans[c].name, fact, problems.front()});
  }
  expected.cells.assign(all_outputs.size(), std::nullopt);
  if (!expected.errors.empty()) return expected;
  // The schema of the query, so that `decide` knows its facts.
  facts::Facts known(std::shared_ptr<const facts::FactSchema>(std::shared_ptr<void>(), &query.facts()));
  for (std::size_t c = 0; c < plans.size(); ++c) {
    known.set(query.facts().at(plans[c].slot).id, columns[c][place], strictness).value();
  }
  expect_answer(query.decide(known).value(), expected);
  return expected;
}

void require_same(const std::vector<Expected>& expected, const Outcome& outcome, const TableSummary& summary) {
  std::vector<CellError> errors;
  for (std::size_t row = 0; row < expected.size(); ++row) {
    for (std::size_t c = 0; c < all_outputs.size(); ++c) {
      const auto& got = outcome.columns[c].cells[row];
      BOOST_REQUIRE_MESSAGE(got == expected[row].cells[c], "row " << row << ", " << all_outputs[c] << ": "
                                                                  << got.value_or("null") << " for "
                                                                  << expected[row].cells[c].value_or("null"));
    }
    errors.insert(errors.end(), expected[row].errors.begin(), expected[row].errors.end());
  }
  BOOST_REQUIRE_EQUAL(summary.listed_errors.size(), errors.size());
  BOOST_REQUIRE_EQUAL(summary.errors, static_cast<std::int64_t>(errors.size()));
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const CellError& got = summary.listed_errors[i];
    BOOST_REQUIRE_EQUAL(got.row, errors[i].row);
    BOOST_REQUIRE_EQUAL(got.column, errors[i].column);
    BOOST_REQUIRE_EQUAL(got.fact, errors[i].fact);
    BOOST_REQUIRE_EQUAL(got.diagnostic.code, errors[i].diagnostic.code);
    BOOST_REQUIRE_EQUAL(got.diagnostic.message, errors[i].diagnostic.message);
    BOOST_REQUIRE_EQUAL(got.diagnostic.path, errors[i].fact);
  }
}

// One chunk: the cells drawn, and the batch that holds them.
Model random_batch(Dice& dice, const std::vector<Plan>& plans, std::size_t rows, std::vector<Row>& columns) {
  const std::int64_t offset = dice.once_in(3) ? dice.upto(9) : 0;
  std::vector<Model> models;
  columns.assign(plans.size(), {});
  for (std::size_t c = 0; c < plans.size(); ++c) {
    Row cells;
    const facts::FactDefinition& fact = sample_query().facts().at(plans[c].slot);
    for (std::size_t i = 0; i < rows + static_cast<std::size_t>(offset); ++i) {
      cells.push_back(dice.once_in(8) ? Value() : plans[c].writing.draw(dice, fact));
    }
    Model model = plans[c].index ? with_dictionary(cells, plans[c].writing, *plans[c].index, dice)
                                 : plans[c].writing.write(cells, dice);
    models.push_back(named(plans[c].name, std::move(model)));
    columns[c].assign(cells.begin() + offset, cells.end());
  }
  return table(std::move(models), static_cast<std::int64_t>(rows), offset);
}

void check_random_table(std::uint64_t seed, const std::vector<std::size_t>& chunks, int n_indexes) {
  Dice dice(seed);
  const auto plans = random_plans(dice, sample_query().facts(), n_indexes);
  TableOptions options;
  options.columns = all_outputs;
  options.max_errors = SIZE_MAX;
  options.strictness = dice.once_in(6) ? facts::Strictness::typed : facts::Strictness::as_written;
  StreamModel model;
  std::vector<Expected> expected;
  for (const std::size_t rows : chunks) {
    std::vector<Row> columns;
    model.batches.push_back(random_batch(dice, plans, rows, columns));
    for (std::size_t i = 0; i < rows; ++i) {
      expected.push_back(
          expected_of(static_cast<std::int64_t>(expected.size()), plans, columns, i, options.strictness));
    }
  }
  model.schema = model.batches.front();
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(std::move(model), live);
  ArrowArrayStream out{};
  const TableReport report = check_stream(sample_query(), &in, &out, options).value();
  const Outcome outcome = drain(out);
  BOOST_REQUIRE_EQUAL(outcome.error, "");
  BOOST_REQUIRE_EQUAL(*live, 0);
  BOOST_REQUIRE_EQUAL(outcome.batch_rows.size(), chunks.size());
  require_same(expected, outcome, report.summary());
  // Most rows are answered, else the comparison would be one of nulls.
  const TableSummary summary = report.summary();
  if (summary.rows > 1'000) BOOST_REQUIRE_LT(summary.rows_with_errors * 2, summary.rows);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_table)

RC_BOOST_PROP(columns_answer_as_single_questions_do, (std::uint64_t seed)) {
  Dice dice(seed);
  std::vector<std::size_t> chunks;
  for (std::int64_t i = dice.upto(3); i >= 0; --i) chunks.push_back(static_cast<std::size_t>(dice.upto(25)));
  check_random_table(seed, chunks, index_types);
}

BOOST_AUTO_TEST_CASE(rows_beyond_one_block_answer_alike) {
  check_random_table(20250313, {4'200, 0, 300}, wide_index_types);
}

BOOST_AUTO_TEST_CASE(outcomes_alone_and_whole_decisions_agree) {
  Dice dice(7);
  const auto plans = random_plans(dice, sample_query().facts(), wide_index_types);
  std::vector<Row> columns;
  const Model batch = random_batch(dice, plans, 2'000, columns);
  std::vector<Outcome> outcomes;
  for (const bool whole : {false, true}) {
    const Live live = no_structures();
    ArrowArrayStream in = export_stream({batch, {batch}, SIZE_MAX, {}, nullptr}, live);
    ArrowArrayStream out{};
    TableOptions options;
    if (whole) options.columns = all_outputs;
    BOOST_REQUIRE(check_stream(sample_query(), &in, &out, options));
    outcomes.push_back(drain(out));
    BOOST_TEST(*live == 0);
  }
  BOOST_REQUIRE_EQUAL(outcomes[0].columns.size(), 8U);
  for (std::size_t c = 0; c < 8; ++c) BOOST_TEST((outcomes[0].columns[c].cells == outcomes[1].columns[c].cells));
}

BOOST_AUTO_TEST_SUITE_END()
