#include "pack/tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tepei::pack {

std::string_view to_string(NodeKind kind) {
  constexpr std::array<std::string_view, 6> names{"null",     "true or false", "a number",
                                                  "a string", "an array",      "an object"};
  return names[static_cast<std::size_t>(kind)];
}

std::string pointer_part(std::string_view key) {
  std::string part;
  for (const char c : key) {
    if (c == '~') {
      part += "~0";
    } else if (c == '/') {
      part += "~1";
    } else {
      part += c;
    }
  }
  return part;
}

std::optional<NodeId> Tree::member(NodeId object, std::string_view key) const {
  for (const NodeId id : at(object).items) {
    if (at(id).key == key) return id;
  }
  return std::nullopt;
}

std::string Tree::pointer(NodeId id) const {
  std::vector<NodeId> way;
  for (; at(id).parent != no_node; id = at(id).parent) way.push_back(id);
  std::string text;
  for (auto step = way.rbegin(); step != way.rend(); ++step) {
    const Node& node = at(*step);
    text += '/';
    text += at(node.parent).kind == NodeKind::array ? std::to_string(node.index) : pointer_part(node.key);
  }
  return text;
}

std::string Tree::written_pointer(NodeId id) const {
  std::vector<NodeId> way;
  for (; at(id).written_parent != no_node; id = at(id).written_parent) way.push_back(id);
  std::string text;
  for (auto step = way.rbegin(); step != way.rend(); ++step) {
    const Node& node = at(*step);
    text += '/';
    text +=
        at(node.written_parent).kind == NodeKind::array ? std::to_string(node.written_index) : pointer_part(node.key);
  }
  return text;
}

NodeId Tree::take_in(Tree other, std::string file) {
  const auto first = static_cast<NodeId>(nodes.size());
  const auto moved = [first](NodeId id) { return id == no_node ? no_node : id + first; };
  for (Node& node : other.nodes) {
    node.file = files.size();
    node.parent = moved(node.parent);
    node.written_parent = moved(node.written_parent);
    for (NodeId& item : node.items) item = moved(item);
    nodes.push_back(std::move(node));
  }
  files.push_back(std::move(file));
  return first;
}

NodeId Tree::nearest_to(std::string_view pointer) const {
  NodeId here = root_node;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view part = pointer.substr(0, std::min(pointer.find('/'), pointer.size()));
    pointer.remove_prefix(part.size());
    const std::vector<NodeId>& items = at(here).items;
    auto next = items.end();
    if (at(here).kind == NodeKind::array) {
      std::size_t index = items.size();
      std::from_chars(part.data(), part.data() + part.size(), index);
      if (index < items.size()) next = items.begin() + static_cast<std::ptrdiff_t>(index);
    } else {
      next = std::find_if(items.begin(), items.end(), [&](NodeId id) { return pointer_part(at(id).key) == part; });
    }
    if (next == items.end()) break;
    here = *next;
  }
  return here;
}

namespace {

constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

std::uint32_t hex_value(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

// What one character of a string literal, written out or as an escape, takes in the literal and in its content.
struct Written {
  std::size_t literal_bytes;
  std::size_t content_bytes;
};

Written written_at(std::string_view literal, std::size_t at) {
  if (literal[at] != '\\') {
    std::size_t bytes = 1;
    while (at + bytes < literal.size() && continues_character(literal[at + bytes])) ++bytes;
    return {bytes, bytes};
  }
  if (literal[at + 1] != 'u') return {2, 1};
  const std::uint32_t unit = hex_value(literal.substr(at + 2, 4));
  if (unit >= 0xD800 && unit < 0xDC00) return {12, 4};  // the first half of a pair
  if (unit < 0x80) return {6, 1};
  return {6, unit < 0x800 ? std::size_t{2} : std::size_t{3}};
}

}  // namespace

Position position_inside(std::string_view json, const Place& literal, std::size_t offset) {
  Position position = literal.position;
  ++position.column;  // past the quote
  std::size_t at = literal.offset + 1;
  std::size_t content = 0;
  while (at < json.size() && json[at] != '"') {
    const Written next = written_at(json, at);
    if (content + next.content_bytes > offset) break;
    content += next.content_bytes;
    position.column += json[at] == '\\' ? next.literal_bytes : 1;
    at += next.literal_bytes;
  }
  return position;
}

}  // namespace tepei::pack
