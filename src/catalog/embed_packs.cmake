# Writes OUTPUT, a C++ source that holds each of the files PACKS byte for byte. Needs nothing but CMake.
set(arrays "")
set(entries "")
set(place 0)
list(SORT PACKS)
foreach(pack IN LISTS PACKS)
  get_filename_component(id ${pack} NAME_WE)
  file(READ ${pack} bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "constexpr char pack_${place}[] = {\n${bytes}};\n\n")
  string(APPEND entries "    {\"${id}\", {pack_${place}, sizeof pack_${place}}},\n")
  math(EXPR place "${place} + 1")
endforeach()

file(WRITE ${OUTPUT} "// Made by src/catalog/embed_packs.cmake from src/catalog/packs.
#include \"catalog/builtin_packs.hpp\"

namespace tepei::catalog {

namespace {

${arrays}constexpr BuiltinPack packs[] = {
${entries}};

}  // namespace

BuiltinPacks builtin_packs() noexcept { return {packs, packs + ${place}}; }

}  // namespace tepei::catalog
")
