#include "explain/vocabulary.hpp"

#include <algorithm>

#include "explain/words.hpp"

namespace tepei::explain {

namespace {

bool is_name_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_' ||
         value >= 0x80;
}

// How many bytes of `text` spell `name`, runs of blanks counting as one; 0 where it does not begin with it as a whole
// word.
std::size_t spelt(std::string_view text, std::string_view name) {
  std::size_t at = 0;
  for (const char byte : name) {
    if (at >= text.size() || text[at] != byte) return 0;
    ++at;
    while (byte == ' ' && at < text.size() && text[at] == ' ') ++at;
  }
  const bool goes_on = at < text.size() && is_name_byte(text[at]);
  return goes_on ? 0 : at;
}

std::string in_words(std::string_view id) {
  std::string result(id);
  std::replace(result.begin(), result.end(), '_', ' ');
  return result;
}

bool is_code(std::string_view id) {
  return std::all_of(id.begin(), id.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

template <typename Items>
const typename Items::value_type* find_id(const Items& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [id](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

std::string fact_label(const facts::FactDefinition& fact, Language language) {
  return language == Language::chinese && !fact.label.empty() ? fact.label : in_words(fact.id);
}

std::string member_label(const EnumMember& member, Language language) {
  const bool by_label = language == Language::chinese || is_code(member.id);
  return by_label && !member.label.empty() ? member.label : in_words(member.id);
}

Vocabulary::Vocabulary(const Basis& basis, Language language) : definition_(&basis.definition()), language_(language) {
  if (definition_->facts != nullptr) {
    for (const facts::FactDefinition& fact : definition_->facts->definitions()) {
      terms_.push_back({fact.id, fact_label(fact, language), &fact});
      if (!fact.label.empty()) terms_.push_back({fact.label, fact_label(fact, language), &fact});
    }
  }
  for (const policy::DerivedFact& derived : definition_->derived) {
    const std::string label = in_language(derived.label);
    terms_.push_back({derived.id, label.empty() ? in_words(derived.id) : label});
    if (!derived.label.zh.empty()) terms_.push_back({derived.label.zh, label});
  }
  for (const policy::Reading& reading : definition_->readings) {
    terms_.push_back({reading.id, this->reading(reading.id), nullptr, &reading});
  }
  terms_.push_back({"as_of", std::string(words(Phrase::as_of_day, language)), nullptr, nullptr, true});
}

const Term* Vocabulary::longest(std::string_view text, std::size_t& length) const {
  const Term* best = nullptr;
  length = 0;
  for (const Term& term : terms_) {
    const std::size_t bytes = spelt(text, term.name);
    if (bytes <= length) continue;
    best = &term;
    length = bytes;
  }
  return best;
}

const Term* Vocabulary::find(std::string_view name) const {
  const auto found = std::find_if(terms_.begin(), terms_.end(), [name](const Term& term) { return term.name == name; });
  return found == terms_.end() ? nullptr : &*found;
}

std::string Vocabulary::fact(std::string_view id) const {
  const Term* term = find(id);
  return term == nullptr ? std::string(id) : term->label;
}

std::string Vocabulary::track(std::string_view id) const {
  const policy::Track* track = find_id(definition_->tracks, id);
  if (track == nullptr) return std::string(id);
  const std::string label = in_language(track->label);
  return label.empty() ? std::string(id) : label;
}

std::string Vocabulary::option(std::string_view reading, std::string_view option) const {
  const policy::Reading* known = find_id(definition_->readings, reading);
  const policy::ReadingOption* taken = known == nullptr ? nullptr : find_id(known->options, option);
  if (taken == nullptr) return std::string(option);
  const std::string text = in_language(taken->text);
  return text.empty() ? std::string(option) : text;
}

std::string Vocabulary::reading(std::string_view id) const {
  const policy::Reading* known = find_id(definition_->readings, id);
  const std::string cite = known == nullptr ? std::string() : cite_of(known->clause);
  return fill(Phrase::reading_of, language_, {cite.empty() ? id : std::string_view(cite)});
}

const policy::Criterion* Vocabulary::criterion(std::string_view track, std::string_view id) const {
  for (const policy::TrackCriteria& known : definition_->eligibility) {
    if (known.track == track) return find_id(known.criteria, id);
  }
  return nullptr;
}

std::string Vocabulary::in_language(const policy::LocalText& text) const {
  return text.in(language_ == Language::chinese);
}

std::string Vocabulary::cite_of(std::string_view clause) const {
  const policy::Clause* known = find_id(definition_->clauses, clause);
  return known == nullptr ? std::string() : known->cite;
}

}  // namespace tepei::explain
