// DMN 1.5, 10.3.4.4 (list functions): what a list holds and comes to. An unknown item leaves open what depends on it
// alone: the count stays known, and `all` and `any` are decided by the first item that decides them.
#include <algorithm>

#include "feel/arithmetic.hpp"
#include "feel/builtins/family.hpp"
#include "feel/comparison.hpp"
#include "feel/composite.hpp"

namespace tepei::feel {
namespace {

// The items of `f(list)` or of `f(a, b, c)`.
class Operands {
 public:
  explicit Operands(const Arguments& arguments) : arguments_(arguments), single_(arguments.size() == 1) {}
  std::size_t size() const { return single_ ? Items(arguments_[0]).size() : arguments_.size(); }
  const Value& operator[](std::size_t place) const { return single_ ? Items(arguments_[0])[place] : arguments_[place]; }
  // The list itself is null.
  bool is_null() const { return single_ && arguments_[0].is_null(); }

 private:
  const Arguments& arguments_;
  bool single_;
};

Value call_count(Caller& /*caller*/, const Arguments& arguments) {
  return Value(static_cast<std::int64_t>(Items(arguments[0]).size()));
}

Value call_list_contains(Caller& caller, const Arguments& arguments) {
  const Value& list = arguments[0];
  if (list.is_null() || list.is_unknown()) return list;
  Answer any(false);
  for (const Value& item : Items(list)) {
    if (!caller.spend(1)) return Null{};
    any = disjunction(any, matches(caller, item, arguments[1]));
    if (any.logic == Logic::yes) break;
  }
  return any.value();
}

template <bool deciding>
Value call_connective(Caller& caller, const Arguments& arguments) {
  const Operands items(arguments);
  if (items.is_null()) return Null{};
  if (arguments.size() == 1 && arguments[0].is_unknown()) return arguments[0];
  if (!caller.spend(items.size())) return Null{};
  Answer answer(!deciding);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Answer next = Answer::of(items[i]);
    answer = deciding ? disjunction(answer, next) : conjunction(answer, next);
  }
  return answer.value();
}

// What is left to do once every item has been looked at: nothing where one is null or of a wrong kind, or unknown.
struct Survey {
  std::optional<Value> answer;

  template <typename Fits>
  Survey(Caller& caller, const char* function, const Operands& items, const char* expected, Fits fits) {
    if (!caller.spend(items.size())) {
      answer = Value(Null{});
      return;
    }
    Gaps gaps;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Value& item = items[i];
      if (item.is_unknown()) {
        gaps.add(item);
      } else if (!fits(item)) {
        answer = item.is_null() ? Value(Null{}) : wrong_kind(caller, function, item, expected);
        return;
      }
    }
    if (gaps.any) answer = gaps.value();
    if (items.size() == 0) answer = Value(Null{});
  }
};

bool is_number(const Value& value) {
  return as<Decimal>(value) != nullptr;
}

template <int wanted>
Value call_extreme(Caller& caller, const Arguments& arguments) {
  const Operands items(arguments);
  const Value* sample = nullptr;
  const auto fits = [&](const Value& item) {
    if (sample == nullptr) sample = &item;
    return order(*sample, item).has_value();
  };
  const Survey survey(caller, wanted < 0 ? "min" : "max", items, "values of one ordered kind", fits);
  if (survey.answer) return *survey.answer;
  std::size_t best = 0;
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (order(items[i], items[best]) == wanted) best = i;
  }
  return items[best];
}

// All items put together by `+` or `*`; of texts there is no sum.
Value total(Caller& caller, Operation operation, const Operands& items) {
  Value sum = items[0];
  for (std::size_t i = 1; i < items.size() && sum.is_known(); ++i) sum = calculate(caller, operation, sum, items[i]);
  return sum;
}

Value call_sum(Caller& caller, const Arguments& arguments) {
  const Operands items(arguments);
  const auto fits = [](const Value& item) { return is_number(item) || is_duration(item); };
  const Survey survey(caller, "sum", items, "numbers or durations", fits);
  return survey.answer ? *survey.answer : total(caller, Operation::add, items);
}

Value call_product(Caller& caller, const Arguments& arguments) {
  const Operands items(arguments);
  const Survey survey(caller, "product", items, "numbers", is_number);
  return survey.answer ? *survey.answer : total(caller, Operation::multiply, items);
}

Value call_mean(Caller& caller, const Arguments& arguments) {
  const Operands items(arguments);
  const Survey survey(caller, "mean", items, "numbers", is_number);
  if (survey.answer) return *survey.answer;
  return calculate(caller, Operation::divide, total(caller, Operation::add, items),
                   Value(static_cast<std::int64_t>(items.size())));
}

std::vector<Decimal> sorted_numbers(const Operands& items) {
  std::vector<Decimal> numbers;
  numbers.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) numbers.push_back(*as<Decimal>(items[i]));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Value call_median(Caller& caller, const Arguments& arguments) {
  const Operands items(arguments);
  const Survey survey(caller, "median", items, "numbers", is_number);
  if (survey.answer) return *survey.answer;
  const std::vector<Decimal> numbers = sorted_numbers(items);
  const std::size_t middle = numbers.size() / 2;
  if (numbers.size() % 2 == 1) return numbers[middle];
  const Value sum = calculate(caller, Operation::add, Value(numbers[middle - 1]), Value(numbers[middle]));
  return calculate(caller, Operation::divide, sum, Value(2));
}

// The numbers that occur most often, in ascending order; of no numbers, none.
Value call_mode(Caller& caller, const Arguments& arguments) {
  const Operands items(arguments);
  if (items.size() == 0) return List{};
  const Survey survey(caller, "mode", items, "numbers", is_number);
  if (survey.answer) return *survey.answer;
  const std::vector<Decimal> numbers = sorted_numbers(items);
  List modes;
  std::size_t most = 0;
  for (auto run = numbers.begin(); run != numbers.end();) {
    const auto end = std::upper_bound(run, numbers.end(), *run);
    const auto length = static_cast<std::size_t>(end - run);
    if (length > most) {
      most = length;
      modes.clear();
    }
    if (length == most) modes.emplace_back(*run);
    run = end;
  }
  return make_list(caller, std::move(modes));
}

// `f(list)` and `f(a, b, …)`, neither stopped by an unknown or null among the items.
void add_aggregate(Family& family, const char* name, const Type& item, const Type& result,
                   Value (*call)(Caller&, const Arguments&)) {
  family.push_back({name, {required("list", Type::list_of(item))}, false, result, call, false, false});
  family.push_back({name, {required("n", item), required("n2", item)}, true, result, call, false, false});
}

}  // namespace

Family list_builtins() {
  const Type any = TypeKind::any;
  const Type number = TypeKind::number;
  const Type boolean = TypeKind::boolean;
  const Type list = Type::list_of(any);
  Family family;
  family.push_back({"count", {required("list", list)}, false, number, call_count});
  family.push_back({"list contains",
                    {required("list", list), required("element", any)},
                    false,
                    boolean,
                    call_list_contains,
                    false,
                    false});
  add_aggregate(family, "min", any, any, call_extreme<-1>);
  add_aggregate(family, "max", any, any, call_extreme<1>);
  add_aggregate(family, "sum", any, any, call_sum);
  add_aggregate(family, "product", number, number, call_product);
  add_aggregate(family, "mean", number, number, call_mean);
  add_aggregate(family, "median", number, number, call_median);
  add_aggregate(family, "mode", number, Type::list_of(number), call_mode);
  add_aggregate(family, "all", boolean, boolean, call_connective<false>);
  add_aggregate(family, "any", boolean, boolean, call_connective<true>);
  return family;
}

}  // namespace tepei::feel
