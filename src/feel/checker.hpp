// The checker behind check.hpp: one walk over the tree, bottom-up, with the names in force on a stack of its own. Its
// parts: check (the walk), check_names (names and members), check_operators, check_tests (comparisons, `in`, ranges),
// check_enumerations (text literals that mean members), check_calls, check_blocks (what binds names), check_relations
// (types among themselves).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "feel/ast.hpp"
#include "feel/builtin.hpp"
#include "tepei/value/result.hpp"

namespace tepei::feel {

class Checker {
 public:
  Checker(Syntax syntax, const Scope& scope) : syntax_(std::move(syntax)), scope_(scope) {}

  Result<Syntax> run(const Type& expected);

 private:
  struct Binding {
    std::string name;
    std::uint32_t local = 0;
    Type type;
    bool item = false;  // of a filter: its members may be named without it
  };
  struct Frame {
    NodeId node = no_node;
    std::size_t next = 0;   // child to visit
    std::size_t outer = 0;  // bindings in force outside the node
  };

  static constexpr std::size_t most_problems = 50;  // nobody reads on

  // --- the walk (check.cpp) ---
  void walk();
  void leave(NodeId id);
  Syntax compacted() const;
  Node& node(NodeId id) { return syntax_.nodes[id]; }
  const Node& node(NodeId id) const { return syntax_.nodes[id]; }
  const Type& type(NodeId id) const { return syntax_.nodes[id].type; }
  NodeId add(Node added);
  std::string text(NodeId id) const;
  void report(std::string code, std::string message, std::string help, Span span);
  // `age`, a number
  std::string described(NodeId id) const;
  void check_result(const Type& expected);

  // --- names (check_names.cpp) ---
  void check_name(NodeId id);
  bool is_callee() const;
  bool is_meant(const Type& held, const std::string& name) const;
  bool resolve_locally(NodeId id);
  bool resolve_globally(NodeId id);
  bool resolve_as_member(NodeId id);
  void make_member(NodeId id, const Binding& item, Type member);
  void report_unknown_name(NodeId id);
  void check_path(NodeId id);
  void fold_member(NodeId id);

  // --- what binds names (check_blocks.cpp) ---
  void enter(NodeId id, std::size_t child);
  void number_locals(NodeId id);
  void bind(NodeId id, std::size_t place, std::string name, Type type, bool item = false);
  Type domain_item(NodeId id) const;
  void check_iteration_range(NodeId id);
  void check_quantified(NodeId id);
  void check_filter(NodeId id);
  void check_context(NodeId id);
  void check_function(NodeId id);

  // --- operators (check_operators.cpp) ---
  void check_literal(NodeId id);
  void check_negate(NodeId id);
  void check_arithmetic(NodeId id);
  void check_conditional(NodeId id);
  void check_list(NodeId id);
  void require_boolean(NodeId id, const std::string& by);
  std::string arithmetic_help(Operation operation, const Type& left, const Type& right) const;

  // --- comparisons and tests (check_tests.cpp) ---
  void check_comparison(NodeId id);
  void check_between(NodeId id);
  void check_in(NodeId id);
  void check_test(NodeId value, NodeId test);
  void check_range(NodeId id);
  bool require_comparable(NodeId left, NodeId right, Span span);
  bool require_order(NodeId id, const std::string& by, Span span);
  std::string comparison_help(NodeId left, NodeId right) const;
  void report_incomparable(NodeId left, NodeId right, Span span);

  // --- enumerations (check_enumerations.cpp) ---
  // Where one of the two is an enumeration, makes the other's text literals its members.
  void unify(NodeId left, NodeId right);
  void make_members(NodeId id, const Type& enumeration);
  void make_member_literal(NodeId id, const Type& enumeration);
  static std::optional<Type> enumeration_within(const Type& type);

  // --- calls (check_calls.cpp) ---
  struct Fit;
  void check_call(NodeId id);
  void check_negation(NodeId id);
  void check_builtin_call(NodeId id);
  Type extreme_type(NodeId call) const;
  void check_function_call(NodeId id);
  Fit fit(NodeId call, const Builtin& builtin) const;
  void apply(NodeId call, const Fit& fit);
  void unify_arguments(NodeId call, const Fit& fit);
  void report_misfit(NodeId call, const std::vector<Fit>& fits);
  void report_argument_name(NodeId call, const std::vector<Fit>& fits, std::size_t argument, std::string help);
  void report_argument_type(NodeId call, const std::vector<Fit>& fits, std::size_t argument);

  Syntax syntax_;
  const Scope& scope_;
  Diagnostics problems_;
  std::vector<Binding> bindings_;
  std::vector<Frame> frames_;
};

}  // namespace tepei::feel
