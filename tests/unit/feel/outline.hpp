// A syntax tree as one line of text, for golden tests.
#pragma once

#include <string>

#include "feel/ast.hpp"

namespace tepei::feel {

// `1 + 2 * x` as `(+ 1 (* 2 x))`. By recursion: for trees that tests write by hand.
std::string outline(const Syntax& syntax, NodeId id);
inline std::string outline(const Syntax& syntax) {
  return outline(syntax, syntax.root);
}

}  // namespace tepei::feel
