/// Policy packs out: from a programme back to JSON, and the digest that names its content.
#pragma once

#include <string>

#include "tepei/policy/programme.hpp"

namespace tepei::pack {

/// The programme as a pack for people: two blanks a level, keys in the order of docs/pack.md, defaults left out, a
/// newline at the end. Loads back to an equal digest. The facts every programme has are not written. Thread-safe.
std::string dump(const policy::Programme& programme);

/// The programme as the one text that all ways of writing the same policy share: UTF-8, no blanks, keys sorted by
/// code point, the least escapes, numbers in plain decimals, defaults left out, texts always by language
/// (docs/pack.md, "Canonical form"; after RFC 8785). Thread-safe.
std::string canonical(const policy::Programme& programme);

/// SHA-256 of `canonical(programme)`, lower-case hex. Thread-safe.
std::string digest(const policy::Programme& programme);

}  // namespace tepei::pack
