#include "feel/arithmetic.hpp"
#include "feel/run.hpp"

namespace tepei::feel {
namespace {

template <Operation operation>
const Instruction* run_calculate(Machine& machine, const Instruction& self) {
  CallSite site(machine, self.node);
  return machine.leave(self, calculate(site, operation, machine.read(self.left), machine.read(self.right)));
}

// Tries the one operation on two numbers before asking what the operands are.
template <Operation operation, std::optional<Decimal> (*apply)(const Decimal&, const Decimal&)>
const Instruction* run_numbers(Machine& machine, const Instruction& self) {
  const Decimal* left = machine.read(self.left).get_if<Decimal>();
  const Decimal* right = machine.read(self.right).get_if<Decimal>();
  if (left != nullptr && right != nullptr) {
    if (const std::optional<Decimal> answer = apply(*left, *right)) return machine.leave(self, *answer);
  }
  return run_calculate<operation>(machine, self);
}

// A date moved by a duration of months: what every age limit and term of service is made of.
template <Operation operation>
const Instruction* run_date_and_months(Machine& machine, const Instruction& self) {
  const Date* date = machine.read(self.left).get_if<Date>();
  const MonthsDuration* duration = machine.read(self.right).get_if<MonthsDuration>();
  if (date != nullptr && duration != nullptr && duration->months > -1'000'000 && duration->months < 1'000'000) {
    const std::int64_t months = operation == Operation::subtract ? -duration->months : duration->months;
    if (const std::optional<Date> moved = add_months(*date, months)) return machine.leave(self, *moved);
  }
  return run_calculate<operation>(machine, self);
}

}  // namespace

Run arithmetic_run(Operation operation, const Type& left, const Type& right) {
  const bool moves_date = left.is(TypeKind::date) && right.is(TypeKind::years_and_months_duration);
  switch (operation) {
    case Operation::add:
      return moves_date ? run_date_and_months<Operation::add> : run_numbers<Operation::add, Decimal::add>;
    case Operation::subtract:
      return moves_date ? run_date_and_months<Operation::subtract>
                        : run_numbers<Operation::subtract, Decimal::subtract>;
    case Operation::multiply:
      return run_numbers<Operation::multiply, Decimal::multiply>;
    case Operation::divide:
      return run_numbers<Operation::divide, Decimal::divide>;
    default:
      return run_calculate<Operation::power>;
  }
}

const Instruction* run_negate(Machine& machine, const Instruction& self) {
  CallSite site(machine, self.node);
  return machine.leave(self, negate(site, machine.read(self.left)));
}

}  // namespace tepei::feel
