// DMN 1.5, 10.3.4.11 and table 78 (range functions, after Allen's interval algebra). Each takes points and ranges; here
// a point is the range from itself to itself, both ends included, and the relations are written for two ranges.
#include "feel/builtins/family.hpp"
#include "feel/comparison.hpp"
#include "feel/composite.hpp"

namespace tepei::feel {
namespace {

Range span_of(const Value& value) {
  const Range* range = value.range();
  return range != nullptr ? *range : Range{value, value, true, true};
}

// Two spans whose bounds are known and of one ordered kind, and how their bounds stand to each other.
class Pair {
 public:
  Pair(const Range& left, const Range& right) : left_(left), right_(right) {}

  bool ordered() const { return starts() && ends() && start_to_end() && end_to_start() && sane(left_) && sane(right_); }

  // -1, 0 or 1; an open start lies before everything, an open end after.
  std::optional<int> starts() const { return bounds(left_.start, -1, right_.start, -1); }
  std::optional<int> ends() const { return bounds(left_.end, 1, right_.end, 1); }
  std::optional<int> start_to_end() const { return bounds(left_.start, -1, right_.end, 1); }
  std::optional<int> end_to_start() const { return bounds(left_.end, 1, right_.start, -1); }

  const Range& left() const { return left_; }
  const Range& right() const { return right_; }
  Pair turned() const { return {right_, left_}; }

 private:
  static std::optional<int> bounds(const Value& one, int one_open, const Value& other, int other_open) {
    if (one.is_null() && other.is_null()) return one_open == other_open ? 0 : one_open;
    if (one.is_null()) return one_open;
    if (other.is_null()) return -other_open;
    return order(one, other);
  }
  static bool sane(const Range& range) { return bounds(range.start, -1, range.end, 1).has_value(); }

  const Range& left_;
  const Range& right_;
};

bool before(const Pair& pair) {
  const int gap = *pair.end_to_start();
  return gap < 0 || (gap == 0 && !(pair.left().end_included && pair.right().start_included));
}

bool meets(const Pair& pair) {
  return *pair.end_to_start() == 0 && pair.left().end_included && pair.right().start_included;
}

bool overlaps(const Pair& pair) {
  return !before(pair) && !before(pair.turned());
}

// The left one starts no later than the right one.
bool starts_no_later(const Pair& pair) {
  const int starts = *pair.starts();
  return starts < 0 || (starts == 0 && (pair.left().start_included || !pair.right().start_included));
}

bool ends_no_earlier(const Pair& pair) {
  const int ends = *pair.ends();
  return ends > 0 || (ends == 0 && (pair.left().end_included || !pair.right().end_included));
}

bool same_start(const Pair& pair) {
  return *pair.starts() == 0 && pair.left().start_included == pair.right().start_included;
}

bool same_end(const Pair& pair) {
  return *pair.ends() == 0 && pair.left().end_included == pair.right().end_included;
}

bool includes(const Pair& pair) {
  return starts_no_later(pair) && ends_no_earlier(pair);
}

// Starts earlier than the right one and ends within it.
bool overlaps_before(const Pair& pair) {
  return overlaps(pair) && starts_no_later(pair) && !same_start(pair) && ends_no_earlier(pair.turned());
}

bool finishes(const Pair& pair) {
  return same_end(pair) && starts_no_later(pair.turned());
}

bool starts(const Pair& pair) {
  return same_start(pair) && ends_no_earlier(pair.turned());
}

bool coincides(const Pair& pair) {
  return same_start(pair) && same_end(pair);
}

template <bool (*relation)(const Pair&), bool turned>
Value call_relation(Caller& caller, const Arguments& arguments) {
  Gaps gaps;
  for (const std::size_t place : {0U, 1U}) {
    const Gaps within = gaps_within(caller, arguments[place]);
    if (within.any) gaps.add(within.facts);
  }
  if (gaps.any) return gaps.value();
  const Range left = span_of(arguments[turned ? 1 : 0]);
  const Range right = span_of(arguments[turned ? 0 : 1]);
  const Pair pair(left, right);
  if (!pair.ordered())
    return wrong_kind(caller, "before, after and their like", arguments[0], "points and ranges of one kind");
  return Value(relation(pair));
}

// Whether the relation is asked of two points, of points and ranges, or of ranges alone.
enum class Takes { points_and_ranges, range_and_any, any_and_range, ranges };

void add(Family& family, const char* name, Takes takes, Value (*call)(Caller&, const Arguments&)) {
  const Type point = TypeKind::any;
  const Type range = Type::range_of(TypeKind::any);
  const auto add_one = [&](const Type& left, const Type& right) {
    family.push_back({name, {required("range1", left), required("range2", right)}, false, TypeKind::boolean, call});
  };
  if (takes == Takes::ranges) return add_one(range, range);
  if (takes == Takes::range_and_any) return add_one(range, point);
  add_one(point, takes == Takes::any_and_range ? range : point);
}

}  // namespace

Family range_builtins() {
  Family family;
  add(family, "before", Takes::points_and_ranges, call_relation<before, false>);
  add(family, "after", Takes::points_and_ranges, call_relation<before, true>);
  add(family, "meets", Takes::ranges, call_relation<meets, false>);
  add(family, "met by", Takes::ranges, call_relation<meets, true>);
  add(family, "overlaps", Takes::ranges, call_relation<overlaps, false>);
  add(family, "overlaps before", Takes::ranges, call_relation<overlaps_before, false>);
  add(family, "overlaps after", Takes::ranges, call_relation<overlaps_before, true>);
  add(family, "finishes", Takes::any_and_range, call_relation<finishes, false>);
  add(family, "finished by", Takes::range_and_any, call_relation<finishes, true>);
  add(family, "includes", Takes::range_and_any, call_relation<includes, false>);
  add(family, "during", Takes::any_and_range, call_relation<includes, true>);
  add(family, "starts", Takes::any_and_range, call_relation<starts, false>);
  add(family, "started by", Takes::range_and_any, call_relation<starts, true>);
  add(family, "coincides", Takes::points_and_ranges, call_relation<coincides, false>);
  return family;
}

}  // namespace tepei::feel
