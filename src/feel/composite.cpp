#include "feel/composite.hpp"

#include <algorithm>
#include <utility>

#include "feel/function.hpp"

namespace tepei::feel {
namespace {

// Counts the values within a value, each as often as it is reached, and stops at the first bound it meets: shared
// parts make a small value large to walk.
class Weighing {
 public:
  Weighing(std::size_t most_items, std::size_t most_depth) : left_(most_items), most_depth_(most_depth), room_(left_) {}

  bool weigh(const Value& value, std::size_t depth) {
    if (const List* list = value.list()) return weigh_list(*list, depth);
    if (const Context* context = value.context()) return weigh_context(*context, depth);
    if (const Range* range = value.range()) {
      return deeper(depth) && take(2) && weigh(range->start, depth + 1) && weigh(range->end, depth + 1);
    }
    if (const auto* held = value.get_if<std::shared_ptr<const Function>>()) {
      return deeper(depth) && weigh_list((*held)->captured, depth);
    }
    return true;
  }

  bool weigh_list(const List& list, std::size_t depth) {
    if (!deeper(depth) || !take(list.size())) return false;
    return std::all_of(list.begin(), list.end(), [&](const Value& item) { return weigh(item, depth + 1); });
  }

  bool weigh_context(const Context& context, std::size_t depth) {
    if (!deeper(depth) || !take(context.size())) return false;
    return std::all_of(context.begin(), context.end(),
                       [&](const auto& entry) { return weigh(entry.second, depth + 1); });
  }

  std::size_t weight() const { return room_ - left_; }

 private:
  bool deeper(std::size_t depth) const { return depth < most_depth_; }
  bool take(std::size_t items) {
    if (items > left_) return false;
    left_ -= items;
    return true;
  }

  std::size_t left_;
  std::size_t most_depth_;
  std::size_t room_;
};

Weighing weighing_for(const Limits& limits) {
  return {limits.max_items, std::min(limits.max_depth, deepest_nesting)};
}

Value too_large(Caller& caller) {
  return caller.stop("feel.run.too_large", "a list or context holds too many values, or holds them too deep");
}

void collect_gaps(const Value& value, Gaps& gaps) {
  if (value.is_unknown()) {
    gaps.add(value);
  } else if (const List* list = value.list()) {
    for (const Value& item : *list) collect_gaps(item, gaps);
  } else if (const Context* context = value.context()) {
    for (const auto& entry : *context) collect_gaps(entry.second, gaps);
  } else if (const Range* range = value.range()) {
    collect_gaps(range->start, gaps);
    collect_gaps(range->end, gaps);
  }
}

bool is_composite(const Value& value) {
  return value.list() != nullptr || value.context() != nullptr || value.range() != nullptr;
}

}  // namespace

Value make_list(Caller& caller, List items) {
  Weighing weighing = weighing_for(caller.limits());
  const bool fits = weighing.weigh_list(items, 0);
  if (!caller.spend(weighing.weight())) return Null{};
  return fits ? Value(std::move(items)) : too_large(caller);
}

Value make_context(Caller& caller, Context entries) {
  Weighing weighing = weighing_for(caller.limits());
  const bool fits = weighing.weigh_context(entries, 0);
  if (!caller.spend(weighing.weight())) return Null{};
  return fits ? Value(std::move(entries)) : too_large(caller);
}

Value make_text(Caller& caller, std::string text) {
  if (text.size() > caller.limits().max_text_bytes) {
    return caller.stop("feel.run.too_large",
                       "a text is longer than " + std::to_string(caller.limits().max_text_bytes) + " bytes");
  }
  if (!caller.spend(text.size() / bytes_a_step)) return Null{};
  return Value(std::move(text));
}

Value make_range(Caller& caller, Range range) {
  if (is_composite(range.start) || is_composite(range.end)) {
    return caller.null_because("feel.run.wrong_kind", "a range's ends are numbers, texts, dates, times or durations");
  }
  return Value(std::move(range));
}

bool walkable(Caller& caller, const Value& value) {
  Weighing weighing = weighing_for(caller.limits());
  const bool fits = weighing.weigh(value, 0);
  if (!caller.spend(weighing.weight())) return false;
  if (!fits) too_large(caller);
  return fits;
}

Gaps gaps_within(Caller& caller, const Value& value) {
  Gaps gaps;
  if (value.is_unknown()) {
    gaps.add(value);
  } else if (is_composite(value) && walkable(caller, value)) {
    collect_gaps(value, gaps);
  }
  return gaps;
}

}  // namespace tepei::feel
