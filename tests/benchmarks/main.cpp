// Runs every benchmark and prints, from the same run, how one verdict compares with the hand-written function.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {

// The console's report, remembering the times.
class RatioReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type == Run::RT_Iteration && !run.error_occurred) {
        nanoseconds_[run.benchmark_name()] = run.GetAdjustedCPUTime();
      }
    }
    ConsoleReporter::ReportRuns(runs);
  }

  void print_ratio(const std::string& name, const std::string& comparator) const {
    const auto ours = nanoseconds_.find(name);
    const auto theirs = nanoseconds_.find(comparator);
    if (ours == nanoseconds_.end() || theirs == nanoseconds_.end()) return;
    std::printf("%s / %s = %.1f\n", name.c_str(), comparator.c_str(), ours->second / theirs->second);
  }

 private:
  std::map<std::string, double> nanoseconds_;
};

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  reporter.print_ratio("one_verdict", "hand_written_verdict");
  reporter.print_ratio("one_decision", "one_verdict");
  benchmark::Shutdown();
  return 0;
}
