/// What bounds the work one expression may cause, so that no input hangs or exhausts the host.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tepei::feel {

/// The bounds, with their defaults. Beyond one, compiling fails (`feel.parse.too_long`, `feel.parse.too_deep`,
/// `feel.parse.too_many_nodes`) and running gives null with a diagnostic (`feel.run.too_many_steps`,
/// `feel.run.too_deep`, `feel.run.too_large`).
struct Limits {
  std::size_t max_source_bytes = 64 * 1024;  ///< of one expression's text
  std::size_t max_depth = 200;               ///< of nested sub-expressions
  std::size_t max_nodes = 20'000;            ///< of one expression's tree
  std::uint64_t max_steps = 1'000'000;       ///< operations of one evaluation
  std::size_t max_call_depth = 100;          ///< of functions that call functions
  std::size_t max_items = 100'000;           ///< in one list
  std::size_t max_text_bytes = 1024 * 1024;  ///< in one text made by an expression
};

}  // namespace tepei::feel
