// Members of an object to be written; what is empty is left out, as the loader has it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pack/json.hpp"
#include "tepei/policy/text.hpp"
#include "tepei/value/date.hpp"

namespace tepei::pack {

inline void put(JsonObject& object, const char* key, std::string_view text) {
  if (!text.empty()) object.emplace_back(key, Json{std::string(text)});
}

inline void put(JsonObject& object, const char* key, const policy::LocalText& text) {
  JsonObject languages;
  put(languages, "zh", text.zh);
  put(languages, "en", text.en);
  if (!languages.empty()) object.emplace_back(key, Json{std::move(languages)});
}

inline void put(JsonObject& object, const char* key, const std::optional<Date>& date) {
  if (date) object.emplace_back(key, Json{date->to_string()});
}

inline void put_flag(JsonObject& object, const char* key, bool flag) {
  if (flag) object.emplace_back(key, Json{true});
}

inline void put_texts(JsonObject& object, const char* key, const std::vector<std::string>& texts) {
  JsonArray items;
  for (const std::string& text : texts) items.push_back({text});
  if (!items.empty()) object.emplace_back(key, Json{std::move(items)});
}

template <typename Items, typename ToJson>
void put_list(JsonObject& object, const char* key, const Items& items, ToJson to_json) {
  JsonArray written;
  for (const auto& item : items) written.push_back(to_json(item));
  if (!written.empty()) object.emplace_back(key, Json{std::move(written)});
}

}  // namespace tepei::pack
