// Values made of values: kept within the limits, so that no chain of operations builds one too large to walk, and
// searched for what is unknown within them.
#pragma once

#include <cstddef>
#include <string>

#include "feel/builtin.hpp"

namespace tepei::feel {

// Deeper than this no value is walked by recursion, whatever the limits say: the host's stack is not ours.
constexpr std::size_t deepest_nesting = 500;

// What is unknown in a value or in several: whether anything is, and the facts it depends on.
struct Gaps {
  bool any = false;
  FactSet facts;

  void add(FactSet more) {
    any = true;
    facts |= more;
  }
  void add(const Value& unknown) { add(unknown.unknown_facts()); }
  Value value() const { return Value(Unknown{facts}); }
};

// The value where it is within the limits (items counted with those of the lists within, nesting, bytes of text);
// otherwise the evaluation ends with `feel.run.too_large`.
Value make_list(Caller& caller, List items);
Value make_context(Caller& caller, Context entries);
Value make_text(Caller& caller, std::string text);
Value make_range(Caller& caller, Range range);

// Counts the work of walking `value` and refuses one too large or too deep to be walked; false where the evaluation
// has ended.
bool walkable(Caller& caller, const Value& value);

// What is unknown in `value` and in the items within it.
Gaps gaps_within(Caller& caller, const Value& value);

}  // namespace tepei::feel
