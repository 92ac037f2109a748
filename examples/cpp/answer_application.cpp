// An application form answered: every criterion with its clause, what is missing, and the fields that cannot be read.
//
//   answer_application FORM [POLICY [TRACK [AS_OF]]]
//
// FORM is a text file of lines `field = content` (see examples/forms), or - for standard input. Fields may be named by
// id, by Chinese label or by the headings people use. Exit code 0: answered; 1: answered, but some fields could not be
// read; 2: the call cannot be used.
#include <array>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <string>
#include <tepei/tepei.hpp>
#include <utility>
#include <vector>

namespace {

using tepei::explain::Language;

// In the order of the outcomes: met, discretionary (somebody decides), undetermined (something is missing), not met.
constexpr std::array<const char*, 4> marks{"✓", "~", "?", "✗"};

using Form = std::vector<std::pair<std::string, std::string>>;

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r");
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// The fields as they are written: what they mean is the library's business.
Form read_form(std::istream& in) {
  Form form;
  for (std::string line; std::getline(in, line);) {
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    const auto sign = line.find('=');
    form.emplace_back(trimmed(line.substr(0, sign)), sign == std::string::npos ? "" : trimmed(line.substr(sign + 1)));
  }
  return form;
}

// Sets every field that can be read and explains those that cannot: they stay unknown, which is neither no nor zero.
// `as_written`: on a form, digits are a number.
std::size_t fill(tepei::Facts& facts, const Form& form) {
  std::size_t bad = 0;
  for (const auto& [field, content] : form) {
    const auto set = facts.set(field, content, tepei::Strictness::as_written);
    if (set) continue;
    if (bad++ == 0) std::cout << "以下栏目无法读取，按未填写处理：\n";
    for (const auto& problem : set.diagnostics()) {
      std::cout << "  " << field << "：" << problem.message << '\n';
      if (!problem.help.empty()) std::cout << "    " << problem.help << '\n';
    }
  }
  if (bad > 0) std::cout << '\n';
  return bad;
}

// `reasons` has one sentence for each finding that is not met, undetermined or discretionary, in their order.
void print(const tepei::Decision& decision, const tepei::Programme& programme) {
  std::cout << "结论：" << tepei::explain::label(decision.verdict, Language::chinese) << '\n';
  const auto reasons = tepei::explain::reasons(decision, programme);
  auto reason = reasons.begin();
  for (const auto& finding : decision.findings) {
    std::cout << marks[static_cast<std::size_t>(finding.outcome)] << ' ';
    if (finding.outcome == tepei::Outcome::met) {
      std::cout << finding.label.zh << "（" << finding.cite << "）\n";
    } else {
      std::cout << *reason++ << "\n    条文：" << finding.text << '\n';
    }
    for (const auto& other : finding.readings) {  // the text can be read in another way, and then this changes
      std::cout << "    如按 " << other.reading << " = " << other.option << " 理解，本项为“"
                << tepei::explain::label(other.outcome, Language::chinese) << "”\n";
    }
  }
}

// Errors are values: nothing is thrown, and each step says what was wrong with it.
int answer(const Form& form, const std::string& policy, const std::string& track, const std::string& day) {
  const auto programme = tepei::programme(policy);
  const auto as_of = tepei::Date::parse(day);
  if (!programme || !as_of) {
    std::cerr << tepei::render(programme ? as_of.diagnostics() : programme.diagnostics()) << '\n';
    return 2;
  }
  auto facts = programme->facts();
  const auto bad = fill(facts, form);
  const auto decision = programme->eligibility.check(facts, {track, *as_of, {}});
  if (!decision) {
    std::cerr << tepei::render(decision.diagnostics()) << '\n';
    return 2;
  }
  print(*decision, *programme);
  return bad == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty() || words.size() > 4) {
    std::cerr << "usage: answer_application FORM [POLICY [TRACK [AS_OF]]]\n";
    return 2;
  }
  const auto word = [&](std::size_t place, const char* otherwise) {
    return place < words.size() ? words[place] : std::string(otherwise);
  };
  std::ifstream file(words[0]);
  if (words[0] != "-" && !file) {
    std::cerr << words[0] << " cannot be read\n";
    return 2;
  }
  const auto form = read_form(words[0] == "-" ? std::cin : file);
  return answer(form, word(1, "inner-mongolia-2025"), word(2, "outside"), word(3, "2025-03-21"));
}
