// Runs programs over a scratch: the banks an operand may name, the limits, and calls from function to function.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "feel/builtin.hpp"
#include "feel/function.hpp"
#include "feel/program.hpp"

namespace tepei::feel {

// The answers of a `for` so far.
struct Collected;

class Machine {
 public:
  Machine(const Program& program, const Inputs& inputs, Scratch& scratch)
      : program_(&program), main_(program), scratch_(scratch), steps_left_(program.limits.max_steps) {
    if (scratch.registers_.size() < program.register_count) scratch.registers_.resize(program.register_count);
    registers_ = scratch.registers_.data();
    banks_[static_cast<std::size_t>(Home::registers)] = registers_;
    banks_[static_cast<std::size_t>(Home::constants)] = program.constants.data();
    banks_[static_cast<std::size_t>(Home::facts)] = inputs.facts;
    banks_[static_cast<std::size_t>(Home::bound)] = inputs.bound;
    scratch.inputs_ = inputs;
    if (!scratch.diagnostics_.empty()) scratch.diagnostics_.clear();
  }

  // Runs the whole program; false where a limit was passed. The value then stands in its result.
  bool run() {
    scratch_.complete_ = spend(program_->code.size(), program_->syntax->root) && follow(program_->code.data());
    return scratch_.complete_;
  }

  const Value& read(Operand operand) const noexcept { return banks_[operand >> home_shift][operand & index_mask]; }
  Value& cell(std::uint32_t index) noexcept { return registers_[index]; }

  // Leaves a value in the instruction's register and goes on with the next.
  template <typename T>
  const Instruction* leave(const Instruction& self, T&& value) {
    registers_[self.target] = std::forward<T>(value);
    return &self + 1;
  }
  const Program& program() const noexcept { return *program_; }
  const Limits& limits() const noexcept { return main_.limits; }

  // Runs the instructions from `first` to the end of their block; false where the evaluation has ended.
  bool run_block(const Instruction* first);
  // Counts work; false where the limit is passed and the evaluation has ended.
  bool spend(std::uint64_t steps, NodeId node) {
    if (steps > steps_left_) return refuse_steps(node);
    steps_left_ -= steps;
    return !stopped_;
  }
  bool stopped() const noexcept { return stopped_; }

  // What the `for` in force has collected; each sets its own and puts the outer one back.
  Collected* collected = nullptr;

  // Notes why an answer is null.
  void note(NodeId node, std::string_view code, std::string message);
  // Ends the evaluation, with the reason noted.
  void stop(NodeId node, std::string_view code, std::string message);
  // The answer of a function value for these arguments.
  Value call(NodeId node, const Value& function, const Arguments& arguments);

 private:
  bool follow(const Instruction* first) {
    for (const Instruction* at = first; at != nullptr;) at = at->run(*this, *at);
    return !stopped_;
  }
  bool refuse_steps(NodeId node);
  Value wrong_count(NodeId node, std::size_t count);
  Value call_literal(NodeId node, const Function& function, const Arguments& arguments);
  Value run_function(const Function& function, const Arguments& arguments);

  std::array<const Value*, 4> banks_{};
  Value* registers_ = nullptr;
  const Program* program_;
  const Program& main_;
  Scratch& scratch_;
  std::uint64_t steps_left_;
  std::size_t calls_ = 0;
  std::size_t host_frames_ = 0;
  bool stopped_ = false;
};

// The machine as an operation sees it that was called for one node.
class CallSite final : public Caller {
 public:
  CallSite(Machine& machine, NodeId node) : machine_(machine), node_(node) {}
  Value call(const Value& function, const Arguments& arguments) override {
    return machine_.call(node_, function, arguments);
  }
  bool spend(std::size_t steps) override { return machine_.spend(steps, node_); }
  Value null_because(std::string_view code, std::string message) override {
    machine_.note(node_, code, std::move(message));
    return Null{};
  }
  Value stop(std::string_view code, std::string message) override {
    machine_.stop(node_, code, std::move(message));
    return Null{};
  }
  const Limits& limits() const override { return machine_.limits(); }

 private:
  Machine& machine_;
  NodeId node_;
};

// Calls the builtin with its null and unknown arguments dealt with as its signature says.
Value call_builtin(Caller& caller, const Builtin& builtin, const Arguments& arguments);

}  // namespace tepei::feel
