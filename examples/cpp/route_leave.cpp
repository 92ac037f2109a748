// A leave routed: who consents, who approves, who is told, what follows from it, and the clause it rests on.
//
//   route_leave DAYS [KIND [ROLE [POLICY]]]
//
// KIND is sick or personal, ROLE trainee or group_leader; both may be given in Chinese (病假, 学员). Exit code 0:
// the text says who decides; 1: it does not (the answer says what is missing); 2: the call cannot be used.
#include <iostream>
#include <string>
#include <tepei/explain/answers.hpp>
#include <tepei/tepei.hpp>
#include <vector>

namespace {

using tepei::policy::RouteOutcome;

// What a program does with a route: it opens a task for each act, in the order of the text.
void print_tasks(const tepei::policy::LeaveRoute& route) {
  std::cout << "\n待办事项\n";
  for (const auto& act : route.acts) {
    std::cout << "    " << to_string(act.kind) << ' ' << act.party << (act.written ? " (written)" : "") << '\n';
  }
  for (const auto& effect : route.effects) std::cout << "    effect " << effect << '\n';
}

int route(const std::string& policy, const tepei::policy::LeaveQuestion& question) {
  const auto programme = tepei::programme(policy);
  if (!programme) {
    std::cerr << tepei::render(programme.diagnostics()) << '\n';
    return 2;
  }
  const auto& ladder = *programme->leave;  // every built-in programme has one; a pack of one's own may leave it out
  const auto answer = ladder.route(question);
  if (!answer) {
    std::cerr << tepei::render(answer.diagnostics()) << '\n';
    return 2;
  }
  std::cout << tepei::explain::text(*answer, ladder);
  if (answer->outcome != RouteOutcome::routed) return 1;
  print_tasks(*answer);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty() || words.size() > 4) {
    std::cerr << "usage: route_leave DAYS [KIND [ROLE [POLICY]]]\n";
    return 2;
  }
  // Days are exact decimals: half a day is 0.5, and ten and a half are more than ten.
  const auto days = tepei::Decimal::parse(words[0]);
  if (!days) {
    std::cerr << tepei::render(days.diagnostics()) << '\n';
    return 2;
  }
  tepei::policy::LeaveQuestion question;
  question.days = *days;
  if (words.size() > 1) question.kind = words[1];
  if (words.size() > 2) question.role = words[2];
  return route(words.size() > 3 ? words[3] : "liaoning-2025-draft", question);
}
