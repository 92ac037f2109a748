// A table of constants back to JSON.
#pragma once

#include "pack/json.hpp"
#include "tepei/policy/table.hpp"

namespace tepei::pack {

Json table_to_json(const policy::Table& table);

}  // namespace tepei::pack
