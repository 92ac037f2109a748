#include "tepei/feel/expression.hpp"

#include <utility>

#include "feel/check.hpp"
#include "feel/direction.hpp"
#include "feel/lower.hpp"
#include "feel/machine.hpp"
#include "feel/occurrence.hpp"
#include "feel/parse.hpp"

namespace tepei::feel {

Expression::Expression(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

Result<Expression> Expression::compile(std::string_view source, const Scope& scope, const Limits& limits,
                                       const Type& expected) {
  Result<Syntax> parsed = parse_expression(source, scope, limits);
  if (!parsed.ok()) return parsed.diagnostics();
  Result<Syntax> checked = check(std::move(*parsed), scope, expected);
  if (!checked.ok()) return checked.diagnostics();
  return Expression(lower(std::move(*checked), limits));
}

const std::string& Expression::source() const noexcept {
  return program_->syntax->source;
}

const Type& Expression::type() const noexcept {
  return program_->syntax->at(program_->syntax->root).type;
}

const std::vector<Slot>& Expression::variables() const noexcept {
  return program_->variables;
}

Value Expression::evaluate(const Inputs& inputs, Scratch& scratch) const {
  Machine machine(*program_, inputs, scratch);
  if (!machine.run()) return Null{};
  const Value& result = machine.read(program_->result);
  if (const bool* known = result.get_if<bool>()) return *known;  // most conditions; a boolean needs no general copy
  return result;
}

Value Expression::evaluate(const Inputs& inputs) const {
  Scratch scratch;
  return evaluate(inputs, scratch);
}

const std::vector<Part>& Expression::parts() const noexcept {
  return program_->parts;
}

std::optional<Value> Expression::part_value(const Part& part, const Scratch& scratch) const {
  if (!scratch.complete_ || !was_run(*program_, scratch.inputs_, scratch.registers_, part.result)) return std::nullopt;
  const Value* value = value_of(*program_, scratch.inputs_, scratch.registers_, part.result);
  return value == nullptr ? std::nullopt : std::optional<Value>(*value);
}

Direction Expression::direction(Slot variable) const {
  return direction_of(*program_->syntax, program_->syntax->root, variable);
}

Direction Expression::direction(const Part& part, Slot variable) const {
  return direction_of(*program_->syntax, part.result, variable);
}

std::vector<Slot> Expression::variables_reached(const Inputs& inputs, const Scratch& scratch) const {
  if (!scratch.complete_) return variables();
  return reached_variables(*program_, inputs, scratch.registers_);
}

std::vector<Occurrence> Expression::unknown_occurrences(const Inputs& inputs, const Scratch& scratch) const {
  if (!scratch.complete_) return {};
  return occurrences(*program_, inputs, scratch.registers_);
}

}  // namespace tepei::feel
