// The families of builtin functions, and what their files share: reading arguments and refusing them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feel/builtin.hpp"

namespace tepei::feel {

using Family = std::vector<Builtin>;

Family conversion_builtins();
Family boolean_builtins();
Family numeric_builtins();
Family string_builtins();
Family list_builtins();       // what a list holds and comes to
Family list_edit_builtins();  // lists made from lists
Family context_builtins();
Family date_builtins();
Family range_builtins();

inline Parameter required(std::string name, Type type) {
  return {std::move(name), std::move(type), false};
}
inline Parameter optional(std::string name, Type type) {
  return {std::move(name), std::move(type), true};
}

// Whether the argument is there and not null.
inline bool given(const Arguments& arguments, std::size_t place) {
  return place < arguments.size() && !arguments[place].is_null();
}

// The whole number that `value` is and that fits, or nothing.
std::optional<std::int64_t> whole_number(const Value& value);

// A list's items; any other value is a list of itself.
class Items {
 public:
  explicit Items(const Value& value) {
    const List* list = value.list();
    first_ = list != nullptr ? list->data() : &value;
    size_ = list != nullptr ? list->size() : 1;
  }
  const Value* begin() const noexcept { return first_; }
  const Value* end() const noexcept { return first_ + size_; }
  std::size_t size() const noexcept { return size_; }
  const Value& operator[](std::size_t place) const noexcept { return first_[place]; }

 private:
  const Value* first_;
  std::size_t size_;
};

// Null, because `value` is not `expected`, which is a kind with its article.
Value wrong_kind(Caller& caller, std::string_view function, const Value& value, std::string_view expected);
// Null, because an argument or the answer lies outside what the function takes or its type holds.
Value out_of_range(Caller& caller, std::string_view function, std::string_view what);

}  // namespace tepei::feel
