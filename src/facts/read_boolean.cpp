// Yes and no.
#include <array>
#include <string>

#include "facts/normal_text.hpp"
#include "facts/read_kind.hpp"
#include "facts/refusal.hpp"

namespace tepei::facts {
namespace {

struct Word {
  std::string_view text;
  bool truth;
  bool has_or_not = false;
};

constexpr std::array<Word, 10> words = {{{"是", true},
                                         {"否", false},
                                         {"true", true},
                                         {"false", false},
                                         {"1", true},
                                         {"0", false},
                                         {"yes", true},
                                         {"no", false},
                                         {"有", true, true},
                                         {"无", false, true}}};

// 无 in a column headed 无不良嗜好 may say "no bad habits" or "no".
bool is_negative_label(const FactDefinition& fact) {
  return std::string_view(fact.label).substr(0, 3) == "无";
}

}  // namespace

Result<CellReading> read_boolean(const FactDefinition& fact, std::string_view text, const Value& given) {
  const std::string key = folded(text);
  for (const auto& word : words) {
    if (word.text != key) continue;
    if (word.has_or_not && is_negative_label(fact)) {
      return refusal(fact, "not_yes_or_no", given, expectation(fact),
                     "under this heading the word may mean either; write `是` or `否`");
    }
    return CellReading{word.truth, false, {}, {}};
  }
  return refusal(fact, "not_yes_or_no", given, expectation(fact),
                 blank_help(text, "write `是` or `否`, `true` or `false`, `yes` or `no`, `1` or `0`"));
}

}  // namespace tepei::facts
