// Builds one program instruction by instruction, working out at once what only reads constants.
#pragma once

#include <memory>
#include <vector>

#include "feel/run.hpp"

namespace tepei::feel {

class Emitter {
 public:
  // `function`: the function literal whose body this is, or `no_node` for a whole expression.
  Emitter(std::shared_ptr<const Syntax> syntax, const Limits& limits, NodeId function);

  Program& program() noexcept { return *program_; }
  // The program with the limits it runs under and the instruction that ends it.
  std::shared_ptr<Program> finish(Operand result);

  Operand constant(Value value);
  std::uint32_t fresh_register() { return program_->register_count++; }
  // The index of the next instruction.
  std::uint32_t place() const { return static_cast<std::uint32_t>(program_->code.size()); }
  // Puts operands into the pool; their first place.
  std::uint32_t pooled(const std::vector<Operand>& operands);

  // An instruction with a register of its own; the operand that names it.
  Operand emit(const Instruction& instruction);
  // One without, or whose register another instruction shares; its index.
  std::uint32_t emit_bare(const Instruction& instruction);
  // One that depends on its operands alone: where all are constants, its answer is a constant too and nothing is
  // emitted.
  Operand emit_pure(const Instruction& instruction);
  // The same for `list(left, right)`.
  Operand emit_pure(Instruction instruction, const std::vector<Operand>& operands);

 private:
  bool constant_operands(const std::vector<Operand>& operands) const;
  Operand fold_or_emit(const Instruction& instruction, bool constant);
  bool fold(const Instruction& instruction, Value& answer);

  std::shared_ptr<Program> program_;
  Limits limits_;
  Scratch scratch_;
};

}  // namespace tepei::feel
