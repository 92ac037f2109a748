/// Leaves routed, trainees graded and funded by the table: columns in, the answers of the single calls as columns out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tepei/batch/arrow.hpp"
#include "tepei/batch/check_table.hpp"
#include "tepei/batch/table_report.hpp"
#include "tepei/explain/language.hpp"
#include "tepei/facts/reading.hpp"
#include "tepei/policy/assessment.hpp"
#include "tepei/policy/funding.hpp"
#include "tepei/policy/leave.hpp"
#include "tepei/value/result.hpp"

namespace tepei::batch {

/// How a table of questions is read and what is wanted of it.
struct AnswerTableOptions {
  std::vector<std::string> columns;                         ///< the result's columns, in this order; empty: all of them
  std::size_t max_errors = 10'000;                          ///< errors listed; beyond it they are only counted
  facts::Strictness strictness = facts::Strictness::typed;  ///< as `TableOptions` has it
  ExtraColumns extra_columns = ExtraColumns::refuse;
  explain::Language language = explain::Language::chinese;  ///< of `reasons`
};

// What the three have in common. Every row is one question; a column holds one part of it and is found by id, Chinese
// label or heading, and `name` (姓名) is carried. What has no column is taken from `otherwise`, the same for all rows;
// a cell without a value (null, blank, NaN) is a part that was not given. The types a column may have, ownership of
// `in` and `out`, the stream's own errors and threads are as `check_stream` has them, and so is a row that cannot be
// answered: null in every column of the result, with each problem of its cells, or of its question as the single call
// words it, among the report's errors. Equal questions are asked once while a bounded memory of answers lasts.

/// Who grants the leave of each row. Columns: `days` 请假天数, or `first` 开始日期 and `last` 结束日期; `kind`
/// 请假种类, `role` 角色. Result: `outcome` (dictionary), `tier` (int32), `rule`, `acts` (list of struct of `kind`,
/// `party`, `written`), `effects`, `cite`, `missing_documents` (lists of text), `reading_sensitive`. Errors: those of
/// `check_stream` that are about tables; of a row, those of `ApprovalLadder::route`.
Result<TableReport> route_table(const policy::ApprovalLadder& ladder, const policy::LeaveQuestion& otherwise,
                                ArrowArrayStream* in, ArrowArrayStream* out, const AnswerTableOptions& options = {});

/// The grade of each row's trainee. Columns: the score keys of all roles; `role` 角色, `violations` 违规情形 (ids or
/// labels, parted by `;`, `；`, `,`, `，` or `、`), `interrupted` 培养中断, `attested` 认定等次. A score that is known
/// must be the role's. Where it is not known whether training was interrupted, and it matters, the grade is
/// undetermined and `missing` names `interrupted`. Result: `grade` (dictionary), `benefits`, `sanctions`,
/// `certificates`, `missing`, `missing_documents`, `reasons`, `warnings` (lists of text), `reading_sensitive`. Errors:
/// those of `check_stream` that are about tables, and of a schema that the programme's score keys cannot make; of a
/// row, those of `Assessment::grade`.
Result<TableReport> grade_table(const policy::Assessment& assessment, const policy::GradeQuestion& otherwise,
                                ArrowArrayStream* in, ArrowArrayStream* out, const AnswerTableOptions& options = {});

/// What is paid for each row's trainee. Columns: `track` 项目类别, `months` 培养月数, or `first` 开始日期 and `last`
/// 结束日期; `grade` 结业考核等次. As in the single call, no months and no dates are the whole term, and no grade is
/// one not yet known. Result: one decimal128(38, 2) in yuan for each item of the programme, null where the text gives
/// no amount; `total`; `whole_term` (whether neither months nor dates were given), `flags` (list of `item: flag`),
/// `reading_sensitive`. Errors: those of `check_stream` that are about tables; of a row, those of
/// `FundingSchedule::entitlement`.
Result<TableReport> entitlement_table(const policy::FundingSchedule& schedule, const policy::FundingQuestion& otherwise,
                                      ArrowArrayStream* in, ArrowArrayStream* out,
                                      const AnswerTableOptions& options = {});

}  // namespace tepei::batch
