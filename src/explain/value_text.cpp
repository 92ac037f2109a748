#include "explain/value_text.hpp"

#include "explain/vocabulary.hpp"
#include "explain/words.hpp"

namespace tepei::explain {

namespace {

std::string list_text(const List& list, Language language) {
  std::vector<std::string> items;
  for (const Value& item : list) items.push_back(value_text(item, language));
  return join(items, Phrase::list_comma, language);
}

}  // namespace

std::string value_text(const Value& value, Language language) {
  if (value.is_unknown()) return std::string(words(Phrase::unknown, language));
  if (value.is_null()) return std::string(words(Phrase::null_value, language));
  if (const auto* truth = value.get_if<bool>()) return std::string(words(*truth ? Phrase::yes : Phrase::no, language));
  if (const auto* number = value.get_if<Decimal>()) return number->to_plain_string();
  if (const auto* date = value.get_if<Date>()) return date->to_string();
  if (const auto* member = value.get_if<EnumValue>()) {
    return member_label(member->domain->members()[member->ordinal], language);
  }
  if (const std::string* text = value.text()) return *text;
  if (const List* list = value.list()) return list_text(*list, language);
  return to_feel(value);
}

}  // namespace tepei::explain
