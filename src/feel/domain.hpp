// What a loop runs over: a list, whole numbers or days from one to another, or a single value.
#pragma once

#include <cstdint>

#include "feel/builtin.hpp"

namespace tepei::feel {

class Domain {
 public:
  enum class Kind : std::uint8_t { items, numbers, dates, none, unknown };

  // A list's items; the whole numbers or days within a range that has both ends; null has none (the answer of the loop
  // is null); anything else is a list of itself.
  static Domain of(Caller& caller, const Value& value);
  // `start..end`, both included, downwards where the start is greater.
  static Domain between(Caller& caller, const Value& start, const Value& end);

  Kind kind() const noexcept { return kind_; }
  FactSet facts() const noexcept { return facts_; }
  std::uint64_t size() const noexcept { return size_; }
  Value at(std::uint64_t place) const;

 private:
  static Domain steps(Kind kind, std::int64_t first, std::int64_t last);

  Kind kind_ = Kind::none;
  FactSet facts_;
  const Value* first_ = nullptr;  // of items
  std::int64_t start_ = 0;
  bool down_ = false;
  std::uint64_t size_ = 0;
};

}  // namespace tepei::feel
