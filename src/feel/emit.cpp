#include "feel/emit.hpp"

#include <algorithm>
#include <utility>

namespace tepei::feel {
namespace {

// Work and size allowed to one answer worked out beforehand, so that a source of many constants neither takes long to
// compile nor keeps every text and list on the way to the last.
constexpr std::uint64_t folding_steps = 10'000;
constexpr std::size_t folded_text_bytes = 256;

bool worth_keeping(const Value& value, Run run) {
  if (!value.is_known()) return false;
  if (const std::string* text = value.text()) return text->size() <= folded_text_bytes;
  if (value.list() != nullptr || value.context() != nullptr) return run == run_list || run == run_context;
  return true;
}

}  // namespace

Emitter::Emitter(std::shared_ptr<const Syntax> syntax, const Limits& limits, NodeId function)
    : program_(std::make_shared<Program>()), limits_(limits) {
  program_->syntax = std::move(syntax);
  program_->limits = limits;
  program_->limits.max_steps = std::min(limits.max_steps, folding_steps);
  program_->function = function;
  if (function != no_node) {
    program_->parameter_count = static_cast<std::uint32_t>(program_->syntax->at(function).names.size());
  }
  // Folding writes its answers to the first register; there is one even in a program that needs none.
  program_->register_count = std::max(program_->parameter_count, 1U);
}

std::shared_ptr<Program> Emitter::finish(Operand result) {
  Instruction end;
  end.run = run_end;
  emit_bare(end);
  program_->result = result;
  program_->limits = limits_;
  return program_;
}

Operand Emitter::constant(Value value) {
  program_->constants.push_back(std::move(value));
  return operand_in(Home::constants, static_cast<std::uint32_t>(program_->constants.size() - 1));
}

std::uint32_t Emitter::pooled(const std::vector<Operand>& operands) {
  const auto first = static_cast<std::uint32_t>(program_->pool.size());
  program_->pool.insert(program_->pool.end(), operands.begin(), operands.end());
  return first;
}

Operand Emitter::emit(const Instruction& instruction) {
  program_->code.push_back(instruction);
  program_->code.back().target = fresh_register();
  return operand_in(Home::registers, program_->code.back().target);
}

std::uint32_t Emitter::emit_bare(const Instruction& instruction) {
  program_->code.push_back(instruction);
  return place() - 1;
}

Operand Emitter::emit_pure(const Instruction& instruction) {
  return fold_or_emit(instruction, constant_operands({instruction.left, instruction.right}));
}

Operand Emitter::emit_pure(Instruction instruction, const std::vector<Operand>& operands) {
  instruction.left = pooled(operands);
  instruction.right = static_cast<std::uint32_t>(operands.size());
  return fold_or_emit(instruction, constant_operands(operands));
}

bool Emitter::constant_operands(const std::vector<Operand>& operands) const {
  return std::all_of(operands.begin(), operands.end(),
                     [](Operand operand) { return operand == no_operand || home_of(operand) == Home::constants; });
}

Operand Emitter::fold_or_emit(const Instruction& instruction, bool constant_operands) {
  Value answer;
  return constant_operands && fold(instruction, answer) ? constant(std::move(answer)) : emit(instruction);
}

bool Emitter::fold(const Instruction& instruction, Value& answer) {
  Instruction trial = instruction;
  trial.target = 0;
  Machine machine(*program_, Inputs{}, scratch_);
  if (!machine.spend(1, instruction.node)) return false;
  trial.run(machine, trial);
  if (machine.stopped() || !scratch_.diagnostics().empty()) return false;
  answer = machine.cell(0);
  return worth_keeping(answer, instruction.run);
}

}  // namespace tepei::feel
