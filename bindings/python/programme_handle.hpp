// What Python holds of a programme and of a decision.
#pragma once

#include <memory>

#include "tepei/policy/decision.hpp"
#include "tepei/policy/programme.hpp"

namespace tepei::python {

// A programme, shared with the decisions made from it.
struct ProgrammeHandle {
  std::shared_ptr<const policy::Programme> held;

  const policy::Programme* operator->() const { return held.get(); }
  const policy::Programme& operator*() const { return *held; }
};

// A decision with the programme whose words explain it.
struct DecisionHandle {
  ProgrammeHandle programme;
  std::shared_ptr<const policy::Decision> decision;
};

// One finding of a decision that it keeps alive.
struct FindingHandle {
  std::shared_ptr<const policy::Decision> decision;
  const policy::Finding* finding = nullptr;
};

}  // namespace tepei::python
