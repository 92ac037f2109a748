#include "feel/machine.hpp"

#include <algorithm>

#include "feel/conformance.hpp"
#include "feel/function.hpp"

namespace tepei::feel {
namespace {

// Bounds what one evaluation may say, however often a loop goes wrong.
constexpr std::size_t most_diagnostics = 16;

// Bounds the host's stack: blocks within blocks and calls within calls, whatever the limits allow.
constexpr std::size_t most_host_frames = 1000;

}  // namespace

bool Machine::run_block(const Instruction* first) {
  if (host_frames_ == most_host_frames) {
    stop(first->node, "feel.run.too_deep", "loops and calls stand too deep within each other");
    return false;
  }
  ++host_frames_;
  const bool goes_on = follow(first);
  --host_frames_;
  return goes_on;
}

void Machine::stop(NodeId node, std::string_view code, std::string message) {
  if (!stopped_) note(node, code, std::move(message));
  stopped_ = true;
}

bool Machine::refuse_steps(NodeId node) {
  steps_left_ = 0;
  stop(node, "feel.run.too_many_steps",
       "the evaluation takes more than " + std::to_string(main_.limits.max_steps) + " steps");
  return false;
}

void Machine::note(NodeId node, std::string_view code, std::string message) {
  if (stopped_ || scratch_.diagnostics_.size() >= most_diagnostics) return;
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.source = program_->syntax->source;
  if (node != no_node) diagnostic.span = program_->syntax->at(node).span;
  scratch_.diagnostics_.push_back(std::move(diagnostic));
}

Value Machine::call(NodeId node, const Value& function, const Arguments& arguments) {
  if (function.is_null() || function.is_unknown()) return function;
  const auto* held = function.get_if<std::shared_ptr<const Function>>();
  if (held == nullptr) {
    note(node, "feel.run.not_a_function", "a " + std::string(kind_name(function)) + " cannot be called");
    return Null{};
  }
  const std::shared_ptr<const Function> callee = *held;  // lives on while it runs, whatever becomes of the register
  if (callee->program != nullptr) return call_literal(node, *callee, arguments);
  CallSite site(*this, node);
  if (const Builtin* builtin = builtin_taking(callee->builtin, arguments.size())) {
    return call_builtin(site, *builtin, arguments);
  }
  return wrong_count(node, arguments.size());
}

Value Machine::wrong_count(NodeId node, std::size_t count) {
  note(node, "feel.run.wrong_argument_count", "the function does not take " + std::to_string(count) + " arguments");
  return Null{};
}

Value Machine::call_literal(NodeId node, const Function& function, const Arguments& arguments) {
  const Program& body = *function.program;
  if (arguments.size() != body.parameter_count) return wrong_count(node, arguments.size());
  if (calls_ == main_.limits.max_call_depth) {
    stop(node, "feel.run.too_deep", "functions call each other more than " + std::to_string(calls_) + " calls deep");
    return Null{};
  }
  if (!spend(body.code.size() + 1, node)) return Null{};
  CallSite site(*this, node);
  const Node& literal = body.syntax->at(body.function);
  for (std::size_t i = 0; i < literal.parameter_types.size() && i < arguments.size(); ++i) {
    if (conforms(site, arguments[i], literal.parameter_types[i]).logic == Logic::no) {
      note(node, "feel.run.wrong_kind",
           "`" + literal.names[i] + "` is a " + literal.parameter_types[i].to_string() + ", not a " +
               std::string(kind_name(arguments[i])));
      return Null{};
    }
  }
  return run_function(function, arguments);
}

Value Machine::run_function(const Function& function, const Arguments& arguments) {
  const Program& body = *function.program;
  if (scratch_.frames_.size() <= calls_) scratch_.frames_.resize(calls_ + 1);
  std::vector<Value>& frame = scratch_.frames_[calls_];
  if (frame.size() < body.register_count) frame.resize(body.register_count);
  for (std::size_t i = 0; i < arguments.size(); ++i) frame[i] = arguments[i];
  for (std::size_t i = 0; i < function.captured.size(); ++i) frame[body.capture_registers[i]] = function.captured[i];

  const Program* caller = std::exchange(program_, &body);
  Value* registers = std::exchange(registers_, frame.data());
  const Value* constants = std::exchange(banks_[static_cast<std::size_t>(Home::constants)], body.constants.data());
  banks_[static_cast<std::size_t>(Home::registers)] = registers_;
  ++calls_;
  Value result = run_block(body.code.data()) ? read(body.result) : Value(Null{});
  --calls_;
  program_ = caller;
  registers_ = registers;
  banks_[static_cast<std::size_t>(Home::registers)] = registers;
  banks_[static_cast<std::size_t>(Home::constants)] = constants;
  return result;
}

// An optional argument may be null to say that it is not given.
static bool left_out(const Builtin& builtin, std::size_t place) {
  return place < builtin.parameters.size() && builtin.parameters[place].optional;
}

Value call_builtin(Caller& caller, const Builtin& builtin, const Arguments& arguments) {
  FactSet facts;
  bool unknown = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].is_null() && builtin.null_gives_null && !left_out(builtin, i)) return Null{};
    if (arguments[i].is_unknown()) {
      unknown = true;
      facts |= arguments[i].unknown_facts();
    }
  }
  if (unknown && builtin.strict) return Unknown{facts};
  return builtin.call(caller, arguments);
}

}  // namespace tepei::feel
