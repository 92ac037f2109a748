// What answers of every kind have in common as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "tepei/policy/instrument.hpp"
#include "tepei/policy/text.hpp"
#include "tepei/value/decimal.hpp"

namespace tepei::explain {

using Json = nlohmann::ordered_json;

// A whole number that any reader holds exactly is a number, every other decimal its text; null where there is none.
Json number(const Decimal& value);
Json number(const std::optional<Decimal>& value);

Json local(const policy::LocalText& text);

// The options of the readings, by reading.
Json readings(const policy::ReadingChoices& taken);

template <typename Items, typename Convert>
Json array(const Items& items, Convert convert) {
  Json result = Json::array();
  for (const auto& item : items) result.push_back(convert(item));
  return result;
}

}  // namespace tepei::explain
