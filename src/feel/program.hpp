// The lowered program of one expression or function body: a flat array of small instructions over numbered registers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "feel/ast.hpp"
#include "tepei/feel/expression.hpp"

namespace tepei::feel {

class Machine;
struct Builtin;

// Where an operand stands, in one word: its home in the top two bits, its index in the rest. Facts and bound values are
// read where the caller keeps them.
using Operand = std::uint32_t;
enum class Home : std::uint32_t { registers, constants, facts, bound };
constexpr unsigned home_shift = 30;
constexpr Operand index_mask = (Operand{1} << home_shift) - 1;
constexpr Operand no_operand = 0xFFFFFFFF;

constexpr Operand operand_in(Home home, std::uint32_t index) {
  return (static_cast<Operand>(home) << home_shift) | index;
}
constexpr Home home_of(Operand operand) {
  return static_cast<Home>(operand >> home_shift);
}

// One instruction. `run` does the work and gives the instruction to go on with, or null where a block or the program
// ends. What `left`, `right` and `extra` mean is up to `run`; the functions that make instructions say it.
struct Instruction {
  const Instruction* (*run)(Machine& machine, const Instruction& self) = nullptr;
  std::uint32_t target = 0;  // register
  Operand left = no_operand;
  Operand right = no_operand;
  std::uint32_t extra = 0;
  NodeId node = no_node;  // what it was lowered from, for the span of a diagnostic
};

// What a loop runs over and where its body, the instructions that follow it, leaves its answer.
struct Loop {
  Operand domain = no_operand;
  Operand end = no_operand;  // where the domain is `domain..end`
  std::uint32_t local = 0;   // the register of the loop's name
  Operand result = no_operand;
  std::uint32_t length = 0;  // instructions of the body, with the one that ends it
  // Of `for` alone: whether this is the first and the last of its domains, and the register of `partial` where the body
  // reads it.
  bool outermost = true;
  bool innermost = true;
  std::uint32_t partial = no_operand;
  // Of a filter alone: the body reads `item`; otherwise it is run once, and a number then is an index.
  bool reads_item = true;
};

// A call of a builtin, its arguments in `Program::pool`.
struct BuiltinCall {
  const Builtin* builtin = nullptr;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// Immutable once lowered.
class Program {
 public:
  std::shared_ptr<const Syntax> syntax;
  Limits limits;
  std::vector<Instruction> code;
  std::vector<Value> constants;
  std::vector<Operand> pool;  // operands of instructions that take many
  std::vector<Loop> loops;
  std::vector<BuiltinCall> calls;
  std::vector<std::vector<std::string>> keys;  // of contexts
  std::vector<std::shared_ptr<const Program>> functions;
  std::uint32_t register_count = 0;
  Operand result = no_operand;

  // A function body's parameters stand in the first registers; what it captured is copied into these, in order.
  NodeId function = no_node;
  std::uint32_t parameter_count = 0;
  std::vector<std::uint32_t> capture_registers;

  // Of a whole expression: where each node's value stands (`no_operand` within functions), each node's parent
  // (`no_node` at the root and off the tree), the variables read, and the boolean structure with node ids as results.
  std::vector<Operand> results;
  std::vector<NodeId> parents;
  std::vector<Slot> variables;
  std::vector<Part> parts;
};

}  // namespace tepei::feel
