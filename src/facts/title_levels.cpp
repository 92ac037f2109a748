// Levels of professional titles and their codes in GB/T 12407-2008.
#include <array>
#include <string>

#include "facts/code_sets.hpp"

namespace tepei::facts {
namespace {

struct TitleCode {
  std::string_view code;
  std::string_view name;
  std::string_view level;
  std::string_view note;     // Chinese; empty where the code says the level itself
  std::string_view note_en;  // English
};

constexpr std::array<TitleCode, 8> codes = {{
    {"410", "高级", "associate_senior", "“高级”（410）未分正副，按副高级计",
     "`410` 高级 does not tell senior from associate senior and counts as associate_senior"},
    {"411", "正高级", "senior", "", ""},
    {"412", "副高级", "associate_senior", "", ""},
    {"420", "中级", "middle", "", ""},
    {"430", "初级", "junior", "", ""},
    {"434", "助理级", "junior", "", ""},
    {"435", "员级", "junior", "", ""},
    {"499", "未定职级专业技术人员", "none", "“未定职级专业技术人员”（499）按无职称计",
     "`499` 未定职级专业技术人员 counts as none"},
}};

constexpr std::array<CommonWord, 11> common_words = {{
    {"无职称", "none"},
    {"未评职称", "none"},
    {"未定级", "none"},
    {"初级职称", "junior"},
    {"中级职称", "middle"},
    {"副高", "associate_senior"},
    {"副高职称", "associate_senior"},
    {"副高级职称", "associate_senior"},
    {"正高", "senior"},
    {"正高职称", "senior"},
    {"正高级职称", "senior"},
}};

}  // namespace

std::shared_ptr<const EnumDomain> title_level_domain() {
  return std::make_shared<const EnumDomain>("title_level", true,
                                            std::vector<EnumMember>{{"none", "无"},
                                                                    {"junior", "初级"},
                                                                    {"middle", "中级"},
                                                                    {"associate_senior", "副高级"},
                                                                    {"senior", "正高级"}});
}

std::vector<Spelling> title_level_spellings() {
  std::vector<Spelling> spellings;
  for (const auto& entry : codes) {
    for (const auto text : {entry.code, entry.name}) {
      spellings.push_back({std::string(text), SpellingMeaning::member, std::string(entry.level),
                           std::string(entry.note), std::string(entry.note_en)});
    }
  }
  spellings.push_back({"高级职称", SpellingMeaning::member, "associate_senior", std::string(codes[0].note),
                       std::string(codes[0].note_en)});
  add(spellings, common_words);
  return spellings;
}

}  // namespace tepei::facts
