/// All a program needs to ask a policy: include this, link `tepei::tepei`.
///
///     auto programme = tepei::programme("inner-mongolia-2025").value();
///     auto facts = programme.facts();
///     facts.set("出生日期", "1985-06-15").value();
///     auto decision = programme.eligibility.check(facts, {"outside", tepei::Date::parse("2025-03-21").value(), {}});
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tepei/batch/check_table.hpp"
#include "tepei/batch/plan.hpp"
#include "tepei/catalog/catalog.hpp"
#include "tepei/explain/html.hpp"
#include "tepei/explain/json.hpp"
#include "tepei/explain/text.hpp"
#include "tepei/facts/facts.hpp"
#include "tepei/pack/dump.hpp"
#include "tepei/pack/load.hpp"
#include "tepei/policy/decision.hpp"
#include "tepei/policy/definition.hpp"
#include "tepei/policy/eligibility.hpp"
#include "tepei/policy/instrument.hpp"
#include "tepei/policy/programme.hpp"
#include "tepei/value/value.hpp"

namespace tepei {

using catalog::programme;
using catalog::programmes;
using facts::FactDefinition;
using facts::Facts;
using facts::FactSchema;
using facts::Strictness;
using pack::LoadLimits;
using policy::Clause;
using policy::Criterion;
using policy::Decision;
using policy::Eligibility;
using policy::EligibilityDefinition;
using policy::Finding;
using policy::Instrument;
using policy::Outcome;
using policy::Programme;
using policy::Query;
using policy::Question;
using policy::Reading;
using policy::Status;
using policy::Verdict;

/// A programme from the text of a pack, which may extend a built-in one; see `pack::load`.
inline Result<Programme> load(std::string_view json, const LoadLimits& limits = {}) {
  return pack::load(json, catalog::base_packs(), limits);
}

/// A programme from the file of a pack, which may extend a built-in one or another file; see `pack::load_file`.
inline Result<Programme> load_file(const std::filesystem::path& path, const LoadLimits& limits = {}) {
  return pack::load_file(path, catalog::base_packs(), limits);
}

}  // namespace tepei
