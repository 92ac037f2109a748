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
  /// Checks the definitions: at most `FactSet::capacity` of them, names unique, enumerations with a domain, spellings
  /// with a target that exists. Errors: `facts.schema.*`, with the path `/facts/<place>`.
  static Result<std::shared_ptr<const FactSchema>> build(std::vector<FactDefinition> definitions);
  /// The standard facts and nothing else.
  static std::shared_ptr<const FactSchema> standard();

  const std::vector<FactDefinition>& definitions() const noexcept { return definitions_; }
  const FactDefinition& at(std::size_t slot) const { return definitions_[slot]; }
  std::size_t size() const noexcept { return definitions_.size(); }

  /// The slot of the fact with this id, label or heading (after NFKC and trimming), or nothing.
  std::optional<std::size_t> find(std::string_view name) const;
  /// As `find`, or the error `facts.name.unknown` with the nearest known name.
  Result<std::size_t> slot(std::string_view name) const;

  /// Every fact as a variable of `Bank::facts`, by id and by label, at its slot; facts that are only carried are left out.
  feel::Scope scope() const;

 private:
  explicit FactSchema(std::vector<FactDefinition> definitions);
  struct Names;
  std::vector<FactDefinition> definitions_;
  std::shared_ptr<const Names> names_;
};

}  // namespace tepei::facts
