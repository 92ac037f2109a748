/// The closed and open lists of values behind the standard facts, each in its own file.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/facts/definition.hpp"

namespace tepei::facts {

/// What rosters write for a member of a list.
struct CommonWord {
  std::string_view text;
  std::string_view member;
};

/// Adds words that mean just what the member's own name means.
template <std::size_t Count>
void add(std::vector<Spelling>& spellings, const std::array<CommonWord, Count>& words) {
  for (const CommonWord& word : words) {
    spellings.push_back({std::string(word.text), SpellingMeaning::member, std::string(word.member), {}, {}});
  }
}

/// GB/T 2261.1-2003.
std::shared_ptr<const EnumDomain> sex_domain();
std::vector<Spelling> sex_spellings();

/// GB/T 3304-1991; 97 and 98 are members that the policies leave open.
std::shared_ptr<const EnumDomain> ethnic_group_domain();
std::vector<Spelling> ethnic_group_spellings();

/// The levels of contract section 2, written in GB/T 4658-2006 too.
std::shared_ptr<const EnumDomain> education_domain();
std::vector<Spelling> education_spellings();

/// The levels of contract section 2, written in GB/T 12407-2008 too.
std::shared_ptr<const EnumDomain> title_level_domain();
std::vector<Spelling> title_level_spellings();

/// Kinds and levels of employers, contract section 2.
std::shared_ptr<const EnumDomain> employer_type_domain();
std::vector<Spelling> employer_type_spellings();
std::shared_ptr<const EnumDomain> employer_level_domain();
std::vector<Spelling> employer_level_spellings();

/// Grades of the final assessment, contract sections 2 and 5.
std::shared_ptr<const EnumDomain> former_grade_domain();
std::vector<Spelling> former_grade_spellings();

/// GB/T 2260: the first two digits of every province, and the divisions of Liaoning and Inner Mongolia by name.
std::vector<std::string> province_prefixes();
std::vector<Spelling> division_spellings();

}  // namespace tepei::facts
