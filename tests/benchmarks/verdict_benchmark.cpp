// One verdict and one explained decision, beside the hand-written comparator in the same run.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>

#include "candidates.hpp"
#include "tepei/catalog/catalog.hpp"
#include "tepei/explain/text.hpp"

namespace tepei::benchmarks {
namespace {

constexpr std::size_t count = 1000;

policy::Programme programme() {
  return catalog::programme("inner-mongolia-2025").value();
}

policy::Question question() {
  return {"outside", as_of, {}};
}

// A comparison of different answers would mean nothing.
void require_equal_answers(const policy::Query& query, const Candidates& candidates) {
  policy::QueryScratch scratch;
  for (std::size_t i = 0; i < count; ++i) {
    policy::Outcome ours[7];
    policy::Outcome theirs[7];
    query.outcomes(candidates.facts[i], scratch, ours);
    check(candidates.by_hand[i], as_of, theirs);
    if (!std::equal(ours, ours + 7, theirs)) {
      std::fprintf(stderr, "benchmark: candidate %zu is answered differently by hand\n", i);
      std::exit(1);
    }
  }
}

void hand_written_verdict(benchmark::State& state) {
  const auto candidates = make_candidates(programme(), count);
  policy::Outcome outcomes[7];
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(check(candidates.by_hand[i], as_of, outcomes));
    benchmark::DoNotOptimize(outcomes);
    i = (i + 1) % count;
  }
}
BENCHMARK(hand_written_verdict);

void one_verdict(benchmark::State& state) {
  const auto built_in = programme();
  const auto query = built_in.eligibility.bind(question()).value();
  const auto candidates = make_candidates(built_in, count);
  require_equal_answers(query, candidates);
  policy::QueryScratch scratch;
  policy::Outcome outcomes[7];
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(query.outcomes(candidates.facts[i], scratch, outcomes));
    benchmark::DoNotOptimize(outcomes);
    i = (i + 1) % count;
  }
}
BENCHMARK(one_verdict);

void one_decision(benchmark::State& state) {
  const auto built_in = programme();
  const auto query = built_in.eligibility.bind(question()).value();
  const auto candidates = make_candidates(built_in, count);
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(query.decide(candidates.facts[i]));
    i = (i + 1) % count;
  }
}
BENCHMARK(one_decision);

void bind_a_question(benchmark::State& state) {
  const auto built_in = programme();
  for (auto _ : state) benchmark::DoNotOptimize(built_in.eligibility.bind(question()));
}
BENCHMARK(bind_a_question);

}  // namespace
}  // namespace tepei::benchmarks
