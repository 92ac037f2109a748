#include "explain/json_parts.hpp"

#include <cstdint>

namespace tepei::explain {

Json number(const Decimal& value) {
  // Beyond this a number in JSON is no longer exact for readers that hold it as a double.
  constexpr std::int64_t exact_limit = std::int64_t{1} << 53;
  const auto whole = value.to_int64();
  if (whole && *whole > -exact_limit && *whole < exact_limit) return *whole;
  return value.to_string();
}

Json number(const std::optional<Decimal>& value) {
  return value ? number(*value) : Json(nullptr);
}

Json local(const policy::LocalText& text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

Json readings(const policy::ReadingChoices& taken) {
  Json result = Json::object();
  for (const auto& [reading, option] : taken) result[reading] = option;
  return result;
}

}  // namespace tepei::explain
