#include "pack/file.hpp"

#include <fstream>
#include <system_error>

namespace tepei::pack {

namespace {

Diagnostic unreadable(const std::filesystem::path& path, const std::string& reason) {
  return {"pack.file.unreadable", "the file " + tepei::quoted(path.string()) + " cannot be read: " + reason};
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return unreadable(path, "it is a folder");
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return unreadable(path, std::filesystem::exists(path, error) ? "it cannot be opened" : "there is no such file");
  std::string text;
  std::string block(std::size_t{64} * 1024, '\0');
  while (text.size() <= max_bytes && file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block, 0, static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) return unreadable(path, "reading broke off");
  return text;
}

}  // namespace tepei::pack
