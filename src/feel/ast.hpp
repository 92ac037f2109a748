// The syntax tree: one flat array of nodes, children by index, so that a tree of any shape is made, walked and
// destroyed without recursion on the host's stack.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tepei/feel/scope.hpp"
#include "tepei/feel/type.hpp"
#include "tepei/value/diagnostic.hpp"
#include "tepei/value/value.hpp"

namespace tepei::feel {

using NodeId = std::uint32_t;
constexpr NodeId no_node = 0xFFFFFFFF;

// What a node is, with the meaning of its children and fields.
enum class NodeKind : std::uint8_t {
  literal,      // value: null, boolean, number (with its sign), string, or what an @-literal gives; after checking
                // also an enum value
  name,         // text: the name as matched (`?` for the tested value); after checking `target` says what it means
  negate,       // [operand]
  arithmetic,   // [left, right], operation
  comparison,   // [left, right], operation
  conjunction,  // [2 or more], flattened: a and b and c
  disjunction,  // [2 or more], flattened
  negation,     // [operand]: what `not(x)` with one boolean argument becomes when checked
  between,      // [value, low, high]
  in,           // [value, test, test…]: true where one test holds; each test is one of the next four or an expression
  test_comparison,  // [operand], operation: `< 5` as a unary test; the tested value is implicit
  test_not,         // [test…]: not(test, test) as unary tests
  test_any,         // []: `-`
  unary_tests,  // [test…]: the root of a decision table's cell; the tested value is the implicit `?`, its one local
  conditional,  // [condition, then, else]
  iteration,    // for: [domain…, body], names: one a domain; a domain may be an iteration_range. `locals` has one
                // number more than names: that of `partial`, last
  iteration_range,  // [start, end]: `1..n`
  some,             // [domain…, condition], names
  every,            // [domain…, condition], names
  filter,           // [list, predicate]; binds `item` in the predicate
  path,             // [target], text: the member
  context,          // [value…], names: the keys
  list,             // [item…]
  range,            // [start, end], start_included, end_included; an end without bound is a null literal. `(< 5)` as an
                    // expression is one too
  function,    // [body], names: the parameters; parameter_types; text: `external` where the body only describes one
  call,        // [callee, argument…]; names: empty, or one a argument where they are named. After checking, the
               // arguments of a builtin are positional, left-out optional ones null literals, names empty
  instance_of  // [value], tested_type
};

enum class Operation : std::uint8_t {
  none,
  add,
  subtract,
  multiply,
  divide,
  power,
  equal,
  not_equal,
  less,
  less_or_equal,
  greater,
  greater_or_equal
};

// What a name means, filled in by the checker.
enum class NameTarget : std::uint8_t {
  unresolved,
  variable,  // slot
  local,     // local: a binding of for, some, every, a filter's item, a function parameter, an earlier context entry
  builtin    // text is the builtin's name
};

struct Node {
  NodeKind kind = NodeKind::literal;
  Operation operation = Operation::none;
  NameTarget target = NameTarget::unresolved;
  bool start_included = true;
  bool end_included = true;
  Span span;
  std::vector<NodeId> children;
  std::vector<std::string> names;
  // Each binding in the tree has a number of its own, 0 upwards: the nodes that bind (iteration, some, every, filter,
  // function, context, unary_tests) list those of their names here in the same order (a filter: that of `item`).
  std::vector<std::uint32_t> locals;
  std::string text;
  Value value;
  Type type;         // filled in by the checker
  Type tested_type;  // instance_of
  std::vector<Type> parameter_types;
  Slot slot;                // target == variable
  std::uint32_t local = 0;  // target == local
};

// A parsed expression. `nodes` stand children before parents; after checking each node is reached from the root once.
struct Syntax {
  std::string source;
  std::vector<Node> nodes;
  NodeId root = no_node;
  std::uint32_t local_count = 0;  // bindings in the whole tree, after checking
  Diagnostics unknown_names;      // names that nothing declares; the tree holds them unresolved
  Diagnostics unread;  // @-literals and type names that are FEEL but mean nothing here; only check refuses them

  const Node& at(NodeId id) const { return nodes[id]; }
};

}  // namespace tepei::feel
