/// Who pays what for a trainee, as it is written down.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tepei/policy/instrument.hpp"
#include "tepei/value/decimal.hpp"

namespace tepei::policy {

/// What a rate is for.
enum class RatePer : std::uint8_t {
  year,  ///< charged in full for the one-year term, however much of it was trained
  month  ///< by the months actually trained
};

std::string_view to_string(RatePer per);
std::optional<RatePer> parse_rate_per(std::string_view text);

/// How a part of a month counts.
enum class MonthCount : std::uint8_t {
  by_day,       ///< as many thirtieths of the rate as days
  whole_months  ///< not at all
};

std::string_view to_string(MonthCount count);
std::optional<MonthCount> parse_month_count(std::string_view text);

/// One item of one track: the rule `funding.<track>.<item>`.
struct FundingItem {
  std::string item;               ///< id of one of the definition's items
  std::optional<Decimal> amount;  ///< yuan a head; nothing where the text gives none
  RatePer per = RatePer::year;
  std::string payer;                   ///< a party, or one of the definition's payers; empty where the text names none
  std::string payee;                   ///< a party or payer; empty where the text names none
  std::string timing;                  ///< id of one of the definition's timings; empty where the text gives none
  std::vector<std::string> earned_by;  ///< grades that earn it; empty: whatever the grade
  std::vector<std::string> flags;      ///< what to mind, by id: `in_kind`
  std::string clause;
  LocalText note;  ///< said in the answer
};

/// The items of one track, in the order of the text.
struct TrackFunding {
  std::string track;
  std::vector<FundingItem> items;
};

/// When money is to be paid back: the rule `funding.refund`.
struct RefundRule {
  std::vector<Term> causes;
  std::vector<Term> consequences;  ///< what else follows: 取消培养资格, 通报批评
  std::vector<std::string> items;  ///< which items the text may mean; it does not say how much
  std::string clause;
  LocalText note;
};

/// Everything a funding schedule is made from.
struct FundingDefinition {
  std::string clause;
  Decimal term_months = 12;
  std::vector<Term> items;
  std::vector<Term> payers;   ///< funds, beside the parties
  std::vector<Term> timings;  ///< when something is paid
  std::vector<Term> grades;   ///< empty: those of the contract (excellent, qualified, unqualified, not_assessed)
  std::vector<TrackFunding> tracks;
  MonthCount month_count = MonthCount::by_day;
  std::string month_reading;  ///< id of a reading with the options `by_day` and `whole_months`; goes before
                              ///< `month_count`; may be empty
  std::optional<RefundRule> refund;
};

/// The rules of a definition with the clause each carries: `funding.outside.tuition_and_board` and `7.s3a`. Clauses
/// name them in `rules`.
std::vector<std::pair<std::string, std::string>> rules_of(const FundingDefinition& definition);

}  // namespace tepei::policy
