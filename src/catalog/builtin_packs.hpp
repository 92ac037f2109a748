// The packs that are part of the library, as their files have them.
#pragma once

#include <string_view>

namespace tepei::catalog {

struct BuiltinPack {
  std::string_view id;  // the file's name
  std::string_view json;
};

// A range of constant data, in the order of the ids.
struct BuiltinPacks {
  const BuiltinPack* first;
  const BuiltinPack* last;

  const BuiltinPack* begin() const noexcept { return first; }
  const BuiltinPack* end() const noexcept { return last; }
};

BuiltinPacks builtin_packs() noexcept;

}  // namespace tepei::catalog
