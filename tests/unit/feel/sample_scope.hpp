// The names that the tests of the front end have in scope.
#pragma once

#include <memory>

#include "tepei/feel/scope.hpp"

namespace tepei::feel::sample {

// Ordered, with Chinese labels.
std::shared_ptr<const EnumDomain> education();
// Not ordered.
std::shared_ptr<const EnumDomain> sex();

// Plain names (`a`, `b`, `x`, `y`, `f`), names that are hard to tell apart (`a b`, `a-b`, `x and y`, `v1.2`), typed
// ones
// (`age` 周岁, `birth date` 出生日期, `ok`, `name`, `education` 学历, `sex` 性别, `degrees`, `people`) and the member
// `Monthly-Income`.
const Scope& scope();

}  // namespace tepei::feel::sample
