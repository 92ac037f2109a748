// Every phrase an explanation is made of, in both languages, in one place.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/explain/language.hpp"

namespace tepei::explain {

// The phrases; `{}` in their text stands for what `fill` puts in.
enum class Phrase : std::uint8_t {
  // the head
  verdict_is,
  verdict_left_to,
  track_and_day,
  draft,
  repealed,
  verdict_turns,
  // headings
  criteria,
  to_settle,
  readings_taken,
  fact_notes,
  // a criterion's lines
  clause,
  values,
  missing,
  documents,
  authority,
  reading,
  note,
  no_answer,
  // rules by what they lead to
  required,
  met_if,
  discretionary_if,
  left_open_if,
  excluded_if,
  // the parts of a condition
  all_of,
  any_of,
  none_of,
  branches,
  if_part,
  then_part,
  else_part,
  legend,
  // readings
  turns_on,
  reading_choice,
  // sentences
  left_to,
  left_to_whom,
  lacking,
  lacking_document,
  requirement,
  exclusion,
  no_result,
  cited,
  value_pair,
  derived,
  derived_from,
  // values
  yes,
  no,
  unknown,
  null_value,
  // comparisons and what is compared
  is,
  is_not,
  rank_below,
  rank_at_most,
  rank_above,
  rank_at_least,
  date_before,
  date_by,
  date_after,
  date_from,
  years_of,
  months_of,
  days_of,
  later_by,
  earlier_by,
  full_years,
  one_of,
  not_one_of,
  between,
  starts_with,
  starts_with_one,
  starts_not_with,
  starts_with_none,
  not_between,
  stated,
  not_stated,
  as_of_day,
  reading_of,
  // connectives within a line
  conjunction,
  disjunction,
  negation,
  // punctuation
  colon,
  semicolon,
  list_comma,
  quote,
  title,
  bracket,
  // leave, grades, money
  leave_is,
  leave_days,
  leave_tier,
  leave_capped,
  leave_referred,
  leave_open,
  leave_ends,
  as_below,
  leave_of,
  asked_by,
  leave_block,
  leave_total,
  procedure,
  effects,
  basis,
  fallback,
  other_reading,
  other_tier,
  consent,
  consent_written,
  review,
  review_written,
  approve,
  approve_written,
  file,
  file_written,
  confirm,
  confirm_written,
  decide,
  decide_written,
  copy,
  copy_written,
  publicize,
  publicize_written,
  grade_is,
  grade_reasons,
  grade_scores,
  score_by,
  score_missing,
  attested,
  benefits,
  sanctions,
  certificates,
  conditions,
  issued_by,
  warnings,
  missing_scores,
  other_grade,
  total_is,
  budget_is,
  refund_is,
  amount_open,
  yuan,
  for_time,
  months_long,
  months_and_days,
  grade_unknown,
  funding_items,
  paid_by,
  paid_to,
  paid_unknown,
  with_timing,
  other_total,
  by_payer,
  by_item,
  heads_of,
  unstated_items,
  spent_so_far,
  count
};

// The phrase as it stands.
std::string_view words(Phrase phrase, Language language);

// The phrase with each `{}` replaced by the next argument.
std::string fill(Phrase phrase, Language language, std::initializer_list<std::string_view> arguments);

// The items with the phrase between them.
std::string join(const std::vector<std::string>& items, Phrase separator, Language language);

}  // namespace tepei::explain
