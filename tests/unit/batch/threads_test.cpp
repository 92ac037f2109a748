// Threads: one query asked by several at once, a table answered by several, a report read meanwhile. `make
// test-threads` runs this suite under the thread sanitizer.
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "batch/differential_table.hpp"
#include "batch/sample_policy.hpp"

namespace {

using namespace tepei;
using namespace tepei::batch;
using namespace tepei::batch::test;

const Subject& subject() {
  return inner_mongolia_subjects().front();
}

RandomTable table_of(std::uint64_t seed, const std::vector<std::size_t>& batches, bool whole_decisions = false) {
  Dice dice(seed);
  TableSize size;
  size.batches = batches;
  return draw_table(dice, subject(), size, whole_decisions);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(threads)

BOOST_AUTO_TEST_CASE(one_query_serves_many_streams_at_once) {
  constexpr std::size_t n_threads = 4;
  std::vector<RandomTable> tables;
  for (std::size_t i = 0; i < n_threads; ++i) tables.push_back(table_of(i, {300, 1, 500}, i == 0));
  std::vector<std::optional<std::string>> wrong(n_threads);
  std::vector<std::thread> running;
  for (std::size_t i = 0; i < n_threads; ++i) {
    running.emplace_back([&, i] {
      TableOptions options = tables[i].options;
      options.threads = 1 + i % 2;
      wrong[i] = run_table(tables[i], subject().query, options);
    });
  }
  for (std::thread& thread : running) thread.join();
  for (const auto& message : wrong) BOOST_TEST(!message, message.value_or(""));
}

BOOST_AUTO_TEST_CASE(several_threads_answer_one_table) {
  // Beyond one block for each of them, and less than one.
  const RandomTable large = table_of(5, {17'000, 0, 1, 300});
  const RandomTable small = table_of(6, {1, 2, 40, 0, 7}, true);
  for (const std::size_t n_threads : {std::size_t{2}, std::size_t{7}}) {
    for (const RandomTable* table : {&large, &small}) {
      TableOptions options = table->options;
      options.threads = n_threads;
      const auto wrong = run_table(*table, subject().query, options);
      BOOST_TEST(!wrong, n_threads << " threads: " << wrong.value_or(""));
    }
  }
}

BOOST_AUTO_TEST_CASE(bad_cells_are_listed_in_order_and_to_the_limit_whatever_the_threads) {
  Dice dice(11);
  TableSize size;
  size.batches = {17'000, 2'000};
  size.bad_once_in = 30;
  const RandomTable table = draw_table(dice, subject(), size, false);
  BOOST_REQUIRE(table.errors.size() > 700U);
  for (const std::size_t n_threads : {std::size_t{1}, std::size_t{2}, std::size_t{5}}) {
    TableOptions options = table.options;
    options.max_errors = 700;
    options.threads = n_threads;
    const Live live = no_structures();
    ArrowArrayStream in = export_stream(table.stream, live);
    ArrowArrayStream out{};
    const TableReport report = check_stream(subject().query, &in, &out, options).value();
    drain(out);
    const TableSummary summary = report.summary();
    BOOST_TEST(summary.errors == static_cast<std::int64_t>(table.errors.size()));
    BOOST_REQUIRE_EQUAL(summary.listed_errors.size(), 700U);
    for (std::size_t i = 0; i < 700; ++i) {
      BOOST_REQUIRE_EQUAL(summary.listed_errors[i].row, table.errors[i].row);
      BOOST_REQUIRE_EQUAL(summary.listed_errors[i].column, table.errors[i].column);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_report_may_be_read_while_its_stream_runs) {
  const RandomTable table = table_of(8, {2'000, 5'000, 10, 2'000, 3'000});
  TableOptions options = table.options;
  options.threads = 2;
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(table.stream, live);
  ArrowArrayStream out{};
  const TableReport report = check_stream(subject().query, &in, &out, options).value();
  std::atomic<bool> done{false};
  bool whole_batches = true;
  std::size_t readings = 0;
  std::thread reader([&, copy = report] {
    std::int64_t before = 0;
    do {
      const TableSummary summary = copy.summary();
      std::int64_t answered = summary.rows_with_errors;
      for (const std::int64_t count : summary.verdicts) answered += count;
      whole_batches = whole_batches && answered == summary.rows && summary.rows >= before;
      before = summary.rows;
      ++readings;
    } while (!done);
  });
  drain(out);
  done = true;
  reader.join();
  BOOST_TEST(whole_batches);
  BOOST_TEST(readings > 0U);
  BOOST_TEST(report.summary().rows == 12'010);
  BOOST_TEST(report.summary().finished);
}

BOOST_AUTO_TEST_CASE(a_stream_may_be_left_while_threads_have_worked_for_it) {
  const RandomTable table = table_of(9, {17'000, 3'000});
  TableOptions options = table.options;
  options.threads = 3;
  const Live live = no_structures();
  ArrowArrayStream in = export_stream(table.stream, live);
  ArrowArrayStream out{};
  BOOST_REQUIRE(check_stream(subject().query, &in, &out, options));
  ArrowArray batch{};
  BOOST_REQUIRE(out.get_next(&out, &batch) == 0);
  out.release(&out);
  BOOST_TEST(batch.length == 17'000);
  batch.release(&batch);
  BOOST_TEST(*live == 0);
}

BOOST_AUTO_TEST_SUITE_END()
