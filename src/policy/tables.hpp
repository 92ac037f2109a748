// Tables of constants: what is wrong with them, and what they are in expressions.
#pragma once

#include "tepei/feel/type.hpp"
#include "tepei/policy/definition.hpp"

namespace tepei::policy {

// What is wrong with the tables' rows and columns, each with the pointer it would have in a pack.
Diagnostics check_tables(const EligibilityDefinition& definition);

// A sound table as the value and the type it has in expressions.
Value table_value(const Table& table);
feel::Type table_type(const Table& table);

}  // namespace tepei::policy
