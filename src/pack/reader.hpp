// Takes values out of a positioned tree and refuses what does not belong there.
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pack/problems.hpp"
#include "pack/tree.hpp"

namespace tepei::pack {

class Reader {
 public:
  Reader(const Tree& tree, Problems& problems) : tree_(tree), problems_(problems) {}

  const Tree& tree() const noexcept { return tree_; }
  const Node& at(NodeId id) const { return tree_.at(id); }

  // Something is wrong with the value `id`.
  void refuse(NodeId id, std::string code, std::string message, std::string help = {});
  // The key of member `id` is wrong: unknown, or out of place.
  void refuse_key(NodeId id, std::string code, std::string message, std::string help = {});
  // The object `id` lacks `key`.
  void refuse_lack(NodeId id, std::string_view key);

  // Whether the value is of this kind; refused where it is not. `expected` says what belongs there: `a date as text`.
  bool is(NodeId id, NodeKind kind, std::string_view expected);

  // Whether what the rest of the pack builds on, its names above all, has been found sound so far.
  bool sound() const noexcept { return sound_; }
  void set_sound(bool sound) noexcept { sound_ = sound; }
  // Whether further problems are only counted.
  bool full() const noexcept { return problems_.full(); }
  // Whether something has been refused at exactly this pointer of the tree.
  bool refused(const std::string& pointer) const { return refused_.count(pointer) != 0; }

 private:
  void add(NodeId id, const Place& place, Diagnostic problem);

  const Tree& tree_;
  Problems& problems_;
  std::set<std::string> refused_;
  bool sound_ = true;
};

}  // namespace tepei::pack
