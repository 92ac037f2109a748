#include "explain/answer_outline.hpp"
#include "tepei/explain/answers.hpp"

namespace tepei::explain {

namespace {

using policy::Budget;
using policy::Entitlement;
using policy::FundingLine;
using policy::FundingSchedule;
using policy::Refund;

std::string grade_label(const FundingSchedule& schedule, const std::string& id, const AnswerOutline& outline) {
  if (id.empty()) return outline.word(Phrase::grade_unknown);
  static const std::vector<policy::Term> standard{{"excellent", {"优秀", "excellent"}, {}},
                                                  {"qualified", {"合格", "qualified"}, {}},
                                                  {"unqualified", {"不合格", "unqualified"}, {}},
                                                  {"not_assessed", {"未考核", "not assessed"}, {}}};
  const auto& grades = schedule.definition().grades;
  return term_label(grades.empty() ? standard : grades, id, outline.language());
}

// 33,000.00元，由自治区人才开发基金拨付培养单位
std::string payment(const std::string& amount, const std::string& payer, const std::string& payee,
                    const AnswerOutline& outline) {
  if (payer.empty()) return outline.fill(Phrase::paid_unknown, {amount});
  if (payee.empty()) return outline.fill(Phrase::paid_by, {amount, payer});
  return outline.fill(Phrase::paid_to, {amount, payer, payee});
}

OutlineLine item_line(const FundingLine& line, const AnswerOutline& outline) {
  OutlineLine result{outline.in_language(line.label), {}, {}};
  result.text = payment(money_or_none(line.amount, outline.language()), outline.in_language(line.payer_label),
                        outline.in_language(line.payee_label), outline);
  if (const std::string timing = outline.in_language(line.timing_label); !timing.empty()) {
    result.text = outline.fill(Phrase::with_timing, {result.text, timing});
  }
  if (!line.cite.empty()) {
    const std::string quoted = line.text.empty() ? std::string() : outline.fill(Phrase::quote, {line.text});
    result.lines.push_back({outline.word(Phrase::clause), line.cite + quoted, {}});
  }
  for (const policy::LocalText& note : line.notes) {
    result.lines.push_back({outline.word(Phrase::note), outline.in_language(note), {}});
  }
  result.folds = true;
  return result;
}

std::vector<OutlineLine> item_lines(const std::vector<FundingLine>& items, const AnswerOutline& outline) {
  std::vector<OutlineLine> lines;
  lines.reserve(items.size());
  for (const FundingLine& item : items) lines.push_back(item_line(item, outline));
  return lines;
}

std::string track_label(const FundingSchedule& schedule, const std::string& id, Language language) {
  for (const policy::Track& track : schedule.text().tracks) {
    if (track.id == id) return track.label.in(language == Language::chinese);
  }
  return id;
}

Outline outline_of(const Entitlement& entitlement, const FundingSchedule& schedule, Language language) {
  AnswerOutline outline(entitlement.heading, language);
  outline.headline(outline.fill(Phrase::total_is, {money_or_none(entitlement.total, language)}));
  const std::string months = entitlement.months.to_plain_string();
  const std::string time = entitlement.days == 0
                               ? outline.fill(Phrase::months_long, {months})
                               : outline.fill(Phrase::months_and_days, {months, std::to_string(entitlement.days)});
  outline.head(outline.fill(Phrase::for_time, {track_label(schedule, entitlement.track, language), time,
                                               grade_label(schedule, entitlement.grade, outline)}));
  outline.section(Phrase::funding_items, item_lines(entitlement.items, outline));
  std::vector<std::string> readings;
  readings.reserve(entitlement.reading_effects.size());
  for (const policy::FundingEffect& effect : entitlement.reading_effects) {
    readings.push_back(
        outline.fill(Phrase::other_total, {option_label(schedule.text(), effect.reading, effect.option, language),
                                           money_or_none(effect.total, language)}));
  }
  outline.section(Phrase::other_reading, readings);
  return std::move(outline).take();
}

Outline outline_of(const Budget& budget, const FundingSchedule& schedule, Language language) {
  AnswerOutline outline(budget.heading, language);
  outline.headline(outline.fill(Phrase::budget_is, {money_or_none(budget.total, language)}));
  std::vector<std::string> sums;
  for (const policy::BudgetSum& sum : budget.sums) {
    std::string line = payment(money_or_none(sum.amount, language), outline.in_language(sum.payer_label),
                               outline.in_language(sum.payee_label), outline);
    if (sum.amount && sum.unstated > 0) {
      line += outline.word(Phrase::semicolon) + outline.fill(Phrase::unstated_items, {std::to_string(sum.unstated)});
    }
    sums.push_back(std::move(line));
  }
  outline.section(Phrase::by_payer, sums);
  std::vector<OutlineLine> tracks;
  for (const auto& [track, heads] : budget.heads) {
    OutlineLine line{{}, {}, {}};
    std::optional<Decimal> total;
    for (const policy::BudgetRow& row : budget.rows) {
      if (row.track != track) continue;
      line.lines.push_back(
          {term_label(schedule.definition().items, row.item, language), money_or_none(row.amount, language), {}});
      if (row.amount) total = total ? Decimal::add(*total, *row.amount) : row.amount;
    }
    line.text = outline.fill(Phrase::heads_of, {track_label(schedule, track, language), std::to_string(heads),
                                                money_or_none(total, language)});
    tracks.push_back(std::move(line));
  }
  outline.section(Phrase::by_item, std::move(tracks));
  return std::move(outline).take();
}

Outline outline_of(const Refund& refund, const FundingSchedule& schedule, Language language) {
  AnswerOutline outline(refund.heading, language);
  outline.headline(outline.fill(Phrase::refund_is, {outline.in_language(refund.cause_label)}));
  outline.head(track_label(schedule, refund.track, language));
  outline.head(outline.fill(Phrase::spent_so_far, {money_or_none(refund.spent, language)}));
  outline.section(Phrase::funding_items, item_lines(refund.items, outline));
  std::vector<std::string> consequences;
  consequences.reserve(refund.consequences.size());
  for (const policy::Term& term : refund.consequences) consequences.push_back(outline.in_language(term.label));
  outline.section(Phrase::effects, consequences);
  outline.clause(refund.cite, refund.text);
  outline.notes(Phrase::note, refund.notes);
  return std::move(outline).take();
}

}  // namespace

std::string text(const Entitlement& entitlement, const FundingSchedule& schedule, Language language) {
  return page(outline_of(entitlement, schedule, language), language);
}

std::string html(const Entitlement& entitlement, const FundingSchedule& schedule, Language language) {
  return fragment(outline_of(entitlement, schedule, language), language);
}

std::string text(const Budget& budget, const FundingSchedule& schedule, Language language) {
  return page(outline_of(budget, schedule, language), language);
}

std::string html(const Budget& budget, const FundingSchedule& schedule, Language language) {
  return fragment(outline_of(budget, schedule, language), language);
}

std::string text(const Refund& refund, const FundingSchedule& schedule, Language language) {
  return page(outline_of(refund, schedule, language), language);
}

std::string html(const Refund& refund, const FundingSchedule& schedule, Language language) {
  return fragment(outline_of(refund, schedule, language), language);
}

}  // namespace tepei::explain
