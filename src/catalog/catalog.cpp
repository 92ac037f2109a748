#include "tepei/catalog/catalog.hpp"

#include <algorithm>
#include <optional>

#include "catalog/builtin_packs.hpp"
#include "tepei/pack/load.hpp"

namespace tepei::catalog {

std::vector<std::string> programmes() {
  std::vector<std::string> ids;
  for (const BuiltinPack& pack : builtin_packs()) ids.emplace_back(pack.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::string_view pack_text(std::string_view id) noexcept {
  const BuiltinPacks packs = builtin_packs();
  const auto* const found =
      std::find_if(packs.begin(), packs.end(), [id](const BuiltinPack& pack) { return pack.id == id; });
  return found == packs.end() ? std::string_view() : found->json;
}

pack::BasePacks base_packs() {
  const auto text = [](std::string_view id) -> std::optional<std::string> {
    const std::string_view json = pack_text(id);
    if (json.empty()) return std::nullopt;
    return std::string(json);
  };
  return {programmes(), text};
}

Result<policy::Programme> programme(std::string_view id) {
  const std::string_view json = pack_text(id);
  if (!json.empty()) return pack::load(json, base_packs());
  return Diagnostic{"catalog.programme.unknown", "there is no built-in programme " + quoted(id),
                    suggest(id, programmes()), "programme"};
}

}  // namespace tepei::catalog
