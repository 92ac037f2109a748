/// What a decision is explained from.
#pragma once

#include "tepei/policy/definition.hpp"
#include "tepei/policy/programme.hpp"

namespace tepei::explain {

/// The programme a decision was made under: where the labels, the clauses and the title come from. It refers to what
/// it was made from and lives no longer; make it in the call. A decision may be explained from another programme than
/// its own: names it does not know are then shown as ids.
class Basis {
 public:
  Basis(const policy::Programme& programme) noexcept  // NOLINT(google-explicit-constructor)
      : Basis(programme.eligibility.definition(), programme.instrument) {}
  /// Without an instrument the programme's id stands for its title.
  Basis(const policy::EligibilityDefinition& definition) noexcept  // NOLINT(google-explicit-constructor)
      : definition_(&definition) {}
  Basis(const policy::EligibilityDefinition& definition, const policy::Instrument& instrument) noexcept
      : definition_(&definition), instrument_(&instrument) {}

  const policy::EligibilityDefinition& definition() const noexcept { return *definition_; }
  /// Null where there is none.
  const policy::Instrument* instrument() const noexcept { return instrument_; }

 private:
  const policy::EligibilityDefinition* definition_;
  const policy::Instrument* instrument_ = nullptr;
};

}  // namespace tepei::explain
