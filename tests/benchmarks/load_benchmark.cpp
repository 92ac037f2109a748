// What happens once: a pack loaded, an expression compiled.
#include <benchmark/benchmark.h>

#include "tepei/catalog/catalog.hpp"
#include "tepei/facts/schema.hpp"
#include "tepei/feel/expression.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::benchmarks {
namespace {

void pack_load(benchmark::State& state) {
  const std::string_view text = catalog::pack_text("inner-mongolia-2025");
  for (auto _ : state) benchmark::DoNotOptimize(pack::load(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(pack_load);

void expression_compile(benchmark::State& state) {
  const feel::Scope scope = facts::FactSchema::standard()->scope();
  constexpr const char* source =
      "(education >= \"master\" and profession_years >= 5) or title_level >= \"associate_senior\"";
  for (auto _ : state) benchmark::DoNotOptimize(feel::Expression::compile(source, scope));
}
BENCHMARK(expression_compile);

}  // namespace
}  // namespace tepei::benchmarks
