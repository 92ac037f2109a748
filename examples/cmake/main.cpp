#include <cstdio>

#include "tepei/value/date.hpp"
#include "tepei/value/decimal.hpp"

int main() {
  const auto birth_date = tepei::Date::parse("1980-02-29");
  const auto as_of = tepei::Date::parse("2025-03-13");
  if (!birth_date || !as_of) return 1;
  std::printf("full years: %lld\n", static_cast<long long>(tepei::full_years(*birth_date, *as_of)));

  const auto third = tepei::Decimal::divide(1, 3);
  if (!third) return 1;
  std::printf("a third: %s\n", third->to_string().c_str());

  const auto refused = tepei::Date::parse("2025-02-30");
  if (refused) return 1;
  std::printf("%s\n", tepei::render(refused.diagnostics()).c_str());
  return 0;
}
