#include "explain/words.hpp"

#include <array>
#include <cstddef>

#include "tepei/policy/party.hpp"

namespace tepei::explain {

namespace {

struct Entry {
  Phrase phrase;
  std::string_view zh;
  std::string_view en;
};

constexpr std::size_t phrase_count = static_cast<std::size_t>(Phrase::count);

constexpr std::array<Entry, phrase_count> table{{
    {Phrase::verdict_is, "结论：{}", "Verdict: {}"},
    {Phrase::verdict_left_to, "{}，须由{}决定", "{}, for the {} to decide"},
    {Phrase::track_and_day, "培养方式：{}；审核基准日：{}", "Track: {}; as of {}"},
    {Phrase::draft, "该文件为征求意见稿，尚未施行，本结论仅供参考，不具约束力。",
     "The text is a draft and not in force: this verdict is not binding."},
    {Phrase::repealed, "该文件已废止，本结论仅供参考。",
     "The text has been repealed: this verdict is for information only."},
    {Phrase::verdict_turns, "对条文的理解不同，结论会不同，详见各项“理解”。",
     "The verdict turns on how the text is read; see the lines marked “Reading”."},

    {Phrase::criteria, "逐项审核", "Criteria"},
    {Phrase::to_settle, "得出结论尚需", "What would settle it"},
    {Phrase::readings_taken, "采用的条文理解", "Readings taken"},
    {Phrase::fact_notes, "信息说明", "Notes on the facts"},

    {Phrase::clause, "条文", "Clause"},
    {Phrase::values, "个人情况", "Facts"},
    {Phrase::missing, "缺少信息", "Missing facts"},
    {Phrase::documents, "缺少文件", "Missing documents"},
    {Phrase::authority, "决定机关", "Decided by"},
    {Phrase::reading, "理解", "Reading"},
    {Phrase::note, "说明", "Note"},
    {Phrase::no_answer, "无法判断", "No answer"},

    {Phrase::required, "要求", "Required"},
    {Phrase::met_if, "符合情形", "Met if"},
    {Phrase::discretionary_if, "酌定情形", "Discretionary if"},
    {Phrase::left_open_if, "待定情形", "Left open if"},
    {Phrase::excluded_if, "排除情形", "Excluded if"},

    {Phrase::all_of, "下列各项同时成立", "all of these"},
    {Phrase::any_of, "下列任一项成立", "any of these"},
    {Phrase::none_of, "下列情形不成立", "not this"},
    {Phrase::branches, "分情况判断", "by cases"},
    {Phrase::if_part, "如果", "if"},
    {Phrase::then_part, "则", "then"},
    {Phrase::else_part, "否则", "else"},
    {Phrase::legend, "标记：✓ 成立，✗ 不成立，? 尚不能判断，! 无法计算，– 未涉及",
     "Marks: ✓ holds, ✗ does not, ? not known, ! no result, – not reached"},

    {Phrase::turns_on, "现按“{}”理解；如按“{}”理解，本项为“{}”", "taken as “{}”; read as “{}” it would be {}"},
    {Phrase::reading_choice, "{}（{} = {}）", "{} ({} = {})"},

    {Phrase::left_to, "须由{}决定", "for the {} to decide"},
    {Phrase::left_to_whom, "{}（{}）", "{} ({})"},
    {Phrase::lacking, "缺少{}", "not known: {}"},
    {Phrase::lacking_document, "须依据{}确定", "rests on {}"},
    {Phrase::requirement, "要求 {}", "required: {}"},
    {Phrase::exclusion, "属于排除情形：{}", "excluded: {}"},
    {Phrase::no_result, "条件计算没有结果（{}）", "{}"},
    {Phrase::cited, "{}（{}）", "{} ({})"},
    {Phrase::value_pair, "{} {}", "{}: {}"},
    {Phrase::derived, "{}（推算）", "{} (derived)"},
    {Phrase::derived_from, "{}（依{}推算）", "{} (derived, {})"},

    {Phrase::yes, "是", "yes"},
    {Phrase::no, "否", "no"},
    {Phrase::unknown, "未知", "unknown"},
    {Phrase::null_value, "无结果", "no result"},

    {Phrase::is, "{} 为 {}", "{} is {}"},
    {Phrase::is_not, "{} 不为 {}", "{} is not {}"},
    {Phrase::rank_below, "{} 低于 {}", "{} below {}"},
    {Phrase::rank_at_most, "{} 不高于 {}", "{} at most {}"},
    {Phrase::rank_above, "{} 高于 {}", "{} above {}"},
    {Phrase::rank_at_least, "{} 不低于 {}", "{} at least {}"},
    {Phrase::date_before, "{} 早于 {}", "{} before {}"},
    {Phrase::date_by, "{} 不晚于 {}", "{} on or before {}"},
    {Phrase::date_after, "{} 晚于 {}", "{} after {}"},
    {Phrase::date_from, "{} 不早于 {}", "{} on or after {}"},
    {Phrase::years_of, "{}年", "{} years"},
    {Phrase::months_of, "{}个月", "{} months"},
    {Phrase::days_of, "{}天", "{} days"},
    {Phrase::later_by, "{}之后{}", "{} + {}"},
    {Phrase::earlier_by, "{}之前{}", "{} - {}"},
    {Phrase::full_years, "{}至{}的周年数", "full years from {} to {}"},
    {Phrase::one_of, "{} 属于 {}", "{} is one of {}"},
    {Phrase::not_one_of, "{} 不属于 {}", "{} is none of {}"},
    {Phrase::between, "{} 在 {} 至 {} 之间", "{} from {} to {}"},
    {Phrase::starts_with, "{} 以 {} 开头", "{} begins with {}"},
    {Phrase::starts_with_one, "{} 以 {} 之一开头", "{} begins with one of {}"},
    {Phrase::starts_not_with, "{} 不以 {} 开头", "{} does not begin with {}"},
    {Phrase::starts_with_none, "{} 不以 {} 中任一开头", "{} begins with none of {}"},
    {Phrase::not_between, "{} 不在 {} 至 {} 之间", "{} not from {} to {}"},
    {Phrase::stated, "已说明{}", "{} is stated"},
    {Phrase::not_stated, "未说明{}", "{} is not stated"},
    {Phrase::as_of_day, "审核基准日", "the day of the question"},
    {Phrase::reading_of, "对{}的理解", "reading of {}"},

    {Phrase::conjunction, "，且", " and "},
    {Phrase::disjunction, "，或", " or "},
    {Phrase::negation, "并非{}", "not {}"},

    {Phrase::colon, "：", ": "},
    {Phrase::semicolon, "；", "; "},
    {Phrase::list_comma, "、", ", "},
    {Phrase::quote, "「{}」", "“{}”"},
    {Phrase::title, "《{}》", "“{}”"},
    {Phrase::bracket, "（{}）", "({})"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].phrase) != i) return false;
  }
  return true;
}
static_assert(in_order(), "the table's rows stand in the order of the phrases");

constexpr std::array<std::array<std::string_view, 2>, 4> verdicts{{
    {"符合条件", "eligible"},
    {"有条件符合", "conditionally eligible"},
    {"暂不能确定", "cannot be determined yet"},
    {"不符合条件", "not eligible"},
}};

constexpr std::array<std::array<std::string_view, 2>, 4> outcomes{{
    {"符合", "met"},
    {"酌情决定", "discretionary"},
    {"暂不能确定", "cannot be determined yet"},
    {"不符合", "not met"},
}};

constexpr std::size_t place(Language language) {
  return static_cast<std::size_t>(language);
}

}  // namespace

std::string_view words(Phrase phrase, Language language) {
  const Entry& entry = table[static_cast<std::size_t>(phrase)];
  return language == Language::chinese ? entry.zh : entry.en;
}

std::string fill(Phrase phrase, Language language, std::initializer_list<std::string_view> arguments) {
  std::string_view rest = words(phrase, language);
  std::string result;
  for (const std::string_view argument : arguments) {
    const std::size_t hole = rest.find("{}");
    result.append(rest.substr(0, hole)).append(argument);
    rest.remove_prefix(hole + 2);
  }
  return result.append(rest);
}

std::string join(const std::vector<std::string>& items, Phrase separator, Language language) {
  std::string result;
  for (const std::string& item : items) {
    if (!result.empty()) result.append(words(separator, language));
    result.append(item);
  }
  return result;
}

std::optional<Language> parse_language(std::string_view text) {
  if (text == "zh") return Language::chinese;
  if (text == "en") return Language::english;
  return std::nullopt;
}

std::string_view to_string(Language language) {
  return language == Language::chinese ? "zh" : "en";
}

std::string_view label(policy::Verdict verdict, Language language) {
  return verdicts[static_cast<std::size_t>(verdict)][place(language)];
}

std::string_view label(policy::Outcome outcome, Language language) {
  return outcomes[static_cast<std::size_t>(outcome)][place(language)];
}

std::string party_label(std::string_view party, Language language) {
  const policy::Party* known = policy::find_party(party);
  if (known == nullptr) return std::string(party);
  return std::string(language == Language::chinese ? known->zh : known->en);
}

}  // namespace tepei::explain
