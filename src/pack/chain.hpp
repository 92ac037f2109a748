// A pack with the packs it extends, each read and put into one tree.
#pragma once

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/problems.hpp"
#include "pack/reader.hpp"
#include "pack/tree.hpp"
#include "tepei/pack/bases.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::pack {

// Where the text of a pack was found.
struct Origin {
  std::string name;                             // as messages have it; empty of the pack that was given
  std::optional<std::filesystem::path> file{};  // nothing where it is no file
};

// The texts that positions count in, by the number of the file.
struct Chain {
  std::deque<std::string> texts;  // of the packs extended; a deque, for views stay good as it grows
  std::vector<std::string_view> views;
};

// What reading a pack needs beside its text.
struct Surroundings {
  Origin origin;
  const BasePacks& bases;
  const LoadLimits& limits;
};

// Makes `tree`, which is empty and which `reader` reads, the one tree of `json`, in which every part of the packs it
// extends is taken over, overridden or left out as docs/pack.md says. False where it, or one of them, cannot be had or
// is no pack of a known format; why is in `problems`. A wrong override is a problem of the structure like any other.
bool read_chain(std::string_view json, const Surroundings& around, Tree& tree, Reader& reader, Problems& problems,
                Chain& chain);

}  // namespace tepei::pack
