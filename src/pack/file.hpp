// The text of a file, bounded.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "tepei/value/result.hpp"

namespace tepei::pack {

// No more than one byte above `max_bytes` is read, enough to see that it is passed. Errors: `pack.file.unreadable`.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

}  // namespace tepei::pack
