// The instructions, by family; each function below is an instruction's `run`, and its comment says what it reads.
// `list(left, right)` are the `right` operands of the pool from `left` on.
#pragma once

#include "feel/machine.hpp"

namespace tepei::feel {

using Run = const Instruction* (*)(Machine& machine, const Instruction& self);

// run_arithmetic.cpp
// left, right: the operands.
Run arithmetic_run(Operation operation, const Type& left, const Type& right);
// left: the operand.
const Instruction* run_negate(Machine& machine, const Instruction& self);

// run_comparison.cpp
// left, right: the operands. Specialised where both types are known.
Run comparison_run(Operation operation, const Type& left, const Type& right);
// list(left, 3): value, start, end (`no_operand` where open); extra: 1 where the start is included, plus 2 where the
// end is.
const Instruction* run_within(Machine& machine, const Instruction& self);
// left: value; right: a test that is a value.
const Instruction* run_satisfies(Machine& machine, const Instruction& self);

// run_logic.cpp
// list(left, right): the operands.
const Instruction* run_conjunction(Machine& machine, const Instruction& self);
const Instruction* run_disjunction(Machine& machine, const Instruction& self);
// left: the operand.
const Instruction* run_negation(Machine& machine, const Instruction& self);

// run_control.cpp
// Ends a block or the program.
const Instruction* run_end(Machine& machine, const Instruction& self);
// `if`: goes on with the then-branch, or skips `extra` instructions to the else-branch. left: condition.
const Instruction* run_branch(Machine& machine, const Instruction& self);
// After the then-branch: its value is the answer and `extra` instructions are skipped, unless the condition is unknown.
// left: condition; right: the then-branch's value.
const Instruction* run_leave_then(Machine& machine, const Instruction& self);
// After the else-branch. left: condition; right: the else-branch's value; extra: the then-branch's.
const Instruction* run_join(Machine& machine, const Instruction& self);

// run_iteration.cpp; extra: place in Program::loops; the body follows.
const Instruction* run_for(Machine& machine, const Instruction& self);
const Instruction* run_some(Machine& machine, const Instruction& self);
const Instruction* run_every(Machine& machine, const Instruction& self);

// run_filter.cpp; extra: place in Program::loops; the body follows.
const Instruction* run_filter(Machine& machine, const Instruction& self);
// left: list; right: index.
const Instruction* run_index(Machine& machine, const Instruction& self);

// run_access.cpp
// left: target; right: the constant that names the member.
const Instruction* run_path(Machine& machine, const Instruction& self);
// list(left, right): the items.
const Instruction* run_list(Machine& machine, const Instruction& self);
// list(left, right): the values; extra: place in Program::keys.
const Instruction* run_context(Machine& machine, const Instruction& self);
// left, right: the ends; extra: as for run_within, plus 4 where the start and 8 where the end was left open.
const Instruction* run_range(Machine& machine, const Instruction& self);
// left: value; the node tells the type.
const Instruction* run_instance_of(Machine& machine, const Instruction& self);

// run_calls.cpp
// extra: place in Program::calls.
const Instruction* run_builtin(Machine& machine, const Instruction& self);
// left: text; right: its expected beginning.
const Instruction* run_starts_with(Machine& machine, const Instruction& self);
// list(left, right): the function and its arguments; extra: 1 + place in Program::keys of the arguments' names, or 0.
const Instruction* run_call(Machine& machine, const Instruction& self);
// list(left, right): what is captured; extra: place in Program::functions.
const Instruction* run_function(Machine& machine, const Instruction& self);

}  // namespace tepei::feel
