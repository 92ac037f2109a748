// What the sections of the policy objects share: terms, acts, numbers that must be there.
#pragma once

#include <string>
#include <vector>

#include "pack/fields.hpp"
#include "pack/json.hpp"
#include "pack/scalars.hpp"
#include "tepei/policy/act.hpp"
#include "tepei/policy/instrument.hpp"

namespace tepei::pack {

void read_terms(Reader& reader, NodeId id, std::vector<policy::Term>& terms);
void read_acts(Reader& reader, NodeId id, std::vector<policy::Act>& acts);
void read_ids(Reader& reader, NodeId id, std::vector<std::string>& ids);
void read_decimal(Reader& reader, NodeId id, Decimal& number);

Json term_to_json(const policy::Term& term);
Json act_to_json(const policy::Act& act);

}  // namespace tepei::pack
