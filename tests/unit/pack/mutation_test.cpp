// Whatever happens to a pack's bytes or values, the loader neither crashes nor stays silent.
#include <rapidcheck/boost_test.h>
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "pack/cursor.hpp"
#include "pack/parse.hpp"
#include "tepei/pack/dump.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::pack {

namespace {

std::string read_text(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(std::string(TEPEI_SOURCE_DIR) + "/" + path, std::ios::binary).rdbuf();
  return text.str();
}

const std::string& real_pack() {
  static const std::string text = read_text("src/catalog/packs/inner-mongolia-2025.json");
  return text;
}

const std::string& whole_pack() {
  static const std::string text = read_text("tests/packs/every-section.json");
  return text;
}

std::size_t lines_of(const std::string& text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// A pack, or reasons with places in the text; what loads is the same after being written and read again.
void check_answer(const std::string& text) {
  const auto programme = load(text);
  if (programme) {
    const auto again = load(dump(*programme));
    RC_ASSERT(again.ok());
    RC_ASSERT(again->digest == programme->digest);
    return;
  }
  RC_ASSERT(!programme.diagnostics().empty());
  for (const Diagnostic& problem : programme.diagnostics()) {
    RC_ASSERT(!problem.code.empty());
    RC_ASSERT(!problem.message.empty());
    RC_ASSERT(problem.position.has_value());
    RC_ASSERT(problem.position->line <= lines_of(text));
  }
}

std::size_t any_offset(const std::string& text) {
  return *rc::gen::inRange<std::size_t>(0, text.size());
}

std::string with_bytes_changed(std::string text) {
  const int changes = *rc::gen::inRange(1, 6);
  for (int i = 0; i < changes; ++i) {
    const std::size_t at = any_offset(text);
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        text[at] = *rc::gen::arbitrary<char>();
        break;
      case 1:
        text.erase(at, *rc::gen::inRange<std::size_t>(1, 20));
        break;
      case 2:
        text.insert(at, 1, *rc::gen::elementOf(std::string("{}[],:\"\\0e-.tnu \n/\x01\x80\xFF")));
        break;
      default:
        text.insert(at, text.substr(any_offset(text), *rc::gen::inRange<std::size_t>(1, 200)));
        break;
    }
  }
  return text;
}

// The text of a value without parts, or of a key, that begins at `place`.
std::string_view token_at(const std::string& text, const Place& place) {
  Cursor cursor(text, 0);
  cursor.to(place.offset);
  return cursor.over_token();
}

// Another value in the place of one, another key in the place of one: still JSON, and so a matter of the structure.
std::string with_a_token_changed(const std::string& text, const Tree& tree) {
  const auto any_place = [&] {
    const Node& node = tree.at(*rc::gen::inRange<NodeId>(1, static_cast<NodeId>(tree.nodes.size())));
    const bool scalar = node.kind != NodeKind::object && node.kind != NodeKind::array;
    const bool member = tree.at(node.parent).kind == NodeKind::object;
    const bool key = member && (!scalar || *rc::gen::arbitrary<bool>());
    return std::pair<bool, Place>(key, key ? node.key_place : node.place);
  };
  const auto [key, place] = any_place();
  const std::string_view old_token = token_at(text, place);
  static const std::vector<std::string> values{"null", "0",   "-1.5e3", "\"\"",  "\"x y\"",        "[]",
                                               "{}",   "[1]", "true",   "\"1\"", "{\"zh\":\"x\"}", "\"not_met\""};
  std::string new_token = *rc::gen::elementOf(values);
  if (key)
    new_token = *rc::gen::element<std::string>("\"id\"", "\"label\"", "\"x\"", "\"rules\"", "\"\"", "\"otherwise\"");
  if (*rc::gen::arbitrary<bool>()) {
    const auto [other_key, other] = any_place();
    const std::string_view token = token_at(text, other);
    if ((key && other_key) || (!key && token != "{" && token != "[")) new_token = std::string(token);
  }
  if (old_token == "{" || old_token == "[") return text;
  std::string changed = text;
  return changed.replace(place.offset, old_token.size(), new_token);
}

Tree tree_of(const std::string& text) {
  Problems problems(10);
  return *parse(text, {}, problems);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mutation)

RC_BOOST_PROP(bytes_of_the_real_pack_may_change, ()) {
  check_answer(with_bytes_changed(real_pack()));
}

RC_BOOST_PROP(bytes_of_a_pack_with_every_section_may_change, ()) {
  check_answer(with_bytes_changed(whole_pack()));
}

RC_BOOST_PROP(the_real_pack_may_break_off, ()) {
  const std::string text = real_pack().substr(0, any_offset(real_pack()));
  const auto programme = load(text);
  // Nothing is lost but the newline at the end.
  RC_ASSERT(programme.ok() == (text.size() + 1 == real_pack().size()));
  check_answer(text);
}

RC_BOOST_PROP(values_and_keys_of_the_real_pack_may_change, ()) {
  static const Tree tree = tree_of(real_pack());
  check_answer(with_a_token_changed(real_pack(), tree));
}

RC_BOOST_PROP(values_and_keys_of_a_pack_with_every_section_may_change, ()) {
  static const Tree tree = tree_of(whole_pack());
  check_answer(with_a_token_changed(whole_pack(), tree));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace tepei::pack
