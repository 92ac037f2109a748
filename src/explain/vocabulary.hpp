// The reader's words for the names a policy uses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tepei/explain/basis.hpp"
#include "tepei/explain/language.hpp"
#include "tepei/policy/text.hpp"

namespace tepei::explain {

// A name an expression may use, and what it stands for.
struct Term {
  std::string_view name;
  std::string label;
  const facts::FactDefinition* fact = nullptr;  // of a fact
  const policy::Reading* reading = nullptr;     // of a reading
  bool is_day = false;                          // `as_of`
};

// The names of one programme with their labels in one language. Refers to the basis' definition.
class Vocabulary {
 public:
  Vocabulary(const Basis& basis, Language language);

  Language language() const noexcept { return language_; }
  // The term whose name `text` begins with, the longest of several, and how many bytes it takes; null where none does.
  const Term* longest(std::string_view text, std::size_t& length) const;

  // The term with this name, or null.
  const Term* find(std::string_view name) const;

  // Labels by id; the id itself where the programme does not know it.
  std::string fact(std::string_view id) const;
  std::string track(std::string_view id) const;
  std::string option(std::string_view reading, std::string_view option) const;
  // What a reading is about: 对四（二）1的理解.
  std::string reading(std::string_view id) const;
  // The criterion of a track as it is written down, or null.
  const policy::Criterion* criterion(std::string_view track, std::string_view id) const;
  std::string in_language(const policy::LocalText& text) const;

 private:
  std::string cite_of(std::string_view clause) const;

  const policy::EligibilityDefinition* definition_;
  Language language_;
  std::vector<Term> terms_;
};

// What a fact is called: its Chinese label, or its id in words (`birth date`).
std::string fact_label(const facts::FactDefinition& fact, Language language);
// What a member is called: its Chinese label, or its id in words; a code keeps its label.
std::string member_label(const EnumMember& member, Language language);

}  // namespace tepei::explain
