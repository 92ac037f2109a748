// One candidate against a built-in policy: the verdict, and the reasons in Chinese.
#include <iostream>
#include <tepei/tepei.hpp>

int main() {
  const auto programme = tepei::programme("inner-mongolia-2025").value();

  auto facts = programme.facts();
  facts.set("出生日期", "1979年6月1日").value();
  facts.set("民族", "蒙古族").value();
  facts.set("division", "150102").value();
  facts.set("education", "master").value();
  facts.set("profession_years", 6).value();

  const auto as_of = tepei::Date::parse("2025-03-21").value();
  const auto decision = programme.eligibility.check(facts, {"outside", as_of, {}}).value();
  std::cout << tepei::explain::text(decision, programme) << '\n';

  // Bad input is a value too: what is wrong, and the nearest known name.
  if (const auto set = facts.set("民族", "蒙古人"); !set) std::cerr << tepei::render(set.diagnostics()) << '\n';
  if (const auto set = facts.set("eduction", "master"); !set) std::cerr << tepei::render(set.diagnostics()) << '\n';
  return decision.verdict == tepei::Verdict::undetermined ? 0 : 1;
}
