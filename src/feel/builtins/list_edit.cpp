// DMN 1.5, 10.3.4.4 (list functions): lists made from lists. Their items may be unknown; a list whose length or order
// depends on an unknown is unknown as a whole.
#include <algorithm>
#include <optional>

#include "feel/builtins/family.hpp"
#include "feel/comparison.hpp"
#include "feel/composite.hpp"

namespace tepei::feel {
namespace {

// The place, counted from 0, that `position` (from 1, or from -1 at the end) names in a list of `size`; nothing where
// there is none.
std::optional<std::size_t> place_of(const Value& position, std::size_t size) {
  const std::optional<std::int64_t> number = whole_number(position);
  const auto signed_size = static_cast<std::int64_t>(size);
  if (!number || *number == 0 || *number > signed_size || *number < -signed_size) return std::nullopt;
  return static_cast<std::size_t>(*number > 0 ? *number - 1 : signed_size + *number);
}

Value no_place(Caller& caller, const char* function, const Value& position, std::size_t size) {
  if (as<Decimal>(position) == nullptr) return wrong_kind(caller, function, position, "a whole number as its position");
  return out_of_range(
      caller, function,
      "there is no item " + as<Decimal>(position)->to_plain_string() + " in a list of " + std::to_string(size));
}

List copy(const Items& items) {
  return List(items.begin(), items.end());
}

Value call_sublist(Caller& caller, const Arguments& arguments) {
  const Items items(arguments[0]);
  const std::optional<std::size_t> start = place_of(arguments[1], items.size());
  if (!start) return no_place(caller, "sublist", arguments[1], items.size());
  std::size_t length = items.size() - *start;
  if (given(arguments, 2)) {
    const std::optional<std::int64_t> wanted = whole_number(arguments[2]);
    if (!wanted || *wanted < 0 || static_cast<std::uint64_t>(*wanted) > length) {
      return out_of_range(caller, "sublist", "the list ends before that length");
    }
    length = static_cast<std::size_t>(*wanted);
  }
  const Value* first = items.begin() + *start;
  return make_list(caller, List(first, first + length));
}

// Null or unknown, where the list itself is.
bool is_open(const Value& list) {
  return list.is_null() || list.is_unknown();
}

Value call_append(Caller& caller, const Arguments& arguments) {
  if (is_open(arguments[0])) return arguments[0];
  const Items items(arguments[0]);
  if (!caller.spend(items.size())) return Null{};
  List appended = copy(items);
  for (std::size_t i = 1; i < arguments.size(); ++i) appended.push_back(arguments[i]);
  return make_list(caller, std::move(appended));
}

Value call_concatenate(Caller& caller, const Arguments& arguments) {
  List joined;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Items items(arguments[i]);
    if (!caller.spend(items.size())) return Null{};
    joined.insert(joined.end(), items.begin(), items.end());
  }
  return make_list(caller, std::move(joined));
}

Value call_insert(Caller& caller, const Arguments& arguments) {
  if (is_open(arguments[0])) return arguments[0];
  if (is_open(arguments[1])) return arguments[1];
  const Items items(arguments[0]);
  const std::optional<std::size_t> place = place_of(arguments[1], items.size());
  if (!place) return no_place(caller, "insert before", arguments[1], items.size());
  List inserted = copy(items);
  inserted.insert(inserted.begin() + static_cast<std::ptrdiff_t>(*place), arguments[2]);
  return make_list(caller, std::move(inserted));
}

Value call_remove(Caller& caller, const Arguments& arguments) {
  const Items items(arguments[0]);
  const std::optional<std::size_t> place = place_of(arguments[1], items.size());
  if (!place) return no_place(caller, "remove", arguments[1], items.size());
  List rest = copy(items);
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*place));
  return make_list(caller, std::move(rest));
}

// Replaces the items for which `match(item, newItem)` holds.
Value replace_matching(Caller& caller, const Items& items, const Value& match, const Value& new_item) {
  List replaced;
  Gaps gaps;
  for (const Value& item : items) {
    const Value* pair[] = {&item, &new_item};
    const Answer hit = Answer::of(caller.call(match, Arguments(pair, 2)));
    if (!caller.spend(1)) return Null{};
    if (hit.logic == Logic::unknown) gaps.add(hit.facts);
    replaced.push_back(hit.logic == Logic::yes ? new_item : item);
  }
  return gaps.any ? gaps.value() : make_list(caller, std::move(replaced));
}

Value call_replace(Caller& caller, const Arguments& arguments) {
  if (is_open(arguments[0])) return arguments[0];
  if (is_open(arguments[1])) return arguments[1];
  const Items items(arguments[0]);
  if (as<std::shared_ptr<const Function>>(arguments[1]) != nullptr) {
    return replace_matching(caller, items, arguments[1], arguments[2]);
  }
  const std::optional<std::size_t> place = place_of(arguments[1], items.size());
  if (!place) return no_place(caller, "list replace", arguments[1], items.size());
  List replaced = copy(items);
  replaced[*place] = arguments[2];
  return make_list(caller, std::move(replaced));
}

Value call_reverse(Caller& caller, const Arguments& arguments) {
  List reversed = copy(Items(arguments[0]));
  std::reverse(reversed.begin(), reversed.end());
  return make_list(caller, std::move(reversed));
}

Value call_index_of(Caller& caller, const Arguments& arguments) {
  if (is_open(arguments[0])) return arguments[0];
  const Items items(arguments[0]);
  List places;
  Gaps gaps;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!caller.spend(1)) return Null{};
    const Answer hit = matches(caller, items[i], arguments[1]);
    if (hit.logic == Logic::unknown) gaps.add(hit.facts);
    if (hit.logic == Logic::yes) places.emplace_back(static_cast<std::int64_t>(i + 1));
  }
  return gaps.any ? gaps.value() : make_list(caller, std::move(places));
}

// Each item once, where it stands first; unknown where it is open whether two of them are the same.
Value distinct(Caller& caller, const List& items) {
  List kept;
  Gaps gaps;
  for (const Value& item : items) {
    if (!caller.spend(kept.size() + 1)) return Null{};
    Answer seen(false);
    for (const Value& earlier : kept) {
      seen = disjunction(seen, matches(caller, earlier, item));
      if (seen.logic == Logic::yes) break;
    }
    if (seen.logic == Logic::unknown) gaps.add(seen.facts);
    if (seen.logic != Logic::yes) kept.push_back(item);
  }
  return gaps.any ? gaps.value() : make_list(caller, std::move(kept));
}

Value call_distinct(Caller& caller, const Arguments& arguments) {
  return distinct(caller, copy(Items(arguments[0])));
}

Value call_union(Caller& caller, const Arguments& arguments) {
  const Value joined = call_concatenate(caller, arguments);
  return joined.list() != nullptr ? distinct(caller, *joined.list()) : joined;
}

void flatten(const List& list, List& flat, Gaps& gaps) {
  for (const Value& item : list) {
    if (item.list() != nullptr) {
      flatten(*item.list(), flat, gaps);
    } else if (item.is_unknown()) {
      gaps.add(item);  // it may turn out a list of any length
    } else {
      flat.push_back(item);
    }
  }
}

Value call_flatten(Caller& caller, const Arguments& arguments) {
  const List* list = arguments[0].list();
  if (list == nullptr) return make_list(caller, List{arguments[0]});
  if (!walkable(caller, arguments[0])) return Null{};
  List flat;
  Gaps gaps;
  flatten(*list, flat, gaps);
  return gaps.any ? gaps.value() : make_list(caller, std::move(flat));
}

// Sorts by merging, which is safe whatever `precedes` answers, unlike the standard library's sort.
class Sorting {
 public:
  Sorting(Caller& caller, const Value* precedes) : caller_(caller), precedes_(precedes) {}

  Value run(List items) {
    List other(items.size());
    for (std::size_t width = 1; width < items.size(); width *= 2) {
      for (std::size_t begin = 0; begin < items.size(); begin += 2 * width) {
        if (!merge(items, other, begin, std::min(begin + width, items.size()),
                   std::min(begin + 2 * width, items.size()))) {
          return Null{};
        }
      }
      items.swap(other);
    }
    return gaps_.any ? gaps_.value() : make_list(caller_, std::move(items));
  }

 private:
  bool merge(const List& from, List& to, std::size_t begin, std::size_t middle, std::size_t end) {
    std::size_t left = begin;
    std::size_t right = middle;
    for (std::size_t at = begin; at < end; ++at) {
      const bool both = left < middle && right < end;
      if (!caller_.spend(1)) return false;
      const bool take_right = both ? comes_before(from[right], from[left]) : left == middle;
      to[at] = from[take_right ? right++ : left++];
      if (failed_) return false;
    }
    return true;
  }

  bool comes_before(const Value& left, const Value& right) {
    if (precedes_ != nullptr) {
      const Value* pair[] = {&left, &right};
      const Answer answer = Answer::of(caller_.call(*precedes_, Arguments(pair, 2)));
      if (answer.logic == Logic::unknown) gaps_.add(answer.facts);
      return answer.logic == Logic::yes;
    }
    if (left.is_unknown() || right.is_unknown()) {
      gaps_.add(left.unknown_facts() | right.unknown_facts());
      return false;
    }
    const std::optional<int> ordered = order(left, right);
    if (!ordered) {
      failed_ = true;
      wrong_kind(caller_, "sort", left, "values of one ordered kind, or a function that orders them");
    }
    return ordered && *ordered < 0;
  }

  Caller& caller_;
  const Value* precedes_;
  Gaps gaps_;
  bool failed_ = false;
};

Value call_sort(Caller& caller, const Arguments& arguments) {
  return Sorting(caller, given(arguments, 1) ? &arguments[1] : nullptr).run(copy(Items(arguments[0])));
}

}  // namespace

Family list_edit_builtins() {
  const Type any = TypeKind::any;
  const Type number = TypeKind::number;
  const Type list = Type::list_of(any);
  const Type function = TypeKind::function;
  const Parameter of_list = required("list", list);
  const Parameter position = required("position", number);
  Family family;
  const auto add = [&](const char* name, std::vector<Parameter> parameters, Value (*call)(Caller&, const Arguments&)) {
    family.push_back({name, std::move(parameters), false, list, call});
  };
  // Those whose items or arguments may be unknown or null without the whole being so.
  const auto add_open = [&](const char* name, std::vector<Parameter> parameters, bool variadic,
                            Value (*call)(Caller&, const Arguments&)) {
    family.push_back({name, std::move(parameters), variadic, list, call, false, false});
  };
  add("sublist", {of_list, required("start position", number), optional("length", number)}, call_sublist);
  add_open("append", {of_list, required("item", any)}, true, call_append);
  family.push_back({"concatenate", {of_list}, true, list, call_concatenate});
  add_open("insert before", {of_list, position, required("newItem", any)}, false, call_insert);
  add("remove", {of_list, position}, call_remove);
  add_open("list replace", {of_list, position, required("newItem", any)}, false, call_replace);
  add_open("list replace", {of_list, required("match", function), required("newItem", any)}, false, call_replace);
  add("reverse", {of_list}, call_reverse);
  family.push_back(
      {"index of", {of_list, required("match", any)}, false, Type::list_of(number), call_index_of, false, false});
  family.push_back({"union", {of_list}, true, list, call_union});
  add("distinct values", {of_list}, call_distinct);
  add("flatten", {of_list}, call_flatten);
  add("sort", {of_list, optional("precedes", function)}, call_sort);
  return family;
}

}  // namespace tepei::feel
