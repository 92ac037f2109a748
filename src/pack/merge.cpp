#include "pack/merge.hpp"

#include <algorithm>
#include <initializer_list>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "pack/cite_anew.hpp"
#include "pack/merge_rules.hpp"
#include "pack/nearest_key.hpp"

namespace tepei::pack {

namespace {

constexpr std::size_t most_name_bytes = 1'000;  // no id is as long: what is cannot be named

std::string joined(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : path + "." + std::string(key);
}

class Merge {
 public:
  Merge(Tree& tree, NodeId extension, NodeId base, const std::string& base_name, Reader& reader)
      : tree_(tree), extension_(extension), base_(base), base_name_(base_name), reader_(reader) {}

  void run() {
    keeps_text_ = flag(extension_, "keeps_text");
    drop_what_is_the_extensions_own();
    collect_names(base_, "");
    leave_out();
    cite_anew(tree_, extension_, base_, base_name_, reader_);
    merge_object(extension_, base_, "");
    take_out(extension_, {"extends", "without", "cites", "keeps_text"});
  }

 private:
  using Order = std::list<NodeId>;
  using Places = std::map<std::string_view, Order::iterator>;

  Node& node(NodeId id) { return tree_.nodes[id]; }

  void take_out(NodeId object, const std::vector<std::string_view>& keys) {
    std::vector<NodeId>& items = node(object).items;
    const auto named = [&](NodeId id) { return std::find(keys.begin(), keys.end(), node(id).key) != keys.end(); };
    items.erase(std::remove_if(items.begin(), items.end(), named), items.end());
  }

  bool flag(NodeId object, std::string_view key) {
    const auto member = tree_.member(object, key);
    return member && reader_.is(*member, NodeKind::boolean, "true or false") && node(*member).boolean;
  }

  void drop_what_is_the_extensions_own() {
    take_out(base_, {"$schema", "format", "id", "instrument"});
    if (!keeps_text_) take_out(base_, {"clauses"});
  }

  // The text by which an entry is known; null where it has none.
  const std::string* name_of(NodeId entry, std::string_view key) {
    if (node(entry).kind != NodeKind::object) return nullptr;
    const auto member = tree_.member(entry, key);
    return member && node(*member).kind == NodeKind::string ? &node(*member).text : nullptr;
  }

  // Everything of the base that `without` may name: each key of a merged object, each entry of a merged list.
  void collect_names(NodeId object, const std::string& path) {
    for (const NodeId member : node(object).items) {
      const std::string name = joined(path, node(member).key);
      if (name.size() > most_name_bytes) continue;
      names_.emplace(name, member);
      const MergeRule rule = merge_rule(path, node(member).key);
      if (rule.way == MergeWay::object && node(member).kind == NodeKind::object) collect_names(member, name);
      if (rule.way != MergeWay::list || node(member).kind != NodeKind::array) continue;
      for (const NodeId entry : node(member).items) {
        const std::string* id = name_of(entry, rule.key);
        if (id != nullptr && id->size() <= most_name_bytes) names_.emplace(joined(name, *id), entry);
      }
    }
  }

  void leave_out() {
    const auto without = tree_.member(extension_, "without");
    if (!without || !reader_.is(*without, NodeKind::array, "an array of what is left out")) return;
    std::set<NodeId> left_out;
    std::set<NodeId> holders;
    for (const NodeId item : node(*without).items) {
      if (!reader_.is(item, NodeKind::string, "a name such as `leave.tiers.over_30_days`")) continue;
      const auto found = names_.find(node(item).text);
      if (found != names_.end()) {
        left_out.insert(found->second);
        holders.insert(node(found->second).parent);
      } else if (!is_own_text(item)) {
        reader_.refuse(item, "pack.extends.nothing_to_leave_out",
                       "there is no " + tepei::quoted(node(item).text) + " in " + tepei::quoted(base_name_),
                       reader_.full() ? std::string() : nearest_key(node(item).text, names_));
      }
    }
    for (const NodeId holder : holders) {
      std::vector<NodeId>& items = node(holder).items;
      const auto gone = [&](NodeId id) { return left_out.count(id) != 0; };
      items.erase(std::remove_if(items.begin(), items.end(), gone), items.end());
    }
  }

  // The base's text and instrument are never taken over without a word: to leave them out asks for what is so.
  bool is_own_text(NodeId item) {
    const std::string& name = node(item).text;
    const bool is_text = name == "instrument" || name == "clauses" || name.compare(0, 8, "clauses.") == 0;
    if (!is_text || (keeps_text_ && name != "instrument")) return false;
    reader_.refuse(item, "pack.extends.nothing_to_leave_out",
                   tepei::quoted(name) + " of " + tepei::quoted(base_name_) + " is not taken over",
                   "leave this line out: a pack's instrument and text are its own");
    return true;
  }

  void merge_object(NodeId extension, std::optional<NodeId> base, const std::string& path) {
    std::map<std::string_view, NodeId> inherited;
    if (base) {
      for (const NodeId member : node(*base).items) inherited.emplace(node(member).key, member);
    }
    for (const NodeId member : node(extension).items) {
      std::optional<NodeId> other;
      const auto found = inherited.find(node(member).key);
      if (found != inherited.end()) {
        if (node(found->second).kind == node(member).kind) other = found->second;
        inherited.erase(found);
      }
      merge_member(member, other, path);
    }
    if (!base) return;
    for (const NodeId member : node(*base).items) {
      if (inherited.count(node(member).key) != 0) adopt(extension, member);
    }
  }

  void merge_member(NodeId member, std::optional<NodeId> other, const std::string& path) {
    const MergeRule rule = merge_rule(path, node(member).key);
    const NodeKind kind = node(member).kind;
    const std::string name = joined(path, node(member).key);
    if (rule.way == MergeWay::object && kind == NodeKind::object) merge_object(member, other, name);
    if (rule.way == MergeWay::list && kind == NodeKind::array) merge_list(member, other, name, rule.key);
  }

  void adopt(NodeId object, NodeId member) {
    node(member).parent = object;
    node(member).index = node(object).items.size();
    node(object).items.push_back(member);
  }

  void merge_list(NodeId list, std::optional<NodeId> base, const std::string& path, std::string_view key) {
    Order order;
    Places places;
    const auto append = [&](NodeId entry) {
      const auto at = order.insert(order.end(), entry);
      if (const std::string* name = name_of(entry, key)) places.emplace(*name, at);
      return at;
    };
    if (base) {
      for (const NodeId entry : node(*base).items) append(entry);
    }
    for (const NodeId entry : node(list).items) {
      if (node(entry).kind != NodeKind::object) {
        order.push_back(entry);
        continue;
      }
      const auto overridden = find_overridden(entry, key, path, places);
      const auto at = overridden ? *overridden : append(entry);
      *at = entry;
      put_in_place(entry, at, order, places);
      take_out(entry, {"override", "before", "after"});
    }
    std::vector<NodeId>& items = node(list).items;
    items.assign(order.begin(), order.end());
    for (std::size_t i = 0; i < items.size(); ++i) {
      node(items[i]).parent = list;
      node(items[i]).index = i;
    }
  }

  // Where the base's entry of this name stands. What overrides and what does not must say so: a misspelt id would
  // otherwise be a second rule beside the first, and a base that changes could change what it stands under unseen.
  std::optional<Order::iterator> find_overridden(NodeId entry, std::string_view key, const std::string& path,
                                                 const Places& places) {
    const bool overrides = flag(entry, "override");
    const std::string* name = name_of(entry, key);
    if (name == nullptr) return std::nullopt;
    const auto found = places.find(*name);
    const bool known = found != places.end();
    const bool in_base = known && node(*found->second).file != node(entry).file;
    const NodeId named = *tree_.member(entry, key);
    if (overrides && !known) {
      reader_.refuse(
          named, "pack.extends.nothing_to_override",
          "there is no " + tepei::quoted(*name) + " to override in `" + path + "` of " + tepei::quoted(base_name_),
          reader_.full() ? std::string() : nearest_key(*name, places));
    } else if (!overrides && in_base) {
      reader_.refuse(named, "pack.extends.not_an_override",
                     tepei::quoted(*name) + " stands in `" + path + "` of " + tepei::quoted(base_name_) + " already",
                     "to put this one in its place, say `\"override\": true`");
    }
    return in_base ? std::optional(found->second) : std::nullopt;
  }

  void put_in_place(NodeId entry, Order::iterator at, Order& order, const Places& places) {
    const auto before = tree_.member(entry, "before");
    const auto after = tree_.member(entry, "after");
    if (before && after) {
      reader_.refuse_key(*after, "pack.key.out_of_place", "an entry stands `before` one or `after` one, not both");
      return;
    }
    if (!before && !after) return;
    const NodeId neighbour = before ? *before : *after;
    if (!reader_.is(neighbour, NodeKind::string, "the id of another entry")) return;
    const auto found = places.find(node(neighbour).text);
    if (found == places.end()) {
      reader_.refuse(neighbour, "pack.extends.unknown_neighbour",
                     "there is no " + tepei::quoted(node(neighbour).text) + " for this entry to stand by",
                     reader_.full() ? std::string() : nearest_key(node(neighbour).text, places));
      return;
    }
    order.splice(before ? found->second : std::next(found->second), order, at);
  }

  Tree& tree_;
  NodeId extension_;
  NodeId base_;
  const std::string& base_name_;
  Reader& reader_;
  bool keeps_text_ = false;
  std::map<std::string, NodeId> names_;  // of the base: `leave.tiers.over_30_days`
};

}  // namespace

void merge(Tree& tree, NodeId extension, NodeId base, const std::string& base_name, Reader& reader) {
  Merge(tree, extension, base, base_name, reader).run();
}

}  // namespace tepei::pack
