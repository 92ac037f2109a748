#include "pack/cite_anew.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "pack/nearest_key.hpp"

namespace tepei::pack {

namespace {

bool is_citation(const Node& node) {
  constexpr std::string_view ending = "clause";
  const std::string& key = node.key;
  return node.kind == NodeKind::string && key.size() >= ending.size() &&
         key.compare(key.size() - ending.size(), std::string::npos, ending) == 0;
}

// Every value below `base` that names a clause, by the clause. A fallback is another programme's rule with its own
// text.
std::map<std::string, std::vector<NodeId>> citations_in(const Tree& tree, NodeId base) {
  std::map<std::string, std::vector<NodeId>> found;
  std::vector<NodeId> open{base};
  while (!open.empty()) {
    const Node& node = tree.at(open.back());
    const NodeId id = open.back();
    open.pop_back();
    if (is_citation(node)) found[node.text].push_back(id);
    if (node.key != "fallback" && node.key != "rows") open.insert(open.end(), node.items.begin(), node.items.end());
  }
  return found;
}

std::vector<std::string> clauses_of(const Tree& tree, NodeId extension) {
  std::vector<std::string> clauses;
  const auto list = tree.member(extension, "clauses");
  if (!list) return clauses;
  for (const NodeId clause : tree.at(*list).items) {
    if (tree.at(clause).kind != NodeKind::object) continue;
    const auto id = tree.member(clause, "id");
    if (id && tree.at(*id).kind == NodeKind::string) clauses.push_back(tree.at(*id).text);
  }
  return clauses;
}

std::string nearest_own(const std::string& word, std::vector<std::string> clauses) {
  clauses.resize(std::min(clauses.size(), most_names_compared));
  return tepei::suggest(word, clauses);
}

}  // namespace

void cite_anew(Tree& tree, NodeId extension, NodeId base, const std::string& base_name, Reader& reader) {
  const auto cites = tree.member(extension, "cites");
  if (!cites || !reader.is(*cites, NodeKind::object, "an object with a clause of this pack for each of the base"))
    return;
  const auto citations = citations_in(tree, base);
  const std::vector<std::string> own = clauses_of(tree, extension);
  const std::set<std::string_view> known(own.begin(), own.end());
  for (const NodeId entry : tree.at(*cites).items) {
    if (!reader.is(entry, NodeKind::string, "the id of a clause")) continue;
    const std::string& key = tree.at(entry).key;
    const std::string text = tree.at(entry).text;
    const auto found = citations.find(key);
    if (found == citations.end()) {
      reader.refuse_key(entry, "pack.extends.nothing_cited",
                        "nothing taken over from " + tepei::quoted(base_name) + " cites " + tepei::quoted(key),
                        reader.full() ? std::string() : nearest_key(key, citations));
    } else if (known.count(text) == 0) {
      reader.refuse(entry, "policy.clause.unknown", "there is no clause " + tepei::quoted(text),
                    reader.full() ? std::string() : nearest_own(text, own));
    } else {
      for (const NodeId place : found->second) tree.nodes[place].text = text;
    }
  }
}

}  // namespace tepei::pack
