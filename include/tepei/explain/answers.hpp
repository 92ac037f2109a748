/// Routes, grades and money explained: as text, as HTML, as JSON.
///
/// As with decisions, text is UTF-8 with lines that end with `\n`; HTML is one `<div>` for a page or notebook; JSON has
/// the keys of the structs, enumerations by id, exact decimals as numbers where they are whole and below 2^53 and as
/// texts elsewhere, what is not known as null. Nothing here fails; all of it is safe from any thread.
#pragma once

#include <string>

#include "tepei/explain/language.hpp"
#include "tepei/policy/act.hpp"
#include "tepei/policy/assessment.hpp"
#include "tepei/policy/funding.hpp"
#include "tepei/policy/leave.hpp"

namespace tepei::explain {

/// Who grants a leave. The ladder gives the words; `route` may be of another one, whose names are then shown as ids.
std::string text(const policy::LeaveRoute& route, const policy::ApprovalLadder& ladder,
                 Language language = Language::chinese);
std::string html(const policy::LeaveRoute& route, const policy::ApprovalLadder& ladder,
                 Language language = Language::chinese);
std::string to_json(const policy::LeaveRoute& route, int indent = -1);

/// A grade with what follows from it.
std::string text(const policy::GradeAnswer& answer, const policy::Assessment& assessment,
                 Language language = Language::chinese);
std::string html(const policy::GradeAnswer& answer, const policy::Assessment& assessment,
                 Language language = Language::chinese);
std::string to_json(const policy::GradeAnswer& answer, int indent = -1);

/// What is paid for one trainee.
std::string text(const policy::Entitlement& entitlement, const policy::FundingSchedule& schedule,
                 Language language = Language::chinese);
std::string html(const policy::Entitlement& entitlement, const policy::FundingSchedule& schedule,
                 Language language = Language::chinese);
std::string to_json(const policy::Entitlement& entitlement, int indent = -1);

/// What a cohort costs.
std::string text(const policy::Budget& budget, const policy::FundingSchedule& schedule,
                 Language language = Language::chinese);
std::string html(const policy::Budget& budget, const policy::FundingSchedule& schedule,
                 Language language = Language::chinese);
std::string to_json(const policy::Budget& budget, int indent = -1);

/// What is to be paid back.
std::string text(const policy::Refund& refund, const policy::FundingSchedule& schedule,
                 Language language = Language::chinese);
std::string html(const policy::Refund& refund, const policy::FundingSchedule& schedule,
                 Language language = Language::chinese);
std::string to_json(const policy::Refund& refund, int indent = -1);

/// What a party does: 培养单位批准, `written consent of the sending unit`.
std::string act_text(const policy::Act& act, Language language = Language::chinese);

/// Yuan to the fen with thousands separators: 33,000.00元, `33,000.00 yuan`.
std::string money(const Decimal& yuan, Language language = Language::chinese);

}  // namespace tepei::explain
