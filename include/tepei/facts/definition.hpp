/// What a fact is: its names, its kind, and how people write its values.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tepei/value/enumeration.hpp"
#include "tepei/value/value.hpp"

namespace tepei::facts {

/// The kinds of facts. A `code` is a text of digits from an open list (administrative divisions); codes from a closed
/// list (ethnic groups) are enumerations.
enum class FactKind { text, boolean, number, date, enumeration, code };

/// What a spelling stands for.
enum class SpellingMeaning {
  member,     ///< the member (or, for a code, the code) named in `target`
  unknown,    ///< nothing is known: GB/T 2261.1 sex code 0
  undecided,  ///< a known value that the policies leave open: ethnic code 97
  refused     ///< listed in the standard, but not a value a person can have: a heading such as education code 20
};

/// Another way of writing a value: a code of a national standard, a long name, a value that counts as another.
struct Spelling {
  std::string text;  ///< compared after NFKC and trimming
  SpellingMeaning meaning = SpellingMeaning::member;
  std::string target;   ///< a member's id; for a code the digits
  std::string note;     ///< Chinese; said in the answer (undecided, counted as another); may be empty
  std::string note_en;  ///< the same in English; the help of a refusal, where it is empty `note` is
};

/// One fact. A plain value. Numbers of a fact whose id ends with `_years`, `_months` or `_days` may carry that unit.
struct FactDefinition {
  std::string id;                    ///< English, stable: `birth_date`
  std::string label;                 ///< Chinese: 出生日期
  std::vector<std::string> headers;  ///< further column headings people use: 出生年月
  FactKind kind = FactKind::text;
  std::shared_ptr<const EnumDomain> domain;  ///< of an enumeration
  std::vector<Spelling> spellings;           ///< of an enumeration or code, beside ids and labels
  std::vector<std::string> prefixes;         ///< a code must begin with one of these; empty: any
  std::size_t digits = 0;                    ///< a code's length
  std::optional<Decimal> minimum;            ///< a number's least value, inclusive
  std::optional<Decimal> maximum;            ///< a number's greatest value, inclusive
  bool not_after_as_of = false;              ///< a date that cannot lie after the day of the question
  std::optional<Value> default_value;        ///< taken where the fact is absent, said in the answer, never missing
  bool carried_only = false;                 ///< carried through, never used in a rule (a name)
};

/// The facts of contract section 2, in its order, with the national codes they are written in. Every programme has them
/// all. Made anew at each call. Sources: GB/T 2261.1-2003, GB/T 3304-1991, GB/T 4658-2006, GB/T 12407-2008, GB/T 2260.
std::vector<FactDefinition> standard_facts();

}  // namespace tepei::facts
