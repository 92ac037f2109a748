// A JSON text as a tree in which every value and key knows where it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/value/diagnostic.hpp"

namespace tepei::pack {

using NodeId = std::uint32_t;
constexpr NodeId root_node = 0;
constexpr NodeId no_node = 0xFFFFFFFF;

enum class NodeKind : std::uint8_t { null, boolean, number, string, array, object };

// The kind as people name it, with its article: `a string`.
std::string_view to_string(NodeKind kind);

// Where something begins.
struct Place {
  std::size_t offset = 0;  // in bytes
  Position position;
};

struct Node {
  NodeKind kind = NodeKind::null;
  bool boolean = false;
  NodeId parent = no_node;
  std::size_t index = 0;  // in its parent
  std::size_t file = 0;   // of the files the tree is made of
  // Where it stands in its own file: what another pack overrides, or adds to, moves in the tree.
  NodeId written_parent = no_node;
  std::size_t written_index = 0;
  Place place;
  Place key_place;  // of a member of an object
  std::string key;
  std::string text;           // a string's content; a number as written
  std::vector<NodeId> items;  // an array's items, an object's members, in the order written
};

// The tree, flat, so that making and destroying one of any depth needs no recursion. The root is the first node. Of a
// pack that extends others it holds the nodes of all their files.
struct Tree {
  std::vector<Node> nodes;
  std::vector<std::string> files;  // their names; that of the pack itself is empty

  const Node& at(NodeId id) const { return nodes[id]; }
  // The member of `object` called `key` (the first, where it stands twice), or nothing.
  std::optional<NodeId> member(NodeId object, std::string_view key) const;
  // The JSON pointer of a value (RFC 6901).
  std::string pointer(NodeId id) const;
  // The same as it is in the file that the value stands in.
  std::string written_pointer(NodeId id) const;
  // The name of the file that the value stands in.
  std::string_view file_of(NodeId id) const {
    return files.empty() ? std::string_view() : std::string_view(files[at(id).file]);
  }
  // The value at `pointer`, or the last one on the way to it where the way ends early.
  NodeId nearest_to(std::string_view pointer) const;
  // Takes in the tree of a file of this name and gives its root; the first is the pack's own.
  NodeId take_in(Tree other, std::string file);
};

// `key` as a part of a JSON pointer.
std::string pointer_part(std::string_view key);

// Where byte `offset` of the content of the string literal that begins at `literal` stands in `json`.
Position position_inside(std::string_view json, const Place& literal, std::size_t offset);

}  // namespace tepei::pack
