#include "feel/reference.hpp"

#include <algorithm>

#include "feel/function.hpp"

namespace tepei::feel::reference {
namespace {

struct LimitPassed {};

const Value null = Null{};

}  // namespace

Value Evaluator::run() {
  try {
    return evaluate(syntax_.root, {});
  } catch (const LimitPassed&) {
    return null;
  }
}

bool Evaluator::spend(std::size_t steps) {
  steps_ += steps;
  if (steps_ > limits_.max_steps) throw LimitPassed{};
  return true;
}

Value Evaluator::stop(std::string_view /*code*/, std::string /*message*/) {
  throw LimitPassed{};
}

Value Evaluator::evaluate(NodeId id, const Environment& environment) {
  spend(1);
  const Node& node = syntax_.at(id);
  const auto child = [&](std::size_t place) { return evaluate(node.children[place], environment); };
  const auto children = [&] {
    std::vector<Value> values;
    for (const NodeId each : node.children) values.push_back(evaluate(each, environment));
    return values;
  };
  switch (node.kind) {
    case NodeKind::literal:
      return node.value;
    case NodeKind::name:
      if (node.target == NameTarget::variable) return inputs_.at(node.slot);
      if (node.target == NameTarget::local) return environment.at(node.local);
      return Value(std::make_shared<const Function>(Function{nullptr, {}, node.text}));
    case NodeKind::negate:
      return minus(child(0));
    case NodeKind::arithmetic:
      return arithmetic(node.operation, child(0), child(1));
    case NodeKind::comparison:
      return comparison(node.operation, child(0), child(1));
    case NodeKind::conjunction:
      return conjunction(children());
    case NodeKind::disjunction:
      return disjunction(children());
    case NodeKind::negation:
      return negation(child(0));
    case NodeKind::between: {
      const Value value = child(0);
      return conjunction({comparison(Operation::greater_or_equal, value, child(1)),
                          comparison(Operation::less_or_equal, value, child(2))});
    }
    case NodeKind::in: {
      const Value tested = child(0);
      std::vector<Value> answers;
      for (std::size_t i = 1; i < node.children.size(); ++i)
        answers.push_back(test(node.children[i], tested, environment));
      return disjunction(answers);
    }
    case NodeKind::conditional:
      return conditional(node, environment);
    case NodeKind::iteration:
      return loop(node, environment);
    case NodeKind::some:
      return quantify(node, 0, environment);
    case NodeKind::every:
      return quantify(node, 0, environment);
    case NodeKind::filter:
      return filter(node, environment);
    case NodeKind::path:
      return member(child(0), node.text);
    case NodeKind::context: {
      Context entries;
      Environment inner = environment;
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        entries.emplace_back(node.names[i], evaluate(node.children[i], inner));
        if (i < node.locals.size()) inner[node.locals[i]] = entries.back().second;
      }
      return entries;
    }
    case NodeKind::list:
      return List(children());
    case NodeKind::range: {
      const bool start_open = syntax_.at(node.children[0]).kind == NodeKind::literal;
      const bool end_open = syntax_.at(node.children[1]).kind == NodeKind::literal;
      const Value start = child(0);
      const Value end = child(1);
      if ((start.is_null() && !start_open) || (end.is_null() && !end_open)) return null;
      for (const Value* bound : {&start, &end}) {
        if (bound->list() != nullptr || bound->context() != nullptr || bound->range() != nullptr) return null;
      }
      return Range{start, end, node.start_included, node.end_included};
    }
    case NodeKind::function:
      closures_.push_back({id, environment});
      return Value(std::make_shared<const Function>(Function{nullptr, {}, "#" + std::to_string(closures_.size() - 1)}));
    case NodeKind::call:
      return call_node(node, environment);
    case NodeKind::instance_of:
      return is_of(child(0), node.tested_type);
    default:
      return null;
  }
}

Value Evaluator::conditional(const Node& node, const Environment& environment) {
  const Value condition = evaluate(node.children[0], environment);
  if (!condition.is_unknown()) {
    const bool* known = condition.get_if<bool>();
    return evaluate(node.children[known != nullptr && *known ? 1 : 2], environment);
  }
  const Value yes = evaluate(node.children[1], environment);
  const Value no = evaluate(node.children[2], environment);
  FactSet facts = condition.unknown_facts();
  const bool yes_open = open(yes, facts);
  const bool no_open = open(no, facts);
  if (!yes_open && !no_open && identical(yes, no)) return yes;
  return Unknown{facts};
}

Value Evaluator::test(NodeId id, const Value& tested, const Environment& environment) {
  const Node& node = syntax_.at(id);
  switch (node.kind) {
    case NodeKind::test_comparison:
      return comparison(node.operation, tested, evaluate(node.children[0], environment));
    default:
      break;
  }
  if (node.kind == NodeKind::range) {
    // An end that is computed and null makes its side null; one that is left out asks nothing.
    if (tested.is_null()) return null;
    std::vector<Value> sides;
    for (const std::size_t side : {0U, 1U}) {
      const Node& end = syntax_.at(node.children[side]);
      if (end.kind == NodeKind::literal && end.value.is_null()) continue;
      const bool included = side == 0 ? node.start_included : node.end_included;
      const Operation below = included ? Operation::less_or_equal : Operation::less;
      const Operation above = included ? Operation::greater_or_equal : Operation::greater;
      sides.push_back(comparison(side == 0 ? above : below, tested, evaluate(node.children[side], environment)));
    }
    return conjunction(sides);
  }
  const Value given = evaluate(id, environment);
  if (const Range* range = given.range()) {
    return in_range(tested, range->start, range->end, range->start_included, range->end_included);
  }
  const List* list = given.list();
  if (list == nullptr) return comparison(Operation::equal, tested, given);
  std::vector<Value> answers;
  for (const Value& item : *list) {
    const Range* range = tested.range() == nullptr ? item.range() : nullptr;
    answers.push_back(range == nullptr
                          ? item_equality(tested, item)
                          : in_range(tested, range->start, range->end, range->start_included, range->end_included));
  }
  if (tested.list() != nullptr) answers.push_back(item_equality(tested, given));
  return disjunction(answers);
}

// The list a loop runs over; null or unknown where there is none.
Value Evaluator::domain_of(NodeId id, const Environment& environment) {
  const Node& node = syntax_.at(id);
  Value start;
  Value end;
  bool from = true;
  bool to = true;
  if (node.kind == NodeKind::iteration_range) {
    start = evaluate(node.children[0], environment);
    end = evaluate(node.children[1], environment);
  } else {
    const Value value = evaluate(id, environment);
    if (value.is_null() || value.is_unknown() || value.list() != nullptr) return value;
    const Range* range = value.range();
    if (range == nullptr) return List{value};
    start = range->start;
    end = range->end;
    from = range->start_included;
    to = range->end_included;
  }
  if (start.is_null() || end.is_null()) return null;
  if (start.is_unknown() || end.is_unknown()) return Unknown{start.unknown_facts() | end.unknown_facts()};
  const Decimal* first = start.get_if<Decimal>();
  const Decimal* last = end.get_if<Decimal>();
  if (first == nullptr || last == nullptr || !first->to_int64() || !last->to_int64()) return null;
  List numbers;
  const std::int64_t step = *first->to_int64() <= *last->to_int64() ? 1 : -1;
  if (step < 0 && node.kind != NodeKind::iteration_range) return List{};
  for (std::int64_t i = *first->to_int64();; i += step) {
    const bool left_out = (i == *first->to_int64() && !from) || (i == *last->to_int64() && !to);
    if (!left_out) numbers.emplace_back(i);
    spend(1);
    if (i == *last->to_int64()) break;
  }
  return numbers;
}

void Evaluator::iterate(const Node& node, std::size_t domain, Environment environment, List& answers,
                        Trouble& trouble) {
  if (domain + 1 == node.children.size()) {
    if (node.locals.size() > node.names.size()) environment[node.locals.back()] = answers;
    answers.push_back(evaluate(node.children.back(), environment));
    return;
  }
  const Value items = domain_of(node.children[domain], environment);
  trouble.null = trouble.null || items.is_null();
  trouble.unknown = trouble.unknown || items.is_unknown();
  trouble.facts |= items.unknown_facts();
  if (items.list() == nullptr) return;
  for (const Value& item : *items.list()) {
    environment[node.locals[domain]] = item;
    iterate(node, domain + 1, environment, answers, trouble);
  }
}

Value Evaluator::loop(const Node& node, const Environment& environment) {
  List answers;
  Trouble trouble;
  iterate(node, 0, environment, answers, trouble);
  if (trouble.null) return null;
  return trouble.unknown ? Value(Unknown{trouble.facts}) : Value(answers);
}

Value Evaluator::quantify(const Node& node, std::size_t domain, const Environment& environment) {
  if (domain + 1 == node.children.size()) return evaluate(node.children.back(), environment);
  const Value items = domain_of(node.children[domain], environment);
  if (items.is_null() || items.is_unknown()) return items;
  std::vector<Value> answers;
  for (const Value& item : *items.list()) {
    Environment inner = environment;
    inner[node.locals[domain]] = item;
    answers.push_back(quantify(node, domain + 1, inner));
  }
  return node.kind == NodeKind::some ? disjunction(answers) : conjunction(answers);
}

bool Evaluator::reads(NodeId id, std::uint32_t local) const {
  const Node& node = syntax_.at(id);
  if (node.kind == NodeKind::name && node.target == NameTarget::local && node.local == local) return true;
  return std::any_of(node.children.begin(), node.children.end(), [&](NodeId each) { return reads(each, local); });
}

Value Evaluator::filter(const Node& node, const Environment& environment) {
  const Value target = evaluate(node.children[0], environment);
  const std::uint32_t item_local = node.locals[0];
  const bool per_item = reads(node.children[1], item_local);
  const bool index = !per_item && syntax_.at(node.children[1]).type.is(TypeKind::number);
  const Value once = per_item ? null : evaluate(node.children[1], environment);
  if (index && (target.is_null() || once.is_null())) return null;
  if (index && once.get_if<Decimal>() != nullptr && once.get_if<Decimal>()->is_zero()) return null;
  if (index && once.is_unknown()) return Unknown{target.unknown_facts() | once.unknown_facts()};
  if (target.is_null() || target.is_unknown()) return target;
  const List items = target.list() != nullptr ? *target.list() : List{target};
  if (!per_item && once.is_unknown()) return once;
  if (!per_item && once.get_if<Decimal>() != nullptr) {
    const auto place = once.get_if<Decimal>()->to_int64();
    const auto size = static_cast<std::int64_t>(items.size());
    if (!place || *place == 0 || *place > size || *place < -size) return null;
    return items[static_cast<std::size_t>(*place > 0 ? *place - 1 : size + *place)];
  }
  List kept;
  FactSet facts;
  bool unknown = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Environment inner = environment;
    inner[item_local] = items[i];
    const Value answer = per_item ? evaluate(node.children[1], inner) : once;
    const Decimal* number = answer.get_if<Decimal>();
    const bool* known = answer.get_if<bool>();
    if (answer.is_unknown()) {
      unknown = true;
      facts |= answer.unknown_facts();
    } else if ((known != nullptr && *known) || (number != nullptr && *number == Decimal(static_cast<int>(i) + 1))) {
      kept.push_back(items[i]);
    }
  }
  return unknown ? Value(Unknown{facts}) : Value(kept);
}

Value Evaluator::call_node(const Node& node, const Environment& environment) {
  std::vector<Value> values;
  for (std::size_t i = 1; i < node.children.size(); ++i) values.push_back(evaluate(node.children[i], environment));
  std::vector<const Value*> places;
  for (const Value& value : values) places.push_back(&value);
  return call(evaluate(node.children[0], environment), Arguments(places.data(), places.size()));
}

Value Evaluator::call(const Value& function, const Arguments& arguments) {
  if (function.is_unknown() || function.is_null()) return function;
  const auto* held = function.get_if<std::shared_ptr<const Function>>();
  if (held == nullptr) return null;
  const std::string& name = (*held)->builtin;
  if (name[0] == '#') {
    if (++depth_ > limits_.max_call_depth) throw LimitPassed{};
    const Closure closure = closures_[std::stoul(name.substr(1))];
    const Node& literal = syntax_.at(closure.literal);
    if (literal.names.size() != arguments.size()) return null;
    Environment inner = closure.environment;
    for (std::size_t i = 0; i < arguments.size(); ++i) inner[literal.locals[i]] = arguments[i];
    const Value answer = evaluate(literal.children[0], inner);
    --depth_;
    return answer;
  }
  const Builtin* builtin = builtin_taking(name, arguments.size());
  if (builtin == nullptr) return null;
  FactSet facts;
  bool unknown = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool optional = i < builtin->parameters.size() && builtin->parameters[i].optional;
    if (arguments[i].is_null() && builtin->null_gives_null && !optional) return null;
    unknown = unknown || arguments[i].is_unknown();
    facts |= arguments[i].unknown_facts();
  }
  return unknown && builtin->strict ? Value(Unknown{facts}) : builtin->call(*this, arguments);
}

}  // namespace tepei::feel::reference
