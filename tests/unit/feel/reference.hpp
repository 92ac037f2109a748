// The naive evaluator that the machine is held against: it walks the checked tree by recursion, keeps its bindings in a
// map and does each operator in the most literal way. It shares the syntax tree, the values and the builtin functions
// with the library, and nothing of the lowering, the instructions or their operators.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "feel/ast.hpp"
#include "feel/builtin.hpp"

namespace tepei::feel::reference {

using Environment = std::map<std::uint32_t, Value>;

struct Closure {
  NodeId literal;
  Environment environment;
};

// What became of the domains of a `for`.
struct Trouble {
  bool null = false;
  bool unknown = false;
  FactSet facts;
};

class Evaluator final : public Caller {
 public:
  Evaluator(const Syntax& syntax, const Inputs& inputs, const Limits& limits)
      : syntax_(syntax), inputs_(inputs), limits_(limits) {}

  // The value of the whole; null where a limit was passed.
  Value run();

  Value call(const Value& function, const Arguments& arguments) override;
  bool spend(std::size_t steps) override;
  Value null_because(std::string_view /*code*/, std::string /*message*/) override { return Null{}; }
  Value stop(std::string_view code, std::string message) override;
  const Limits& limits() const override { return limits_; }

 private:
  Value evaluate(NodeId id, const Environment& environment);
  Value conditional(const Node& node, const Environment& environment);
  Value test(NodeId id, const Value& tested, const Environment& environment);
  void iterate(const Node& node, std::size_t domain, Environment environment, List& answers, Trouble& trouble);
  Value loop(const Node& node, const Environment& environment);
  Value quantify(const Node& node, std::size_t domain, const Environment& environment);
  Value filter(const Node& node, const Environment& environment);
  Value call_node(const Node& node, const Environment& environment);
  Value domain_of(NodeId id, const Environment& environment);
  bool reads(NodeId id, std::uint32_t local) const;

  const Syntax& syntax_;
  const Inputs& inputs_;
  Limits limits_;
  std::vector<Closure> closures_;
  std::uint64_t steps_ = 0;
  std::size_t depth_ = 0;
};

// Operators on values (reference_values.cpp).
Value conjunction(const std::vector<Value>& operands);
Value disjunction(const std::vector<Value>& operands);
Value negation(const Value& operand);
Value arithmetic(Operation operation, const Value& left, const Value& right);
Value minus(const Value& operand);
Value comparison(Operation operation, const Value& left, const Value& right);
// Equality among items: different kinds are different.
Value item_equality(const Value& left, const Value& right);
Value in_range(const Value& value, const Value& start, const Value& end, bool start_included, bool end_included);
Value is_of(const Value& value, const Type& type);
Value member(const Value& target, const std::string& name);
// Whether anything in the value is unknown, with the facts.
bool open(const Value& value, FactSet& facts);

// Same kind, content and, for unknowns at any depth, facts.
bool same(const Value& left, const Value& right);

}  // namespace tepei::feel::reference
