// What a program of one's own does first: values, a built-in programme, and a pack of one's own (its path is the one
// argument, and may be left out).
#include <cstdio>
#include <string>
#include <tepei/tepei.hpp>

namespace {

void print(const tepei::Diagnostics& diagnostics) {
  std::printf("%s\n", tepei::render(diagnostics).c_str());
}

int ask_a_built_in_programme() {
  const auto programme = tepei::programme("inner-mongolia-2025");
  if (!programme) return 1;
  auto facts = programme->facts();
  if (!facts.set("出生日期", "1970-06-01") || !facts.set("民族", "蒙古族")) return 1;
  const auto decision = programme->eligibility.check(facts, {"outside", *tepei::Date::from_civil(2025, 3, 21), {}});
  if (!decision) return 1;
  std::printf("%s\n", std::string(to_string(decision->verdict)).c_str());
  for (const auto& finding : decision->findings) {
    if (finding.outcome == tepei::Outcome::not_met) {
      std::printf("%s %s\n", finding.criterion.c_str(), finding.cite.c_str());
    }
  }
  return 0;
}

int load_a_pack(const char* path) {
  const auto programme = tepei::load_file(path);
  if (!programme) {
    print(programme.diagnostics());
    return 1;
  }
  std::printf("%s, %zu clauses\n", programme->id.c_str(), programme->clauses().size());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto third = tepei::Decimal::divide(1, 3);
  if (!third) return 1;
  std::printf("a third: %s\n", third->to_string().c_str());

  const auto refused = tepei::Date::parse("2025-02-30");
  if (refused) return 1;
  print(refused.diagnostics());

  if (ask_a_built_in_programme() != 0) return 1;
  return argc > 1 ? load_a_pack(argv[1]) : 0;
}
