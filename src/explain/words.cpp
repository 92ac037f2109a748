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

    {Phrase::leave_is, "请假{}：{}", "Leave{}: {}"},
    {Phrase::leave_days, "{}天", " of {} days"},
    {Phrase::leave_tier, "第{}档", "tier {}"},
    {Phrase::leave_capped, "超过累计上限", "beyond the cap on all leaves"},
    {Phrase::leave_referred, "条文未作规定，须由主管机关研究，不作推定",
     "not ruled by the text; the authorities decide, nothing is guessed"},
    {Phrase::leave_open, "暂不能确定", "cannot be determined yet"},
    {Phrase::leave_ends, "无法继续培养：{}", "Training cannot go on: {}"},
    {Phrase::as_below, "按下列程序办理", "to be handled as follows"},
    {Phrase::leave_of, "请假类别：{}；请假人：{}", "Kind: {}; asked by: {}"},
    {Phrase::asked_by, "适用对象：{}", "Role: {}"},
    {Phrase::leave_block, "计算期间：{}至{}", "Counted from {} to {}"},
    {Phrase::leave_total, "连同此前请假，实际请假累计{}天", "With earlier leaves {} days in all"},
    {Phrase::procedure, "办理程序", "What has to be done"},
    {Phrase::effects, "后果", "What follows"},
    {Phrase::basis, "依据", "Where it is written"},
    {Phrase::fallback, "另一文件的规定，仅供参考", "What another text would give, for information only"},
    {Phrase::other_reading, "对条文的另一理解", "Another reading"},
    {Phrase::other_tier, "如按「{}」理解，属第{}档", "read as “{}” it would be tier {}"},
    {Phrase::consent, "{}同意", "consent of the {}"},
    {Phrase::consent_written, "{}书面同意", "written consent of the {}"},
    {Phrase::review, "{}审核同意", "review by the {}"},
    {Phrase::review_written, "{}书面审核同意", "written review by the {}"},
    {Phrase::approve, "{}批准", "approval by the {}"},
    {Phrase::approve_written, "{}书面批准", "written approval by the {}"},
    {Phrase::file, "报{}备案", "filing with the {}"},
    {Phrase::file_written, "书面报{}备案", "written filing with the {}"},
    {Phrase::confirm, "{}确认属实", "confirmation by the {}"},
    {Phrase::confirm_written, "{}书面确认属实", "written confirmation by the {}"},
    {Phrase::decide, "{}确定", "decision of the {}"},
    {Phrase::decide_written, "{}书面确定", "written decision of the {}"},
    {Phrase::copy, "抄送{}", "copy to the {}"},
    {Phrase::copy_written, "书面抄送{}", "written copy to the {}"},
    {Phrase::publicize, "由{}公示", "publication by the {}"},
    {Phrase::publicize_written, "由{}书面公示", "written publication by the {}"},
    {Phrase::grade_is, "结业考核等次：{}", "Grade: {}"},
    {Phrase::grade_reasons, "认定依据", "Why"},
    {Phrase::grade_scores, "各项考核", "Scores"},
    {Phrase::score_by, "{}（{}评定）", "{} (given by the {})"},
    {Phrase::score_missing, "尚缺", "not known yet"},
    {Phrase::attested, "经认定的考核结果", "the attested result"},
    {Phrase::benefits, "享受政策", "Benefits"},
    {Phrase::sanctions, "处理", "Sanctions"},
    {Phrase::certificates, "颁发证书", "Certificates"},
    {Phrase::conditions, "{}（{}）", "{} ({})"},
    {Phrase::issued_by, "{}颁发", "issued by the {}"},
    {Phrase::warnings, "提示", "Mind"},
    {Phrase::missing_scores, "缺少考核结果", "Results missing"},
    {Phrase::other_grade, "如按「{}」理解，等次为{}", "read as “{}” the grade would be {}"},
    {Phrase::total_is, "经费合计：{}", "Total: {}"},
    {Phrase::budget_is, "经费预算：{}", "Budget: {}"},
    {Phrase::refund_is, "退还特培经费（{}）：条文未写明数额",
     "Money to be paid back ({}): the text does not say how much"},
    {Phrase::amount_open, "条文未列金额", "no amount in the text"},
    {Phrase::yuan, "{}元", "{} yuan"},
    {Phrase::for_time, "培养方式：{}；培养时间：{}；考核等次：{}", "Track: {}; trained: {}; grade: {}"},
    {Phrase::months_long, "{}个月", "{} months"},
    {Phrase::months_and_days, "{}个月零{}天", "{} months and {} days"},
    {Phrase::grade_unknown, "未知", "not known"},
    {Phrase::funding_items, "经费项目", "Items"},
    {Phrase::paid_by, "{}，由{}承担", "{}, paid by the {}"},
    {Phrase::paid_to, "{}，由{}拨付{}", "{}, paid by the {} to the {}"},
    {Phrase::paid_unknown, "{}，条文未写明由谁承担", "{}, the text does not say by whom"},
    {Phrase::with_timing, "{}（{}）", "{} ({})"},
    {Phrase::other_total, "如按「{}」理解，合计为{}", "read as “{}” the total would be {}"},
    {Phrase::by_payer, "按付款方和收款方", "By payer and payee"},
    {Phrase::by_item, "按培养方式和项目", "By track and item"},
    {Phrase::heads_of, "{}，{}人：{}", "{}, {} trainees: {}"},
    {Phrase::unstated_items, "另有{}项条文未列金额", "and {} items without an amount in the text"},
    {Phrase::spent_so_far, "已为其支出：{}", "Spent so far: {}"},
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
