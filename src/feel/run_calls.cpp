#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "feel/composite.hpp"
#include "feel/run.hpp"

namespace tepei::feel {
namespace {

// The places of a call's arguments, on the stack where they are few.
class Gathered {
 public:
  Gathered(const Machine& machine, const Operand* operands, std::size_t count) : count_(count) {
    const Value** places = few_.data();
    if (count > few_.size()) {
      many_.resize(count);
      places = many_.data();
    }
    for (std::size_t i = 0; i < count; ++i) places[i] = &machine.read(operands[i]);
  }
  Arguments arguments() const { return {many_.empty() ? few_.data() : many_.data(), count_}; }

 private:
  std::array<const Value*, 8> few_{};
  std::vector<const Value*> many_;
  std::size_t count_;
};

std::vector<std::string> parameter_names(const Function& function, std::size_t count) {
  if (function.program != nullptr) return function.program->syntax->at(function.program->function).names;
  std::vector<std::string> names;
  if (const Builtin* builtin = builtin_taking(function.builtin, count)) {
    for (const Parameter& parameter : builtin->parameters) names.push_back(parameter.name);
  }
  return names;
}

// Puts arguments given by name into the order of the parameters; one that is not given is null.
Value call_by_name(Machine& machine, const Instruction& self, const Value& function, const Arguments& arguments) {
  const auto* held = function.get_if<std::shared_ptr<const Function>>();
  if (held == nullptr) return machine.call(self.node, function, arguments);
  const std::vector<std::string>& given = machine.program().keys[self.extra - 1];
  const std::vector<std::string> names = parameter_names(**held, arguments.size());
  const Value absent = Null{};
  std::vector<const Value*> ordered(names.size(), &absent);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto place = std::find(names.begin(), names.end(), given[i]);
    if (place == names.end()) {
      machine.note(self.node, "feel.run.unknown_parameter", "the function has no parameter `" + given[i] + "`");
      return Null{};
    }
    ordered[static_cast<std::size_t>(place - names.begin())] = &arguments[i];
  }
  return machine.call(self.node, function, Arguments(ordered.data(), ordered.size()));
}

}  // namespace

const Instruction* run_builtin(Machine& machine, const Instruction& self) {
  const BuiltinCall& call = machine.program().calls[self.extra];
  const Gathered gathered(machine, machine.program().pool.data() + call.first, call.count);
  CallSite site(machine, self.node);
  if (!machine.spend(1, self.node)) return nullptr;
  return machine.leave(self, call_builtin(site, *call.builtin, gathered.arguments()));
}

const Instruction* run_starts_with(Machine& machine, const Instruction& self) {
  const Value& text = machine.read(self.left);
  const Value& beginning = machine.read(self.right);
  if (text.text() != nullptr && beginning.text() != nullptr) {
    const std::string_view start = *beginning.text();
    return machine.leave(self, std::string_view(*text.text()).substr(0, start.size()) == start);
  }
  return run_builtin(machine, self);
}

const Instruction* run_call(Machine& machine, const Instruction& self) {
  const Operand* operands = machine.program().pool.data() + self.left;
  const Gathered gathered(machine, operands + 1, self.right - 1);
  const Value& function = machine.read(operands[0]);
  if (self.extra == 0) {
    machine.leave(self, machine.call(self.node, function, gathered.arguments()));
  } else {
    machine.leave(self, call_by_name(machine, self, function, gathered.arguments()));
  }
  return machine.stopped() ? nullptr : &self + 1;
}

const Instruction* run_function(Machine& machine, const Instruction& self) {
  const Operand* operands = machine.program().pool.data() + self.left;
  auto function = std::make_shared<Function>();
  function->program = machine.program().functions[self.extra];
  function->captured.reserve(self.right);
  for (std::uint32_t i = 0; i < self.right; ++i) function->captured.push_back(machine.read(operands[i]));
  CallSite site(machine, self.node);
  Value value(std::shared_ptr<const Function>(std::move(function)));
  if (!walkable(site, value)) return nullptr;
  return machine.leave(self, std::move(value));
}

}  // namespace tepei::feel
