// Any text through the loader of packs: a programme that is written and read again as itself, or problems with places
// in the text; never a crash. What follows a line `---` is a pack of its own, which the first may extend as `a`, `b`, …
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/catalog/catalog.hpp"
#include "tepei/pack/dump.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::fuzz {
namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "pack_load_fuzz: %s\n", what);
  std::abort();
}

std::vector<std::string> parted(std::string_view input) {
  constexpr std::string_view line = "\n---\n";
  std::vector<std::string> texts;
  for (std::size_t end = input.find(line); end != std::string_view::npos; end = input.find(line)) {
    texts.emplace_back(input.substr(0, end));
    input.remove_prefix(end + line.size());
  }
  texts.emplace_back(input);
  return texts;
}

std::string name_of(std::size_t place) {
  return std::string(1, static_cast<char>('a' + (place - 1) % 26));
}

pack::BasePacks bases_of(const std::vector<std::string>& texts) {
  pack::BasePacks bases = catalog::base_packs();
  for (std::size_t i = 1; i < texts.size(); ++i) bases.ids.push_back(name_of(i));
  bases.text = [&texts, built_in = bases.text](std::string_view id) -> std::optional<std::string> {
    for (std::size_t i = 1; i < texts.size(); ++i) {
      if (name_of(i) == id) return texts[i];
    }
    return built_in(id);
  };
  return bases;
}

std::size_t lines_of(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

void check_problems(const Diagnostics& problems, const std::string& text) {
  require(!problems.empty(), "refused without a reason");
  for (const Diagnostic& problem : problems) {
    require(!problem.code.empty() && !problem.message.empty(), "a problem without code or message");
    require(problem.position.has_value(), "a problem without a place");
    require(!problem.file.empty() || problem.position->line <= lines_of(text), "a place beyond the text");
    require(!render(problem).empty(), "a problem that cannot be told");
  }
}

void load_and_check(std::string_view input) {
  const std::vector<std::string> texts = parted(input);
  const pack::BasePacks bases = bases_of(texts);
  const auto programme = pack::load(texts.front(), bases);
  if (!programme) return check_problems(programme.diagnostics(), texts.front());
  const auto again = pack::load(pack::dump(*programme));
  require(again.ok(), "what was written does not load");
  require(again->digest == programme->digest, "what was written is another pack");
  require(pack::canonical(*again) == pack::canonical(*programme), "one digest for two texts");
}

}  // namespace
}  // namespace tepei::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tepei::fuzz::load_and_check({reinterpret_cast<const char*>(data), size});
  return 0;
}
