#include "pack/parse.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "pack/cursor.hpp"
#include "pack/syntax_error.hpp"
#include "value/text_characters.hpp"

namespace tepei::pack {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t content_begin(std::string_view json) {
  return json.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
}

Diagnostic problem_at(const Place& place, std::string code, std::string message, std::string help = {}) {
  Diagnostic problem{std::move(code), std::move(message), std::move(help)};
  problem.position = place.position;
  return problem;
}

// Builds the tree from the events of nlohmann's parser, whose interface names these functions.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view json, std::size_t begin, const LoadLimits& limits, Problems& problems)
      : json_(json), begin_(begin), cursor_(json, begin), limits_(limits), problems_(problems) {}

  bool null() { return add_token(NodeKind::null) != nullptr; }
  bool boolean(bool value) {
    Node* node = add_token(NodeKind::boolean);
    if (node != nullptr) node->boolean = value;
    return node != nullptr;
  }
  bool number_integer(std::int64_t /*value*/) { return add_number(); }
  bool number_unsigned(std::uint64_t /*value*/) { return add_number(); }
  bool number_float(double /*value*/, const std::string& /*text*/) { return add_number(); }
  bool string(std::string& content) {
    Node* node = add_token(NodeKind::string);
    if (node != nullptr) node->text = std::move(content);
    return node != nullptr;
  }
  bool binary(std::vector<std::uint8_t>& /*content*/) { return false; }  // JSON text has none

  bool start_object(std::size_t /*size*/) { return open(NodeKind::object); }
  bool start_array(std::size_t /*size*/) { return open(NodeKind::array); }
  bool key(std::string& content) {
    cursor_.to_token();
    key_place_ = cursor_.place();
    cursor_.over_token();
    key_ = std::move(content);
    return true;
  }
  bool end_object() {
    refuse_duplicates(open_.back());
    return close();
  }
  bool end_array() { return close(); }

  bool parse_error(std::size_t bytes_read, const std::string& last_read, const nlohmann::detail::exception& error) {
    const bool complete = open_.empty() && !tree_.nodes.empty();
    SyntaxError found =
        describe(json_, {cursor_.place().offset, bytes_read + begin_, last_read, error.what(), complete});
    Cursor cursor(json_, begin_);
    cursor.to(found.offset);
    found.problem.position = cursor.place().position;
    if (found.at_end && !open_.empty()) found.problem.help = unclosed(tree_.at(open_.back()));
    problems_.add(std::move(found.problem));
    return false;
  }

  Tree take() && { return std::move(tree_); }

 private:
  static std::string unclosed(const Node& node) {
    const std::string bracket = node.kind == NodeKind::object ? "`{`" : "`[`";
    return "the " + bracket + " of line " + std::to_string(node.place.position.line) + ", column " +
           std::to_string(node.place.position.column) + " is not closed";
  }

  // Adds a node at the cursor, which has been moved to its token; nothing where there are too many.
  Node* add(NodeKind kind) {
    cursor_.to_token();
    if (tree_.nodes.size() >= limits_.max_values) {
      problems_.add(problem_at(cursor_.place(), "pack.json.too_many_values",
                               "a pack holds at most " + std::to_string(limits_.max_values) + " values"));
      return nullptr;
    }
    const auto id = static_cast<NodeId>(tree_.nodes.size());
    Node node;
    node.kind = kind;
    node.place = cursor_.place();
    if (!open_.empty()) {
      Node& parent = tree_.nodes[open_.back()];
      node.parent = node.written_parent = open_.back();
      node.index = node.written_index = parent.items.size();
      parent.items.push_back(id);
      if (parent.kind == NodeKind::object) {
        node.key = std::move(key_);
        node.key_place = key_place_;
      }
    }
    tree_.nodes.push_back(std::move(node));
    return &tree_.nodes.back();
  }

  Node* add_token(NodeKind kind) {
    Node* node = add(kind);
    if (node != nullptr) cursor_.over_token();
    return node;
  }

  bool add_number() {
    Node* node = add(NodeKind::number);
    if (node != nullptr) node->text = std::string(cursor_.over_token());
    return node != nullptr;
  }

  bool open(NodeKind kind) {
    if (add_token(kind) == nullptr) return false;
    open_.push_back(static_cast<NodeId>(tree_.nodes.size() - 1));
    if (open_.size() <= limits_.max_depth) return true;
    problems_.add(problem_at(tree_.nodes.back().place, "pack.json.too_deep",
                             "a pack is nested at most " + std::to_string(limits_.max_depth) + " levels deep"));
    return false;
  }

  bool close() {
    cursor_.to_token();
    cursor_.over_token();
    open_.pop_back();
    return true;
  }

  void refuse_duplicates(NodeId object) {
    std::vector<NodeId> members = tree_.at(object).items;
    std::sort(members.begin(), members.end(), [this](NodeId left, NodeId right) {
      const int order = tree_.at(left).key.compare(tree_.at(right).key);
      return order != 0 ? order < 0 : left < right;
    });
    for (std::size_t i = 1; i < members.size(); ++i) {
      const Node& first = tree_.at(members[i - 1]);
      const Node& again = tree_.at(members[i]);
      if (first.key != again.key) continue;
      Diagnostic problem = problem_at(again.key_place, "pack.json.duplicate_key",
                                      "the key " + tepei::quoted(again.key) + " stands twice in one object",
                                      "the one before is in line " + std::to_string(first.key_place.position.line));
      if (!problems_.full()) problem.path = tree_.pointer(members[i]);
      problems_.add(std::move(problem));
    }
  }

  std::string_view json_;
  std::size_t begin_;
  Cursor cursor_;
  const LoadLimits& limits_;
  Problems& problems_;
  Tree tree_;
  std::vector<NodeId> open_;  // objects and arrays not yet closed, outermost first
  std::string key_;
  Place key_place_;
};

// Checked before parsing, so that the place told is the first wrong byte wherever it stands.
bool is_utf8(std::string_view json, std::size_t begin, Problems& problems) {
  for (std::size_t at = begin; at < json.size();) {
    if (static_cast<unsigned char>(json[at]) < 0x80) {
      ++at;
      continue;
    }
    const Character character = character_at(json, at);
    if (!character.code_point) {
      Cursor cursor(json, begin);
      cursor.to(at);
      problems.add(problem_at(cursor.place(), "pack.json.invalid_utf8",
                              "the byte " + visible_text(character) + " is not UTF-8", "save the file as UTF-8"));
      return false;
    }
    at += character.bytes.size();
  }
  return true;
}

}  // namespace

std::optional<Tree> parse(std::string_view json, const LoadLimits& limits, Problems& problems) {
  if (json.size() > limits.max_bytes) {
    problems.add(
        problem_at({}, "pack.json.too_large", "a pack has at most " + std::to_string(limits.max_bytes) + " bytes"));
    return std::nullopt;
  }
  const std::size_t begin = content_begin(json);
  if (!is_utf8(json, begin, problems)) return std::nullopt;
  if (json.find_first_not_of(" \t\r\n", begin) == std::string_view::npos) {
    problems.add(problem_at({}, "pack.json.empty", "there is nothing in it", "a pack is a JSON object (docs/pack.md)"));
    return std::nullopt;
  }
  TreeBuilder builder(json, begin, limits, problems);
  const char* const first = json.data() + begin;
  if (!nlohmann::json::sax_parse(first, json.data() + json.size(), &builder)) return std::nullopt;
  return std::move(builder).take();
}

}  // namespace tepei::pack
