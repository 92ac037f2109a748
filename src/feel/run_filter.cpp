#include <string>
#include <utility>

#include "feel/composite.hpp"
#include "feel/logic.hpp"
#include "feel/run.hpp"

namespace tepei::feel {
namespace {

// A single value filtered is a list of itself.
struct Items {
  const Value* first;
  std::size_t size;

  explicit Items(const Value& value)
      : first(value.list() != nullptr ? value.list()->data() : &value),
        size(value.list() != nullptr ? value.list()->size() : 1) {}
};

Value item_at(Caller& caller, const Value& list, const Decimal& index) {
  const Items items(list);
  const std::optional<std::int64_t> place = index.to_int64();
  const auto size = static_cast<std::int64_t>(items.size);
  if (place && *place >= 1 && *place <= size) return items.first[*place - 1];
  if (place && *place <= -1 && *place >= -size) return items.first[size + *place];
  return caller.null_because("feel.run.out_of_range",
                             "there is no item " + index.to_plain_string() + " in a list of " + std::to_string(size));
}

// Whether an item stays, given the predicate's answer for it: a number keeps the item at that place.
Answer keeps(const Value& answer, std::size_t place) {
  if (const Decimal* index = answer.get_if<Decimal>()) return Answer(*index == Decimal(static_cast<int>(place) + 1));
  return Answer::of(answer);
}

Value filter_each(Machine& machine, const Instruction& self, const Loop& loop, const Value& list) {
  const Items items(list);
  List kept;
  Gaps gaps;
  for (std::size_t i = 0; i < items.size; ++i) {
    machine.cell(loop.local) = items.first[i];
    if (!machine.spend(loop.length, self.node) || !machine.run_block(&self + 1)) return Null{};
    const Answer stays = keeps(machine.read(loop.result), i);
    if (stays.logic == Logic::yes) kept.push_back(items.first[i]);
    if (stays.logic == Logic::unknown) gaps.add(stays.facts);
  }
  if (gaps.any) return gaps.value();
  CallSite site(machine, self.node);
  return make_list(site, std::move(kept));
}

// A predicate that does not read `item` is one answer for the whole list.
Value filter_once(Machine& machine, const Instruction& self, const Loop& loop, const Value& list) {
  if (!machine.run_block(&self + 1)) return Null{};
  const Value& answer = machine.read(loop.result);
  CallSite site(machine, self.node);
  if (answer.is_unknown()) return answer;
  if (const Decimal* index = answer.get_if<Decimal>()) return item_at(site, list, *index);
  const bool* all = answer.get_if<bool>();
  if (all == nullptr || !*all) return List{};
  return list.list() != nullptr ? list : make_list(site, List{list});
}

}  // namespace

const Instruction* run_filter(Machine& machine, const Instruction& self) {
  const Loop& loop = machine.program().loops[self.extra];
  const Value& list = machine.read(loop.domain);
  if (list.is_null() || list.is_unknown()) {
    machine.leave(self, list);
  } else {
    machine.leave(self,
                  loop.reads_item ? filter_each(machine, self, loop, list) : filter_once(machine, self, loop, list));
  }
  return machine.stopped() ? nullptr : &self + 1 + loop.length;
}

const Instruction* run_index(Machine& machine, const Instruction& self) {
  const Value& list = machine.read(self.left);
  const Value& index = machine.read(self.right);
  if (list.is_null() || index.is_null()) return machine.leave(self, Null{});
  CallSite site(machine, self.node);
  const Decimal* place = index.get_if<Decimal>();
  if (place != nullptr && place->is_zero()) return machine.leave(self, item_at(site, Value(List{}), *place));
  if (list.is_unknown() || index.is_unknown()) {
    return machine.leave(self, Unknown{list.unknown_facts() | index.unknown_facts()});
  }
  if (place != nullptr) return machine.leave(self, item_at(site, list, *place));
  machine.note(self.node, "feel.run.wrong_kind", "a " + std::string(kind_name(index)) + " is no place in a list");
  return machine.leave(self, Null{});
}

}  // namespace tepei::feel
