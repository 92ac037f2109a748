#include "pack/reader.hpp"

#include <utility>

namespace tepei::pack {

void Reader::add(NodeId id, const Place& place, Diagnostic problem) {
  problem.position = place.position;
  problem.path = tree_.written_pointer(id);
  problem.file = tree_.file_of(id);
  refused_.insert(tree_.pointer(id));
  problems_.add(std::move(problem));
}

void Reader::refuse(NodeId id, std::string code, std::string message, std::string help) {
  sound_ = false;
  if (problems_.full()) return problems_.add({});
  add(id, at(id).place, {std::move(code), std::move(message), std::move(help)});
}

void Reader::refuse_key(NodeId id, std::string code, std::string message, std::string help) {
  if (problems_.full()) return problems_.add({});
  add(id, at(id).key_place, {std::move(code), std::move(message), std::move(help)});
}

void Reader::refuse_lack(NodeId id, std::string_view key) {
  sound_ = false;
  if (problems_.full()) return problems_.add({});
  add(id, at(id).place, {"pack.key.missing", "the key " + tepei::quoted(key) + " is missing"});
  refused_.insert(tree_.pointer(id) + '/' + pointer_part(key));
}

bool Reader::is(NodeId id, NodeKind kind, std::string_view expected) {
  const NodeKind found = at(id).kind;
  if (found == kind) return true;
  refuse(id, "pack.value.wrong_type", std::string(expected) + " was expected, not " + std::string(to_string(found)),
         found == NodeKind::null ? "leave the key out where nothing is known" : std::string());
  return false;
}

}  // namespace tepei::pack
