/// The facts a programme knows, found by any name people use for them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/facts/definition.hpp"
#include "tepei/feel/scope.hpp"
#include "tepei/value/result.hpp"

namespace tepei::facts {

/// An immutable list of facts with their slots (a fact's place in it). Safe to share between threads.
class FactSchema {
 public:
  /// Checks the definitions, all of them, and reads their defaults. Errors, with the path `/facts/<place>`:
  /// `facts.schema.too_many` (above `FactSet::capacity`), `facts.schema.bad_id` (not snake_case),
  /// `facts.schema.bad_name` (a label, heading or spelling that is blank, too long or not UTF-8),
  /// `facts.schema.duplicate_name`, `facts.schema.missing_domain` (an enumeration without members),
  /// `facts.schema.unknown_target` (of a spelling), `facts.schema.ambiguous_spelling` (one text for two values),
  /// `facts.schema.bad_default` (not a value of the fact).
  static Result<std::shared_ptr<const FactSchema>> build(std::vector<FactDefinition> definitions);
  /// The standard facts and nothing else.
  static std::shared_ptr<const FactSchema> standard();

  const std::vector<FactDefinition>& definitions() const noexcept { return definitions_; }
  const FactDefinition& at(std::size_t slot) const { return definitions_[slot]; }
  std::size_t size() const noexcept { return definitions_.size(); }

  /// The slot of the fact with this id, label or heading, or nothing. Compared after `normalise`, in any case of ASCII
  /// letters, with blanks or hyphens for underscores (`Birth Date`), blanks within Chinese apart (出 生 日 期).
  std::optional<std::size_t> find(std::string_view name) const;
  /// As `find`, or the error `facts.name.unknown` with the nearest known name.
  Result<std::size_t> slot(std::string_view name) const;

  /// Every fact as a variable of `Bank::facts`, by id and by label, at its slot; facts that are only carried are left
  /// out.
  feel::Scope scope() const;

 private:
  explicit FactSchema(std::vector<FactDefinition> definitions);
  struct Names;
  std::vector<FactDefinition> definitions_;
  std::shared_ptr<const Names> names_;
};

}  // namespace tepei::facts
