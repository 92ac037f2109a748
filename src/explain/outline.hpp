// What an explanation says, before it is text or HTML.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "explain/vocabulary.hpp"
#include "tepei/policy/decision.hpp"

namespace tepei::explain {

// `label：text`, with lines below it. Either may be empty.
struct OutlineLine {
  std::string label;
  std::string text;
  std::vector<OutlineLine> lines;
  bool folds = false;  // whether the lines below can wait until they are asked for
};

// One criterion: `✗ 年龄：不符合` and what led there.
struct OutlineItem {
  policy::Outcome outcome = policy::Outcome::met;
  std::string label;
  std::string word;
  std::string gist;  // what led there in a few words, for those who read no further; may be empty
  std::vector<OutlineLine> lines;
};

// A heading with lines under it.
struct OutlineSection {
  std::string heading;
  std::vector<OutlineLine> lines;
  bool folds = false;  // as a line's
};

struct Outline {
  std::string headline;
  std::optional<policy::Verdict> verdict;  // a decision's
  std::vector<std::string> head;
  std::string items_heading;
  std::vector<OutlineItem> items;
  std::string legend;  // of the marks; empty where none are used
  std::vector<OutlineSection> closing;
};

// The outline as plain text, and as HTML. The items' part is left out where there are none.
std::string page(const Outline& content, Language language);
std::string fragment(const Outline& content, Language language);

Outline outline(const policy::Decision& decision, const Basis& basis, Language language);

// The mark before a criterion: ✓, ~, ?, ✗.
std::string_view mark(policy::Outcome outcome);

// The closing sections: what would settle the verdict, the readings taken, the notes on the facts.
std::vector<OutlineSection> closing(const policy::Decision& decision, const Vocabulary& vocabulary);

// Shared by the lines of a criterion, the closing sections and the short reasons.
std::string fact_list(const std::vector<std::string>& ids, const Vocabulary& vocabulary);
std::string document_list(const std::vector<std::string>& titles, Language language);
// What a value is called and is: `周岁 47`; with where it comes from, unless that is the clause `cite`: `周岁
// 47（推算）`.
std::string value_pair(const policy::ValueRead& value, const Vocabulary& vocabulary);
std::string value_line(const policy::ValueRead& value, const std::string& cite, const Vocabulary& vocabulary);
// What the criterion is called: its label, or its id.
std::string criterion_label(const policy::Finding& finding, const Vocabulary& vocabulary);

}  // namespace tepei::explain
