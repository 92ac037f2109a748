// GB/T 4658-2006, codes of educational levels, and the levels the policies speak of. Only completed education (毕业)
// counts; contract section 2 says as what the rest does.
#include <array>
#include <string>

#include "facts/code_sets.hpp"

namespace tepei::facts {
namespace {

/// What a code of the standard says of a person.
enum class Standing {
  completed,
  not_completed,  ///< 结业 or 肄业: counts as the level below
  counts_as,      ///< completed, but of no level of its own
  heading,        ///< of a group of codes; no person's education
  open            ///< says nothing of the level
};

struct EducationCode {
  std::string_view code;
  std::string_view name;
  Standing standing;
  std::string_view level;
};

constexpr std::array<EducationCode, 30> codes = {{
    {"10", "研究生教育", Standing::heading, ""},
    {"11", "博士研究生毕业", Standing::completed, "doctor"},
    {"12", "博士研究生结业", Standing::not_completed, "master"},
    {"13", "博士研究生肄业", Standing::not_completed, "master"},
    {"14", "硕士研究生毕业", Standing::completed, "master"},
    {"15", "硕士研究生结业", Standing::not_completed, "bachelor"},
    {"16", "硕士研究生肄业", Standing::not_completed, "bachelor"},
    {"17", "研究生班毕业", Standing::counts_as, "bachelor"},
    {"18", "研究生班结业", Standing::not_completed, "college"},
    {"19", "研究生班肄业", Standing::not_completed, "college"},
    {"20", "大学本科教育", Standing::heading, ""},
    {"21", "大学本科毕业", Standing::completed, "bachelor"},
    {"22", "大学本科结业", Standing::not_completed, "college"},
    {"23", "大学本科肄业", Standing::not_completed, "college"},
    {"28", "大学普通班毕业", Standing::counts_as, "college"},
    {"30", "大学专科教育", Standing::heading, ""},
    {"31", "大学专科毕业", Standing::completed, "college"},
    {"32", "大学专科结业", Standing::not_completed, "below_college"},
    {"33", "大学专科肄业", Standing::not_completed, "below_college"},
    {"40", "中等职业教育", Standing::heading, ""},
    {"41", "中等专科毕业", Standing::completed, "below_college"},
    {"44", "职业高中毕业", Standing::completed, "below_college"},
    {"47", "技工学校毕业", Standing::completed, "below_college"},
    {"60", "普通高级中学教育", Standing::heading, ""},
    {"61", "普通高中毕业", Standing::completed, "below_college"},
    {"70", "初级中学教育", Standing::heading, ""},
    {"71", "初中毕业", Standing::completed, "below_college"},
    {"80", "小学教育", Standing::heading, ""},
    {"81", "小学毕业", Standing::completed, "below_college"},
    {"90", "其他", Standing::open, ""},
}};

constexpr std::array<CommonWord, 31> common_words = {{
    {"博士", "doctor"},
    {"博士毕业", "doctor"},
    {"博士研究生学历", "doctor"},
    {"硕士", "master"},
    {"硕士毕业", "master"},
    {"硕士研究生学历", "master"},
    {"本科", "bachelor"},
    {"本科毕业", "bachelor"},
    {"大学本科学历", "bachelor"},
    {"本科学历", "bachelor"},
    {"专科", "college"},
    {"大专", "college"},
    {"专科毕业", "college"},
    {"大专毕业", "college"},
    {"大学专科学历", "college"},
    {"大专学历", "college"},
    {"专科学历", "college"},
    {"大专以下", "below_college"},
    {"专科以下", "below_college"},
    {"中专", "below_college"},
    {"中专毕业", "below_college"},
    {"中等专科", "below_college"},
    {"中专及以下", "below_college"},
    {"高中", "below_college"},
    {"高中毕业", "below_college"},
    {"普通高中", "below_college"},
    {"高中及以下", "below_college"},
    {"职业高中", "below_college"},
    {"技工学校", "below_college"},
    {"初中", "below_college"},
    {"小学", "below_college"},
}};

struct Refused {
  std::string_view text;
  std::string_view help;
};

constexpr std::array<Refused, 6> refused_words = {{
    {"研究生", "write `硕士研究生` or `博士研究生`"},
    {"大学", "write `大学本科` or `大学专科`"},
    {"学士", "a degree (学位) is not education completed (学历); write `大学本科` where it was completed"},
    {"学士学位", "a degree (学位) is not education completed (学历); write `大学本科` where it was completed"},
    {"硕士学位", "a degree (学位) is not education completed (学历); write `硕士研究生` where it was completed"},
    {"博士学位", "a degree (学位) is not education completed (学历); write `博士研究生` where it was completed"},
}};

std::string_view label_of(std::string_view level, const EnumDomain& domain) {
  for (const auto& member : domain.members()) {
    if (member.id == level) return member.label;
  }
  return level;
}

// `write `21` 大学本科毕业, `22` …`: the codes under the heading that shares their first digit.
std::string codes_below(const EducationCode& heading) {
  std::string list;
  for (const auto& entry : codes) {
    if (entry.code[0] != heading.code[0] || entry.code == heading.code) continue;
    list += (list.empty() ? "write `" : ", `") + std::string(entry.code) + "` " + std::string(entry.name);
  }
  return "`" + std::string(heading.code) + "` is the heading of a group; " + list;
}

Spelling spelling_of(const EducationCode& entry, const EnumDomain& domain) {
  Spelling spelling;
  spelling.target = std::string(entry.level);
  const std::string what = std::string(entry.code) + "（" + std::string(entry.name) + "）";
  const std::string what_en = std::string(entry.code) + " (" + std::string(entry.name) + ")";
  const std::string level(label_of(entry.level, domain));
  switch (entry.standing) {
    case Standing::completed:
      break;
    case Standing::not_completed:
      spelling.note = "学历代码" + what + "未毕业，按" + level + "计";
      spelling.note_en = "education code " + what_en + " is not completed and counts as " + spelling.target;
      break;
    case Standing::counts_as:
      spelling.note = "学历代码" + what + "按" + level + "计";
      spelling.note_en = "education code " + what_en + " counts as " + spelling.target;
      break;
    case Standing::heading:
      spelling.meaning = SpellingMeaning::refused;
      spelling.note_en = codes_below(entry);
      break;
    case Standing::open:
      spelling.meaning = SpellingMeaning::undecided;
      spelling.note = "学历代码" + what + "不能判断学历层次，须由主管部门认定";
      spelling.note_en = "education code " + what_en + " does not tell the level; the authority has to decide";
      break;
  }
  return spelling;
}

}  // namespace

std::shared_ptr<const EnumDomain> education_domain() {
  return std::make_shared<const EnumDomain>("education", true,
                                            std::vector<EnumMember>{{"below_college", "大学专科以下"},
                                                                    {"college", "大学专科"},
                                                                    {"bachelor", "大学本科"},
                                                                    {"master", "硕士研究生"},
                                                                    {"doctor", "博士研究生"}});
}

std::vector<Spelling> education_spellings() {
  const auto domain = education_domain();
  std::vector<Spelling> spellings;
  for (const auto& entry : codes) {
    auto spelling = spelling_of(entry, *domain);
    spelling.text = std::string(entry.code);
    spellings.push_back(spelling);
    spelling.text = std::string(entry.name);
    spellings.push_back(std::move(spelling));
  }
  add(spellings, common_words);
  for (const auto& word : refused_words) {
    spellings.push_back({std::string(word.text), SpellingMeaning::refused, {}, {}, std::string(word.help)});
  }
  return spellings;
}

}  // namespace tepei::facts
