// DMN 1.5, 10.3.4.10 (context functions).
#include <algorithm>

#include "feel/builtins/family.hpp"
#include "feel/composite.hpp"

namespace tepei::feel {
namespace {

Value* entry_of(Context& context, const std::string& key) {
  const auto found =
      std::find_if(context.begin(), context.end(), [&](const auto& entry) { return entry.first == key; });
  return found == context.end() ? nullptr : &found->second;
}

void put(Context& context, const std::string& key, const Value& value) {
  if (Value* entry = entry_of(context, key)) {
    *entry = value;
  } else {
    context.emplace_back(key, value);
  }
}

Value call_get_value(Caller& caller, const Arguments& arguments) {
  const Context* context = arguments[0].context();
  const std::string* key = arguments[1].text();
  if (context == nullptr) return wrong_kind(caller, "get value", arguments[0], "a context");
  if (key == nullptr) return wrong_kind(caller, "get value", arguments[1], "a string as its key");
  if (!caller.spend(context->size() / 8)) return Null{};
  for (const auto& entry : *context) {
    if (entry.first == *key) return entry.second;
  }
  return caller.null_because("feel.run.no_member", "the context has no entry `" + *key + "`");
}

Value call_get_entries(Caller& caller, const Arguments& arguments) {
  const Context* context = arguments[0].context();
  if (context == nullptr) return wrong_kind(caller, "get entries", arguments[0], "a context");
  List entries;
  for (const auto& entry : *context) {
    entries.emplace_back(Context{{"key", Value(entry.first)}, {"value", entry.second}});
  }
  return make_list(caller, std::move(entries));
}

// A context from entries as `get entries` gives them; a key that occurs twice is refused.
Value call_context(Caller& caller, const Arguments& arguments) {
  Context made;
  Gaps gaps;
  for (const Value& item : Items(arguments[0])) {
    if (!caller.spend(made.size() + 1)) return Null{};
    if (item.is_unknown()) {
      gaps.add(item);
      continue;
    }
    const Context* entry = item.context();
    if (entry == nullptr) return wrong_kind(caller, "context", item, "a list of contexts with `key` and `value`");
    Context parts = *entry;
    const Value* key = entry_of(parts, "key");
    const Value* value = entry_of(parts, "value");
    if (key == nullptr || value == nullptr) {
      return caller.null_because("feel.run.no_member", "`context`: each entry has a `key` and a `value`");
    }
    if (key->is_unknown()) {
      gaps.add(*key);
    } else if (key->text() == nullptr) {
      return wrong_kind(caller, "context", *key, "strings as keys");
    } else if (entry_of(made, *key->text()) != nullptr) {
      return out_of_range(caller, "context", "the key `" + *key->text() + "` occurs twice");
    } else {
      made.emplace_back(*key->text(), *value);
    }
  }
  return gaps.any ? gaps.value() : make_context(caller, std::move(made));
}

// The value may be unknown; the context and the keys may not.
Value call_put(Caller& caller, const Arguments& arguments) {
  for (const std::size_t place : {0U, 1U}) {
    if (arguments[place].is_null() || arguments[place].is_unknown()) return arguments[place];
  }
  const Context* context = arguments[0].context();
  if (context == nullptr) return wrong_kind(caller, "context put", arguments[0], "a context");
  const Items keys(arguments[1]);
  constexpr std::size_t most_keys = 100;  // each is a context within a context
  if (keys.size() == 0 || keys.size() > most_keys)
    return out_of_range(caller, "context put", "1 to 100 keys are given");
  std::vector<Context> path{*context};
  for (const Value& key : keys) {
    if (key.is_unknown()) return key;
    if (key.text() == nullptr) return wrong_kind(caller, "context put", key, "strings as keys");
    if (path.size() == keys.size()) break;
    const Value* inner = entry_of(path.back(), *key.text());
    const Context* next = inner == nullptr ? nullptr : inner->context();
    path.push_back(next == nullptr ? Context{} : *next);
    if (!caller.spend(path.back().size() + 1)) return Null{};
  }
  Value value = arguments[2];
  for (std::size_t i = keys.size(); i-- > 0;) {
    put(path[i], *keys[i].text(), value);
    value = Value(std::move(path[i]));
  }
  return walkable(caller, value) ? value : Value(Null{});
}

Value call_merge(Caller& caller, const Arguments& arguments) {
  Context merged;
  Gaps gaps;
  for (const Value& item : Items(arguments[0])) {
    if (item.is_unknown()) {
      gaps.add(item);
      continue;
    }
    if (item.context() == nullptr) return wrong_kind(caller, "context merge", item, "a list of contexts");
    if (!caller.spend((merged.size() + 1) * (item.context()->size() + 1))) return Null{};
    for (const auto& entry : *item.context()) put(merged, entry.first, entry.second);
  }
  return gaps.any ? gaps.value() : make_context(caller, std::move(merged));
}

}  // namespace

Family context_builtins() {
  const Type any = TypeKind::any;
  const Type context = TypeKind::context;
  const Type string = TypeKind::string;
  Family family;
  family.push_back({"get value", {required("m", context), required("key", string)}, false, any, call_get_value});
  family.push_back({"get entries", {required("m", context)}, false, Type::list_of(context), call_get_entries});
  family.push_back({"context", {required("entries", Type::list_of(context))}, false, context, call_context});
  for (const auto& [name, type] : {std::pair<const char*, Type>("key", string), {"keys", Type::list_of(string)}}) {
    family.push_back({"context put",
                      {required("context", context), required(name, type), required("value", any)},
                      false,
                      context,
                      call_put,
                      false,
                      false});
  }
  family.push_back({"context merge", {required("contexts", Type::list_of(context))}, false, context, call_merge});
  return family;
}

}  // namespace tepei::feel
