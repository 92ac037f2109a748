/// The programmes that come with the library.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tepei/pack/bases.hpp"
#include "tepei/policy/programme.hpp"
#include "tepei/value/result.hpp"

namespace tepei::catalog {

/// The ids of the built-in programmes, sorted. Thread-safe, as is all below.
std::vector<std::string> programmes();

/// The built-in programme with this id, compiled anew at each call: keep it where many questions are asked. Errors:
/// `catalog.programme.unknown` with the nearest id.
Result<policy::Programme> programme(std::string_view id);

/// The pack of a built-in programme as it is written (docs/pack.md), a good start for one of one's own; empty where
/// there is none. It lives as long as the process.
std::string_view pack_text(std::string_view id) noexcept;

/// The built-in packs for `pack::load`, so that another may extend one by its id.
pack::BasePacks base_packs();

}  // namespace tepei::catalog
