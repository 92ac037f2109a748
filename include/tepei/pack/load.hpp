/// Policy packs in: from JSON to a compiled programme.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "tepei/pack/bases.hpp"
#include "tepei/policy/programme.hpp"
#include "tepei/value/result.hpp"

namespace tepei::pack {

/// What bounds the work one file may cause, so that no input hangs or exhausts the host.
struct LoadLimits {
  std::size_t max_bytes = 16 * 1024 * 1024;  ///< of the whole text
  std::size_t max_depth = 64;                ///< of nested objects and arrays
  std::size_t max_values = 100'000;          ///< objects, arrays, strings, numbers and literals together
  std::size_t max_problems = 200;            ///< told of one pack; the rest is counted only
  std::size_t max_bases = 8;                 ///< packs that one extends, each the one before
};

/// Reads a pack of format 1 (docs/pack.md, docs/schema/pack-1.json) and compiles it; the programme carries the digest
/// of its canonical form. UTF-8, with or without a byte order mark.
///
/// Everything wrong is found in one go and nothing is guessed: each problem has as its path the JSON pointer of the
/// guilty value and its line and column; inside an expression the position is that of the guilty part. Where the text
/// is not JSON only that is said; problems of the policy (`policy.*`, `facts.schema.*`, `feel.*`) come once the
/// structure they build on is sound. Errors: `pack.json.*` (not JSON, too large, too deep, a key twice), `pack.key.*`
/// (unknown with the nearest known one, missing), `pack.value.*` (wrong type, unlisted, empty, no id, no date, no
/// digest, out of range), `pack.format.unsupported`, `pack.load.too_many_problems`.
/// Safe to call from any number of threads.
///
/// A pack may extend another (`"extends"`): one of `bases` by its id. A text has no folder, so that it names no file.
/// The limits hold for each pack of the chain; a problem of one that is extended has its name as `file`. Further
/// errors: `pack.extends.*`.
Result<policy::Programme> load(std::string_view json, const BasePacks& bases, const LoadLimits& limits = {});

/// The same where nothing can be extended.
Result<policy::Programme> load(std::string_view json, const LoadLimits& limits = {});

/// The same from a file, of which no more than `max_bytes` is read; it may also extend another file, by the path from
/// its own folder (`"extends": "../base.json"`). Further errors: `pack.file.unreadable`.
Result<policy::Programme> load_file(const std::filesystem::path& path, const BasePacks& bases,
                                    const LoadLimits& limits = {});

/// The same where other files can be extended, and nothing by id.
Result<policy::Programme> load_file(const std::filesystem::path& path, const LoadLimits& limits = {});

}  // namespace tepei::pack
