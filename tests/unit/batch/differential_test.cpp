// Columns answer as single questions do, and both as a reference by hand: random tables crowded at the limits of the
// rules, for policies that lower well and for criteria that do not, on every kernel and any number of threads.
//
// TEPEI_SOAK_ROWS sets how many rows are asked in all (200,000), TEPEI_SOAK_SEED where the random numbers begin.
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "batch/differential_table.hpp"
#include "batch/sample_policy.hpp"

namespace {

using namespace tepei;
using namespace tepei::batch;
using namespace tepei::batch::test;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr || *text == '\0' ? otherwise : std::stoull(text);
}

bool has_avx2() {
#if defined(__x86_64__) && defined(__GNUC__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

// Every way of answering the same table.
std::vector<TableOptions> ways(const TableOptions& plain) {
  std::vector<std::string> kernels{"", "portable"};
  if (has_avx2()) kernels.emplace_back("avx2");
  std::vector<TableOptions> all;
  for (const std::string& kernel : kernels) {
    for (const std::size_t threads : {1, 2, 3, 7}) {
      all.push_back(plain);
      all.back().kernels = kernel;
      all.back().threads = threads;
    }
  }
  return all;
}

std::string told(const TableOptions& options) {
  return "kernels `" + options.kernels + "`, " + std::to_string(options.threads) + " threads";
}

// Mostly small batches round the sizes of bytes, words and vectors; at times one beyond a block.
TableSize draw_size(Dice& dice) {
  TableSize size;
  const std::vector<std::int64_t> rows{0, 1, 2, 7, 8, 9, 31, 32, 33, 63, 64, 65, 100, 255, 256, 257, 500};
  for (std::int64_t i = dice.upto(5); i >= 0; --i) size.batches.push_back(static_cast<std::size_t>(dice.of(rows)));
  if (dice.once_in(80)) size.batches.push_back(static_cast<std::size_t>(16'384 + dice.between(-1, 40)));
  if (dice.once_in(30)) size.batches.push_back(static_cast<std::size_t>(4'096 + dice.between(-1, 1)));
  size.pool = static_cast<std::size_t>(dice.of<std::int64_t>({2, 5, 20, 60, 95, 400}));
  size.null_once_in = dice.of<std::int64_t>({2, 8, 50, 200, 1'000});
  size.bad_once_in = dice.of<std::int64_t>({20, 500, 500, 1'000'000});
  return size;
}

const Subject& draw_subject(Dice& dice) {
  return dice.of(dice.once_in(3) ? awkward_subjects() : inner_mongolia_subjects());
}

// What the tables came to, so that the test can tell that it asked what it is for.
struct Tally {
  std::uint64_t rows = 0;
  std::map<std::string, std::uint64_t> verdicts;
  std::uint64_t errors = 0;
};

void require_alike(const Subject& subject, const RandomTable& table, const TableOptions& options, std::uint64_t seed) {
  const auto wrong = run_table(table, subject.query, options);
  BOOST_REQUIRE_MESSAGE(!wrong, "TEPEI_SOAK_SEED=" << seed << " TEPEI_SOAK_ROWS=1: " << subject.name << ", "
                                                   << told(options) << ": " << wrong.value_or(""));
}

// The verdict alone, or some columns in any order.
std::vector<std::string> some_columns(Dice& dice, std::vector<std::string> outputs) {
  if (dice.once_in(3)) return {"verdict"};
  for (std::size_t i = outputs.size(); i > 1; --i)
    std::swap(outputs[i - 1], outputs[static_cast<std::size_t>(dice.upto(static_cast<std::int64_t>(i) - 1))]);
  outputs.resize(static_cast<std::size_t>(dice.between(1, static_cast<std::int64_t>(outputs.size()))));
  return outputs;
}

// One table of its own seed, answered plainly, in part on portable kernels, and at times in any way.
void check_table(std::uint64_t seed, Tally& tally) {
  Dice dice(seed);
  const Subject& subject = draw_subject(dice);
  const bool whole_decisions = dice.once_in(12);
  TableSize size = draw_size(dice);
  if (whole_decisions) size.batches.resize(1);
  RandomTable table;
  BOOST_TEST_CONTEXT("TEPEI_SOAK_SEED=" << seed << " TEPEI_SOAK_ROWS=1") {
    table = draw_table(dice, subject, size, whole_decisions);
  }
  require_alike(subject, table, table.options, seed);
  TableOptions other = table.options;
  other.kernels = "portable";
  other.threads = dice.of<std::size_t>({1, 2, 3, 7});
  other.columns = some_columns(dice, table.outputs);
  require_alike(subject, table, other, seed);
  if (dice.once_in(4)) require_alike(subject, table, dice.of(ways(table.options)), seed);
  tally.rows += table.answers.size();
  tally.errors += table.errors.size();
  for (const RowAnswer& answer : table.answers) ++tally.verdicts[answer.cells.empty() ? "" : answer.cells.front()];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(differential)

BOOST_AUTO_TEST_CASE(columns_scalar_and_reference_agree) {
  const std::uint64_t rows = number_from("TEPEI_SOAK_ROWS", 200'000);
  std::uint64_t seed = number_from("TEPEI_SOAK_SEED", 20'251'121);
  Tally tally;
  for (; tally.rows < rows; ++seed) check_table(seed, tally);
  BOOST_TEST_MESSAGE(tally.rows << " rows");
  // The generator must keep asking what it is for.
  if (rows < 100'000) return;
  for (const char* verdict : {"eligible", "undetermined", "ineligible", ""})
    BOOST_TEST(tally.verdicts[verdict] > rows / 1'000,
               "only " << tally.verdicts[verdict] << " rows of verdict `" << verdict << "`");
  BOOST_TEST(tally.errors > rows / 100);
}

BOOST_AUTO_TEST_CASE(every_way_answers_one_large_table_alike) {
  Dice dice(20'250'313);
  TableSize size;
  size.batches = {16'501, 0, 1};
  for (const Subject* subject : {&inner_mongolia_subjects().front(), &awkward_subjects().front()}) {
    const RandomTable table = draw_table(dice, *subject, size, false);
    for (const TableOptions& options : ways(table.options)) require_alike(*subject, table, options, 0);
    size.batches = {2'101, 0, 299};  // the awkward criteria take longer
  }
}

BOOST_AUTO_TEST_CASE(as_many_distinct_cells_as_rows) {
  Dice dice(20'241'231);
  const Subject& subject = inner_mongolia_subjects().front();
  TableSize size;
  size.batches = {1'200, 800};
  size.pool = 2'000;
  const RandomTable table = draw_table(dice, subject, size, false);
  for (const TableOptions& options : ways(table.options)) require_alike(subject, table, options, 0);
}

BOOST_AUTO_TEST_SUITE_END()
