/// A decision as text for the applicant and the personnel officer.
#pragma once

#include <string>
#include <vector>

#include "tepei/explain/basis.hpp"
#include "tepei/explain/language.hpp"
#include "tepei/policy/decision.hpp"

namespace tepei::explain {

/// The whole answer as plain text of several lines: the verdict, the programme, then every criterion with its outcome,
/// the clause word for word, the values read, the condition with the truth of each part, what is missing and who
/// decides; at the end what would settle an open verdict, the readings taken and the notes on the facts.
///
/// UTF-8, lines end with `\n`, no colours and no columns. Control and invisible characters of the input are shown as
/// `<U+202E>`, bytes that are not UTF-8 as U+FFFD, so that no value can break a line. Never fails. Safe from any
/// thread.
std::string text(const policy::Decision& decision, const Basis& basis, Language language = Language::chinese);

/// One short sentence for each criterion that is not met, undetermined or discretionary, in the order of the text, with
/// its cite: `年龄：周岁 47；要求 周岁 ≤ 45（四（二）1）`. Empty for an eligible person. For a cell of a table; no line
/// breaks. Never fails. Safe from any thread.
std::vector<std::string> reasons(const policy::Decision& decision, const Basis& basis,
                                 Language language = Language::chinese);

}  // namespace tepei::explain
