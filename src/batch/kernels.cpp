// The choice of kernels by name or by what the processor has.
#include "batch/kernels.hpp"

#include <string>
#include <vector>

namespace tepei::batch {
namespace {

constexpr std::string_view avx2_name = "avx2";

std::vector<std::string> names_here() {
  std::vector<std::string> names{std::string(portable_kernels().name)};
  if (const Kernels* avx2 = avx2_kernels()) names.emplace_back(avx2->name);
  return names;
}

}  // namespace

Result<const Kernels*> choose_kernels(std::string_view name) {
  const Kernels* avx2 = avx2_kernels();
  if (name.empty()) return avx2 != nullptr ? avx2 : &portable_kernels();
  if (name == portable_kernels().name) return &portable_kernels();
  if (name == avx2_name && avx2 != nullptr) return avx2;
  if (name == avx2_name) {
    return Diagnostic{"batch.kernels.unsupported", "this processor or build has no kernels " + quoted(name),
                      suggest(name, names_here())};
  }
  return Diagnostic{"batch.kernels.unknown", "no kernels are called " + quoted(name), suggest(name, names_here())};
}

}  // namespace tepei::batch
