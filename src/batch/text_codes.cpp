#include "batch/text_codes.hpp"

namespace tepei::batch {
namespace {

TextKey key_of(std::string_view text) noexcept {
  return text.size() <= TextKey::most_held ? short_text_key(text.data(), text.size(), text.size())
                                           : long_text_key(text.data(), text.size());
}

}  // namespace

TextCodes::Sight TextCodes::find_or_add(std::string_view text) {
  return find_or_add(key_of(text), text);
}

void TextCodes::clear() {
  slots_.clear();
  crowded_out_.clear();
  std::string().swap(characters_);
  std::vector<std::size_t>().swap(ends_);
}

TextCodes::Sight TextCodes::find_or_add(const TextKey& key, std::string_view text) {
  const bool is_short = text.size() <= TextKey::most_held;
  const Slot* slot = slots_.find(key.hash(), [&](const Slot& candidate) {
    return candidate.key == key && (is_short || is_long_text(candidate.number, text));
  });
  if (slot != nullptr && !slot->is_empty()) return {slot->number, false};
  if (slot == nullptr) {
    const auto known = crowded_out_.find(text);
    if (known != crowded_out_.end()) return {known->second, false};
  }
  characters_.append(text);
  ends_.push_back(characters_.size());
  const auto number = static_cast<std::uint32_t>(ends_.size());
  if (slots_.needs_growth(ends_.size())) {
    grow();
  } else {
    place(number);
  }
  return {number, true};
}

// Puts a text that is in no slot yet into one, or where those go that find none.
void TextCodes::place(std::uint32_t number) {
  const std::string_view added = text(number);
  const TextKey key = key_of(added);
  Slot* slot = slots_.find(key.hash(), [](const Slot&) { return false; });
  if (slot == nullptr) {
    crowded_out_.emplace(added, number);
  } else {
    slot->key = key;
    slot->number = number;
  }
}

void TextCodes::grow() {
  slots_.grow();
  crowded_out_.clear();
  for (std::size_t number = 1; number <= ends_.size(); ++number) place(static_cast<std::uint32_t>(number));
}

}  // namespace tepei::batch
