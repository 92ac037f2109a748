// The walk that lowers a tree, children before parents, with a stack of its own: the tree may be deeper than the
// host's.
#pragma once

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "feel/emit.hpp"

namespace tepei::feel {

class Lowering {
 public:
  Lowering(std::shared_ptr<const Syntax> syntax, const Limits& limits);
  std::shared_ptr<Program> run();

 private:
  struct Frame {
    NodeId node;
    std::uint32_t stage;  // children visited
  };
  // A program being built: that of the expression, and one for each function literal around the place of the walk.
  struct Unit {
    Emitter emitter;
    std::unordered_map<std::uint32_t, Operand> locals;
    std::vector<Operand> captured;  // operands of the unit around, in the order of the capture registers
  };

  const Node& at(NodeId id) const { return syntax_->at(id); }
  Emitter& emitter() { return units_.back().emitter; }
  Operand result(NodeId id) const { return results_[id]; }
  const Type& type(NodeId id) const { return at(id).type; }
  Type operand_type(NodeId id);
  std::vector<Operand> results_of(const std::vector<NodeId>& nodes, std::size_t from = 0) const;
  static Instruction instruction(NodeId node, Run run, Operand left = no_operand, Operand right = no_operand,
                                 std::uint32_t extra = 0);

  // lower.cpp
  void before_child(NodeId id, std::size_t child);
  Operand lower_node(NodeId id);
  Operand lower_operator(NodeId id);
  Operand lower_name(const Node& node);
  Operand local(std::uint32_t number);
  void begin_function(NodeId id);
  Operand end_function(NodeId id);

  // lower_tests.cpp
  NodeId tested_node() const;
  Operand lower_in(NodeId id);
  Operand lower_test_comparison(NodeId id);
  Operand lower_range(NodeId id);
  Operand lower_bounds(NodeId id, Operand value, Operand start, Operand end, std::uint32_t included);
  std::vector<Operand> truths(NodeId id);

  // lower_blocks.cpp
  void begin_conditional_part(NodeId id, std::size_t child);
  Operand end_conditional(NodeId id);
  bool is_index(const Node& filter) const;
  void begin_loop(NodeId id, std::size_t domain);
  Operand end_loops(NodeId id);
  Operand lower_filter(NodeId id);

  // lower_calls.cpp
  bool calls_builtin(const Node& call) const;
  Operand lower_call(NodeId id);
  Operand lower_builtin_call(NodeId id);

  std::shared_ptr<const Syntax> syntax_;
  Limits limits_;
  std::vector<Operand> results_;
  std::vector<bool> read_locals_;
  std::vector<Frame> stack_;
  std::vector<Unit> units_;
  std::vector<std::uint32_t> open_;  // instructions that await the place they go on at
};

}  // namespace tepei::feel
